#include "render/markdown_pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/paths.h"
#include "base/text.h"
#include "render/markdown_links.h"

namespace stoplicht {
namespace {

constexpr int lowest_heading = 6;

std::string relative(const MarkdownPiece& link, std::string_view page_address) {
  return percent_encode(relative_link(page_address, link.text));
}

std::string href(const MarkdownPiece& link, const MarkdownPlacing& placing) {
  std::string out;
  if (!link.text.empty())
    out = placing.base_url.empty() ? relative(link, placing.page_address)
                                   : std::string(placing.base_url) + percent_encode(link.text);
  out += link.query;
  // Only the ids of this text carry the prefix.
  if (!link.fragment.empty())
    out += "#" + percent_encode((link.text.empty() ? std::string(placing.id_prefix) : "") + link.fragment);
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

void write_pieces(const std::vector<MarkdownPiece>& pieces, const MarkdownPlacing& placing, const MarkdownChart& chart,
                  std::string& out) {
  for (const MarkdownPiece& piece : pieces) {
    switch (piece.kind) {
      case MarkdownPiece::Kind::html: out += piece.text; break;
      case MarkdownPiece::Kind::id:
        append_escaped_html(out, placing.id_prefix);
        append_escaped_html(out, piece.text);
        break;
      case MarkdownPiece::Kind::link: append_escaped_html(out, href(piece, placing)); break;
      case MarkdownPiece::Kind::source: append_escaped_html(out, relative(piece, placing.page_address)); break;
      case MarkdownPiece::Kind::term:
        append_escaped_html(out, "#" + percent_encode(std::string(placing.term_prefix) + piece.text));
        break;
      case MarkdownPiece::Kind::level:
        out += std::to_string(std::clamp(piece.number + placing.top_level - 1, 1, lowest_heading));
        break;
      case MarkdownPiece::Kind::chart: {
        std::string hint;
        const std::optional<std::string> html =
            chart ? chart(piece.text, placing.page_address, placing.id_prefix, hint) : std::nullopt;
        if (html) out += *html;
        break;
      }
      case MarkdownPiece::Kind::back_links: break;
    }
  }
}

}  // namespace stoplicht
