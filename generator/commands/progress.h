#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

#include "base/language.h"

namespace stoplicht {

// One line on the terminal that says what goes on, from the second second of a run; none when
// standard error is not a terminal.
class Progress {
 public:
  explicit Progress(MessageLanguage language = MessageLanguage::english);
  ~Progress();  // Removes the line.
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // What is being done now, and of how many steps `done` counts (0: not counted). A plain phrase in English, told in
  // the language: "rendering pages".
  void stage(const std::string& what, std::size_t total = 0);
  std::atomic<std::size_t>& done() { return done_; }

 private:
  void show();

  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::string what_;
  std::size_t total_ = 0;
  std::atomic<std::size_t> done_ = 0;
  bool shown_ = false;
  const MessageLanguage language_;
  std::jthread thread_;  // Last: it uses all of the above.
};

}  // namespace stoplicht
