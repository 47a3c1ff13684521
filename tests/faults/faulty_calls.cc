#include "faults/faulty_calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <mutex>
#include <set>

namespace stoplicht {
namespace {

std::mutex mutex;
Fault current;
long count = 0;
std::string struck;
std::set<std::string> made;

enum class Verdict { go_on, fail, die };

// Sets errno when the call is to fail.
Verdict judge(const char* name) {
  const std::lock_guard lock(mutex);
  made.insert(name);
  if (current.kind == Fault::Kind::none || (!current.only.empty() && current.only != name)) return Verdict::go_on;
  ++count;
  const bool hit = current.kind == Fault::Kind::fail_from ? count >= current.at : count == current.at;
  if (!hit) return Verdict::go_on;
  if (struck.empty()) struck = name;
  if (current.kind == Fault::Kind::meanwhile) {
    current.meanwhile();
    return Verdict::go_on;
  }
  errno = current.error;
  return current.kind == Fault::Kind::kill ? Verdict::die : Verdict::fail;
}

bool fails(const char* name) {
  const Verdict verdict = judge(name);
  if (verdict == Verdict::die) raise(SIGKILL);
  return verdict == Verdict::fail;
}

}  // namespace

void set_fault(const Fault& fault) {
  const std::lock_guard lock(mutex);
  current = fault;
  count = 0;
  struck.clear();
  made.clear();
}

std::string struck_call() {
  const std::lock_guard lock(mutex);
  return struck;
}

std::string calls_made() {
  const std::lock_guard lock(mutex);
  std::string names;
  for (const std::string& name : made) names += (names.empty() ? "" : " ") + name;
  return names;
}

}  // namespace stoplicht

using stoplicht::fails;

extern "C" {

int __real_close(int file);
int __real_fchmod(int file, mode_t mode);
int __real_fchmodat(int folder, const char* path, mode_t mode, int flags);
DIR* __real_fdopendir(int folder);
int __real_flock(int file, int operation);
int __real_fstat(int file, struct stat* status);
int __real_fstatat(int folder, const char* path, struct stat* status, int flags);
int __real_linkat(int from, const char* old_path, int to, const char* new_path, int flags);
int __real_mkdirat(int folder, const char* path, mode_t mode);
int __real_openat(int folder, const char* path, int flags, ...);
ssize_t __real_read(int file, void* buffer, std::size_t size);
dirent* __real_readdir(DIR* stream);
int __real_renameat(int from, const char* old_path, int to, const char* new_path);
int __real_renameat2(int from, const char* old_path, int to, const char* new_path, unsigned flags);
int __real_unlinkat(int folder, const char* path, int flags);
ssize_t __real_write(int file, const void* buffer, std::size_t size);

int __wrap_close(int file) {
  const bool failed = fails("close");
  const int error = errno;
  const int result = __real_close(file);  // A close that fails has closed.
  if (!failed) return result;
  errno = error;
  return -1;
}

int __wrap_fchmod(int file, mode_t mode) { return fails("fchmod") ? -1 : __real_fchmod(file, mode); }

int __wrap_fchmodat(int folder, const char* path, mode_t mode, int flags) {
  return fails("fchmodat") ? -1 : __real_fchmodat(folder, path, mode, flags);
}

DIR* __wrap_fdopendir(int folder) { return fails("fdopendir") ? nullptr : __real_fdopendir(folder); }

int __wrap_flock(int file, int operation) { return fails("flock") ? -1 : __real_flock(file, operation); }

int __wrap_fstat(int file, struct stat* status) { return fails("fstat") ? -1 : __real_fstat(file, status); }

int __wrap_fstatat(int folder, const char* path, struct stat* status, int flags) {
  return fails("fstatat") ? -1 : __real_fstatat(folder, path, status, flags);
}

int __wrap_linkat(int from, const char* old_path, int to, const char* new_path, int flags) {
  return fails("linkat") ? -1 : __real_linkat(from, old_path, to, new_path, flags);
}

int __wrap_mkdirat(int folder, const char* path, mode_t mode) {
  return fails("mkdirat") ? -1 : __real_mkdirat(folder, path, mode);
}

int __wrap_openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  return fails("openat") ? -1 : __real_openat(folder, path, flags, mode);
}

ssize_t __wrap_read(int file, void* buffer, std::size_t size) {
  if (fails("read")) return -1;
  return __real_read(file, buffer, stoplicht::current.short_io ? std::min<std::size_t>(size, 3) : size);
}

dirent* __wrap_readdir(DIR* stream) { return fails("readdir") ? nullptr : __real_readdir(stream); }

int __wrap_renameat(int from, const char* old_path, int to, const char* new_path) {
  return fails("renameat") ? -1 : __real_renameat(from, old_path, to, new_path);
}

int __wrap_renameat2(int from, const char* old_path, int to, const char* new_path, unsigned flags) {
  if (fails("renameat2")) return -1;
  if (stoplicht::current.can_exchange) return __real_renameat2(from, old_path, to, new_path, flags);
  errno = EINVAL;
  return -1;
}

// Never really: a kill loses nothing that was written, and others share the disk.
int __wrap_syncfs(int) { return fails("syncfs") ? -1 : 0; }
int __wrap_fsync(int) { return fails("fsync") ? -1 : 0; }

int __wrap_unlinkat(int folder, const char* path, int flags) {
  return fails("unlinkat") ? -1 : __real_unlinkat(folder, path, flags);
}

// A kill comes when half of the bytes are written.
ssize_t __wrap_write(int file, const void* buffer, std::size_t size) {
  const stoplicht::Verdict verdict = stoplicht::judge("write");
  if (verdict == stoplicht::Verdict::fail) return -1;
  if (verdict == stoplicht::Verdict::die) {
    if (__real_write(file, buffer, size / 2) >= 0) raise(SIGKILL);
  }
  return __real_write(file, buffer, stoplicht::current.short_io ? std::min<std::size_t>(size, 3) : size);
}

}  // extern "C"
