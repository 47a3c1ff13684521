#include "write/changed_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/paths.h"
#include "base/text.h"
#include "write/disk.h"

namespace stoplicht {
namespace {

constexpr std::string_view changed_meanwhile = " was changed in the meantime";

// One file on its way: staged beside its place, then put there.
struct StagedFile {
  Descriptor folder;
  std::string name, aside, shown;
  std::string_view after;
  bool is_new = false;
  bool in_place = false;

  std::string shown_aside() const { return printable((std::filesystem::path(shown).parent_path() / aside).string()); }
};

// What a run could not put back as it was.
struct LeftFiles {
  std::vector<std::string> asides;  // With what the files held before.
  std::vector<std::string> others;  // New ones that stay.
};

// What a run has staged; put back at the end unless kept.
class PutFiles {
 public:
  PutFiles() = default;
  PutFiles(const PutFiles&) = delete;
  PutFiles& operator=(const PutFiles&) = delete;

  ~PutFiles() { put_back(); }

  // A place where something else stands than this run put there is somebody's save, which stays.
  LeftFiles put_back() {
    LeftFiles left;
    for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
      const int folder = file->folder.get();
      const char* name = file->name.c_str();
      const char* aside = file->aside.c_str();
      if (!file->in_place)
        unlinkat(folder, aside, 0);
      else if (file->is_new && is_ours(*file) && unlinkat(folder, name, 0) != 0)
        left.others.push_back(printable(file->shown));
      else if (!file->is_new && (!is_ours(*file) || renameat(folder, aside, folder, name) != 0))
        left.asides.push_back(file->shown_aside());
    }
    files_.clear();
    return left;
  }

  void stage(const std::filesystem::path& root, const ChangedFile& changed) {
    if (!is_safe_relative_path(changed.address))
      throw WriteFailure{"'" + printable(changed.address) + "' is not a safe address for a file"};
    const std::filesystem::path path = root / changed.address;
    if (changed.is_new) folders_.make(path.parent_path());
    StagedFile file;
    file.folder = open_folder(AT_FDCWD, path.parent_path().string(), path.parent_path().string());
    file.name = path.filename().string();
    file.shown = path.string();
    file.after = changed.after;
    file.is_new = changed.is_new;
    file.aside = free_name(file, changed, "new");
    files_.push_back(std::move(file));
    const StagedFile& staged = files_.back();
    write_new_file(staged.folder.get(), staged.aside, changed.after, staged.shown, true);
    // Colleagues who share the folder could write in it; they still can.
    if (!staged.is_new) copy_mode(staged.folder.get(), staged.name, staged.aside, staged.shown);
  }

  void check(std::size_t index, const ChangedFile& changed) const {
    const StagedFile& file = files_[index];
    const auto now = read_file(file.folder.get(), file.name, changed.before.size(), file.shown);
    const bool same = changed.is_new ? !exists_in(file.folder.get(), file.name, file.shown) : now == changed.before;
    if (!same) refuse_changed(file);
  }

  // The old file goes to where the new one was staged, so that it can be put back.
  void put(std::size_t index, const ChangedFile& changed) {
    StagedFile& file = files_[index];
    const int folder = file.folder.get();
    const unsigned how = file.is_new ? RENAME_NOREPLACE : RENAME_EXCHANGE;
    if (renameat2(folder, file.aside.c_str(), folder, file.name.c_str(), how) != 0) {
      const bool unknown = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
      if (file.is_new && errno == EEXIST) refuse_changed(file);
      if (!unknown) disk_failure("write", file.shown, errno);
      if (file.is_new)
        put_new_by_link(file);
      else
        put_by_link(file, changed);
    }
    file.in_place = true;
    // What somebody saved since it was checked was taken aside, and goes back.
    if (!file.is_new && read_file(folder, file.aside, changed.before.size(), file.shown) != changed.before)
      refuse_changed(file);
    flush_folder(folder, file.shown);
  }

  void keep() {
    for (StagedFile& file : files_)
      if (!file.is_new) unlinkat(file.folder.get(), file.aside.c_str(), 0);
    files_.clear();
    folders_.keep();
  }

