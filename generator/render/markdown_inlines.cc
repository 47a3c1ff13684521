#include <algorithm>
#include <utility>

#include "base/text.h"
#include "render/markdown_links.h"
#include "render/markdown_writer.h"

namespace stoplicht {
namespace {

using Kind = MarkdownKind;

bool is_block(Kind kind) { return kind < Kind::text; }

// What holds words of a line and shows nothing of its own.
bool is_around_words(Kind kind) {
  return kind == Kind::emphasis || kind == Kind::strong || kind == Kind::deleted || kind == Kind::link;
}

// A comment, or the end of an element whose beginning has been reported already.
bool is_quiet_html(std::string_view html) {
  html = trim(html);
  if (html.starts_with("</")) return true;
  return html.starts_with("<!--") && html.find("-->") == html.size() - 3;
}

std::string_view first_word(std::string_view text) {
  text = trim(text);
  return text.substr(0, text.find_first_of(" \t"));
}

}  // namespace

const MarkdownNode& MarkdownWriter::block() const {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [this](const Open& open) { return is_block(nodes_[open.node].kind); });
  return nodes_[found->node];
}

Location MarkdownWriter::place_of_destination(const MarkdownNode& node) {
  return places_.destination(marked_.restored(node.text), block().first_line, block().last_line);
}

bool MarkdownWriter::has_figure_in_destination(const MarkdownNode& node) {
  for (const MarkedPart& part : marked_.parts(node.text)) {
    if (part.mark == nullptr) continue;
    diagnostics_.error("markdown-figure", places_.mark(*part.mark), "a figure cannot stand in the address of a link",
                       "write the address itself");
    return true;
  }
  return false;
}

bool MarkdownWriter::enter_link(std::size_t index) {
  const MarkdownNode& node = nodes_[index];
  if (in_link_ || has_figure_in_destination(node)) return enter_with(index, "", "");
  LinkTarget target = resolve_link(node.text, document_.source().path(), surroundings_);
  if (!target.fault.empty()) {
    diagnostics_.error(target.fault_id, place_of_destination(node), target.fault, target.hint);
    return enter_with(index, "", "");
  }
  const std::string words = words_.plain(tree_, index);
  if (words.empty()) {
    diagnostics_.error("link-text", place_of_destination(node), "a link without words",
                       "write between the square brackets where the link leads to");
    return false;
  }
  out_.html("<a class=\"nl-link\" href=\"");
  if (target.web) {
    out_.escaped(target.address);
  } else {
    if (target.page) {
      links_.push_back({target.address, target.fragment, place_of_destination(node), words});
    }
    out_.add({MarkdownPiece::Kind::link, target.address, target.query, target.fragment, 0});
  }
  in_link_ = true;
  return enter_with(index, "\">", "</a>");
}

void MarkdownWriter::write_image(std::size_t index) {
  const MarkdownNode& node = nodes_[index];
  const std::string alternative = words_.plain(tree_, index);
  if (alternative.empty()) {
    const bool found = places_.has_unescaped("![]", block().first_line, block().last_line);
    const Location where =
        found ? places_.words("![]", block().first_line, block().last_line) : place_of_destination(node);
    diagnostics_.error("image-alt", where, "an image without alternative text",
                       "write between the square brackets what the picture tells");
  }
  if (has_figure_in_destination(node)) return;
  const LinkTarget target = resolve_image(node.text, document_.source().path(), surroundings_);
  if (!target.fault.empty()) {
    diagnostics_.error(target.fault_id, place_of_destination(node), target.fault, target.hint);
    out_.escaped(alternative);
    return;
  }
  out_.html("<img src=\"").add({MarkdownPiece::Kind::source, target.address, "", "", 0});
  out_.html("\" alt=\"").escaped(alternative).html("\" loading=\"lazy\">");
}

void MarkdownWriter::write_reference(const MarkdownNode& node) {
  // A link in a link is not allowed.
  if (in_link_) {
    out_.html("<sup>").number(node.number).html("</sup>");
  } else {
    footnotes_.write_reference(node.number, out_);
  }
}

