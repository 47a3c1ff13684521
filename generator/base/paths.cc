#include "base/paths.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/text.h"

namespace stoplicht {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_control_character(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t character = next_character(text, offset);
    if (character < 0x20 || (character >= 0x7F && character <= 0x9F)) return true;
  }
  return false;
}

// What no path in a site folder may have, however its parts work out.
bool is_foreign(std::string_view path) {
  if (path.empty() || path.front() == '/') return true;
  if (path.size() >= 2 && is_letter(path[0]) && path[1] == ':') return true;
  return path.find('\\') != std::string_view::npos || has_control_character(path);
}

}  // namespace

bool is_safe_relative_path(std::string_view path) {
  if (is_foreign(path)) return false;
  const std::vector<std::string_view> parts = split(path, '/');
  return std::none_of(parts.begin(), parts.end(),
                      [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

std::optional<std::string> resolve_beside(std::string_view file, std::string_view path) {
  if (is_foreign(path)) return std::nullopt;
  std::vector<std::string_view> resolved = split(file, '/');
  resolved.pop_back();
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (resolved.empty()) return std::nullopt;
      resolved.pop_back();
    } else {
      resolved.push_back(part);
    }
  }
  std::string joined = join({resolved.begin(), resolved.end()}, "/");
  if (!is_safe_relative_path(joined)) return std::nullopt;
  return joined;
}

std::string relative_link(std::string_view from_address, std::string_view to_address) {
  std::size_t common = 0;  // Length of the folders that both share.
  for (;;) {
    const std::size_t slash = from_address.find('/', common);
    if (slash == std::string_view::npos || !to_address.starts_with(from_address.substr(0, slash + 1))) break;
    common = slash + 1;
  }
  const std::string_view below = from_address.substr(common);
  const std::string_view rest = to_address.substr(common);
  std::string link;
  for (auto up = std::count(below.begin(), below.end(), '/'); up > 0; --up) link += "../";
  // A first part such as "a:b" would be read as a scheme, and an empty link as the page itself.
  const bool ambiguous = link.empty() && (rest.empty() || rest.substr(0, rest.find('/')).find(':') != rest.npos);
  if (ambiguous) link += "./";
  link += rest;
  return link;
}

}  // namespace stoplicht
