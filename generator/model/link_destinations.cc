#include "model/link_destinations.h"

#include <string_view>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view blanks = " \t\n\r";

void add(std::string_view text, std::vector<std::string>& out) {
  const std::string whole = percent_decode(text.substr(0, text.find_first_of("#?")));
  std::string destination;
  // A backslash keeps a sign from being Markdown.
  for (std::size_t i = 0; i < whole.size(); ++i)
    if (whole[i] != '\\' || i + 1 == whole.size()) destination += whole[i];
  if (!destination.empty()) out.push_back(std::move(destination));
}

}  // namespace

// "[woorden](brief.pdf)", "[woorden](<mijn brief.pdf> \"titel\")", "[1]: brief.pdf"
// (https://spec.commonmark.org/0.31.2/#links).
std::vector<std::string> destinations_in(std::string_view markdown) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const bool inline_link = markdown.substr(at).starts_with("](");
    const bool definition = markdown.substr(at).starts_with("]:");
    if (!inline_link && !definition) continue;
    const std::size_t start = markdown.find_first_not_of(blanks, at + 2);
    if (start == std::string_view::npos) break;
    if (markdown[start] == '<') {
      const std::size_t end = markdown.find_first_of(">\n", start);
      add(markdown.substr(start + 1, end == std::string_view::npos ? end : end - start - 1), out);
      continue;
    }
    // Brackets within it come in pairs; the one that closes the link does not.
    std::size_t end = start;
    for (int depth = 0; end < markdown.size() && blanks.find(markdown[end]) == std::string_view::npos; ++end) {
      if (markdown[end] == '\\' && end + 1 < markdown.size()) {
        ++end;
        continue;
      }
      if (markdown[end] == '(') ++depth;
      if (markdown[end] == ')' && inline_link && --depth < 0) break;
    }
    add(markdown.substr(start, end - start), out);
  }
  return out;
}

}  // namespace stoplicht
