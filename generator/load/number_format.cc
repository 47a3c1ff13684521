#include "load/number_format.h"

#include <chrono>
#include <cmath>

namespace stoplicht {

NumberFormat built_in_number_format(int id) {
  if (id == 9 || id == 10) return NumberFormat::percentage;
  // 27 to 36 and 50 to 58 are dates of East Asian versions; 45 to 47 are times.
  const bool date =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return date ? NumberFormat::date : NumberFormat::number;
}

NumberFormat number_format_of(std::string_view code) {
  if (code == "General") return NumberFormat::number;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      // Words, and what is no part of the number: colours, conditions, languages. "[h]" counts hours.
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      const char first = code[i + 1];
      const bool hours = c == '[' && end <= i + 3 && (first == 'h' || first == 'm' || first == 's');
      if (hours) return NumberFormat::date;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // One character that is shown, left blank or repeated.
    } else if (c == '%') {
      return NumberFormat::percentage;
    } else if (std::string_view("dDmMyYhHsS").find(c) != std::string_view::npos) {
      return NumberFormat::date;
    }
  }
  return NumberFormat::number;
}

std::optional<Date> date_of_serial(double serial, bool from_1904) {
  if (!std::isfinite(serial) || serial < 0 || serial > 200'000) return std::nullopt;
  using namespace std::chrono;
  auto days_since = static_cast<int>(std::floor(serial));
  sys_days start = sys_days(year(1904) / 1 / 1);
  if (!from_1904) {
    if (days_since < 1 || days_since == 60) return std::nullopt;
    start = sys_days(year(1899) / 12 / 31);
    if (days_since > 60) --days_since;
  }
  const year_month_day day(start + days(days_since));
  const int year_number = static_cast<int>(day.year());
  if (year_number > 2199) return std::nullopt;
  return Date{year_number, 0, static_cast<int>(static_cast<unsigned>(day.month())),
              static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace stoplicht
