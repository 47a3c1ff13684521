#include "model/thinned_document.h"

#include <charconv>
#include <utility>

#include "load/part_document.h"

namespace stoplicht {

void ThinnedDocument::keep(const std::string& pointer, Empty empty, std::vector<std::size_t> kept) {
  const Json::json_pointer place(pointer);
  Json& list = root_.at(place);
  if (kept.size() == list.size()) return;
  if (kept.empty() && empty == Empty::goes) {
    root_.at(place.parent_pointer()).erase(place.back());
    return;
  }
  Json left = Json::array();
  for (const std::size_t index : kept) left.push_back(std::move(list[index]));
  list = std::move(left);
  kept_[pointer] = std::move(kept);
}

std::string ThinnedDocument::in_whole(const Kept& kept, std::string_view pointer) {
  std::string thinned;
  std::string whole;
  while (!pointer.empty()) {
    std::string_view token = pointer.substr(1, pointer.substr(1).find('/'));
    pointer.remove_prefix(1 + token.size());
    std::size_t index = 0;
    const bool is_index = std::from_chars(token.data(), token.data() + token.size(), index).ec == std::errc();
    const auto list = kept.find(thinned);
    const bool moved = is_index && list != kept.end() && index < list->second.size();
    whole += '/';
    whole += moved ? std::to_string(list->second[index]) : std::string(token);
    thinned += '/';
    thinned += token;
  }
  return whole;
}

std::shared_ptr<const Document> ThinnedDocument::make() && {
  return part_of(whole_, std::move(root_),
                 [kept = std::move(kept_)](std::string_view pointer) { return in_whole(kept, pointer); });
}

}  // namespace stoplicht
