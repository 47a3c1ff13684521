#include "commands/refusal.h"

#include <cstdio>
#include <exception>

#include "base/counted.h"
#include "base/message_catalogue.h"

namespace stoplicht {

ExitCode tell(const Refusal& refusal, MessageLanguage language) {
  std::fputs(("stoplicht: " + in_language(language, "terminal", refusal.message) + "\n").c_str(), stderr);
  const std::string mark = language == MessageLanguage::dutch ? "  tip: " : "  hint: ";
  if (!refusal.hint.empty())
    std::fputs((mark + in_language(language, "terminal", refusal.hint) + "\n").c_str(), stderr);
  return refusal.code;
}

void refuse(const Diagnostics& diagnostics, const std::string& hint, MessageLanguage language) {
  std::fputs(diagnostics.to_text(language).c_str(), stderr);
  throw Refusal{faults_in_site, "nothing was written: " + counted(diagnostics.errors(), "error", "errors"), hint};
}

void refuse_published(const std::string& period) {
  throw Refusal{faults_in_site, "period '" + period + "' was published already",
                "change its files, and publish the change with: stoplicht correct " + period + " --reason \"...\""};
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
