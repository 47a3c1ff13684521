#pragma once
#include <string>
#include <string_view>

#include "render/markdown.h"

namespace stoplicht {

// Where the destination of a link or an image leads to.
struct LinkTarget {
  // What is wrong with it; everything below is then empty.
  std::string fault_id;
  std::string fault;
  std::string hint;

  bool web = false;      // Leads away from this site, by `address` as it is.
  bool page = false;     // Leads to a page, which is for the caller of parse_markdown to check.
  std::string address;   // Of this site; empty: this text's own page.
  std::string query;     // "?q=schuld", fit for an address.
  std::string fragment;  // Without '#', decoded.
};

// The forms of FORMATS.md, "Links". `file`: the Markdown file that holds the link.
LinkTarget resolve_link(std::string_view destination, std::string_view file, const MarkdownSurroundings& surroundings);

// An image: a file beside the text.
LinkTarget resolve_image(std::string_view destination, std::string_view file, const MarkdownSurroundings& surroundings);

// Percent-encodes what cannot stand in an address: blanks, quotes, letters beyond ASCII.
std::string encode_address(std::string_view address);

}  // namespace stoplicht
