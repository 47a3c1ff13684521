#pragma once
#include <string>
#include <vector>

#include "render/markdown_marks.h"
#include "render/markdown_pieces.h"
#include "render/markdown_tree.h"

namespace stoplicht {

struct MarkdownHtml {
  std::vector<MarkdownPiece> pieces;
  std::vector<std::string> heading_ids;
  std::vector<MarkdownLink> internal_links;
  std::vector<const Term*> terms;
  std::vector<MarkdownSection> sections;
};

// Writes a parsed text as HTML, with the class names of NL Design System. `tree` is what came of
// `marked`, and `marked` is the body of `document`. Reports what parse_markdown reports.
MarkdownHtml write_markdown_html(const MarkdownDocument& document, const MarkedText& marked, const MarkdownTree& tree,
                                 const MarkdownSurroundings& surroundings, Diagnostics& diagnostics);

}  // namespace stoplicht
