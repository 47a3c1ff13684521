#pragma once
#include <string>

#include "commands/build.h"

namespace stoplicht {

// Why a command goes no further. Thrown, and told at its end.
struct Refusal {
  ExitCode code = wrong_command_line;
  std::string message;
  std::string hint;  // May be empty.
};

// Says it on standard error; gives its exit code.
ExitCode tell(const Refusal& refusal);

}  // namespace stoplicht
