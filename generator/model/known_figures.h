#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "model/site.h"

namespace stoplicht {

// A figure of a period.
struct KnownFigure {
  enum class Sort { other, actual, target };  // A target of whatever kind: set, replaced, forecast.

  std::string path;  // "total.placements.actual": see figures.h. Of one council's value, that council behind it.
  std::string text;  // As readers see it: "430", "€ 41.400".
  double value = 0;  // What that text says: rounded amounts are as round.
  Unit unit = Unit::count;
  std::string about;           // Words of what it counts: names, units.
  std::string apart;           // Words that tell it from others about the same: "totaal", "2020".
  bool is_of_council = false;  // One council's part of another figure: no path shows it.
  Sort sort = Sort::other;
};

// Every figure that is known in the period, in a fixed order. A part of a budget or an amount in millions also as it is
// written rounded. The values by council are among them.
std::vector<KnownFigure> known_figures(const Site& site, const Period& period, const Locale& locale);

}  // namespace stoplicht
