#include <algorithm>

#include "base/text.h"
#include "model/edition.h"
#include "views/changes_view.h"
#include "views/edition_notes.h"

// What one side of a comparison no longer tells, because it was taken out of view.
namespace stoplicht {

std::vector<std::string> withdrawn_names(const Scene& scene, const Changes& changes) {
  std::vector<std::string> out;
  for (const Moment* moment : {&changes.before, &changes.after}) {
    for (const Stone& stone : stones_of(scene, *moment->period)) {
      // Periods are held against each other by their projects only.
      if (changes.before.period->id != changes.after.period->id && !stone.part->part.starts_with("project:")) continue;
      if (std::find(out.begin(), out.end(), stone.name) == out.end()) out.push_back(stone.name);
    }
  }
  return out;
}

bool is_withdrawn(const Moment& moment, const Indicator& indicator) {
  return indicator.project != nullptr && moment.is_withdrawn("project:" + indicator.project->id);
}

std::string side_text(const Scene& scene, const Moment& moment, const Indicator& indicator,
                      const Measurement* measurement) {
  if (measurement == nullptr && is_withdrawn(moment, indicator))
    return in_sentence(scene, scene.strings.say("side_withdrawn"));
  return value_text(scene, measurement);
}

}  // namespace stoplicht
