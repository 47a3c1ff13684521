#include "write/changed_files.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <exception>

#include "base/paths.h"
#include "write/disk.h"

namespace stoplicht {
namespace {

// One file on its way: staged beside its place, then put there.
struct StagedFile {
  Descriptor folder;
  std::string name, aside, shown;
  bool is_new = false;
  bool in_place = false;
};

// What a run has staged; put back at the end unless kept.
class Staging {
 public:
  Staging() = default;
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;

  ~Staging() {
    for (auto file = files_.rbegin(); file != files_.rend(); ++file) {
      const int folder = file->folder.get();
      if (file->in_place && file->is_new) unlinkat(folder, file->name.c_str(), 0);
      if (file->in_place && !file->is_new) renameat(folder, file->aside.c_str(), folder, file->name.c_str());
      if (!file->in_place) unlinkat(folder, file->aside.c_str(), 0);
    }
  }

  void stage(const std::filesystem::path& root, const ChangedFile& changed) {
    if (!is_safe_relative_path(changed.address))
      throw WriteFailure{"'" + printable(changed.address) + "' is not a safe address for a file"};
    const std::filesystem::path path = root / changed.address;
    if (changed.is_new) folders_.make(path.parent_path());
    StagedFile file;
    file.folder = open_folder(AT_FDCWD, path.parent_path().string(), path.parent_path().string());
    file.name = path.filename().string();
    file.aside = "." + file.name + ".stoplicht-new";
    file.shown = path.string();
    file.is_new = changed.is_new;
    remove_all(file.folder.get(), file.aside, file.shown);
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
        put_by_link(file);
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
    throw WriteFailure{printable(file.shown) + " was changed in the meantime; nothing was written"};
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
  static void put_by_link(StagedFile& file) {
    const int folder = file.folder.get();
    const char* name = file.name.c_str();
    const std::string old = "." + file.name + ".stoplicht-old";
    remove_all(folder, old, file.shown);
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

}  // namespace

std::string write_changed_files(const std::filesystem::path& root, const std::vector<ChangedFile>& files) {
  return failure_of(root, [&] {
    Staging staging;
    for (const ChangedFile& file : files) staging.stage(root, file);
    for (std::size_t i = 0; i < files.size(); ++i) staging.check(i, files[i]);
    for (std::size_t i = 0; i < files.size(); ++i) staging.put(i, files[i]);
    staging.keep();
  });
}

}  // namespace stoplicht
