#include "search/word_list.h"

#include <algorithm>
#include <cstddef>

#include "base/embedded_file.h"

// The list, one word a line in the order of their bytes, as CMakeLists.txt makes it of Debian's package wdutch.
STOPLICHT_EMBED(stoplicht_dutch_words, STOPLICHT_DUTCH_WORDS)

namespace stoplicht {
namespace {

std::string_view all_words() {
  return {stoplicht_dutch_words, static_cast<std::size_t>(stoplicht_dutch_words_end - stoplicht_dutch_words)};
}

// The line that holds the byte at `at`.
std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

bool is_dutch_word(std::string_view form) {
  if (form.size() < 4) return false;
  const std::string_view words = all_words();
  std::size_t low = 0, high = words.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::string_view line = line_at(words, middle);
    if (line == form) return true;
    const std::size_t begin = static_cast<std::size_t>(line.data() - words.data());
    if (line < form)
      low = begin + line.size() + 1;
    else
      high = begin;
  }
  return false;
}

}  // namespace stoplicht
