#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "model/site.h"
#include "views/wording.h"

namespace stoplicht {

// What a trend chart shows of an indicator; days as day_number gives them. A period stands at the end of the time
// that it reports on, or when it was reported if that is not known.
struct Trend {
  struct Point {
    const Period* period = nullptr;
    std::int64_t day = 0;
    Quantity value;
    bool after_gap = false;  // Between the point before and this one a period was not measured.
  };
  // A target that is a goal holds from `from` until the next one does.
  struct Step {
    const Target* target = nullptr;
    std::int64_t from = 0;
    std::int64_t until = 0;
  };
  struct Span {
    std::int64_t from = 0;
    std::int64_t until = 0;
  };

  const Indicator* indicator = nullptr;
  std::vector<Point> known;          // At least two, oldest first.
  std::vector<Span> gaps;            // Where nothing was measured.
  std::optional<Point> forecast;     // Given since the last known value; its day is what it foretells.
  std::optional<Date> forecast_for;  // That day as the data give it; empty: they do not.
  std::vector<Step> steps;           // Oldest first. Empty when the target is no goal.
  std::vector<Point> stated;         // Of a target that is no goal: where a period states it.
  std::optional<std::int64_t> baseline_day;
  std::int64_t from = 0;  // The scale: whole years.
  std::int64_t until = 0;
};

// Nothing when fewer than two periods know an actual value.
std::optional<Trend> trend_of(const Scene& scene, const Indicator& indicator);

// The part of the chart's context that is drawn, and its legend.
Json trend_drawing(const Scene& scene, const Trend& trend);

}  // namespace stoplicht
