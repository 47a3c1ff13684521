#include "write/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

namespace stoplicht {
namespace {

constexpr mode_t file_mode = 0644;
constexpr mode_t folder_mode = 0755;

template <typename Call>
auto uninterrupted(Call call) {
  for (;;) {
    const auto result = call();
    if (result != -1 || errno != EINTR) return result;
  }
}

// A file system without modes (FAT, some network shares) refuses with these errors what it cannot
// store; on a file of our own they mean nothing else.
bool means_no_modes(int error) { return error == EPERM || error == ENOTSUP || error == ENOSYS; }

void list_into(FolderList& list, int folder, const std::string& prefix, const std::string& shown) {
  struct stat status = {};
  if (fstat(folder, &status) != 0) disk_failure("read", shown, errno);
  if ((status.st_mode & 07777) != folder_mode) list.modes_are_ours = false;

  for (const std::string& name : names_in(folder, shown)) {
    const std::string inside = shown + "/" + name;
    if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) disk_failure("read", inside, errno);
    if (S_ISDIR(status.st_mode)) {
      list.folders.push_back(prefix + name);
      list_into(list, open_folder(folder, name, inside).get(), prefix + name + "/", inside);
    } else {
      (S_ISREG(status.st_mode) ? list.files : list.others).push_back(prefix + name);
    }
  }
}

// Reads until `size` bytes are there or the file ends. The number of bytes; -1 with errno.
ssize_t read_fully(int file, char* buffer, std::size_t size) {
  std::size_t have = 0;
  while (have < size) {
    const ssize_t count = uninterrupted([&] { return read(file, buffer + have, size - have); });
    if (count < 0) return -1;
    if (count == 0) break;
    have += static_cast<std::size_t>(count);
  }
  return static_cast<ssize_t>(have);
}

// O_NONBLOCK: a named pipe in the place of a file must not make us wait.
Descriptor open_to_read(int folder, const std::string& name) { return open_at(folder, name, O_RDONLY | O_NONBLOCK); }

}  // namespace

void disk_failure(std::string_view what, const std::string& shown, int error) {
  std::string reason = std::generic_category().message(error);
  if (!reason.empty() && reason[0] >= 'A' && reason[0] <= 'Z') reason[0] = static_cast<char>(reason[0] - 'A' + 'a');
  throw WriteFailure{"cannot " + std::string(what) + " " + printable(shown) + ": " + reason};
}

std::string failure_of(const std::filesystem::path& shown, const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const WriteFailure& failure) {
    return failure.sentence;
  } catch (const std::exception& error) {  // No memory.
    return "cannot write to " + printable(shown.string()) + ": " + error.what();
  }
}

std::string printable(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return text;
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) close(number_);
}

Descriptor open_at(int folder, const std::string& name, int flags, unsigned mode) {
  return Descriptor(uninterrupted([&] { return openat(folder, name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, mode); }));
}

Descriptor open_folder(int parent, const std::string& name, const std::string& shown) {
  Descriptor folder = open_at(parent, name, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) disk_failure("open", shown, errno);
  return folder;
}

void make_folder(int parent, const std::string& name, const std::string& shown) {
  if (mkdirat(parent, name.c_str(), folder_mode) != 0) disk_failure("make folder", shown, errno);
  if (fchmodat(parent, name.c_str(), folder_mode, 0) != 0 && !means_no_modes(errno)) {
    disk_failure("make folder", shown, errno);
  }
}

