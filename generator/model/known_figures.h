#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "model/site.h"

namespace stoplicht {

// A figure that a text of a period can show.
struct KnownFigure {
  std::string path;  // "total.placements.actual": see figures.h.
  std::string text;  // As readers see it: "430", "€ 41.400".
  double value = 0;  // What that text says: rounded amounts are as round.
  Unit unit = Unit::count;
  std::string about;  // Words of what it counts: names, units.
};

// Every figure that is known in the period, in a fixed order. A part of a budget or an amount in millions also as it is
// written rounded.
std::vector<KnownFigure> known_figures(const Site& site, const Period& period, const Locale& locale);

}  // namespace stoplicht
