#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// A word of a text in the form in which it is searched for. themes/gemeente/script/words.js makes the same of the same
// text, word for word: a change here is a change there, and tests/search/words.json holds both to it.
//
// Characters fold to their compatibility decomposition in lower case, without combining marks. An apostrophe inside a
// word is dropped; hyphens join ("re-integratie"), and so do a slash, a full stop and a comma between two digits. Full
// stops and commas that group thousands are dropped, a decimal one becomes a full stop, and decimals that are all zero
// go: "41.400,00" is "41400". Characters beyond the Basic Multilingual Plane separate words.
struct SearchWord {
  std::string form;                // Hyphens dropped: "reintegratie", "t2027". At most 60 characters.
  std::vector<std::string> parts;  // Of a hyphenated word, those that are worth finding: "integratie".
  std::size_t begin = 0, end = 0;  // Where it stands in the text, in bytes.
};

// The words of a text, in order. Does not report: whatever is no word separates them.
std::vector<SearchWord> search_words(std::string_view text);

}  // namespace stoplicht
