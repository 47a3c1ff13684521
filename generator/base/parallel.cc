#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace stoplicht {
namespace {

// What the threads of one loop share.
class Loop {
 public:
  Loop(std::size_t count, const std::function<void(std::size_t)>& work) : count_(count), work_(work) {}

  void run() {
    while (!stopped_) {
      const std::size_t i = next_.fetch_add(1);
      if (i >= count_) return;
      try {
        work_(i);
      } catch (...) {
        stop(i);
        return;
      }
    }
  }

  void rethrow() const {
    if (exception_) std::rethrow_exception(exception_);
  }

 private:
  // Of several exceptions the one of the lowest i stays, as without threads: every lower i has
  // been handed out by then, and what is handed out is done.
  void stop(std::size_t i) {
    stopped_ = true;
    const std::lock_guard lock(mutex_);
    if (exception_ && failed_at_ < i) return;
    exception_ = std::current_exception();
    failed_at_ = i;
  }

  const std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::exception_ptr exception_;
  std::size_t failed_at_ = 0;
};

}  // namespace

void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  Loop loop(count, work);
  {
    std::vector<std::jthread> helpers;  // This thread works along, so one fewer is needed.
    const std::size_t wanted = std::min<std::size_t>(threads, count);
    helpers.reserve(wanted);
    try {
      for (std::size_t i = 1; i < wanted; ++i) helpers.emplace_back([&loop] { loop.run(); });
    } catch (const std::system_error&) {
      // The machine gives no more threads: those that run do all the work.
    }
    loop.run();
  }
  loop.rethrow();
}

}  // namespace stoplicht
