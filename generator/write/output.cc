#include "write/output.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <map>
#include <optional>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/paths.h"
#include "base/text.h"
#include "write/disk.h"
#include "write/lock.h"
#include "write/manifest.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_manifest = 256 * 1024 * 1024;
constexpr std::size_t longest_signature = 4096;

// Where the site stands and what surrounds it. The names are relative to the parent folder.
struct Place {
  std::filesystem::path parent;
  std::string shown;  // `output` as the user wrote it, for messages.
  std::string name;
  std::string staging;
  std::string set_aside;
  std::string lock;

  std::string beside(const std::string& neighbour) const { return (parent / neighbour).string(); }
  std::string inside(const std::string& address) const { return shown + "/" + address; }
};

// What stands at `output` now. `folder` is not open when there is nothing.
struct OldSite {
  Descriptor folder;
  FolderList list;
};

// What is to stand there: `files`, sorted, and then what write_site adds to them.
struct NewSite {
  std::vector<OutputFile> files;
  std::vector<std::string> addresses;  // Sorted.
  std::vector<std::string> folders;    // Sorted, so that a folder comes before those in it.
  std::vector<char> same;              // For each file: the old site holds these very bytes. Not bool: threads.
};

bool contains(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

Place find_place(const std::filesystem::path& output) {
  std::error_code error;
  Place place;
  place.shown = output.has_filename() ? output.string() : output.parent_path().string();
  std::filesystem::path whole = std::filesystem::absolute(output, error);
  if (!error) whole = std::filesystem::weakly_canonical(whole, error);
  if (error) disk_failure("find", output.empty() ? "the output folder" : place.shown, error.value());
  if (!whole.has_filename()) whole = whole.parent_path();
  if (!whole.has_filename()) throw WriteFailure{"cannot write to " + place.shown + ": name a folder inside it"};
  place.parent = whole.parent_path();
  place.name = whole.filename().string();
  place.staging = "." + place.name + ".stoplicht-staging";
  place.set_aside = "." + place.name + ".stoplicht-old";
  place.lock = "." + place.name + ".lock";
  return place;
}

// Sorts the files and finds their folders; throws when two of them cannot stand side by side.
NewSite arrange(std::vector<OutputFile> files, bool is_signed) {
  NewSite site;
  site.files = std::move(files);
  std::sort(site.files.begin(), site.files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.address < b.address; });
  site.addresses.reserve(site.files.size() + 3);
  for (const OutputFile& file : site.files) site.addresses.push_back(file.address);
  site.addresses.emplace_back(manifest_address);
  site.addresses.emplace_back(sums_address);
  if (is_signed) site.addresses.emplace_back(sums_signature_address);
  std::sort(site.addresses.begin(), site.addresses.end());

  const auto twice = std::adjacent_find(site.addresses.begin(), site.addresses.end());
  if (twice != site.addresses.end()) throw WriteFailure{"two files have the address " + printable(*twice)};
  for (const std::string& address : site.addresses) {
    if (!is_safe_relative_path(address) || first_invalid_utf8(address) != std::string_view::npos) {
      throw WriteFailure{"'" + printable(address) + "' is not a safe address for a file"};
    }
    for (std::size_t slash = address.find('/'); slash != std::string::npos; slash = address.find('/', slash + 1)) {
      std::string folder = address.substr(0, slash);
      if (contains(site.addresses, folder)) {
        throw WriteFailure{folder + " is the address of a file and a folder (of " + address + ")"};
      }
      site.folders.push_back(std::move(folder));
    }
  }
  std::sort(site.folders.begin(), site.folders.end());
  site.folders.erase(std::unique(site.folders.begin(), site.folders.end()), site.folders.end());
  return site;
}

// Finishes or undoes what a killed run left. Only a swap by two renames leaves a set-aside site
// without an output; then that is the only site there is.
void recover(int parent, const Place& place) {
  if (exists_in(parent, place.set_aside, place.beside(place.set_aside)) &&
      !exists_in(parent, place.name, place.shown)) {
    if (renameat(parent, place.set_aside.c_str(), parent, place.name.c_str()) != 0) {
      disk_failure("put back", place.shown, errno);
    }
  }
  remove_all(parent, place.set_aside, place.beside(place.set_aside));
  remove_all(parent, place.staging, place.beside(place.staging));
}

// File managers put these in every folder they show; nobody would miss them.
bool is_litter(std::string_view address) {
  const std::string_view name = address.substr(address.rfind('/') + 1);  // npos + 1 is 0.
  return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini" || name == ".directory" ||
         name.substr(0, 2) == "._";
}

