#include "commands/question.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "base/message_catalogue.h"
#include "base/text.h"

namespace stoplicht {

bool can_ask() { return isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0; }

bool ask(const std::string& question, MessageLanguage language) {
  const std::string shown =
      in_language(language, "terminal", question) + (language == MessageLanguage::dutch ? " [j/N] " : " [y/N] ");
  while (true) {
    std::fputs(shown.c_str(), stderr);
    std::string line;
    if (!std::getline(std::cin, line)) return false;
    const std::string answer = in_lower_case(trim(line));
    if (answer == "y" || answer == "yes" || answer == "j" || answer == "ja") return true;
    if (answer.empty() || answer == "n" || answer == "no" || answer == "nee") return false;
  }
}

}  // namespace stoplicht
