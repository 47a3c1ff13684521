#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// The characters of a text, in lower case: as far as typing errors in ids go, that of ASCII and Latin-1.
std::u32string folded(std::string_view text);

// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b);

// Names such as "letters/hilversum", those most like `word` first: as a whole, or what comes after the last '/'.
std::vector<std::string_view> nearest_first(std::string_view word, std::vector<std::string_view> names);

}  // namespace stoplicht
