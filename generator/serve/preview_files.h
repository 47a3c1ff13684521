#pragma once
#include <string>
#include <string_view>

// The files that the preview adds to a site, and only the preview: they refresh its pages and show faults over them.
namespace stoplicht {

std::string_view preview_script();
std::string_view preview_worker();
std::string_view preview_stylesheet();

// "preview.css?1a2b3c4d": the name of one of them, with what tells its bytes.
std::string lasting_name(std::string_view name, std::string_view bytes);

}  // namespace stoplicht
