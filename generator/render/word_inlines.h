#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "load/word_text.h"

namespace stoplicht {

// What the words of a text from Word need from around them.
struct WordInlineNeeds {
  std::function<std::string(const WordInline& note)> note;        // "[^1]"
  std::function<std::string(const WordInline& picture)> picture;  // "![a map](hilversum-1.png)", or what stands for it.
  std::function<bool(const WordInline& link)> keeps_link;         // Otherwise only its words stay.
};

// Where they are to stand.
struct WordInlinePlace {
  bool on_one_line = false;  // A line break becomes a blank; otherwise a hard one.
  bool in_cell = false;      // Of a table: bars are escaped.
  bool in_link = false;      // No link inside it.
};

// Words as Markdown that a reader sees as they were: of one paragraph, heading or cell.
std::string word_inlines_markdown(const WordWords& words, WordInlinePlace place, const WordInlineNeeds& needs);

}  // namespace stoplicht
