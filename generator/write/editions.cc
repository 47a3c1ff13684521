#include "write/editions.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <optional>
#include <string_view>

#include "base/paths.h"
#include "base/text.h"
#include "load/edition_files.h"
#include "write/disk.h"
#include "write/lock.h"

namespace stoplicht {
namespace {

constexpr const char* folder_name = "editions";
constexpr std::string_view new_end = ".stoplicht-new";
constexpr std::string_view signature_end = ".minisig";
constexpr std::string_view attachments = "attachments/";
// What a run is about to add before its commit: the commit's address, and a line for each new attachment.
constexpr const char* pending_name = ".pending.stoplicht-new";
constexpr std::size_t largest_pending = 1024 * 1024;
constexpr std::size_t largest_document = std::size_t{256} << 20;

constexpr const char* read_me = R"(# Uitgegeven edities

Deze map is het archief van de site: elke periode, zoals die is gepubliceerd. Alleen Stoplicht schrijft hier. Verander
zelf niets in deze map, ook geen tikfout: dan klopt het zegel niet meer, en bouwt Stoplicht de site niet.

- `2020-07/v1.json` is een periode zoals die is gepubliceerd. `v2.json` is een verbetering daarvan, met de reden erbij.
- `2020-07/w1.json` is een intrekking: welke onderdelen zijn weggehaald, wanneer en waarom.
- `2020-07/v1.json.minisig` is de handtekening onder `v1.json`, als die is ondertekend.
- `attachments/` bevat de bijlagen. De naam van een bestand is de SHA-256 van zijn inhoud.

Wat u wel kunt doen:

- Controleren of alles nog klopt: `stoplicht verify`.
- Iets verbeteren: verander het in `data/` of `content/`, en draai `stoplicht correct 2020-07 --reason "…"`.
- Iets weghalen, bijvoorbeeld voor iemands privacy: `stoplicht withdraw --help`.

Bewaar deze map in uw versiebeheer. Gebruikt u git, zet dan deze regel in `.gitattributes`. Anders kan git de
regeleinden veranderen:

