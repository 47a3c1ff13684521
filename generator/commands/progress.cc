#include "commands/progress.h"

#include <unistd.h>

#include <cstdio>

#include "base/message_catalogue.h"

namespace stoplicht {

Progress::Progress(MessageLanguage language) : language_(language) {
  if (isatty(STDERR_FILENO) == 0) return;
  thread_ = std::jthread([this](const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    while (!stop.stop_requested()) {
      show();
      wake_.wait_for(lock, stop, std::chrono::milliseconds(100), [] { return false; });
    }
  });
}

Progress::~Progress() {
  if (thread_.joinable()) {
    thread_.request_stop();
    thread_.join();
  }
  if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::stage(const std::string& what, std::size_t total) {
  const std::lock_guard lock(mutex_);
  what_ = in_language(language_, "terminal", what);
  total_ = total;
  done_ = 0;
}

void Progress::show() {
  if (what_.empty()) return;
  shown_ = true;
  if (total_ > 0)
    std::fprintf(stderr, "\r\033[K%s: %zu %s %zu", what_.c_str(), done_.load(),
                 language_ == MessageLanguage::dutch ? "van" : "of", total_);
  else
    std::fprintf(stderr, "\r\033[K%s", what_.c_str());
  std::fflush(stderr);
}

}  // namespace stoplicht
