#include "write/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace stoplicht {
namespace {

// False when the file was removed, or removed and made anew, since it was opened.
bool is_still_named(const Descriptor& file, int parent, const std::string& name, const std::string& shown) {
  struct stat opened = {};
  struct stat named = {};
  if (fstat(file.get(), &opened) != 0) disk_failure("lock", shown, errno);
  if (fstatat(parent, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return false;
    disk_failure("lock", shown, errno);
  }
  return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

OutputLock::OutputLock(int parent, std::string name, const std::string& shown, const std::string& output,
                       const std::string& who)
    : parent_(parent), name_(std::move(name)) {
  // The holder removes the file while it still has the lock. Whoever opened that file before and
  // locks it after holds a lock that nobody else can see, and must begin again.
  for (int attempts = 0; attempts < 100; ++attempts) {
    file_ = open_at(parent_, name_, O_RDWR | O_CREAT, 0644);
    if (!file_.is_open()) disk_failure("open", shown, errno);
    while (flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EWOULDBLOCK) throw WriteFailure{"another " + who + " is writing to " + printable(output)};
      if (errno != EINTR) disk_failure("lock", shown, errno);
    }
    if (is_still_named(file_, parent_, name_, shown)) return;
  }
  throw WriteFailure{"other " + who + "s keep writing to " + printable(output)};
}

OutputLock::~OutputLock() { unlinkat(parent_, name_.c_str(), 0); }

}  // namespace stoplicht
