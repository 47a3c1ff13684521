#include "model/placeholders.h"

#include <algorithm>

namespace stoplicht {
namespace {

constexpr std::string_view dutch = "vul in";
constexpr std::string_view english = "fill in";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view text, std::string_view words) {
  return text.size() >= words.size() &&
         std::equal(words.begin(), words.end(), text.begin(), [](char word, char c) { return word == lower(c); });
}

}  // namespace

std::string placeholder(std::string_view language, std::string_view what) {
  std::string out = "[" + std::string(language == "nl" ? dutch : english);
  if (!what.empty()) out += ": " + std::string(what);
  return out + "]";
}

std::vector<TextRange> find_placeholders(std::string_view text) {
  std::vector<TextRange> found;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    for (const std::string_view words : {dutch, english}) {
      const std::string_view rest = text.substr(at + 1);
      if (!begins_with(rest, words)) continue;
      const std::size_t end = rest.find_first_of("]\n");
      const bool asks = words.size() < rest.size() && (rest[words.size()] == ':' || rest[words.size()] == ']');
      if (asks && end != std::string_view::npos && rest[end] == ']') found.push_back({at, end + 2});
    }
  }
  return found;
}

}  // namespace stoplicht
