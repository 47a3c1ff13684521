#include "load/read_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace stoplicht {
namespace {

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// Unlike strerror, safe on several threads.
std::string last_error() { return std::generic_category().message(errno); }

}  // namespace

ReadResult read_file(const std::filesystem::path& path, std::size_t largest, std::string& bytes, std::string& reason) {
  const OpenFile file(path);
  struct stat status {};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &status) != 0) {
    reason = last_error();
    return ReadResult::failed;
  }
  if (!S_ISREG(status.st_mode)) {
    reason = "not a regular file";
    return ReadResult::failed;
  }
  if (static_cast<std::size_t>(status.st_size) > largest) return ReadResult::too_large;

  // One byte more than expected, so that a file which grows meanwhile is noticed.
  bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
  std::size_t size = 0;
  while (true) {
    const ssize_t got = ::read(file.descriptor(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      reason = last_error();
      return ReadResult::failed;
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > largest) return ReadResult::too_large;
    if (size == bytes.size()) bytes.resize(std::min(2 * size, largest + 1));
  }
  bytes.resize(size);
  return ReadResult::read;
}

}  // namespace stoplicht
