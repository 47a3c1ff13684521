#include "commands/refusal.h"

#include <cstdio>

namespace stoplicht {

ExitCode tell(const Refusal& refusal) {
  std::fputs(("stoplicht: " + refusal.message + "\n").c_str(), stderr);
  if (!refusal.hint.empty()) std::fputs(("  hint: " + refusal.hint + "\n").c_str(), stderr);
  return refusal.code;
}

}  // namespace stoplicht
