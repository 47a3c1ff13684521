#pragma once
#include "views/page.h"
#include "views/wording.h"

#include <string>
#include <vector>

namespace stoplicht {

struct Crumb {
  std::string label;
  std::string address;
};

struct Fact {
  std::string label;
  std::string value;
};

// The same subject in another period.
struct SwitchItem {
  std::string label;
  std::string sub;      // What that period has of it: "alleen totalen".
  std::string address;
  bool current = false;
};

struct Neighbour {
  std::string kicker;   // "Vorige periode"
  std::string label;
  std::string address;  // Empty: there is none.
};

// A part of a long page, for the list of what is on it.
struct Part {
  std::string id;       // Of its section: "deel_stoplichten". Heading slugs have hyphens, so they cannot be the same.
  std::string label;
};

// What every page has around its own content.
struct Frame {
  std::string address;
  std::string heading;
  std::string short_title;        // In the browser's tab and in citations; empty: the heading.
  std::string crumb_title;        // In the breadcrumb; empty: the short title.
  std::string cite_title;         // In citations; empty: the short title.
  std::string cite_address;       // In citations; empty: the page's own.
  std::string cite_date;          // Of what it tells; empty: of the period in whose folder it stands, or of the newest.
  std::string description;        // For search engines; empty: the site's.
  std::string kicker, kicker_sub, lead;
  Json verdict = false;           // LIGHT with "context".
  std::vector<Crumb> crumbs;      // Between home and this page.
  bool with_crumbs = true;
  std::vector<Fact> facts;
  std::vector<SwitchItem> switch_items;
  bool with_tools = true;
  std::string print_address;      // The page made for paper; empty: none.
  std::vector<Part> parts;        // "Op deze pagina"; shown when there are at least three.
  Json notices = Json::array();
  Neighbour previous, next;
};

// The part of a page's context that the theme's frame components ask for.
Json frame_context(const Scene& scene, const Frame& frame);

Json notice(const std::string& kind, const std::string& title, const std::string& text);

std::string full_address(const Site& site, const std::string& address);  // With the site's base URL.

}  // namespace stoplicht