void write_new_file(int folder, const std::string& address, std::string_view bytes, const std::string& shown,
                    bool lasting) {
  Descriptor file = open_at(folder, address, O_WRONLY | O_CREAT | O_EXCL, file_mode);
  if (!file.is_open()) disk_failure("write", shown, errno);
  while (!bytes.empty()) {
    const ssize_t count = uninterrupted([&] { return write(file.get(), bytes.data(), bytes.size()); });
    if (count <= 0) disk_failure("write", shown, count == 0 ? EIO : errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (fchmod(file.get(), file_mode) != 0 && !means_no_modes(errno)) disk_failure("write", shown, errno);
  if (lasting && uninterrupted([&] { return fsync(file.get()); }) != 0) disk_failure("write", shown, errno);
  // Network file systems report a full disk only here. An interrupted close has closed.
  if (close(file.release()) != 0 && errno != EINTR) disk_failure("write", shown, errno);
}

void copy_mode(int folder, const std::string& from, const std::string& to, const std::string& shown) {
  struct stat status = {};
  if (fstatat(folder, from.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return;
    disk_failure("read", shown, errno);
  }
  if (!S_ISREG(status.st_mode) || (status.st_mode & 0777) == file_mode) return;
  if (fchmodat(folder, to.c_str(), status.st_mode & 0777, 0) != 0 && !means_no_modes(errno))
    disk_failure("write", shown, errno);
}

bool exists_in(int parent, const std::string& name, const std::string& shown) {
  struct stat status = {};
  if (fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) disk_failure("read", shown, errno);
  return false;
}

void flush_folder(int folder, const std::string& shown) {
  // EINVAL: a file system that cannot bring a folder to the disk on its own.
  if (uninterrupted([&] { return fsync(folder); }) != 0 && errno != EINVAL) disk_failure("write", shown, errno);
}

std::optional<std::string> read_file(int folder, const std::string& name, std::size_t limit, const std::string& shown) {
  const Descriptor file = open_to_read(folder, name);
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ELOOP || errno == ENXIO) return std::nullopt;  // ELOOP: a link. ENXIO: a socket.
    disk_failure("read", shown, errno);
  }
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) disk_failure("read", shown, errno);
  if (!S_ISREG(status.st_mode) || static_cast<std::size_t>(status.st_size) > limit) return std::nullopt;
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  const ssize_t count = read_fully(file.get(), text.data(), text.size());
  if (count < 0) disk_failure("read", shown, errno);
  text.resize(static_cast<std::size_t>(count));
  return text;
}

bool file_holds(int folder, const std::string& address, std::string_view bytes) {
  const Descriptor file = open_to_read(folder, address);
  struct stat status = {};
  if (!file.is_open() || fstat(file.get(), &status) != 0) return false;
  if (!S_ISREG(status.st_mode) || (status.st_mode & 07777) != file_mode) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;

  const std::size_t step = std::min<std::size_t>(bytes.size(), 256 * 1024);
  const std::unique_ptr<char[]> buffer(new char[step]);
  while (!bytes.empty()) {
    const std::size_t size = std::min(step, bytes.size());
    if (read_fully(file.get(), buffer.get(), size) != static_cast<ssize_t>(size)) return false;
    if (std::memcmp(buffer.get(), bytes.data(), size) != 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

std::vector<std::string> names_in(int folder, const std::string& shown) {
  // fdopendir takes the descriptor over and moves its position: give it its own.
  Descriptor own = open_at(folder, ".", O_RDONLY | O_DIRECTORY);
  if (!own.is_open()) disk_failure("read", shown, errno);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(fdopendir(own.get()), [](DIR* open) { return closedir(open); });
  if (!stream) disk_failure("read", shown, errno);
  own.release();

  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = readdir(stream.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) disk_failure("read", shown, errno);
  std::sort(names.begin(), names.end());
  return names;
}

FolderList list_folder(int folder, const std::string& shown) {
  FolderList list;
  list_into(list, folder, "", shown);
  // The walk sorts names, but "a.html" comes before "a/b.html" only as a whole address.
  std::sort(list.folders.begin(), list.folders.end());
  std::sort(list.files.begin(), list.files.end());
  std::sort(list.others.begin(), list.others.end());
  return list;
}

void remove_all(int parent, const std::string& name, const std::string& shown) {
  if (unlinkat(parent, name.c_str(), 0) == 0 || errno == ENOENT) return;
  const int error = errno;
  if (error != EISDIR && error != EPERM) disk_failure("remove", shown, error);  // EPERM: a folder, says POSIX.
  {
    const Descriptor folder = open_at(parent, name, O_RDONLY | O_DIRECTORY);
    if (!folder.is_open()) disk_failure("remove", shown, errno == ENOTDIR ? error : errno);
    for (const std::string& inside : names_in(folder.get(), shown)) {
      remove_all(folder.get(), inside, shown + "/" + inside);
    }
  }
  if (unlinkat(parent, name.c_str(), AT_REMOVEDIR) != 0) disk_failure("remove", shown, errno);
}

MissingFolders::~MissingFolders() {
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder)
    unlinkat(AT_FDCWD, folder->c_str(), AT_REMOVEDIR);
}

void MissingFolders::make(const std::filesystem::path& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::exists(folder, error)) return;  // Empty: the folder where the program runs.
  if (folder.has_relative_path()) make(folder.parent_path());
  if (mkdirat(AT_FDCWD, folder.c_str(), folder_mode) != 0) {
    if (errno == EEXIST) return;  // Made by another process meanwhile.
    disk_failure("make folder", folder.string(), errno);
  }
  made_.push_back(folder.string());
  if (fchmodat(AT_FDCWD, folder.c_str(), folder_mode, 0) != 0 && !means_no_modes(errno)) {
    disk_failure("make folder", folder.string(), errno);
  }
}

}  // namespace stoplicht
