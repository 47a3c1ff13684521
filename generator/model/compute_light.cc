#include <algorithm>
#include <chrono>

#include "model/reading.h"

namespace stoplicht {
namespace {

// Days since a fixed day, of a day as Date gives it: year*10000 + month*100 + day.
std::int64_t day_number(int day) {
  using namespace std::chrono;
  const auto date = year(day / 10000) / month(static_cast<unsigned>(day / 100 % 100)) /
                    std::chrono::day(static_cast<unsigned>(day % 100));
  return sys_days(date).time_since_epoch().count();
}

// Which part of the project's time is over at the end of the period, 0 to 1; nothing when it has not begun.
std::optional<double> time_gone(const Project& project, const Period& period) {
  const auto& from = project.from ? project.from : project.programme->from;
  const auto& until = project.until ? project.until : project.programme->until;
  if (!from || !until || (!period.until && period.reported_on.year == 0)) return std::nullopt;
  const std::int64_t first = day_number(from->first_day());
  const std::int64_t last = day_number(until->last_day());
  const std::int64_t today = day_number((period.until ? *period.until : period.reported_on).last_day());
  const std::int64_t whole = last - first + 1;  // The first and the last day count.
  const std::int64_t gone = std::min(today - first + 1, whole);
  if (whole <= 0 || gone <= 0) return std::nullopt;
  return static_cast<double>(gone) / static_cast<double>(whole);
}

const Status* first_with(const StatusScale& scale, Light light) {
  const auto found = std::find_if(scale.statuses.begin(), scale.statuses.end(),
                                  [&](const Status& status) { return status.light == light; });
  return found == scale.statuses.end() ? nullptr : &*found;
}

}  // namespace

void compute_light(ProjectReport& report) {
  if (!report.project->rule) return;
  const StatusRule& rule = *report.project->rule;
  const auto& measurements = report.measurements;
  const auto measured = std::find_if(measurements.begin(), measurements.end(), [&](const Measurement& measurement) {
    return measurement.indicator == rule.indicator;
  });
  if (measured == measurements.end() || !measured->actual) return;
  const Target* target = rule.indicator->target_in(*report.period);
  const double start = rule.indicator->baseline ? rule.indicator->baseline->value : 0;
  if (target == nullptr || target->quantity.value <= start) return;
  const auto gone = time_gone(*report.project, *report.period);
  if (!gone) return;

  report.pace = Pace{(measured->actual->value - start) / (target->quantity.value - start), *gone};
  const double ratio = report.pace.of_target / report.pace.of_time;
  const Light light = ratio < rule.off_track_below ? Light::red
                      : ratio < rule.at_risk_below ? Light::amber
                                                   : Light::green;
  report.computed = first_with(*report.period->scale, light);
}

}  // namespace stoplicht
