#include "commands/edition_name.h"

#include "commands/refusal.h"

namespace stoplicht {

EditionName read_edition_name(const std::string& text, const std::string& hint) {
  EditionName name{text, text.substr(0, text.find('@')), 0, false};
  if (name.period.size() == text.size()) return name;
  const std::string version = text.substr(name.period.size() + 1);
  name.sources = version == "sources";
  const bool is_number = version.size() >= 2 && version.size() <= 5 && version[0] == 'v' && version[1] != '0' &&
                         version.find_first_not_of("0123456789", 1) == std::string::npos;
  if (is_number) name.edition = std::stoi(version.substr(1));
  if (!name.sources && !is_number) throw Refusal{wrong_command_line, "'" + text + "' names no edition", hint};
  return name;
}

}  // namespace stoplicht
