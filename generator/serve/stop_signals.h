#pragma once
#include <csignal>

#include "serve/wake.h"

namespace stoplicht {

// Ctrl-C and the like (SIGINT, SIGTERM, SIGHUP), as something to wait for instead of an end at any moment. Made before
// any thread is started: threads have the signals blocked as the one that started them has.
class StopSignals {
 public:
  StopSignals();   // Throws std::system_error.
  ~StopSignals();  // Signals do again what they did before.
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Returns at a signal, or once `other` was rung.
  void wait(const Wake& other) const;

 private:
  sigset_t before_{};
  Descriptor descriptor_;
};

}  // namespace stoplicht
