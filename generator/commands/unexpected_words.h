#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

struct CommandLineFault {
  std::string message, hint;
};

// What to tell of words of a command line that no option and no argument of the command takes. `words`: in their order,
// at least one; `options`: the long names of the command's options, without the dashes.
CommandLineFault fault_of_unexpected(const std::vector<std::string>& words, const std::vector<std::string>& options);

}  // namespace stoplicht
