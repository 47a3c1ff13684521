#include "model/council_letters.h"

#include <algorithm>

#include "base/text.h"
#include "model/placeholders.h"

namespace stoplicht {
namespace {

bool goes_to(const Letter& letter, const Organisation& council) {
  return std::find(letter.councils.begin(), letter.councils.end(), &council) != letter.councils.end();
}

}  // namespace

const Letter* last_letter_to(const Period& period, const Organisation& council) {
  const auto find_in = [&](const Period& each) -> const Letter* {
    const Letter* newest = nullptr;
    for (const auto& letter : each.letters)
      if (letter->councils.size() == 1 && goes_to(*letter, council) &&
          (newest == nullptr || (letter->date && (!newest->date || *newest->date < *letter->date))))
        newest = letter.get();
    return newest;
  };
  for (const Period* each = period.previous; each != nullptr; each = each->previous)
    if (const Letter* letter = find_in(*each)) return letter;
  return find_in(period);
}

const Letter* letter_for(const Period& period, const Organisation& council) {
  const Letter* found = nullptr;
  for (const auto& letter : period.letters)
    if (goes_to(*letter, council) && (found == nullptr || (!is_untouched_draft(*found) && is_untouched_draft(*letter))))
      found = letter.get();
  return found;
}

bool is_untouched_draft(const Letter& letter) {
  if (letter.text.document == nullptr || find_placeholders(letter.title).empty()) return false;
  bool asks = false;
  for (const std::string_view line : split(letter.text.document->body(), '\n')) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (find_placeholders(line).empty()) return false;
    asks = true;
  }
  return asks;
}

}  // namespace stoplicht
