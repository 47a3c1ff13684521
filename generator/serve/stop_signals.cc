#include "serve/stop_signals.h"

#include <sys/poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace stoplicht {

StopSignals::StopSignals() {
  sigset_t stopping;
  sigemptyset(&stopping);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&stopping, signal);
  pthread_sigmask(SIG_BLOCK, &stopping, &before_);
  descriptor_ = Descriptor(::signalfd(-1, &stopping, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!descriptor_.is_open()) throw std::system_error(errno, std::generic_category(), "cannot wait for signals");
}

StopSignals::~StopSignals() {
  // Those that came are taken out of the queue: they were for us.
  signalfd_siginfo signal{};
  while (::read(descriptor_.get(), &signal, sizeof signal) > 0) continue;
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopSignals::wait(const Wake& other) const {
  std::array<pollfd, 2> awaited{{{descriptor_.get(), POLLIN, 0}, {other.descriptor(), POLLIN, 0}}};
  while (::poll(awaited.data(), awaited.size(), -1) < 0 && errno == EINTR) continue;
}

}  // namespace stoplicht
