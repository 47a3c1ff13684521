#pragma once
#include <functional>
#include <string>

// System calls that fail, or kill the process, at a chosen moment. This binary is linked with
// -Wl,--wrap for each call in faulty_calls.cc, so that those of the writing room come by here.
namespace stoplicht {

struct Fault {
  enum class Kind { none, fail_once, fail_from, kill, meanwhile } kind = Kind::none;
  long at = 0;            // The call that is struck, counted from 1 over all wrapped calls.
  int error = 0;          // What it fails with.
  std::string only = "";  // Counts only calls of this name; all when empty.

  std::function<void()> meanwhile = {};  // What another process does just before the call, which then goes on.

  bool can_exchange = true;  // False: renameat2 answers EINVAL, as old file systems do.
  bool short_io = false;     // read and write take three bytes at most.
};

// From now on, in all threads, and with the counting begun anew.
void set_fault(const Fault& fault);

// The name of the call that was struck first since set_fault; empty when none was.
std::string struck_call();

// The names of the wrapped calls made since set_fault, sorted: "close fchmod …".
std::string calls_made();

}  // namespace stoplicht