 private:
  [[noreturn]] static void refuse_changed(const StagedFile& file) {
    throw WriteFailure{printable(file.shown) + std::string(changed_meanwhile)};
  }

  // Whether its place still holds what was put there; what cannot be read may be anything.
  static bool is_ours(const StagedFile& file) {
    try {
      return read_file(file.folder.get(), file.name, file.after.size(), file.shown) == file.after;
    } catch (...) {
      return false;
    }
  }

  // A name beside the file. What an earlier run left there may be all that is left of somebody's text: it goes away
  // only when it holds the bytes of this change, as the file had or gets them.
  static std::string free_name(const StagedFile& file, const ChangedFile& changed, const std::string& end) {
    constexpr int most = 1000;
    const int folder = file.folder.get();
    const std::size_t longest = std::max(changed.before.size(), changed.after.size());
    std::string name = "." + file.name + ".stoplicht-" + end;
    const std::string first = name;
    for (int i = 2; i < most && exists_in(folder, name, file.shown); ++i) {
      const auto left = read_file(folder, name, longest, file.shown);
      if (left && (left == changed.before || left == changed.after)) {
        remove_all(folder, name, file.shown);
        break;
      }
      name = first + "-" + std::to_string(i);
    }
    return name;
  }

  // As of FAT and some network shares.
  static bool means_no_links(int error) {
    return error == EPERM || error == ENOTSUP || error == ENOSYS || error == EMLINK;
  }

  // On a file system that cannot promise to rename over nothing. A link never comes over another file.
  static void put_new_by_link(const StagedFile& file) {
    const int folder = file.folder.get();
    const char* aside = file.aside.c_str();
    if (linkat(folder, aside, folder, file.name.c_str(), 0) == 0) {
      unlinkat(folder, aside, 0);
      return;
    }
    if (errno == EEXIST) refuse_changed(file);
    if (!means_no_links(errno) || renameat(folder, aside, folder, file.name.c_str()) != 0)
      disk_failure("write", file.shown, errno);
  }

  // On a file system that cannot exchange two names: the old file gets a second name, so that at no moment there is
  // none. Where it can have only one, there is such a moment.
  static void put_by_link(StagedFile& file, const ChangedFile& changed) {
    const int folder = file.folder.get();
    const char* name = file.name.c_str();
    const std::string old = free_name(file, changed, "old");
    if (linkat(folder, name, folder, old.c_str(), 0) != 0 &&
        (!means_no_links(errno) || renameat(folder, name, folder, old.c_str()) != 0))
      disk_failure("write", file.shown, errno);
    if (renameat(folder, file.aside.c_str(), folder, name) != 0) {
      const int error = errno;
      renameat(folder, old.c_str(), folder, name);  // Does nothing where both are names of one file.
      unlinkat(folder, old.c_str(), 0);
      disk_failure("write", file.shown, error);
    }
    file.aside = old;
  }

  MissingFolders folders_;  // First: they are taken away after the files in them.
  std::vector<StagedFile> files_;
};

// The end of a sentence that says why nothing was written, or not all of it undone.
std::string what_is_left(const LeftFiles& left, std::string_view why) {
  std::string out;
  if (!left.others.empty()) out += "; what could not be taken away again is " + join(left.others, ", ");
  if (!left.asides.empty())
    out += "; what was there before could not be put back, and is in " + join(left.asides, ", ");
  return out.empty() && why.ends_with(changed_meanwhile) ? "; nothing was written" : out;
}

}  // namespace

std::string write_changed_files(const std::filesystem::path& root, const std::vector<ChangedFile>& files) {
  return failure_of(root, [&] {
    PutFiles staging;
    try {
      for (const ChangedFile& file : files) staging.stage(root, file);
      for (std::size_t i = 0; i < files.size(); ++i) staging.check(i, files[i]);
      for (std::size_t i = 0; i < files.size(); ++i) staging.put(i, files[i]);
      staging.keep();
    } catch (const WriteFailure& failure) {
      throw WriteFailure{failure.sentence + what_is_left(staging.put_back(), failure.sentence)};
    }
  });
}

}  // namespace stoplicht
