#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/language.h"

namespace stoplicht {

// What the preview says itself, in the site's language. A theme has no part in it: it must speak, too, when the theme
// is what is wrong.
struct PreviewWords {
  std::string_view language;  // "nl"
  MessageLanguage message_language = MessageLanguage::dutch;
  std::string_view error, error_one, error_other;
  std::string_view warning, warning_one, warning_other;
  std::string_view and_word;
  std::string_view line, column, what_to_do;
  std::string_view site_has;  // Before the counts.
  std::string_view nothing_wrong;
  std::string_view last_good, no_good, only_warnings;  // What the reader sees meanwhile.
  std::string_view vanishes;
  std::string_view show_site;
  std::string_view more_one, more_other;          // Behind a number: of those that are not shown.
  std::string_view draft_before, draft_after;     // Around the name of a period.
  std::string_view blocking_one, blocking_other;  // Behind the number of what keeps a draft from being published.
  std::string_view blocking_none;
  std::string_view copy, copied;  // On the button behind a name of a file.
  std::string_view guide;         // A link to it.
  std::string_view starting;
};

// Those of "nl" or "en"; of anything else the Dutch ones.
const PreviewWords& preview_words(std::string_view language);

// "2 fouten en 1 waarschuwing"; what there is none of is left out.
std::string counts_text(const PreviewWords& words, std::size_t errors, std::size_t warnings);

// "3 punten houden publicatie nog tegen"
std::string blocking_text(const PreviewWords& words, std::size_t blocking);

}  // namespace stoplicht
