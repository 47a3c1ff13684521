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
      if (!unknown) disk_failure("write", file.shown, errno);
      exchange_in_two_steps(file);
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

  // On a file system that cannot exchange two names.
  static void exchange_in_two_steps(StagedFile& file) {
    const int folder = file.folder.get();
    const std::string old = "." + file.name + ".stoplicht-old";
    if (!file.is_new && renameat(folder, file.name.c_str(), folder, old.c_str()) != 0)
      disk_failure("write", file.shown, errno);
    if (renameat(folder, file.aside.c_str(), folder, file.name.c_str()) != 0) {
      const int error = errno;
      if (!file.is_new) renameat(folder, old.c_str(), folder, file.name.c_str());
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
