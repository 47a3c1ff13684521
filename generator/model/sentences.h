#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace stoplicht {

// A sentence of a text. Words are what blanks stand between; a figure `{{ path }}` is one, and the address of a link
// is none.
struct Sentence {
  std::size_t offset = 0, length = 0;  // In bytes.
  std::size_t words = 0;
};

// The sentences of running text in Markdown, in order. Headings, tables, code and footnote marks have none; an item of
// a list ends one. A full stop ends one before a capital only, so that "o.a." and "3.000" do not.
std::vector<Sentence> sentences_of(std::string_view markdown);

// Whether there is anything to read but headings.
bool has_words(std::string_view markdown);

}  // namespace stoplicht
