#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace stoplicht {

// True for a relative path with '/' between parts and no empty part, ".", "..", leading '/',
// backslash, drive letter or control character: one that cannot leave the folder it is joined to.
bool is_safe_relative_path(std::string_view path);

// A path that is written relative to a file ("../beeld/kaart.png" in "content/pages/over.md"),
// as one relative to the site folder ("content/beeld/kaart.png"); nothing when it leads outside.
std::optional<std::string> resolve_beside(std::string_view file, std::string_view path);

// The relative link from one page's address to another's: ("periodes/2020-07/index.html",
// "assets/x.css") gives "../../assets/x.css". Same page: its own file name.
std::string relative_link(std::string_view from_address, std::string_view to_address);

}  // namespace stoplicht
