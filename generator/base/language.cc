#include "base/language.h"

namespace stoplicht {

std::optional<MessageLanguage> message_language(std::string_view name) {
  if (name == "nl") return MessageLanguage::dutch;
  if (name == "en") return MessageLanguage::english;
  return std::nullopt;
}

MessageLanguage language_of_locale(std::string_view lc_all, std::string_view lc_messages, std::string_view lang) {
  const std::string_view asked = !lc_all.empty() ? lc_all : !lc_messages.empty() ? lc_messages : lang;
  const std::string_view name = asked.substr(0, asked.find_first_of("_.@"));
  return name == "nl" ? MessageLanguage::dutch : MessageLanguage::english;
}

}  // namespace stoplicht
