#pragma once
#include <string_view>

// The files that the preview adds to a site, and only the preview: they refresh its pages and show faults over them.
namespace stoplicht {

std::string_view preview_script();
std::string_view preview_worker();
std::string_view preview_stylesheet();

}  // namespace stoplicht
