#include "base/likeness.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

char32_t lower_case(char32_t c) {
  const bool ascii = c >= 'A' && c <= 'Z';
  const bool latin = c >= 0xC0 && c <= 0xDE && c != 0xD7;
  return ascii || latin ? c + 0x20 : c;
}

// From 0, the same, to 1, nothing in common.
double unlikeness(std::string_view a, std::string_view b) {
  const std::u32string one = folded(a);
  const std::u32string other = folded(b);
  const std::size_t longer = std::max(one.size(), other.size());
  return longer == 0 ? 0 : static_cast<double>(edit_distance(one, other)) / static_cast<double>(longer);
}

std::string_view last_piece(std::string_view name) { return name.substr(name.rfind('/') + 1); }

}  // namespace

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) out += lower_case(next_character(text, offset));
  return out;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before_previous(b.size() + 1);
  std::vector<std::size_t> previous(b.size() + 1);
  std::vector<std::size_t> current(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_previous, previous);
    std::swap(previous, current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({replaced, previous[j] + 1, current[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) current[j] = std::min(current[j], before_previous[j - 2] + 1);
    }
  }
  return current[b.size()];
}

std::vector<std::string_view> nearest_first(std::string_view word, std::vector<std::string_view> names) {
  std::vector<std::pair<double, std::string_view>> ranked;
  for (const std::string_view name : names)
    ranked.emplace_back(std::min(unlikeness(word, name), unlikeness(last_piece(word), last_piece(name))), name);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = ranked[i].second;
  return names;
}

}  // namespace stoplicht