// Throws when the old site has anything that is not ours to remove.
void refuse_unlisted_files(const Place& place, const FolderList& list, std::vector<ManifestEntry> entries) {
  std::vector<std::string> listed{manifest_address, sums_address, sums_signature_address};
  for (ManifestEntry& entry : entries) listed.push_back(std::move(entry.path));
  std::sort(listed.begin(), listed.end());

  std::vector<std::string> unlisted;
  for (const std::vector<std::string>* addresses : {&list.files, &list.others}) {
    for (const std::string& address : *addresses) {
      if (!contains(listed, address) && !is_litter(address)) unlisted.push_back(printable(address));
    }
  }
  if (unlisted.empty()) return;
  std::sort(unlisted.begin(), unlisted.end());
  const std::size_t more = unlisted.size() - std::min<std::size_t>(unlisted.size(), 3);
  unlisted.resize(unlisted.size() - more);
  throw WriteFailure{"a new site in " + printable(place.shown) + " would destroy files that a build did not make: " +
                     join(unlisted, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "") +
                     "; move them away or put them in content/, then build again"};
}

OldSite look_at_old_site(int parent, const Place& place) {
  OldSite old;
  struct stat status = {};
  if (fstatat(parent, place.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return old;
    disk_failure("read", place.shown, errno);
  }
  if (!S_ISDIR(status.st_mode))
    throw WriteFailure{"cannot write to " + printable(place.shown) + ": it is not a folder"};

  old.folder = open_folder(parent, place.name, place.shown);
  const std::optional<std::string> text =
      read_file(old.folder.get(), manifest_address, longest_manifest, place.inside(manifest_address));
  std::optional<std::vector<ManifestEntry>> entries;
  if (text) entries = parse_manifest(*text);
  // A wrong --output can be a whole home folder: say no before walking through it.
  const std::vector<std::string> names = names_in(old.folder.get(), place.shown);
  if (!entries && !std::all_of(names.begin(), names.end(), is_litter)) {
    throw WriteFailure{printable(place.shown) +
                       " holds files, but no manifest.json of an earlier build; name another output folder, or empty "
                       "this one"};
  }
  old.list = list_folder(old.folder.get(), place.shown);
  refuse_unlisted_files(place, old.list, entries.value_or(std::vector<ManifestEntry>()));
  return old;
}

// Fills `same` and adds the manifest, the sums and their signature to the files.
void compare(NewSite& site, const OldSite& old, unsigned threads, const SignSums& sign) {
  const auto is_old = [&](const OutputFile& file) {
    return old.folder.is_open() && contains(old.list.files, file.address) &&
           file_holds(old.folder.get(), file.address, file.bytes);
  };
  std::vector<ManifestEntry> entries(site.files.size());
  site.same.assign(site.files.size(), 0);
  parallel_for(site.files.size(), threads, [&](std::size_t i) {
    const OutputFile& file = site.files[i];
    entries[i] = {file.address, sha256(file.bytes), file.bytes.size()};
    site.same[i] = is_old(file) ? 1 : 0;
  });
  const auto add = [&](const char* address, std::string bytes) {
    site.files.push_back({address, std::move(bytes)});
    site.same.push_back(is_old(site.files.back()) ? 1 : 0);
  };
  add(manifest_address, manifest_text(entries));
  entries.push_back({manifest_address, sha256(site.files.back().bytes), site.files.back().bytes.size()});
  add(sums_address, sums_text(std::move(entries)));
  if (sign) add(sums_signature_address, sign(site.files.back().bytes));
}

// The old signature, when it is of the same list.
void keep_signature(NewSite& site, const OldSite& old, const Place& place, WriteResult& result) {
  if (!old.folder.is_open() || !contains(old.list.files, sums_signature_address)) return;
  const bool same_list = site.same.back() != 0;  // SHA256SUMS is the last.
  std::optional<std::string> signature;
  if (same_list)
    signature =
        read_file(old.folder.get(), sums_signature_address, longest_signature, place.inside(sums_signature_address));
  result.signature_lost = !signature;
  if (!signature) return;
  site.files.push_back({sums_signature_address, std::move(*signature)});
  site.same.push_back(file_holds(old.folder.get(), sums_signature_address, site.files.back().bytes) ? 1 : 0);
  site.addresses.emplace_back(sums_signature_address);
  std::sort(site.addresses.begin(), site.addresses.end());
}

bool nothing_changed(const NewSite& site, const OldSite& old) {
  return old.folder.is_open() && old.list.modes_are_ours && old.list.others.empty() &&
         old.list.files == site.addresses && old.list.folders == site.folders &&
         std::find(site.same.begin(), site.same.end(), 0) == site.same.end();
}

// The files of each folder, the fullest folder first: threads that make files in one folder wait for each other, and
// burn as much time again while they do.
std::vector<std::vector<std::size_t>> by_folder(const std::vector<OutputFile>& files) {
  std::map<std::string_view, std::vector<std::size_t>> folders;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string_view address = files[i].address;
    const std::size_t slash = address.rfind('/');
    folders[slash == std::string_view::npos ? std::string_view() : address.substr(0, slash)].push_back(i);
  }
  std::vector<std::vector<std::size_t>> out;
  for (auto& [folder, indices] : folders) out.push_back(std::move(indices));
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return out;
}

