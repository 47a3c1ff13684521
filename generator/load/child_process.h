#pragma once
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

struct ChildLimits {
  std::chrono::milliseconds time{60'000};      // By the clock; processor time as well, in whole seconds.
  std::size_t output = std::size_t{64} << 20;  // Bytes on its standard output.
};

struct ChildEnd {
  enum class Kind { exited, killed, not_there, not_started, out_of_time, too_much_output } kind = Kind::exited;
  int code = 0;          // Its exit code, or the signal that ended it.
  std::string output;    // What it wrote on standard output,
  std::string messages;  // and on standard error; no more than the first 64 kB.
};

// Runs another program to its end: `command` is its name, looked up in PATH, and its arguments; no shell reads them. It
// gets `input` on standard input and hardly any environment, and can put no byte into a file; make empty ones, and take
// files away, it can. When it oversteps a limit it is killed with all that it started, but for what left its group of
// processes; when this program is killed, it is, too, without what it started. Throws std::system_error when there is
// no memory or no file descriptor left.
ChildEnd run_child(const std::vector<std::string>& command, std::string_view input, const ChildLimits& limits);

}  // namespace stoplicht
