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

// What the whole of a text says: 30-6-2025 · 30/06/2025 · 30 juni 2025 · juni 2025 · 2025-06-30 · 2025-06 · 2025-Q2 ·
// Q2 2025 · 2e kwartaal 2025 · tweede kwartaal van 2025 · 2025. Nothing where it says more than a date, or one that
// does not exist.
std::optional<Date> parse_written_date(std::string_view text);

}  // namespace stoplicht
