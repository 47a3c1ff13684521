#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// What a draft asks for, in square brackets where it is to be written: "[vul in: de titel]", "[fill in: the title]",
// or without what is asked "[vul in]". `language`: "nl" or "en"; `what` holds no square bracket.
std::string placeholder(std::string_view language, std::string_view what = "");

// Where something stands in a text, in bytes.
struct TextRange {
  std::size_t offset = 0;
  std::size_t length = 0;
};

// Every placeholder of a text, in order, in either language and whatever its capitals. One stands on one line.
std::vector<TextRange> find_placeholders(std::string_view text);

}  // namespace stoplicht
