#pragma once
#include <string_view>
#include <vector>

#include "model/placeholders.h"
#include "model/site.h"

namespace stoplicht {

// A number as a person writes it: "1.250", "€ 41.400,-", "5,6 miljoen", "12,5%".
struct NumberInText {
  TextRange where;  // With its sign and the words that belong to it.
  double value = 0;
  Unit unit = Unit::count;
  std::string_view digits;   // "41.400"
  bool may_be_year = false;  // Four digits and nothing else, from 1900 to 2099.
};

// The numbers of a text in the language `language` ("nl" or "en"), in order. Not those that are a part of something
// else: a date, a time, a telephone number, a postal code, an identifier such as T20-27, the number of an article.
std::vector<NumberInText> numbers_in_text(std::string_view text, std::string_view language);

// The same length, with blanks for what is no running text of a Markdown file: where links lead, code, marks of notes,
// figures, placeholders, the numbers of lists.
std::string only_running_text(std::string_view markdown);

}  // namespace stoplicht
