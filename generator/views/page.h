#pragma once
#include "base/output_file.h"
#include "load/document.h"
#include "model/site.h"

#include <functional>
#include <string>
#include <vector>

namespace stoplicht {

// Markdown that a page shows: the render room puts its HTML at context[key]["html"].
struct MarkdownSlot {
  std::string key;
  Text text;
  int top_level = 2;       // The heading level that "#" in the text would get on this page.
  std::string id_prefix;   // Before the ids of its headings, when a page shows several texts.
};

// What one page shows, as plain values for its layout.
struct PageView {
  Json context;
  std::vector<MarkdownSlot> texts;
  std::vector<OutputFile> files;   // What goes with the page, such as the CSV of a chart.
};

// One page of the site. `view` may be called from any thread and depends on nothing that changes.
struct Page {
  std::string address;                // "periodes/2020-07/index.html"
  std::string layout;                 // The theme's layouts/<layout>.mustache.
  std::string section;                // Which entry of the menu is current: an address, or "".
  Location origin;                    // The file that asks for the page, for faults.
  std::function<PageView()> view;
  std::string subject = {};           // What of the data the page is about, for faults: "commitment 'T20-27'".
};

}  // namespace stoplicht
