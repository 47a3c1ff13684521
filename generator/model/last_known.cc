#include "model/last_known.h"

namespace stoplicht {

LastKnown last_known(const Period& period, const Project* project, const Indicator& indicator) {
  for (const Period* then = period.previous; then != nullptr; then = then->previous) {
    const ProjectReport* report = project != nullptr ? then->report_of(*project) : nullptr;
    if (project != nullptr && report == nullptr) continue;
    for (const Measurement& each : report != nullptr ? report->measurements : then->totals)
      if (each.indicator->id == indicator.id && each.actual) return {&each, then};
  }
  return {};
}

}  // namespace stoplicht
