#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "render/markdown_footnotes.h"
#include "render/markdown_html.h"
#include "render/markdown_marks.h"
#include "render/markdown_pieces.h"
#include "render/markdown_places.h"
#include "render/markdown_tree.h"
#include "render/markdown_words.h"

namespace stoplicht {

// Walks over one tree, without recursion, and writes what write_markdown_html gives. Used once.
class MarkdownWriter {
 public:
  MarkdownWriter(const MarkdownDocument& document, const MarkedText& marked, const MarkdownTree& tree,
                 const MarkdownSurroundings& surroundings, Diagnostics& diagnostics)
      : document_(document),
        marked_(marked),
        tree_(tree),
        nodes_(tree.nodes),
        surroundings_(surroundings),
        diagnostics_(diagnostics),
        places_(document),
        words_(marked, places_, surroundings, diagnostics),
        footnotes_(surroundings) {}

  MarkdownHtml run();

 private:
  // Links to headings of this text itself; those of other pages are known later.
  void report_missing_headings() const;

  // A node that has been entered, and what ends it.
  struct Open {
    std::size_t node = 0;
    std::string_view end;
  };

  // Writes the beginning of a node. False: what is in it is not to be written.
  bool enter(std::size_t index);
  void leave(const Open& open);
  bool enter_with(std::size_t index, std::string_view start, std::string_view end);
  bool enter_block(std::size_t index, std::string_view start, std::string_view end);

  // Blocks: markdown_html.cc.
  bool enter_list(std::size_t index);
  bool enter_item(std::size_t index);
  bool enter_paragraph(std::size_t index);
  bool enter_heading(std::size_t index);
  bool enter_footnote(std::size_t index);
  bool enter_table(std::size_t index);
  bool enter_row(std::size_t index);
  bool enter_cell(std::size_t index);
  void leave_paragraph(const Open& open);
  void leave_heading(const Open& open);
  void leave_footnote(const Open& open);
  void leave_table();
  bool shows_something(std::size_t index) const;

  // What stands in a line, and code: markdown_inlines.cc.
  bool enter_link(std::size_t index);
  void write_text(std::size_t index);
  void write_with_terms(std::string_view words, char32_t before, char32_t after);
  char32_t character_before(std::size_t index) const;
  char32_t character_at(std::size_t index) const;
  void write_code_block(const MarkdownNode& node);
  void write_chart(const MarkdownNode& node);
  void write_image(std::size_t index);
  void write_reference(const MarkdownNode& node);
  void report_html(const MarkdownNode& node);

  const MarkdownNode& parent() const { return nodes_[open_.back().node]; }
  const MarkdownNode& block() const;  // The innermost one that is open.
  Location place_of_destination(const MarkdownNode& node);
  bool has_figure_in_destination(const MarkdownNode& node);

  const MarkdownDocument& document_;
  const MarkedText& marked_;
  const MarkdownTree& tree_;
  const std::vector<MarkdownNode>& nodes_;
  const MarkdownSurroundings& surroundings_;
  Diagnostics& diagnostics_;
  MarkdownPlaces places_;
  MarkdownWords words_;
  MarkdownFootnotes footnotes_;
  HeadingIds ids_;
  MarkdownPieces out_;
  std::vector<MarkdownLink> links_;
  std::vector<const Term*> terms_;
  std::vector<Open> open_;
  std::size_t written_until_ = 0;  // Nodes before this one have been written, with one before them.
  int heading_level_ = 1;          // Of the last heading; the page's title to begin with.
  int tables_ = 0;
  const MarkdownNode* table_ = nullptr;
  bool in_body_rows_ = false;
  std::size_t column_ = 0;
  bool in_link_ = false;
  int footnote_ = 0;
  bool has_back_links_ = false;  // Of the footnote that is open.
};

}  // namespace stoplicht
