#include "write/new_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <exception>

#include "base/paths.h"
#include "write/disk.h"

namespace stoplicht {
namespace {

struct NewPlace {
  std::filesystem::path folder;
  std::string name;
  std::string shown;
};

NewPlace place_of(const std::filesystem::path& root, const std::string& address) {
  if (!is_safe_relative_path(address))
    throw WriteFailure{"'" + printable(address) + "' is not a safe address for a file"};
  const std::filesystem::path path = root / address;
  return {path.parent_path(), path.filename().string(), path.string()};
}

// What a run has written; taken away again at the end unless kept.
class NewFiles {
 public:
  NewFiles() = default;
  NewFiles(const NewFiles&) = delete;
  NewFiles& operator=(const NewFiles&) = delete;
  ~NewFiles() {
    for (auto file = written_.rbegin(); file != written_.rend(); ++file) unlinkat(AT_FDCWD, file->c_str(), 0);
  }

  void write(const NewPlace& place, const std::string& bytes) {
    folders_.make(place.folder);
    const Descriptor folder = open_folder(AT_FDCWD, place.folder.string(), place.folder.string());
    const std::string aside = "." + place.name + ".stoplicht-new";
    remove_all(folder.get(), aside, place.shown);
    try {
      write_new_file(folder.get(), aside, bytes, place.shown, true);
      move_to_place(folder.get(), aside, place);
    } catch (const WriteFailure&) {
      unlinkat(folder.get(), aside.c_str(), 0);
      throw;
    }
    written_.push_back((place.folder / place.name).string());
    flush_folder(folder.get(), place.shown);
  }

  void keep() {
    written_.clear();
    folders_.keep();
  }

 private:
  static void move_to_place(int folder, const std::string& aside, const NewPlace& place) {
    const char* from = aside.c_str();
    const char* to = place.name.c_str();
    if (renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return;
    if (errno == EEXIST) throw WriteFailure{printable(place.shown) + " is there already; it was not touched"};
    // A file system that cannot promise it: look, and then rename.
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) disk_failure("write", place.shown, errno);
    if (exists_in(folder, place.name, place.shown))
      throw WriteFailure{printable(place.shown) + " is there already; it was not touched"};
    if (renameat(folder, from, folder, to) != 0) disk_failure("write", place.shown, errno);
  }

  MissingFolders folders_;  // First: they are taken away after the files in them.
  std::vector<std::string> written_;
};

}  // namespace

std::vector<std::string> taken_names(const std::filesystem::path& root, const std::vector<OutputFile>& files,
                                     std::string& failure) {
  std::vector<std::string> taken;
  try {
    for (const OutputFile& file : files)
      if (exists_in(AT_FDCWD, (root / file.address).string(), (root / file.address).string()))
        taken.push_back(file.address);
  } catch (const WriteFailure& error) {
    failure = error.sentence;
  }
  return taken;
}

std::string write_new_files(const std::filesystem::path& root, const std::vector<OutputFile>& files) {
  return failure_of(root, [&] {
    NewFiles written;
    for (const OutputFile& file : files) written.write(place_of(root, file.address), file.bytes);
    written.keep();
  });
}

}  // namespace stoplicht
