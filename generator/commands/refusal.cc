#include "commands/refusal.h"

#include <cstdio>
#include <exception>

#include "base/message_catalogue.h"

namespace stoplicht {

ExitCode tell(const Refusal& refusal, MessageLanguage language) {
  std::fputs(("stoplicht: " + in_language(language, "terminal", refusal.message) + "\n").c_str(), stderr);
  const std::string mark = language == MessageLanguage::dutch ? "  tip: " : "  hint: ";
  if (!refusal.hint.empty())
    std::fputs((mark + in_language(language, "terminal", refusal.hint) + "\n").c_str(), stderr);
  return refusal.code;
}

ExitCode run_to_end(const std::function<ExitCode()>& command, MessageLanguage language) {
  try {
    return command();
  } catch (const Refusal& refusal) {
    return tell(refusal, language);
  } catch (const std::exception& error) {
    return tell({environment, error.what(), ""}, language);
  }
}

}  // namespace stoplicht
