#include "render/markdown_html.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "render/markdown_plain.h"
#include "render/markdown_writer.h"

namespace stoplicht {

using Kind = MarkdownKind;

MarkdownHtml MarkdownWriter::run() {
  if (tree_.too_deep_line > 0) {
    diagnostics_.error("markdown-depth", places_.line(tree_.too_deep_line),
                       "more than 100 quotes, lists and emphases inside each other", "write it flatter");
  }
  const auto leave_until = [this](std::size_t index) {
    while (!open_.empty() && nodes_[open_.back().node].end <= index) {
      const Open open = open_.back();
      leave(open);
      open_.pop_back();
    }
  };
  for (std::size_t i = 0; i < nodes_.size();) {
    leave_until(i);
    i = enter(i) ? i + 1 : std::max(nodes_[i].end, written_until_);
  }
  leave_until(nodes_.size());
  if (footnote_ > 0) footnotes_.write_section_end(out_);
  report_unused_footnotes(tree_, places_, diagnostics_);
  report_missing_headings();
  std::vector<MarkdownSection> sections = plain_sections(tree_, words_, ids_.all());
  return {footnotes_.with_back_links(out_.take()), ids_.all(), std::move(links_), std::move(terms_),
          std::move(sections)};
}

void MarkdownWriter::report_missing_headings() const {
  const std::vector<std::string_view> ids(ids_.all().begin(), ids_.all().end());
  const std::set<std::string_view> known(ids.begin(), ids.end());
  int hints_left = 100;  // Each looks at every heading.
  for (const MarkdownLink& link : links_) {
    const bool of_this_text = link.address.empty() && !link.fragment.empty();
    if (!of_this_text || known.contains(link.fragment)) continue;
    const std::string_view near = hints_left-- > 0 ? closest(link.fragment, ids) : std::string_view();
    diagnostics_.error("link-heading", link.where, "this text has no heading '#" + link.fragment + "'",
                       near.empty() ? "write the words of the heading in lower case, with hyphens between them"
                                    : "did you mean '#" + std::string(near) + "'?");
  }
}

bool MarkdownWriter::enter(std::size_t index) {
  const MarkdownNode& node = nodes_[index];
  switch (node.kind) {
    case Kind::document: return enter_with(index, "", "");
    case Kind::block_quote: return enter_block(index, "<blockquote>\n", "</blockquote>\n");
    case Kind::list: return enter_list(index);
    case Kind::list_item: return enter_item(index);
    case Kind::paragraph: return enter_paragraph(index);
    case Kind::heading: return enter_heading(index);
    case Kind::footnote: return enter_footnote(index);
    case Kind::table: return enter_table(index);
    case Kind::table_row: return enter_row(index);
    case Kind::table_cell: return enter_cell(index);
    case Kind::link: return enter_link(index);
    case Kind::emphasis: return enter_with(index, "<em>", "</em>");
    case Kind::strong: return enter_with(index, "<strong>", "</strong>");
    case Kind::deleted: return enter_with(index, "<del>", "</del>");
    case Kind::rule: out_.fresh_line().html("<hr>\n"); break;
    case Kind::soft_break: out_.html("\n"); break;
    case Kind::line_break: out_.html("<br>\n"); break;
    case Kind::text: write_text(index); break;
    case Kind::code: out_.html("<code>").escaped(marked_.restored(node.text)).html("</code>"); break;
    case Kind::code_block: write_code_block(node); break;
    case Kind::image: write_image(index); break;
    case Kind::html:
    case Kind::html_block: report_html(node); break;
    case Kind::footnote_reference: write_reference(node); break;
  }
  return false;
}

void MarkdownWriter::leave(const Open& open) {
  switch (nodes_[open.node].kind) {
    case Kind::paragraph: leave_paragraph(open); break;
    case Kind::heading: leave_heading(open); break;
    case Kind::footnote: leave_footnote(open); break;
    case Kind::table: leave_table(); break;
    case Kind::link: in_link_ = in_link_ && open.end.empty(); break;
    default: break;
  }
  out_.html(open.end);
}

bool MarkdownWriter::enter_with(std::size_t index, std::string_view start, std::string_view end) {
  out_.html(start);
  open_.push_back({index, end});
  return true;
}

bool MarkdownWriter::enter_block(std::size_t index, std::string_view start, std::string_view end) {
  out_.fresh_line();
  return enter_with(index, start, end);
}

bool MarkdownWriter::enter_list(std::size_t index) {
  const MarkdownNode& list = nodes_[index];
  if (!list.ordered) return enter_block(index, "<ul class=\"utrecht-unordered-list\">\n", "</ul>\n");
  enter_block(index, "<ol class=\"utrecht-ordered-list\"", "</ol>\n");
  if (list.number != 1) out_.html(" start=\"").number(list.number).html("\"");
  out_.html(">\n");
  return true;
}

bool MarkdownWriter::enter_item(std::size_t index) {
  const MarkdownNode& item = nodes_[index];
  out_.html(parent().ordered ? "<li class=\"utrecht-ordered-list__item" : "<li class=\"utrecht-unordered-list__item");
  if (!item.task) return enter_with(index, "\">", "</li>\n");
  // The box says what it is ticked for: the first words of its item.
  const bool has_words = index + 1 < item.end;
  out_.html(" sl-task\"><input type=\"checkbox\" disabled").html(item.checked ? " checked" : "");
  out_.html(" aria-label=\"").escaped(has_words ? words_.plain(tree_, index + 1) : "");
  return enter_with(index, "\"> ", "</li>\n");
}

// Whether anything is left of a paragraph when raw HTML is dropped.
bool MarkdownWriter::shows_something(std::size_t index) const {
  const auto first = nodes_.begin() + static_cast<std::ptrdiff_t>(index) + 1;
  const auto last = nodes_.begin() + static_cast<std::ptrdiff_t>(nodes_[index].end);
  return std::any_of(first, last, [](const MarkdownNode& node) {
    if (node.kind == Kind::text) return !trim(node.text).empty();
    return node.kind == Kind::code || node.kind == Kind::image || node.kind == Kind::footnote_reference;
  });
}

bool MarkdownWriter::enter_paragraph(std::size_t index) {
  for (std::size_t i = index + 1; i < nodes_[index].end; ++i) {
    const MarkdownMark* fault = nodes_[i].kind == Kind::text ? marked_.fault(nodes_[i].text) : nullptr;
    if (fault == nullptr) continue;
    words_.report(*fault);
    return false;
  }
  const bool tight = parent().kind == Kind::list_item && nodes_[open_[open_.size() - 2].node].tight;
  const bool shown = !tight && shows_something(index);
  return shown ? enter_block(index, "<p class=\"nl-paragraph\">", "</p>\n") : enter_with(index, "", "");
}

void MarkdownWriter::leave_paragraph(const Open& open) {
  const MarkdownNode& around = nodes_[open_[open_.size() - 2].node];
  const bool ends_footnote = around.kind == Kind::footnote && around.end == nodes_[open.node].end;
  if (!ends_footnote || open.end.empty()) return;
  out_.add({MarkdownPiece::Kind::back_links, "", "", "", footnote_});
  has_back_links_ = true;
}

bool MarkdownWriter::enter_heading(std::size_t index) {
  const MarkdownNode& heading = nodes_[index];
  const std::string words = words_.plain(tree_, index);
  if (words.empty()) {
    diagnostics_.warning("heading-empty", places_.line(heading.first_line), "a heading without words is left out",
                         "write the heading's words behind the '#' signs, or take them away");
    return false;
  }
  if (heading.number == 1) {
    diagnostics_.warning("heading-level", places_.line(heading.first_line),
                         "a heading of level 1, which is for the title of the page", "begin the heading with ##");
  } else if (heading.number > heading_level_ + 1) {
    const std::string wanted(static_cast<std::size_t>(heading_level_) + 1, '#');
    diagnostics_.warning("heading-level", places_.line(heading.first_line),
                         "a heading of level " + std::to_string(heading.number) + " below one of level " +
                             std::to_string(heading_level_),
                         "begin the heading with " + wanted);
  }
  heading_level_ = heading.number;
  const MarkdownPiece level{MarkdownPiece::Kind::level, "", "", "", heading.number};
  enter_block(index, "<h", "");
  out_.add(level).html(" class=\"nl-heading nl-heading--level-").add(level);
  out_.html("\" id=\"").id(ids_.add(words)).html("\">");
  return true;
}

void MarkdownWriter::leave_heading(const Open& open) {
  out_.html(" <a class=\"sl-anchor\" href=\"#").id(ids_.all().back()).html("\" aria-label=\"");
  out_.escaped(surroundings_.heading_link).html(": ").escaped(words_.plain(tree_, open.node)).html("\">#</a></h");
  out_.add({MarkdownPiece::Kind::level, "", "", "", nodes_[open.node].number}).html(">\n");
}

bool MarkdownWriter::enter_footnote(std::size_t index) {
  const MarkdownNode& footnote = nodes_[index];
  if (footnote_ == 0) footnotes_.write_section_start(out_);
  ++footnote_;
  has_back_links_ = false;
  if (footnote.end == index + 1) {
    const std::string name(defined_footnote(places_.line_text(footnote.first_line)));
    diagnostics_.error("footnote-empty", places_.line(footnote.first_line), "footnote '" + name + "' has no text",
                       "write its text behind the ':'");
  }
  footnotes_.write_start(footnote_, out_);
  return enter_with(index, "", "</li>\n");
}

void MarkdownWriter::leave_footnote(const Open&) {
  if (has_back_links_) return;
  out_.fresh_line().html("<p class=\"nl-paragraph\">");
  out_.add({MarkdownPiece::Kind::back_links, "", "", "", footnote_}).html("</p>\n");
}

bool MarkdownWriter::enter_table(std::size_t index) {
  table_ = &nodes_[index];
  in_body_rows_ = false;
  std::vector<std::string> names;
  const std::size_t header_end = index + 1 < table_->end ? nodes_[index + 1].end : table_->end;
  for (std::size_t cell = index + 2; cell < header_end; cell = nodes_[cell].end) {
    std::string name = words_.plain(tree_, cell);
    if (!name.empty()) names.push_back(std::move(name));
  }
  // Wide tables scroll, so they can be reached by keyboard, and each has a name of its own.
  enter_block(index,
              "<div class=\"utrecht-table-container utrecht-table-container--overflow-inline\" tabindex=\"0\" "
              "role=\"region\" aria-label=\"",
              "</table>\n</div>\n");
  out_.escaped(surroundings_.table_label).html(" ").number(++tables_);
  if (!names.empty()) out_.html(": ").escaped(join(names, ", "));
  out_.html("\">\n<table class=\"utrecht-table\">\n");
  return true;
}

void MarkdownWriter::leave_table() {
  if (in_body_rows_) out_.html("</tbody>\n");
  table_ = nullptr;
}

bool MarkdownWriter::enter_row(std::size_t index) {
  column_ = 0;
  if (nodes_[index].header) {
    return enter_with(index, "<thead class=\"utrecht-table__header\">\n<tr class=\"utrecht-table__row\">\n",
                      "</tr>\n</thead>\n");
  }
  if (!in_body_rows_) out_.html("<tbody class=\"utrecht-table__body\">\n");
  in_body_rows_ = true;
  return enter_with(index, "<tr class=\"utrecht-table__row\">\n", "</tr>\n");
}

bool MarkdownWriter::enter_cell(std::size_t index) {
  const CellAlignment alignment = column_ < table_->columns.size() ? table_->columns[column_] : CellAlignment::none;
  ++column_;
  const bool header = parent().header;
  // A header cell without words would be announced as a header of nothing.
  const bool names_column = header && !words_.plain(tree_, index).empty();
  const std::string name = header ? "utrecht-table__header-cell" : "utrecht-table__cell";
  out_.html(names_column ? "<th scope=\"col\"" : "<td").html(" class=\"").html(name);
  if (alignment == CellAlignment::right) out_.html(" ").html(name).html("--numeric-column");
  if (alignment == CellAlignment::centre) out_.html(" sl-center");
  return enter_with(index, "\">", names_column ? "</th>\n" : "</td>\n");
}

MarkdownHtml write_markdown_html(const MarkdownDocument& document, const MarkedText& marked, const MarkdownTree& tree,
                                 const MarkdownSurroundings& surroundings, Diagnostics& diagnostics) {
  return MarkdownWriter(document, marked, tree, surroundings, diagnostics).run();
}

}  // namespace stoplicht
