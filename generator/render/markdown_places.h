#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "load/document.h"
#include "render/markdown_marks.h"

namespace stoplicht {

// Where things stand in a Markdown file. cmark-gfm knows the lines of blocks; what stands inside a
// block (its columns are of no use: bytes, tokens counted, none for some links) is looked up in
// the text as it was written. To be asked in the order of the text.
class MarkdownPlaces {
 public:
  explicit MarkdownPlaces(const MarkdownDocument& document);

  Location mark(const MarkdownMark& mark) const;

  // The words of a line of the body, counted from 1.
  Location line(int line) const;

  // The next place of `words` on lines first to last; where they are not to be found as they are
  // (an entity, a backslash), the first line.
  Location words(std::string_view words, int first_line, int last_line);

  // The same for the destination of a link, which may stand elsewhere: "[name]: destination".
  Location destination(std::string_view destination, int first_line, int last_line);

  // Whether `words` stand on these lines without a backslash before them; moves on like words().
  bool has_unescaped(std::string_view words, int first_line, int last_line) const;

  std::size_t lines() const { return starts_.size(); }
  std::string_view line_text(int line) const;

 private:
  std::size_t start_of(int line) const;  // Past the last line: the end of the body.
  Location at(std::size_t offset, std::size_t length) const;

  const MarkdownDocument& document_;
  std::string_view body_;
  std::vector<std::size_t> starts_;  // Of the body's lines.
  std::size_t searched_ = 0;         // Up to here everything has been found.
};

}  // namespace stoplicht
