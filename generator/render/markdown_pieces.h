#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "render/markdown.h"

namespace stoplicht {

// HTML as far as it is known before it is known on which page it stands.
struct MarkdownPiece {
  enum class Kind {
    html,        // `text` as it is.
    id,          // `text` behind the prefix for ids.
    link,        // The value of a href: `text` is an address, or empty for the page itself.
    source,      // The value of a src: never anything but relative, so that the picture is shown from a folder.
    term,        // The value of a href: to the explanation with id `text`.
    level,       // The digit of a heading of level `number`.
    chart,       // What the surroundings make of `text`.
    back_links,  // From footnote `number` back to where it is referred to; see footnotes.
  };
  Kind kind = Kind::html;
  std::string text;
  std::string query;
  std::string fragment;
  int number = 0;
};

// Pieces in the making; neighbouring HTML becomes one.
class MarkdownPieces {
 public:
  MarkdownPieces& html(std::string_view html);
  MarkdownPieces& escaped(std::string_view text);
  MarkdownPieces& id(std::string_view id);
  MarkdownPieces& number(int number);
  MarkdownPieces& add(MarkdownPiece piece);

  // Ends the line if anything stands on it.
  MarkdownPieces& fresh_line();

  std::vector<MarkdownPiece> take() { return std::move(pieces_); }

 private:
  std::string& open_html();

  std::vector<MarkdownPiece> pieces_;
};

using MarkdownChart = decltype(MarkdownSurroundings::chart);

// Appends the pieces as they read in one place. Charts that `chart` does not know are left out.
void write_pieces(const std::vector<MarkdownPiece>& pieces, const MarkdownPlacing& placing, const MarkdownChart& chart,
                  std::string& out);

}  // namespace stoplicht
