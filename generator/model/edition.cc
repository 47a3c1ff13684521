#include "model/edition.h"

#include <algorithm>

namespace stoplicht {

const WithdrawnPart* Edition::withdrawal_of(std::string_view part) const {
  const auto found =
      std::find_if(withdrawn.begin(), withdrawn.end(), [&](const WithdrawnPart& each) { return each.part == part; });
  return found == withdrawn.end() ? nullptr : &*found;
}

const Edition* Archive::newest(std::string_view period_id) const {
  for (const auto& edition : editions)
    if (edition->period_id == period_id && edition->is_newest()) return edition.get();
  return nullptr;
}

const Edition* Archive::find(std::string_view period_id, int number) const {
  for (const auto& edition : editions)
    if (edition->period_id == period_id && edition->number == number) return edition.get();
  return nullptr;
}

std::vector<const Edition*> Archive::of(std::string_view period_id) const {
  std::vector<const Edition*> out;
  for (const auto& edition : editions)
    if (edition->period_id == period_id) out.push_back(edition.get());
  return out;
}

}  // namespace stoplicht
