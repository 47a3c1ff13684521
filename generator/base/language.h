#pragma once
#include <optional>
#include <string_view>

namespace stoplicht {

// What the program speaks to who runs it. The site's own language is another matter.
enum class MessageLanguage { english, dutch };

// Of "en" or "nl"; nothing for anything else.
std::optional<MessageLanguage> message_language(std::string_view name);

// What the variables LC_ALL, LC_MESSAGES and LANG ask for; the first that is not empty counts. Dutch for one that
// begins with "nl" ("nl", "nl_NL.UTF-8", "nl_BE"), and else English.
MessageLanguage language_of_locale(std::string_view lc_all, std::string_view lc_messages, std::string_view lang);

}  // namespace stoplicht
