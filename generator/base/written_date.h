#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace stoplicht {

// The month that a word names in Dutch or English, whatever its capitals, in full or shortened ("okt.", "sept"); 0:
// none.
int month_of(std::string_view word);

// The first day that a line of a letter names: "Hilversum, 18 oktober 2023", "18-10-2023", "October 18, 2023".
std::optional<Date> find_written_date(std::string_view line);

}  // namespace stoplicht
