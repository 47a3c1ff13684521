#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/output_file.h"
#include "load/document.h"
#include "model/site.h"
#include "views/search_entry.h"

namespace stoplicht {

struct Scene;

// Markdown that a page shows: the render room puts its HTML at context/<key>/html, and the glossary's words that
// it uses at context/<key>/terms: false, or { "items": [{ id, term, meaning, href }] } in alphabetical order.
struct MarkdownSlot {
  std::string key;  // "summary", or the path to a place in a list: "letters/0/text".
  Text text;
  int top_level = 2;           // The heading level that "#" in the text would get on this page.
  std::string id_prefix;       // Before its ids, when a page shows several texts.
  bool absolute = false;       // Links are written with the site's base URL, for paper.
  std::string terms_key = {};  // Texts that name the same one have their words together, at context/<terms_key>.
};

// What one page shows, as plain values for its layout.
struct PageView {
  Json context;
  std::vector<MarkdownSlot> texts;
  std::vector<OutputFile> files;           // What goes with the page, such as the CSV of a chart.
  std::optional<SearchEntry> search = {};  // Nothing: the page is not to be found by searching.
};

// One page of the site. `view` may be called from any thread and depends on nothing that changes.
struct Page {
  std::string address;  // "periodes/2020-07/index.html"
  std::string layout;   // The theme's layouts/<layout>.mustache.
  std::string section;  // Which entry of the menu is current: an address, or "".
  Location origin;      // The file that asks for the page, for faults.
  std::function<PageView()> view;
  std::string subject = {};      // What of the data the page is about, for faults: "commitment 'T20-27'".
  const Scene* scene = nullptr;  // In which it is told; null: in that of the site of today.
};

}  // namespace stoplicht
