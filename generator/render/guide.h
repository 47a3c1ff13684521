#pragma once
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "render/theme.h"
#include "views/wording.h"

namespace stoplicht {

inline constexpr std::string_view guide_folder = "_handleiding/";  // No address of a site begins so.

// The guide for staff as pages in the look of a site, of which it is no part: with its pictures and the theme's styles
// and scripts. `guide`: the program's folder of that name: a chapter a Markdown file, with `title`, `description` and
// `order`, and pictures; index.md is the first. `site_context`, `menu`: of the site's pages. Throws std::runtime_error
// when a chapter has a fault: they are the program's own.
std::vector<OutputFile> render_guide(const Scene& scene, const Theme& theme, const Json& site_context, const Json& menu,
                                     const std::vector<OutputFile>& guide);

}  // namespace stoplicht
