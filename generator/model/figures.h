#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "model/site.h"

namespace stoplicht {

// Why a path gives no text.
struct FigureFault {
  std::string hint;
  std::string unknown_in;  // The period in which the figure is not known; "" when there is no such figure.
  bool follows = false;    // From a fault that is reported elsewhere, so that it need not be.
};

// What {{ path }} in Markdown stands for, formatted for the reader: see "Figures in text" in
// FORMATS.md for the paths. `period`: whose figures are meant when the path names no period.
// On an unknown path or a value that is not known: nothing, and `fault` says why.
std::optional<std::string> figure(const Site& site, const Period& period, std::string_view path, const Locale& locale,
                                  FigureFault& fault);

// A quantity without its qualifier: "2.000", "6,5 %", "€ 41.400".
std::string format_quantity(const Quantity& quantity, Unit unit, const Locale& locale);

}  // namespace stoplicht
