#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/site.h"
#include "views/page.h"
#include "views/table.h"
#include "views/wording.h"

// Charts as plain values: what each shows, its conclusion in a sentence, its words for those
// who do not see it, and its table with the CSV that datasets.h publishes. All geometry is in percent
// of the width, so that letters never shrink. Every chart's context has at least: id, conclusion,
// note (or false), title, table; one that is a drawing has a description, one that is a list says all in its words.
namespace stoplicht {

struct Changes;

// Where a chart stands: for links and ids.
struct ChartPlace {
  std::string page_address;
  std::string id;  // Unique on the page: "lights".
};

// How many projects have each status, in the scale's order; statuses that nobody has are left out.
struct StatusCount {
  const Status* status = nullptr;
  long count = 0;
};
std::vector<StatusCount> count_statuses(const std::vector<const ProjectReport*>& reports, const StatusScale& scale);
Json counts_context(const Scene& scene, const std::vector<StatusCount>& counts);

// The projects of a period, all or those of one programme.
std::vector<const ProjectReport*> reports_of(const Period& period, const Programme* programme = nullptr);

// What reports tell together. A light that is not reported is untold: it says neither that there is attention nor none.
struct LightCounts {
  long told = 0;
  long untold = 0;
  long attention = 0;  // Of those told.
};
LightCounts count_lights(const std::vector<const ProjectReport*>& reports);

const Period* newest_with_lights(const Site& site);  // At least one light is told; null when none has.

// How many ask for attention, of those whose light is told; how many are not told is said too.
std::string attention_text(const Scene& scene, const LightCounts& counts);
std::string attention_then(const Scene& scene, const Period& period,
                           const LightCounts& counts);  // Of an older one, with a told light.

// "ribbon": the row of lights with its counts. `reports` must not be empty.
Json ribbon_chart(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports,
                  const ChartPlace& place);

// "distribution": the status counts of each period that has lights, as stacked bars, oldest first; a
// period without is told as such. False when no period has lights.
Json distribution_chart(const Scene& scene, const ChartPlace& place);

// "bullet": target against actual, as far as known in `period`. `project` is null for a total.
Json target_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place,
                  bool hero = false);

// "trend": actual, forecast, baseline, target and the target that it replaced, on a scale of time; where nothing
// was measured there is a gap. False when fewer than two periods know an actual value.
Json trend_chart(const Scene& scene, const Indicator& indicator, const ChartPlace& place);

// "matrix": project × period, grouped by programme; periods oldest first.
Json matrix_chart(const Scene& scene, const ChartPlace& place);

// "strip": one project through time, oldest period first, `current` marked (may be null).
Json strip_chart(const Scene& scene, const Project& project, const Period* current, const ChartPlace& place);

// "budget": what each year costs, by who spends it. The programme must have a budget.
Json budget_chart(const Scene& scene, const Programme& programme, const ChartPlace& place);

// "shares": each municipality's part of an indicator in a period, largest first. False when the period does not
// tell it by municipality.
Json shares_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place);

// "landscape": the praatplaat. The site must have one.
Json landscape_chart(const Scene& scene, const ChartPlace& place);

// "flow": how the lights moved between two periods: a band for each pair of statuses, as high as it has projects. Where
// it stands is the comparison's own page. False when not both tell lights.
Json flow_chart(const Scene& scene, const Changes& changes, const ChartPlace& place);

// The chart that a fenced block asks for in a text of `period`: the component's name and its context. The first line
// names the chart, a line "conclusion: …" replaces the sentence that is computed.
// Nothing when there is none, with a hint.
struct EmbeddedChart {
  std::string component;
  Json context;
};
std::optional<EmbeddedChart> embedded_chart(const Scene& scene, const Period& period, std::string_view request,
                                            const std::string& page_address, std::string& hint);

// The measurement of an indicator in a period; null when the period has none.
const Measurement* measurement_of(const Indicator& indicator, const Period& period);

// The target to show in a period. One that is no goal ("beschikbaar") is a fact of the period
// that states it; nobody said that it still held later. Null when there is none.
const Target* shown_target(const Indicator& indicator, const Period& period);

// ---- the tables behind them, which datasets.h publishes ---------------------------------------

Table lights_table(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports);
Table distribution_table(const Scene& scene);
Table indicator_table(const Scene& scene, const Indicator& indicator);  // By period: actual, target, forecast.
Table matrix_table(const Scene& scene);
Table strip_table(const Scene& scene, const Project& project);
Table budget_table(const Scene& scene, const Programme& programme);
Table shares_table(const Scene& scene, const Indicator& indicator);  // Period × municipality.
Table landscape_table(const Scene& scene);
Table flow_table(const Scene& scene, const Changes& changes);  // Statuses before × after.

}  // namespace stoplicht
