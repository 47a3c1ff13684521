#include "render/markdown_pieces.h"

#include "base/paths.h"
#include "base/text.h"
#include "render/markdown_links.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace stoplicht {
namespace {

constexpr int lowest_heading = 6;

std::string href(const MarkdownPiece& link, std::string_view page_address, std::string_view id_prefix) {
  std::string out;
  if (!link.text.empty()) out = percent_encode(relative_link(page_address, link.text));
  out += link.query;
  // Only the ids of this text carry the prefix.
  if (!link.fragment.empty())
    out += "#" + percent_encode((link.text.empty() ? std::string(id_prefix) : "") + link.fragment);
  return out;
}

}  // namespace

std::string& MarkdownPieces::open_html() {
  if (pieces_.empty() || pieces_.back().kind != MarkdownPiece::Kind::html) pieces_.emplace_back();
  return pieces_.back().text;
}

MarkdownPieces& MarkdownPieces::html(std::string_view html) {
  if (!html.empty()) open_html() += html;
  return *this;
}

MarkdownPieces& MarkdownPieces::escaped(std::string_view text) {
  if (!text.empty()) append_escaped_html(open_html(), text);
  return *this;
}

MarkdownPieces& MarkdownPieces::id(std::string_view id) {
  return add({MarkdownPiece::Kind::id, std::string(id), "", "", 0});
}

MarkdownPieces& MarkdownPieces::number(int number) { return html(std::to_string(number)); }

MarkdownPieces& MarkdownPieces::add(MarkdownPiece piece) {
  pieces_.push_back(std::move(piece));
  return *this;
}

MarkdownPieces& MarkdownPieces::fresh_line() {
  const bool fresh = pieces_.empty() || pieces_.back().text.ends_with('\n');
  return fresh ? *this : html("\n");
}

void write_pieces(const std::vector<MarkdownPiece>& pieces, std::string_view page_address, int top_level,
                  std::string_view id_prefix, const MarkdownChart& chart, std::string& out) {
  for (const MarkdownPiece& piece : pieces) {
    switch (piece.kind) {
      case MarkdownPiece::Kind::html:
        out += piece.text;
        break;
      case MarkdownPiece::Kind::id:
        append_escaped_html(out, id_prefix);
        append_escaped_html(out, piece.text);
        break;
      case MarkdownPiece::Kind::link:
        append_escaped_html(out, href(piece, page_address, id_prefix));
        break;
      case MarkdownPiece::Kind::level:
        out += std::to_string(std::clamp(piece.number + top_level - 1, 1, lowest_heading));
        break;
      case MarkdownPiece::Kind::chart: {
        std::string hint;
        const std::optional<std::string> html = chart ? chart(piece.text, page_address, hint) : std::nullopt;
        if (html) out += *html;
        break;
      }
      case MarkdownPiece::Kind::back_links:
        break;
    }
  }
}

}  // namespace stoplicht
