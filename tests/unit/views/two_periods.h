#pragma once
#include <string>

#include "small_scene.h"
#include "theme_strings.h"
#include "views/changes_view.h"

namespace stoplicht::test {

// The minimal site, in which May 2021 tells lights too: "ggz" and "taal" with these statuses.
inline MinimalSite& with_lights_in_may(MinimalSite& minimal, const std::string& ggz, const std::string& taal) {
  // Its rule computes "on-track": another light needs a reason.
  const std::string reason = ggz == "on-track" ? "" : R"("override_reason": "Zo zien wij het.",)";
  minimal.write("data/periods/2021-05.json", R"({
  "id": "2021-05", "name": "Mei 2021", "kind": "half-year", "from": "2020-08", "until": "2021-05",
  "reported_on": "2021-05", "depth": "projects", "scale": "stoplicht", "basis_note": "Afgeleid.",
  "totals": [ { "indicator": "placements", "actual": 430 } ],
  "projects": [
    { "project": "ggz", "number": "WaW 7", "status": ")" +
                                                 ggz + R"(", "summary": "Te weinig.", )" + reason + R"(
      "cause": "Corona", "action": "Bellen", "values": [ { "indicator": "ggz-trajecten", "actual": 12 } ] },
    { "project": "taal", "number": "WaW 9", "name": "Taal op het werk", "status": ")" +
                                                 taal + R"(",
      "cause": "Corona", "action": "Bellen" }
  ] })");
  return minimal;
}

// What changed between the two.
struct TwoPeriods {
  explicit TwoPeriods(MinimalSite& minimal)
      : small(minimal, theme_strings().c_str()),
        comparison{{&small.site, &small.period("2020-07")},
                   {&small.site, &small.period("2021-05")},
                   "vergelijk/2020-07--2021-05.html"},
        changes(changes_of(small.scene, comparison)) {}

  SmallScene small;
  Comparison comparison;
  Changes changes;
};

}  // namespace stoplicht::test
