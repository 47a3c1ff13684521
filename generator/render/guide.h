#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "render/theme.h"

namespace stoplicht {

inline constexpr std::string_view guide_folder = "_handleiding/";  // No address of a site begins so.

// The guide for staff as pages of its own, in Dutch, that need no site: with its pictures and the theme's styles and
// script. `theme`: the program's, in Dutch. `guide`: the program's folder of that name: a chapter a Markdown file, with
// `title`, `description` and `order`, and pictures; index.md is the first. `generator`: name and version. Throws
// std::runtime_error when a chapter has a fault: they are the program's own.
std::vector<OutputFile> render_guide(const Theme& theme, const std::vector<OutputFile>& guide,
                                     const std::string& generator);

}  // namespace stoplicht
