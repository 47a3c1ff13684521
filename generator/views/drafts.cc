#include "views/drafts.h"

#include "views/addresses.h"

namespace stoplicht {

bool Draft::is_told_at(std::string_view address) const {
  return address.starts_with(folder) || addresses.contains(std::string(address));
}

std::vector<Draft> drafts_of(const Site& site, const Archive& archive) {
  std::vector<Draft> out;
  if (archive.empty()) return out;
  for (const auto& period : site.periods) {
    if (archive.newest(period->id) != nullptr) continue;
    Draft draft{period->name, period->folder + "/", {}};
    for (const auto& other : site.periods) {
      draft.addresses.insert(comparison_address(*other, *period));
      draft.addresses.insert(comparison_address(*period, *other));
    }
    if (period.get() == site.newest()) draft.addresses.insert(home_address);
    out.push_back(std::move(draft));
  }
  return out;
}

}  // namespace stoplicht
