#pragma once
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/locale.h"
#include "model/site.h"

namespace stoplicht {

// One line of plain text, such as a headline, with every {{ path }} replaced by what it stands
// for in `period` and every \{{ by two braces. Reports, where it stands in the text at `where`,
// a path that is unknown or not known in the period [figure-unknown] and a {{ that is not closed
// [figure-unclosed]; these stay as they are written.
std::string fill_figures(const Site& site, const Period& period, std::string_view text, const Location& where,
                         const Locale& locale, Diagnostics& diagnostics);

}  // namespace stoplicht
