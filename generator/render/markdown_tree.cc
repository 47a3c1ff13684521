#include "render/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

namespace stoplicht {
namespace {

struct ParserCloser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeCloser {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct IteratorCloser {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string text_of(const char* text) { return text != nullptr ? text : ""; }

// The kinds of the extensions are numbered when they are registered, so they are known by name.
MarkdownKind extension_kind(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return MarkdownKind::table;
  if (name == "table_header" || name == "table_row") return MarkdownKind::table_row;
  if (name == "table_cell") return MarkdownKind::table_cell;
  return MarkdownKind::deleted;
}

MarkdownKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return MarkdownKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return MarkdownKind::block_quote;
    case CMARK_NODE_LIST: return MarkdownKind::list;
    case CMARK_NODE_ITEM: return MarkdownKind::list_item;
    case CMARK_NODE_CODE_BLOCK: return MarkdownKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return MarkdownKind::html_block;
    case CMARK_NODE_PARAGRAPH: return MarkdownKind::paragraph;
    case CMARK_NODE_HEADING: return MarkdownKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return MarkdownKind::rule;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return MarkdownKind::footnote;
    case CMARK_NODE_TEXT: return MarkdownKind::text;
    case CMARK_NODE_SOFTBREAK: return MarkdownKind::soft_break;
    case CMARK_NODE_LINEBREAK: return MarkdownKind::line_break;
    case CMARK_NODE_CODE: return MarkdownKind::code;
    case CMARK_NODE_HTML_INLINE: return MarkdownKind::html;
    case CMARK_NODE_EMPH: return MarkdownKind::emphasis;
    case CMARK_NODE_STRONG: return MarkdownKind::strong;
    case CMARK_NODE_LINK: return MarkdownKind::link;
    case CMARK_NODE_IMAGE: return MarkdownKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return MarkdownKind::footnote_reference;
    default: return extension_kind(node);
  }
}

std::vector<CellAlignment> columns_of(cmark_node* table) {
  const std::size_t count = cmark_gfm_extensions_get_table_columns(table);
  const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<CellAlignment> columns(count, CellAlignment::none);
  for (std::size_t i = 0; letters != nullptr && i < count; ++i) {
    if (letters[i] == 'r') columns[i] = CellAlignment::right;
    if (letters[i] == 'c') columns[i] = CellAlignment::centre;
  }
  return columns;
}

MarkdownNode copy_of(cmark_node* node) {
  MarkdownNode copy;
  copy.kind = kind_of(node);
  copy.first_line = cmark_node_get_start_line(node);
  copy.last_line = std::max(copy.first_line, cmark_node_get_end_line(node));
  switch (copy.kind) {
    case MarkdownKind::heading: copy.number = cmark_node_get_heading_level(node); break;
    case MarkdownKind::list:
      copy.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
      copy.number = cmark_node_get_list_start(node);
      copy.tight = cmark_node_get_list_tight(node) != 0;
      break;
    case MarkdownKind::list_item:
      copy.task = std::string_view(cmark_node_get_type_string(node)) == "tasklist";
      copy.checked = copy.task && cmark_gfm_extensions_get_tasklist_item_checked(node);
      break;
    case MarkdownKind::code_block: {
      int length = 0;
      int offset = 0;
      char character = 0;
      copy.fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
      copy.info = text_of(cmark_node_get_fence_info(node));
      copy.text = text_of(cmark_node_get_literal(node));
      break;
    }
    case MarkdownKind::table: copy.columns = columns_of(node); break;
    case MarkdownKind::table_row: copy.header = cmark_gfm_extensions_get_table_row_is_header(node) != 0; break;
    case MarkdownKind::link:
    case MarkdownKind::image: copy.text = text_of(cmark_node_get_url(node)); break;
    case MarkdownKind::footnote_reference:
      copy.number = static_cast<int>(std::strtol(text_of(cmark_node_get_literal(node)).c_str(), nullptr, 10));
      break;
    case MarkdownKind::html_block:
    case MarkdownKind::text:
    case MarkdownKind::code:
    case MarkdownKind::html: copy.text = text_of(cmark_node_get_literal(node)); break;
    default: break;
  }
  return copy;
}

// cmark iterates without an EXIT for these.
bool is_leaf(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::code_block:
    case MarkdownKind::html_block:
    case MarkdownKind::rule:
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
    case MarkdownKind::line_break:
    case MarkdownKind::code:
    case MarkdownKind::html: return true;
    default: return false;
  }
}

// Without recursion, so that no text can exhaust the stack.
MarkdownTree copy_of_tree(cmark_node* root) {
  MarkdownTree tree;
  std::vector<std::size_t> open;
  std::size_t skipped = 0;  // Nodes that are open but left out.
  int line = 0;
  const std::unique_ptr<cmark_iter, IteratorCloser> iterator(cmark_iter_new(root));
  for (;;) {
    const cmark_event_type event = cmark_iter_next(iterator.get());
    if (event == CMARK_EVENT_DONE) break;
    cmark_node* node = cmark_iter_get_node(iterator.get());
    if (event == CMARK_EVENT_EXIT) {
      if (skipped > 0) {
        --skipped;
      } else {
        tree.nodes[open.back()].end = tree.nodes.size();
        open.pop_back();
      }
      continue;
    }
    const MarkdownKind kind = kind_of(node);
    line = std::max(line, cmark_node_get_start_line(node));
    const bool too_deep = skipped > 0 || open.size() >= markdown_depth;
    if (too_deep && tree.too_deep_line == 0) tree.too_deep_line = std::max(1, line);
    if (is_leaf(kind)) {
      if (too_deep) continue;
      tree.nodes.push_back(copy_of(node));
      tree.nodes.back().end = tree.nodes.size();
    } else if (too_deep) {
      ++skipped;
    } else {
      open.push_back(tree.nodes.size());
      tree.nodes.push_back(copy_of(node));
    }
  }
  return tree;
}

}  // namespace

void register_markdown_extensions() {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
}

MarkdownTree parse_markdown_tree(std::string_view text) {
  static std::mutex one_at_a_time;
  register_markdown_extensions();
  std::unique_ptr<cmark_node, NodeCloser> root;
  {
    const std::lock_guard lock(one_at_a_time);
    const std::unique_ptr<cmark_parser, ParserCloser> parser(
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8));
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
      cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    root.reset(cmark_parser_finish(parser.get()));
  }
  return copy_of_tree(root.get());
}

}  // namespace stoplicht