// The staged folder. At the end it takes away what is no longer needed: the staged site when it was
// not swapped in, the old site when it was.
class Staging {
 public:
  Staging(int parent, const Place& place) : parent_(parent), place_(place), leftover_(place.staging) {}
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() {
    try {
      remove_all(parent_, leftover_, place_.beside(leftover_));
    } catch (const WriteFailure&) {
      // The next run tries again, and says so when it cannot.
    }
  }

  // Makes the folder and fills it.
  void fill(const NewSite& site, const OldSite& old, unsigned threads) {
    make_folder(parent_, place_.staging, place_.beside(place_.staging));
    const Descriptor folder = open_folder(parent_, place_.staging, place_.beside(place_.staging));
    for (const std::string& address : site.folders) make_folder(folder.get(), address, place_.inside(address));
    const auto groups = by_folder(site.files);
    parallel_for(groups.size(), threads, [&](std::size_t group) {
      for (const std::size_t i : groups[group]) {
        const OutputFile& file = site.files[i];
        const char* address = file.address.c_str();
        // A link can be refused for many reasons (too many of them, another owner, no links on this
        // file system); a copy is always as good, and says what is wrong if it fails too.
        if (site.same[i] != 0 && linkat(old.folder.get(), address, folder.get(), address, 0) == 0) continue;
        write_new_file(folder.get(), file.address, file.bytes, place_.inside(file.address));
      }
    });
    // A kill loses nothing that was written, a power cut does: a renamed folder can reach the disk
    // before the bytes of its files. One syncfs takes 45 ms for 3,000 files; an fsync of each took 2 s.
    if (syncfs(folder.get()) != 0 && errno != ENOSYS) disk_failure("write", place_.shown, errno);
  }

  // Puts it in the place of `output`.
  void swap(bool has_old) {
    const char* staging = place_.staging.c_str();
    const char* name = place_.name.c_str();
    if (!has_old) {
      if (renameat(parent_, staging, parent_, name) != 0) fail_to_replace(errno);
      return;
    }
    if (renameat2(parent_, staging, parent_, name, RENAME_EXCHANGE) == 0) return;  // The old site is the staging now.
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) fail_to_replace(errno);

    const char* set_aside = place_.set_aside.c_str();
    if (renameat(parent_, name, parent_, set_aside) != 0) fail_to_replace(errno);
    if (renameat(parent_, staging, parent_, name) != 0) {
      const int error = errno;
      if (renameat(parent_, set_aside, parent_, name) != 0) {
        throw WriteFailure{"cannot replace " + printable(place_.shown) + "; the old site is in " +
                           printable(place_.beside(place_.set_aside)) + " and the next build puts it back"};
      }
      fail_to_replace(error);
    }
    leftover_ = place_.set_aside;
  }

 private:
  [[noreturn]] void fail_to_replace(int error) const {
    if (error == EBUSY || error == EXDEV) {
      throw WriteFailure{"cannot replace " + printable(place_.shown) +
                         ": it is a mount point or part of a container's image; name a folder inside it"};
    }
    disk_failure("replace", place_.shown, error);
  }

  int parent_;
  const Place& place_;
  std::string leftover_;
};

WriteResult count(const NewSite& site, WriteResult result) {
  result.ok = true;
  result.kept = static_cast<std::size_t>(std::count(site.same.begin(), site.same.end(), 1));
  result.written = site.files.size() - result.kept;
  for (const OutputFile& file : site.files) result.bytes += file.bytes.size();
  return result;
}

WriteResult write_or_throw(const std::filesystem::path& output, std::vector<OutputFile> files, unsigned threads,
                           const SignSums& sign) {
  NewSite site = arrange(std::move(files), sign != nullptr);
  const Place place = find_place(output);
  MissingFolders above;
  above.make(place.parent);
  const Descriptor parent = open_folder(AT_FDCWD, place.parent.string(), place.parent.string());
  const OutputLock lock(parent.get(), place.lock, place.beside(place.lock), place.shown);
  recover(parent.get(), place);

  const OldSite old = look_at_old_site(parent.get(), place);
  compare(site, old, threads, sign);
  WriteResult result;
  if (!sign) keep_signature(site, old, place, result);
  if (nothing_changed(site, old)) return count(site, result);

  Staging staging(parent.get(), place);
  staging.fill(site, old, threads);
  staging.swap(old.folder.is_open());
  above.keep();
  return count(site, result);
}

}  // namespace

WriteResult write_site(const std::filesystem::path& output, std::vector<OutputFile> files, unsigned threads,
                       const SignSums& sign) {
  WriteResult result;
  try {
    result = write_or_throw(output, std::move(files), threads, sign);
  } catch (const WriteFailure& failure) {
    result.failure = failure.sentence;
  } catch (const std::exception& error) {  // No memory, no threads.
    result.failure = "cannot write " + printable(output.string()) + ": " + error.what();
  }
  return result;
}

}  // namespace stoplicht
