#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

enum class MarkdownKind {
  document,
  block_quote,
  list,
  list_item,
  code_block,
  html_block,
  paragraph,
  heading,
  rule,
  footnote,
  table,
  table_row,
  table_cell,
  // From here on what stands inside a line.
  text,
  soft_break,
  line_break,
  code,
  html,
  emphasis,
  strong,
  deleted,
  link,
  image,
  footnote_reference,
};

enum class CellAlignment { none, right, centre };

struct MarkdownNode {
  MarkdownKind kind = MarkdownKind::document;
  std::size_t end = 0;  // Index behind the last node inside this one.
  int first_line = 0;   // Blocks only, from 1.
  int last_line = 0;
  std::string text;  // The words, or the destination of a link or image.
  std::string info;  // What stands behind the fence of a code block.
  int number = 0;    // A heading's level, a list's first number, the footnote that a reference means.
  bool fenced = false;
  bool ordered = false;
  bool tight = false;  // A list whose items are no paragraphs.
  bool task = false;   // A list item with a box to tick.
  bool checked = false;
  bool header = false;                 // The first row of a table.
  std::vector<CellAlignment> columns;  // Of a table.
};

// Beyond this depth a text is not written by a person, and browsers flatten it as well.
inline constexpr std::size_t markdown_depth = 100;

// A parsed text: its nodes in the order in which they begin, the document first. Footnotes come
// last and are numbered from 1; those that nothing refers to are left out.
struct MarkdownTree {
  std::vector<MarkdownNode> nodes;
  int too_deep_line = 0;  // Where nodes deeper than markdown_depth were left out; 0: nowhere.
};

// Registers the extensions of cmark-gfm; more than once does no harm.
void register_markdown_extensions();

// Thread-safe, but one text at a time: cmark-gfm keeps a table for all parsers while one runs.
MarkdownTree parse_markdown_tree(std::string_view text);

}  // namespace stoplicht
