#include "model/number_in_words.h"

#include "base/locale.h"
#include "base/text.h"
#include "model/sheet_values.h"

namespace stoplicht {
namespace {

struct QualifyingWord {
  std::string_view word, qualifier;
};

// All that stands before the number.
constexpr QualifyingWord qualifying_words[] = {{"ca", "about"},
                                               {"ca.", "about"},
                                               {"circa", "about"},
                                               {"ongeveer", "about"},
                                               {"about", "about"},
                                               {"±", "about"},
                                               {"~", "about"},
                                               {"rond", "about"},
                                               {"minstens", "at-least"},
                                               {"minimaal", "at-least"},
                                               {"min.", "at-least"},
                                               {"tenminste", "at-least"},
                                               {"ten minste", "at-least"},
                                               {"at least", "at-least"},
                                               {">=", "at-least"},
                                               {"≥", "at-least"},
                                               {">", "more-than"},
                                               {"meer dan", "more-than"},
                                               {"more than", "more-than"},
                                               {"ruim", "more-than"}};

constexpr std::string_view digit_signs = "0123456789";

}  // namespace

NumberInWords number_in_words(std::string_view text, std::string_view language) {
  NumberInWords out;
  std::size_t begin = text.find_first_of(digit_signs);
  if (begin == std::string_view::npos) return out;
  if (begin > 0 && text[begin - 1] == '-') --begin;
  std::size_t end = text.find_last_of(digit_signs) + 1;
  const std::string before = fold_case(trim(text.substr(0, begin)));
  if (trim(text.substr(end)).starts_with('%')) end = text.find('%', end) + 1;
  const std::string_view number = trim(text.substr(begin, end - begin));
  if (!parse_number(number, language)) return out;
  out.number = number;
  for (const QualifyingWord& each : qualifying_words)
    if (before == each.word) out.qualifier = each.qualifier;
  return out;
}

}  // namespace stoplicht
