#include <algorithm>

#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/charts_trend.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

std::int64_t day_of(const Period& period) {
  return day_number((period.until ? *period.until : period.reported_on).last_day());
}

std::int64_t first_day_of(const Period& period) {
  return period.from ? day_number(period.from->first_day()) : day_of(period);
}

std::vector<const Period*> periods_by_day(const Site& site) {
  std::vector<const Period*> out;
  for (auto period = site.periods.rbegin(); period != site.periods.rend(); ++period) out.push_back(period->get());
  std::stable_sort(out.begin(), out.end(), [](const Period* a, const Period* b) { return day_of(*a) < day_of(*b); });
  return out;
}

// Whether a period without a value lacks one: it asked for it, or reports on all that the indicator is about.
bool lacks(const Indicator& indicator, const Period& period) {
  if (measurement_of(indicator, period) != nullptr) return true;
  return indicator.project != nullptr ? period.report_of(*indicator.project) != nullptr
                                      : period.kind != PeriodKind::incidental;
}

// The known values, and between which days there are none.
void fill_values(const std::vector<const Period*>& periods, Trend& trend) {
  bool lacking = false;  // A period asked for a value before any had one: since when.
  std::int64_t lacking_since = 0;
  std::int64_t lacking_until = 0;  // The last one that lacks a value.
  bool gap = false;
  for (const Period* period : periods) {
    const std::int64_t day = day_of(*period);
    const Measurement* measured = measurement_of(*trend.indicator, *period);
    if (measured != nullptr && measured->actual) {
      if (gap && !trend.known.empty())
        trend.gaps.push_back({trend.known.back().day, day});
      else if (lacking)
        trend.gaps.push_back({lacking_since, day});
      trend.known.push_back({period, day, *measured->actual, gap && !trend.known.empty()});
      gap = false;
      lacking = false;
    } else if (!trend.known.empty()) {
      // Between two values every regular period is one that was not measured; after the last only those that lack one.
      gap = gap || measured != nullptr || period->kind != PeriodKind::incidental;
      if (lacks(*trend.indicator, *period)) lacking_until = day;
    } else if (measured != nullptr && !lacking) {
      lacking = true;
      lacking_since = day;
    }
  }
  if (!trend.known.empty() && lacking_until > trend.known.back().day)
    trend.gaps.push_back({trend.known.back().day, lacking_until});
}

// When what the indicator is about ends.
std::optional<Date> end_of(const Indicator& indicator) {
  if (indicator.project != nullptr)
    return indicator.project->until ? indicator.project->until : indicator.project->programme->until;
  std::optional<Date> end;
  for (const Programme* programme : indicator.programmes)
    if (programme->until && (!end || programme->until->last_day() > end->last_day())) end = programme->until;
  return end;
}

void fill_forecast(const std::vector<const Period*>& periods, Trend& trend) {
  const Trend::Point& last = trend.known.back();
  for (const Period* period : periods) {
    const Measurement* measured = measurement_of(*trend.indicator, *period);
    if (measured == nullptr || !measured->forecast || day_of(*period) < last.day) continue;
    trend.forecast = Trend::Point{period, 0, *measured->forecast};
  }
  if (!trend.forecast) return;
  const std::int64_t made = day_of(*trend.forecast->period);
  const std::optional<Date> end = end_of(*trend.indicator);
  if (end && day_number(end->last_day()) > made) {
    trend.forecast_for = end;
    trend.forecast->day = day_number(end->last_day());
  } else {
    // As far on as the last two values are apart, within a year.
    const std::int64_t step = last.day - trend.known[trend.known.size() - 2].day;
    trend.forecast->day = made + std::clamp<std::int64_t>(step, 90, 365);
  }
}

// The scale in whole years, and the targets on it.
void fill_scale(Trend& trend) {
  const Indicator& indicator = *trend.indicator;
  if (indicator.baseline && indicator.baseline_date)
    trend.baseline_day = day_number(indicator.baseline_date->first_day());
  trend.from = trend.known.front().day;
  trend.until = trend.forecast ? std::max(trend.known.back().day, trend.forecast->day) : trend.known.back().day;
  for (const Trend::Span& gap : trend.gaps) {
    trend.from = std::min(trend.from, gap.from);
    trend.until = std::max(trend.until, gap.until);
  }
  if (trend.baseline_day) trend.from = std::min(trend.from, *trend.baseline_day);
  const auto new_year = [](int year) { return day_number(year * 10000 + 101); };
  int year = 1900;
  while (new_year(year + 1) <= trend.from + 1) ++year;  // The last day of a year is as good as the first of the next.
  trend.from = new_year(year);
  while (new_year(year) < trend.until) ++year;
  trend.until = new_year(year);

  for (const Target& target : indicator.targets) {
    if (!indicator.target_label.empty()) {
      const std::int64_t day = day_of(*target.from);
      // The scale may begin the day after.
      if (day + 1 >= trend.from && day <= trend.until) trend.stated.push_back({target.from, day, target.quantity});
      continue;
    }
    const std::int64_t day = std::max(first_day_of(*target.from), trend.from);
    if (day >= trend.until) break;
    if (!trend.steps.empty() && trend.steps.back().from >= day) trend.steps.pop_back();
    if (!trend.steps.empty()) trend.steps.back().until = day;
    trend.steps.push_back({&target, day, trend.until});
  }
}

}  // namespace

std::optional<Trend> trend_of(const Scene& scene, const Indicator& indicator) {
  Trend trend;
  trend.indicator = &indicator;
  const std::vector<const Period*> periods = periods_by_day(scene.site);
  fill_values(periods, trend);
  if (trend.known.size() < 2) return std::nullopt;
  fill_forecast(periods, trend);
  fill_scale(trend);
  return trend;
}

}  // namespace stoplicht
