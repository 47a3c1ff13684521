#include "render/markdown_words.h"

#include <utility>

#include "base/locale.h"
#include "base/text.h"

namespace stoplicht {

MarkdownWords::MarkdownWords(const MarkedText& marked, const MarkdownPlaces& places,
                             const MarkdownSurroundings& surroundings, Diagnostics& diagnostics)
    : marked_(marked),
      places_(places),
      surroundings_(surroundings),
      diagnostics_(diagnostics),
      values_(marked.marks().size()) {}

const std::string& MarkdownWords::value(const MarkdownMark& mark) {
  std::optional<std::string>& value = values_[static_cast<std::size_t>(&mark - marked_.marks().data())];
  if (value) return *value;
  const auto where = [&] { return places_.mark(mark); };
  switch (mark.kind) {
    case MarkKind::figure: value = figure_value(mark.figure, where, surroundings_.figure, diagnostics_); break;
    case MarkKind::wide_table:
      diagnostics_.error("table-wide", where(), "a table wider than 40 columns",
                         "split it into several tables, or publish it as a file beside this text");
      break;
    case MarkKind::large_table:
      diagnostics_.error("table-large", where(), "a table of more than 200,000 cells",
                         "publish it as a file beside this text");
      break;
    case MarkKind::deep_block:
      diagnostics_.error("markdown-depth", where(), "more than 100 quotes and lists inside each other",
                         "take most of the signs at the start of this line away");
      break;
  }
  if (!value) value = "";
  return *value;
}

std::string MarkdownWords::filled(std::string_view text) {
  std::string out;
  for (const MarkedPart& part : marked_.parts(text)) {
    if (part.mark != nullptr) {
      out += value(*part.mark);
    } else {
      out += part.text;
    }
  }
  return out;
}

std::string MarkdownWords::plain(const MarkdownTree& tree, std::size_t node) {
  std::string out;
  for (std::size_t i = node; i < tree.nodes[node].end; ++i) {
    const MarkdownNode& part = tree.nodes[i];
    if (part.kind == MarkdownKind::text) out += filled(part.text);
    if (part.kind == MarkdownKind::code) out += marked_.restored(part.text);
    if (part.kind == MarkdownKind::soft_break || part.kind == MarkdownKind::line_break) out += ' ';
  }
  return std::string(trim(out));
}

std::string HeadingIds::add(std::string_view words) {
  std::string name = slug(words);
  // Words without a letter that can stand in an address, and those of which the footnotes make ids.
  if (name.empty() || name.starts_with("fn-") || name.starts_with("fnref-")) name = name.empty() ? "h" : "h-" + name;
  std::string id = name;
  while (last_number_.contains(id)) id = name + "-" + std::to_string(++last_number_[name]);
  last_number_.emplace(id, 1);
  all_.push_back(id);
  return id;
}

}  // namespace stoplicht
