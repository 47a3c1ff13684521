#pragma once
#include "base/locale.h"
#include "model/site.h"

#include <optional>
#include <string>
#include <string_view>

namespace stoplicht {

// What {{ path }} in Markdown stands for, formatted for the reader: see "Figures in text" in
// FORMATS.md for the paths. `period`: whose figures are meant when the path names no period.
// On an unknown path or a value that is not known: nothing, and `hint` says what there is.
std::optional<std::string> figure(const Site& site, const Period& period, std::string_view path, const Locale& locale,
                                  std::string& hint);

// A quantity without its qualifier: "2.000", "6,5 %", "€ 41.400".
std::string format_quantity(const Quantity& quantity, Unit unit, const Locale& locale);

}  // namespace stoplicht
