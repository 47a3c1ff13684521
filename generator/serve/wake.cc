#include "serve/wake.h"

#include <sys/eventfd.h>

#include <cerrno>
#include <system_error>

namespace stoplicht {

Wake::Wake() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!descriptor_.is_open()) throw std::system_error(errno, std::generic_category(), "cannot wait for events");
}

void Wake::ring() const { ::eventfd_write(descriptor_.get(), 1); }

void Wake::clear() const {
  eventfd_t count = 0;
  ::eventfd_read(descriptor_.get(), &count);
}

}  // namespace stoplicht
