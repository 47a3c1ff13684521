#include "serve/change_list.h"

#include <algorithm>

namespace stoplicht {

void ChangeList::appeared(const std::string& path, bool is_whole) {
  const auto [change, is_first] = changes_.try_emplace(path, Change{true, is_whole});
  if (!is_first) change->second.is_whole = change->second.is_whole || is_whole;
}

void ChangeList::changed(const std::string& path) { changes_[path].is_whole = true; }

void ChangeList::gone(const std::string& path) {
  const auto change = changes_.try_emplace(path).first;
  if (change->second.is_new)
    changes_.erase(change);
  else
    change->second.is_whole = true;
}

bool ChangeList::empty() const {
  return std::none_of(changes_.begin(), changes_.end(), [](const auto& change) { return change.second.is_whole; });
}

std::string ChangeList::text() const {
  std::string first;
  std::size_t others = 0;
  for (const auto& [path, change] : changes_) {
    if (!change.is_whole) continue;
    if (first.empty())
      first = path;
    else
      ++others;
  }
  if (others == 0) return first;
  return first + " and " + std::to_string(others) + (others == 1 ? " other" : " others");
}

}  // namespace stoplicht
