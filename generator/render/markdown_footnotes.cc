#include "render/markdown_footnotes.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

// The id of the n-th reference to a footnote; the first has no counter.
std::string reference_id(int footnote, int reference) {
  std::string id = "fnref-" + std::to_string(footnote);
  if (reference > 1) id += "-" + std::to_string(reference);
  return id;
}

// The name in "[^name]" at the start of a text; "" when that is not what it starts with.
std::string_view footnote_name(std::string_view text) {
  if (!text.starts_with("[^")) return "";
  const std::size_t end = text.find_first_of("] \t\r\n[", 2);
  if (end == std::string_view::npos || text[end] != ']') return "";
  return text.substr(2, end - 2);
}

}  // namespace

std::string_view defined_footnote(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" >"), line.size()));
  const std::string_view name = footnote_name(line);
  return !name.empty() && line.substr(name.size() + 3).starts_with(':') ? name : "";
}

void MarkdownFootnotes::write_reference(int number, MarkdownPieces& out) {
  const int reference = ++references_[number];
  out.html("<sup><a href=\"#").id("fn-" + std::to_string(number));
  out.html("\" id=\"").id(reference_id(number, reference));
  out.html("\" class=\"nl-link\" aria-label=\"").escaped(surroundings_.footnotes_label).html(": ").number(number);
  out.html("\">").number(number).html("</a></sup>");
}

void MarkdownFootnotes::write_section_start(MarkdownPieces& out) const {
  out.fresh_line().html("<section class=\"sl-footnotes\" aria-label=\"").escaped(surroundings_.footnotes_label);
  out.html("\">\n<ol>\n");
}

void MarkdownFootnotes::write_start(int number, MarkdownPieces& out) const {
  out.html("<li id=\"").id("fn-" + std::to_string(number)).html("\">");
}

void MarkdownFootnotes::write_section_end(MarkdownPieces& out) const { out.html("</ol>\n</section>\n"); }

std::vector<MarkdownPiece> MarkdownFootnotes::with_back_links(std::vector<MarkdownPiece> pieces) const {
  if (references_.empty()) return pieces;
  MarkdownPieces out;
  for (MarkdownPiece& piece : pieces) {
    if (piece.kind == MarkdownPiece::Kind::html) {
      out.html(piece.text);
      continue;
    }
    if (piece.kind != MarkdownPiece::Kind::back_links) {
      out.add(std::move(piece));
      continue;
    }
    const auto found = references_.find(piece.number);
    const int count = found != references_.end() ? found->second : 0;
    for (int reference = 1; reference <= count; ++reference) {
      out.html(" <a href=\"#").id(reference_id(piece.number, reference));
      out.html("\" class=\"nl-link\" aria-label=\"")
          .escaped(surroundings_.footnote_back)
          .html(" ")
          .number(piece.number);
      if (reference > 1) out.html(" (").number(reference).html(")");
      // The arrow as text: without the selector some systems draw a coloured picture.
      out.html("\">↩\xEF\xB8\x8E</a>");
    }
  }
  return out.take();
}

void report_missing_footnotes(std::string_view text, int first_line, int last_line, MarkdownPlaces& places,
                              Diagnostics& diagnostics) {
  for (std::size_t i = text.find("[^"); i != std::string_view::npos; i = text.find("[^", i + 2)) {
    const std::string_view name = footnote_name(text.substr(i));
    if (name.empty()) continue;
    const std::string reference = "[^" + std::string(name) + "]";
    if (!places.has_unescaped(reference, first_line, last_line)) continue;
    diagnostics.error("footnote-missing", places.words(reference, first_line, last_line),
                      "footnote '" + std::string(name) + "' has no text",
                      "write its text on a line of its own that begins with " + reference + ":");
  }
}

void report_unused_footnotes(const MarkdownTree& tree, const MarkdownPlaces& places, Diagnostics& diagnostics) {
  enum class Use : char { none, shown, code };
  std::vector<Use> uses(places.lines() + 1, Use::none);
  const auto mark = [&uses](int first, int last, Use use) {
    for (auto line = static_cast<std::size_t>(std::max(0, first));
         line < uses.size() && line <= static_cast<std::size_t>(std::max(0, last)); ++line) {
      uses[line] = use;
    }
  };
  std::set<std::string> shown;
  for (const MarkdownNode& node : tree.nodes) {
    if (node.kind == MarkdownKind::footnote) {
      mark(node.first_line, node.first_line, Use::shown);
      shown.insert(in_lower_case(defined_footnote(places.line_text(node.first_line))));
    } else if (node.kind == MarkdownKind::code_block || node.kind == MarkdownKind::html_block) {
      mark(node.first_line, node.last_line, Use::code);
    }
  }
  for (std::size_t i = 1; i < uses.size(); ++i) {
    const int line = static_cast<int>(i);
    const std::string name(defined_footnote(places.line_text(line)));
    if (name.empty() || uses[i] != Use::none) continue;
    const bool second = shown.contains(in_lower_case(name));
    diagnostics.warning(
        "footnote-unused", places.line(line),
        second ? "footnote '" + name + "' has a text already, so this one is not shown"
               : "nothing refers to footnote '" + name + "', so it is not shown",
        second ? "give this one another name" : "write [^" + name + "] in the text, or take the footnote away");
  }
}

}  // namespace stoplicht
