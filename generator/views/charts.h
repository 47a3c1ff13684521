#pragma once
#include "model/site.h"
#include "views/page.h"
#include "views/table.h"
#include "views/wording.h"

#include <map>
#include <string>
#include <vector>

// Charts as plain values: what each shows, its conclusion in a sentence, its description for those
// who do not see it, and its table. All geometry is in percent of the width, so that letters never shrink.
namespace stoplicht {

// Where a chart stands: for links, ids and the CSV beside the page.
struct ChartPlace {
  std::string page_address;
  std::string id;                          // Unique on the page: "lights".
  std::string csv_name;                    // Empty: no CSV here.
  std::vector<OutputFile>* files = nullptr;  // Gets the CSV.
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

// The row of lights with its counts. `reports` must not be empty.
Json ribbon_chart(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports,
                  const ChartPlace& place);

// Target against actual, as far as known in `period`. `project` is null for a total.
Json target_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place,
                  bool hero = false);

// Project × period, grouped by programme; periods oldest first.
Json matrix_chart(const Scene& scene, const ChartPlace& place);

// One project through time, oldest period first, `current` marked (may be null).
Json strip_chart(const Scene& scene, const Project& project, const Period* current, const std::string& page_address);

// The chart that a fenced block asks for in a text of `period`: the component's name and its context.
// Nothing when there is none, with a hint.
struct EmbeddedChart {
  std::string component;
  Json context;
};
std::optional<EmbeddedChart> embedded_chart(const Scene& scene, const Period& period, std::string_view request,
                                            const std::string& page_address, std::string& hint);

// The measurement of an indicator in a period; null when the period has none.
const Measurement* measurement_of(const Indicator& indicator, const Period& period);

}  // namespace stoplicht