    data/editions/** -text
)";

std::string temporary(const std::string& name) { return "." + name + std::string(new_end); }

bool is_temporary(std::string_view name) { return name.starts_with('.') && name.ends_with(new_end); }

// data/editions, open and locked. Until keep(), whatever it made is taken away again at the end.
class Editions {
 public:
  explicit Editions(const std::filesystem::path& site)
      : data_path_(site / "data"),
        shown_((data_path_ / folder_name).string()),
        data_(open_folder(AT_FDCWD, data_path_.string(), data_path_.string())),
        lock_(data_.get(), ".editions.lock", (data_path_ / ".editions.lock").string(), shown_, "command") {}
  Editions(const Editions&) = delete;
  Editions& operator=(const Editions&) = delete;

  ~Editions() {
    for (auto made = made_.rbegin(); made != made_.rend(); ++made) {
      unlinkat(data_.get(), made->path.c_str(), made->is_folder ? AT_REMOVEDIR : 0);
    }
  }

  void open() {
    make_if_missing(data_.get(), folder_name, "");
    editions_ = open_folder(data_.get(), folder_name, shown_);
  }

  // From here on it counts.
  void keep() {
    made_.clear();
    unlinkat(editions_.get(), pending_name, 0);  // Else the next run sees that the commit stands there.
  }

  std::string shown(const std::string& address) const { return address.empty() ? shown_ : shown_ + "/" + address; }

  // Says which attachments come to be, so that the next run can take them away when this one is killed before its
  // commit.
  void announce(const EditionWrite& write) {
    std::string lines;
    for (const OutputFile& file : write.before)
      if (file.address.starts_with(attachments) && !exists(file.address)) lines += file.address + "\n";
    if (lines.empty()) return;
    made_.push_back({std::string(folder_name) + "/" + pending_name, false});
    write_new_file(editions_.get(), pending_name, write.commit.address + "\n" + lines, shown(pending_name), true);
    flush_folder(editions_.get(), shown_);
  }

  // What a killed run left: attachments of a commit that never came, files under a name of their own, and signatures of
  // documents that never came.
  void tidy() {
    tidy_pending();
    tidy_folder("", editions_);
    for (const std::string& folder : folders()) tidy_folder(folder, open_part(folder));
  }

  // The addresses of all documents, sorted.
  std::vector<std::string> documents() const {
    std::vector<std::string> found;
    for (const std::string& folder : folders()) {
      for (const std::string& name : names_in(open_part(folder).get(), shown(folder))) {
        if (is_edition_name(name)) found.push_back(folder + "/" + name);
      }
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  bool exists(const std::string& address) const { return exists_in(editions_.get(), address, shown(address)); }

  // Whatever its mode: version control has its own idea of those.
  bool holds(const OutputFile& file) const {
    return exists(file.address) &&
           read_file(editions_.get(), file.address, file.bytes.size(), shown(file.address)) == file.bytes;
  }

  // Puts a whole file in its place, by one atomic rename, and its name on the disk.
  void put(const OutputFile& file) {
    if (holds(file)) return;
    const auto [folder, name] = parts_of(file.address);
    if (!folder.empty()) make_if_missing(editions_.get(), folder, folder);
    const Descriptor parent = open_part(folder);
    const bool is_new = !exists(file.address);
    const std::string aside = temporary(name);
    try {
      write_new_file(parent.get(), aside, file.bytes, shown(file.address), true);
      if (renameat(parent.get(), aside.c_str(), parent.get(), name.c_str()) != 0) {
        disk_failure("write", shown(file.address), errno);
      }
    } catch (const WriteFailure&) {
      unlinkat(parent.get(), aside.c_str(), 0);
      throw;
    }
    if (is_new) made_.push_back({std::string(folder_name) + "/" + file.address, false});
    flush_folder(parent.get(), shown(folder));
  }

  void remove(const std::string& address) {
    const auto [folder, name] = parts_of(address);
    if (!folder.empty() && !exists(folder)) return;
    const Descriptor parent = open_part(folder);
    remove_all(parent.get(), name, shown(address));
    flush_folder(parent.get(), shown(folder));
  }

 private:
  struct Made {
    std::string path;  // Relative to data/.
    bool is_folder = false;
  };

  static std::pair<std::string, std::string> parts_of(const std::string& address) {
    const std::size_t slash = address.rfind('/');
    if (slash == std::string::npos) return {"", address};
    return {address.substr(0, slash), address.substr(slash + 1)};
  }

  Descriptor open_part(const std::string& folder) const {
    return open_folder(editions_.get(), folder.empty() ? "." : folder, shown(folder));
  }

  // A folder that is made is on the disk before anything is put in it.
  void make_if_missing(int parent, const std::string& name, const std::string& address) {
    if (exists_in(parent, name, shown(address))) return;
    made_.push_back({address.empty() ? name : std::string(folder_name) + "/" + address, true});
    make_folder(parent, name, shown(address));
    flush_folder(parent, address.empty() ? data_path_.string() : shown_);
  }

  std::vector<std::string> folders() const {
    std::vector<std::string> found;
    for (const std::string& name : names_in(editions_.get(), shown_)) {
      struct stat status = {};
      if (fstatat(editions_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        disk_failure("read", shown(name), errno);
      if (S_ISDIR(status.st_mode)) found.push_back(name);
    }
    return found;
  }

  void tidy_pending() {
    const std::optional<std::string> pending =
        read_file(editions_.get(), pending_name, largest_pending, shown(pending_name));
    if (!pending) return;
    const std::vector<std::string_view> lines = split(*pending, '\n');
    if (exists(std::string(lines.front()))) return;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const std::string address(lines[i]);
      if (address.starts_with(attachments) && is_digest(address.substr(attachments.size())) &&
          !is_named(address.substr(attachments.size())))
        remove(address);
    }
  }

  // By a document that stands.
  bool is_named(const std::string& digest) const {
    for (const std::string& address : documents()) {
      const std::optional<std::string> text = read_file(editions_.get(), address, largest_document, shown(address));
      if (!text || text->find(digest) != std::string::npos) return true;
    }
    return false;
  }

  void tidy_folder(const std::string& folder, const Descriptor& open_folder) {
    const std::vector<std::string> names = names_in(open_folder.get(), shown(folder));
    for (const std::string& name : names) {
      const std::string document = name.substr(0, name.size() - std::min(name.size(), signature_end.size()));
      const bool is_orphan = name.ends_with(signature_end) && is_edition_name(document) &&
                             !std::binary_search(names.begin(), names.end(), document);
      if (is_temporary(name) || is_orphan) remove_all(open_folder.get(), name, shown(folder + "/" + name));
    }
  }

  std::filesystem::path data_path_;
  std::string shown_;
  Descriptor data_;
  OutputLock lock_;
  Descriptor editions_;
  std::vector<Made> made_;
};

void check_addresses(const EditionWrite& write) {
  std::vector<std::string> addresses = write.remove_after;
  for (const std::vector<OutputFile>* files : {&write.before, &write.after}) {
    for (const OutputFile& file : *files) addresses.push_back(file.address);
  }
  addresses.push_back(write.commit.address);
  if (write.commit.address.starts_with(attachments))
    throw WriteFailure{"'" + printable(write.commit.address) + "' would stand among the attachments"};
  for (const std::string& address : addresses) {
    if (is_safe_relative_path(address) && std::count(address.begin(), address.end(), '/') == 1) continue;
    throw WriteFailure{"'" + printable(address) + "' is not a safe address for a file"};
  }
}

// Throws when documents came or went since the caller read them.
void check_standing(const Editions& editions, const EditionWrite& write) {
  std::vector<std::string> wanted = write.standing;
  std::vector<std::string> found = editions.documents();
  for (std::vector<std::string>* list : {&wanted, &found}) {
    std::erase(*list, write.commit.address);
    std::sort(list->begin(), list->end());
  }
  std::vector<std::string> changed;
  std::set_symmetric_difference(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(changed));
  if (changed.empty()) return;
  throw WriteFailure{"another command changed " + editions.shown("") + " meanwhile (" + printable(join(changed, ", ")) +
                     "); run this one again"};
}

void write_or_throw(const std::filesystem::path& site, const EditionWrite& write, bool& committed) {
  check_addresses(write);
  Editions editions(site);
  editions.open();
  editions.tidy();
  check_standing(editions, write);

  const bool is_there = editions.exists(write.commit.address);
  if (is_there && !editions.holds(write.commit)) {
    throw WriteFailure{printable(editions.shown(write.commit.address)) +
                       " is there already, with other contents; what was published is never overwritten"};
  }
  if (!editions.exists("README.md")) editions.put({"README.md", read_me});
  editions.announce(write);
  for (const OutputFile& file : write.before) editions.put(file);
  // Everything that the commit names is on the disk.
  editions.put(write.commit);
  editions.keep();
  committed = true;

  // Bytes first: a document from which a part was not taken yet tells that it is still to be done, bytes tell nothing.
  for (const std::string& address : write.remove_after) editions.remove(address);
  for (const OutputFile& file : write.after) editions.put(file);
}

}  // namespace

EditionResult write_editions(const std::filesystem::path& site, const EditionWrite& write) {
  EditionResult result;
  result.failure = failure_of(site / "data", [&] { write_or_throw(site, write, result.committed); });
  result.ok = result.failure.empty();
  return result;
}

}  // namespace stoplicht
