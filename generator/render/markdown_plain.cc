#include "render/markdown_plain.h"

#include <utility>

namespace stoplicht {
namespace {

// A block whose words belong on one line: what is inside it stands inside a line.
bool is_line(const MarkdownNode& node) {
  return node.kind == MarkdownKind::paragraph || node.kind == MarkdownKind::table_cell;
}

}  // namespace

std::vector<MarkdownSection> plain_sections(const MarkdownTree& tree, MarkdownWords& words,
                                            const std::vector<std::string>& heading_ids) {
  std::vector<MarkdownSection> out;
  std::size_t headings = 0;
  const auto current = [&]() -> MarkdownSection& {
    if (out.empty()) out.emplace_back();
    return out.back();
  };
  for (std::size_t i = 0; i < tree.nodes.size();) {
    const MarkdownNode& node = tree.nodes[i];
    const bool is_heading = node.kind == MarkdownKind::heading;
    if (!is_heading && !is_line(node)) {
      ++i;
      continue;
    }
    std::string line = words.plain(tree, i);
    i = node.end;
    if (line.empty()) continue;
    if (is_heading) {
      std::string id = headings < heading_ids.size() ? heading_ids[headings] : std::string();
      ++headings;
      out.push_back({std::move(line), std::move(id), {}});
      continue;
    }
    std::string& text = current().text;
    if (!text.empty()) text += '\n';
    text += line;
  }
  return out;
}

}  // namespace stoplicht
