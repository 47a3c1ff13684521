#include "commands/refusal.h"

#include <cstdio>
#include <exception>

namespace stoplicht {

ExitCode tell(const Refusal& refusal) {
  std::fputs(("stoplicht: " + refusal.message + "\n").c_str(), stderr);
  if (!refusal.hint.empty()) std::fputs(("  hint: " + refusal.hint + "\n").c_str(), stderr);
  return refusal.code;
}

ExitCode run_to_end(const std::function<ExitCode()>& command) {
  try {
    return command();
  } catch (const Refusal& refusal) {
    return tell(refusal);
  } catch (const std::exception& error) {
    return tell({environment, error.what(), ""});
  }
}

}  // namespace stoplicht