// The words up to the next sign of Markdown: a term may go on over the end of a line.
void MarkdownWriter::write_text(std::size_t index) {
  std::string words;
  const std::size_t end = nodes_[open_.back().node].end;
  std::size_t at = index;
  for (; at < end && (nodes_[at].kind == Kind::text || nodes_[at].kind == Kind::soft_break); ++at) {
    const MarkdownNode& node = nodes_[at];
    if (node.text.find("[^") != std::string::npos) {
      report_missing_footnotes(marked_.restored(node.text), block().first_line, block().last_line, places_,
                               diagnostics_);
    }
    words += node.kind == Kind::soft_break ? "\n" : words_.filled(node.text);
  }
  written_until_ = at;
  const bool explained = surroundings_.terms != nullptr && !in_link_ && block().kind != Kind::heading;
  if (explained) {
    write_with_terms(words, character_before(index), character_at(at));
  } else {
    out_.escaped(words);
  }
}

void MarkdownWriter::write_with_terms(std::string_view words, char32_t before, char32_t after) {
  std::size_t taken = 0;
  for (const TermFinder::Use& use : surroundings_.terms->find(words, before, after)) {
    if (std::find(terms_.begin(), terms_.end(), use.term) != terms_.end()) continue;
    terms_.push_back(use.term);
    out_.escaped(words.substr(taken, use.offset - taken)).html("<a class=\"sl-term\" href=\"");
    out_.add({MarkdownPiece::Kind::term, use.term->id, "", "", 0}).html("\">");
    out_.escaped(words.substr(use.offset, use.length)).html("</a>");
    taken = use.offset + use.length;
  }
  out_.escaped(words.substr(taken));
}

// Emphasis may begin or end inside a word: what stands directly before the node; 0 for none.
char32_t MarkdownWriter::character_before(std::size_t index) const {
  while (index-- > 0) {
    const MarkdownNode& node = nodes_[index];
    if (is_around_words(node.kind)) continue;
    if (node.kind != Kind::text && node.kind != Kind::code) return 0;
    char32_t last = 0;
    for (std::size_t i = 0; i < node.text.size();) last = next_character(node.text, i);
    return last;
  }
  return 0;
}

// The first one of the node, or of those after it on the line; 0 for none.
char32_t MarkdownWriter::character_at(std::size_t index) const {
  for (; index < nodes_.size(); ++index) {
    const MarkdownNode& node = nodes_[index];
    if (is_around_words(node.kind)) continue;
    std::size_t start = 0;
    const bool has_words = (node.kind == Kind::text || node.kind == Kind::code) && !node.text.empty();
    return has_words ? next_character(node.text, start) : 0;
  }
  return 0;
}

void MarkdownWriter::write_code_block(const MarkdownNode& node) {
  const std::string info = marked_.restored(node.info);
  const std::string_view language = first_word(info);
  if (node.fenced && language == "chart") return write_chart(node);
  out_.fresh_line().html("<pre><code");
  if (!language.empty()) out_.html(" class=\"language-").escaped(language).html("\"");
  out_.html(">").escaped(marked_.restored(node.text)).html("</code></pre>\n");
}

void MarkdownWriter::write_chart(const MarkdownNode& node) {
  const std::string text(trim(words_.filled(node.text)));
  std::string hint;
  const bool known = surroundings_.chart && surroundings_.chart(text, "", "", hint);
  if (!known) {
    const std::string restored = marked_.restored(node.text);
    const std::string_view first_line = trim(split(trim(restored), '\n').front());
    const Location where = places_.words(first_line, node.first_line, node.last_line);
    diagnostics_.error(
        "chart-unknown", where,
        first_line.empty() ? "a chart without a name" : "there is no chart '" + std::string(first_line) + "'",
        std::move(hint));
    return;
  }
  out_.fresh_line().add({MarkdownPiece::Kind::chart, text, "", "", 0}).html("\n");
}

void MarkdownWriter::report_html(const MarkdownNode& node) {
  const std::string html = marked_.restored(node.text);
  if (is_quiet_html(html)) return;
  const Location where = node.kind == Kind::html_block ? places_.line(node.first_line)
                                                       : places_.words(html, block().first_line, block().last_line);
  diagnostics_.warning("markdown-html", where, "raw HTML is left out of the page",
                       "write it in Markdown; for a '<' itself, write \\<");
}

}  // namespace stoplicht
