#pragma once
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/output_file.h"
#include "load/site_folder.h"
#include "render/template.h"

namespace stoplicht {

// How a site looks: its templates, its stylesheets, further files.
struct Theme {
  std::string token_class;  // Class of <html> that carries the house style's tokens.
  Templates templates;      // "layouts/home" by name "layout-home"; components by their own name.
  OutputFile stylesheet;    // Of every page: "assets/<theme>.<first 8 digits of its SHA-256>.css"
  // The styles of components that the theme's first page does not have, for the pages that do have one of them:
  // "assets/<theme>-further.<digits>.css". No address: all styles are in the one above.
  OutputFile further_stylesheet;
  OutputFile search_stylesheet;  // Of components that the layout "search" alone has, in the same way.
  std::string rehearsal_css;     // Of components that the layout "rehearsal" alone has: no file of a site.
  std::set<std::string, std::less<>> further;  // The templates that it is needed for, by name.
  std::vector<OutputFile> assets;              // "assets/…"
  OutputFile page_script;                      // Of every page; no address: there is none.
  OutputFile search_script;                    // Of the search page.
  bool complete = false;                       // Strings, theme.json and every layout are there, in their form.
  std::unique_ptr<const Document> strings;     // strings.<language>.json; null when missing (reported).
};

// What a site asks of a theme.
struct ThemeChoice {
  std::string name;
  std::string language;
  std::string house_style;  // Empty: the one that theme.json names.
  Location house_style_at;  // Where the site names it; not used for an empty one.
};

// Builds a theme from the files that load_theme read; see the theme's README for the form of theme.json.
// Reports what is missing or has another form.
Theme build_theme(const SiteFolder& folder, const ThemeChoice& choice, Diagnostics& diagnostics);

// CSS without comments and needless white space; what stands between quotes stays as it is, and so
// does a comment that begins with "/*!": a licence's notice.
std::string compact_css(std::string_view css);

}  // namespace stoplicht
