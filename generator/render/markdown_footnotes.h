#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "render/markdown_pieces.h"
#include "render/markdown_places.h"
#include "render/markdown_tree.h"

namespace stoplicht {

// The footnotes of one text: how often each is referred to, and the links there and back.
class MarkdownFootnotes {
 public:
  explicit MarkdownFootnotes(const MarkdownSurroundings& surroundings) : surroundings_(surroundings) {}

  void write_reference(int number, MarkdownPieces& out);
  void write_section_start(MarkdownPieces& out) const;
  void write_start(int number, MarkdownPieces& out) const;
  void write_section_end(MarkdownPieces& out) const;

  // Puts the back links in, now that all references are known: a footnote may refer to another.
  std::vector<MarkdownPiece> with_back_links(std::vector<MarkdownPiece> pieces) const;

 private:
  const MarkdownSurroundings& surroundings_;
  std::map<int, int> references_;
};

// Reports each "[^name]" in `text`, words of the block on these lines, for which no footnote exists:
// cmark-gfm leaves it as text.
void report_missing_footnotes(std::string_view text, int first_line, int last_line, MarkdownPlaces& places,
                              Diagnostics& diagnostics);

// Reports each footnote that nothing refers to: it is not shown.
void report_unused_footnotes(const MarkdownTree& tree, const MarkdownPlaces& places, Diagnostics& diagnostics);

// The name of the footnote whose text begins on this line, "[^name]: …"; "" when none does.
std::string_view defined_footnote(std::string_view line);

}  // namespace stoplicht
