#include <algorithm>

#include "base/locale.h"
#include "load/encoding.h"
#include "model/figures.h"
#include "model/open_archive.h"

namespace stoplicht {
namespace {

// Where the file of today says the target of an indicator from a period on; its nearest parent when it says none.
Location place_of(const SiteFolder& folder, const std::string& indicator, const std::string& period) {
  const std::string file = "data/programmes.json";
  const auto document = folder.data.find(file);
  if (document == folder.data.end()) return {file, 0, 0, 1, ""};
  const Json none = Json::array();
  const Json& root = document->second->root();
  const auto list = [&](const Json& object, const char* key) -> const Json& {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_array() ? *found : none;
  };
  const Json& indicators = list(root, "indicators");
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (!indicators[i].is_object() || indicators[i].value("id", Json()) != indicator) continue;
    const std::string pointer = "/indicators/" + std::to_string(i) + "/targets";
    const Json& targets = list(indicators[i], "targets");
    for (std::size_t j = 0; j < targets.size(); ++j)
      if (targets[j].is_object() && targets[j].value("from_period", Json()) == period)
        return document->second->at(pointer + "/" + std::to_string(j) + "/value");
    return document->second->at(pointer);
  }
  return document->second->source().whole();
}

const Target* target_from(const Indicator& indicator, const std::string& period) {
  const auto found = std::find_if(indicator.targets.begin(), indicator.targets.end(),
                                  [&](const Target& target) { return target.from->id == period; });
  return found == indicator.targets.end() ? nullptr : &*found;
}

}  // namespace

void check_published_targets(const SiteFolder& folder, const Site& site, const Archive& archive, const Locale& locale,
                             Diagnostics& diagnostics, std::string_view except) {
  // What a fault keeps from being read did not go.
  if (site.programmes_faulty || site.programmes_missed) return;
  for (const auto& edition : archive.editions) {
    if (!edition->is_newest() || edition->period_id == except) continue;
    for (const auto& sealed : edition->site.indicators) {
      const Target* then = target_from(*sealed, edition->period_id);
      const Indicator* today = site.find_indicator(sealed->id);
      if (then == nullptr || today == nullptr) continue;
      const Target* now = target_from(*today, edition->period_id);
      if (now != nullptr && now->quantity == then->quantity) continue;
      const auto text = [&](const Target& target) { return format_quantity(target.quantity, sealed->unit, locale); };
      diagnostics.warning(
          "target-published", place_of(folder, sealed->id, edition->period_id),
          "the target of " + in_quotes(sealed->id) + " from " + edition->period_id + " on is " +
              (now != nullptr ? text(*now) : std::string("gone")) + ", but " + text(*then) + " in edition " +
              std::to_string(edition->number) + " of " + edition->period_id,
          "a target that moved gets a line of its own, with 'from_period' and 'decision'; was the published one "
          "wrong, then: stoplicht correct " +
              edition->period_id + " --shared --reason \"...\"");
    }
  }
}

}  // namespace stoplicht
