#pragma once
#include <string>
#include <vector>

#include "views/page.h"
#include "views/wording.h"

namespace stoplicht {

struct Crumb {
  std::string label;
  std::string address;
};

struct Fact {
  std::string label;
  std::string value;
  std::string address = {};  // Where more of it stands; empty: nowhere.
};

// The same subject in another period.
struct SwitchItem {
  std::string label;
  std::string sub;  // What that period has of it: "alleen totalen".
  std::string address;
  bool current = false;
  std::string kin = {};  // There the subject goes under another project: "Opgegaan in Taalhuis". Empty: it is the same.
  std::string kin_name = {};  // The name of that one: "Taalhuis".
};

struct Neighbour {
  std::string kicker;  // "Vorige periode"
  std::string label;
  std::string address;  // Empty: there is none.
};

// Another version of the page, by its relation in RFC 5829: "latest-version".
struct VersionLink {
  std::string rel;
  std::string address;
};

// A part of a long page, for the list of what is on it.
struct Part {
  std::string id;  // Of its section: "deel_stoplichten". Heading slugs have hyphens, so they cannot be the same.
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
  std::string cite_edition;       // "editie 2"; empty: the page is of none.
  std::string cite_date;          // Of what it tells; empty: of the period in whose folder it stands, or of the newest.
  std::string description;        // For search engines; empty: the site's.
  bool in_search = true;          // False: search engines are not to show it.
  std::string canonical_address;  // The page that search engines are to show instead; empty: this one.
  std::vector<VersionLink> versions;
  std::string kicker, kicker_sub, lead;
  Json verdict = false;       // LIGHT with "context".
  std::vector<Crumb> crumbs;  // Between home and this page.
  bool with_crumbs = true;
  std::vector<Fact> facts;
  std::vector<SwitchItem> switch_items;
  bool with_tools = true;
  bool with_search = true;    // The field in the header.
  std::string print_address;  // The page made for paper; empty: none.
  std::vector<Part> parts;    // "Op deze pagina"; shown when there are at least three.
  Json notices = Json::array();
  Json corrected = false;  // "corrected"
  Neighbour previous, next;
};

// The part of a page's context that the theme's frame components ask for.
Json frame_context(const Scene& scene, const Frame& frame);

// Where a notice leads: the address is of this site.
struct NoticeLink {
  std::string label;
  std::string address;
};

// `page_address`: of the page that has the notice; needed when it has links.
Json notice(const std::string& kind, const std::string& title, const std::string& text,
            const std::vector<NoticeLink>& links = {}, const std::string& page_address = {});

std::string full_address(const Site& site, const std::string& address);  // With the site's base URL.

}  // namespace stoplicht
