#pragma once
#include <string>
#include <string_view>

#include "render/theme.h"
#include "views/rehearsal_page.h"

namespace stoplicht {

// The rehearsal as a page, and its styles, which are in no file of the site. The page names no style itself: whoever
// shows it adds a link, or the styles themselves.
struct RehearsalOutput {
  std::string page;  // Whole HTML.
  std::string css;
  std::size_t blocking = 0;  // How many items keep the draft from being published.
};

// `theme` has a layout "rehearsal". `generator`: name and version.
RehearsalOutput render_rehearsal(const Scene& scene, const Theme& theme, const Rehearsal& rehearsal,
                                 const RehearsalLinks& links, const std::string& generator);

// The page as one file that needs no other, and lets a browser fetch nothing.
std::string rehearsal_report(const RehearsalOutput& output);

// Whether a file was written by rehearsal_report.
bool is_rehearsal_report(std::string_view html);

}  // namespace stoplicht
