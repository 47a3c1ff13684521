#pragma once
#include <functional>
#include <string>

#include "base/diagnostics.h"
#include "base/language.h"
#include "commands/build.h"

namespace stoplicht {

// Why a command goes no further. Thrown, and told at its end.
struct Refusal {
  ExitCode code = wrong_command_line;
  std::string message;
  std::string hint;  // May be empty.
};

// Says it on standard error, in the language; gives its exit code.
ExitCode tell(const Refusal& refusal, MessageLanguage language = MessageLanguage::english);

// Shows the faults, and refuses because of the errors among them: nothing was written.
[[noreturn]] void refuse(const Diagnostics& diagnostics, const std::string& hint, MessageLanguage language);

// Refuses to change a period of which there are editions.
[[noreturn]] void refuse_published(const std::string& period);

// What a command does, to its end. A refusal is told, and so is what libraries throw when memory runs out or a file
// system fails under them.
ExitCode run_to_end(const std::function<ExitCode()>& command, MessageLanguage language = MessageLanguage::english);

}  // namespace stoplicht
