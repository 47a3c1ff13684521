#include "base/date.h"

#include <array>
#include <cstddef>

namespace stoplicht {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2199;

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

int as_number(int year, int month, int day) { return year * 10000 + month * 100 + day; }

// The value of a text of digits only.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, int value) {
  if (value < 10) out += '0';
  out += std::to_string(value);
}

}  // namespace

int Date::first_day() const {
  if (quarter != 0) return as_number(year, quarter * 3 - 2, 1);
  return as_number(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
}

int Date::last_day() const {
  if (day != 0) return as_number(year, month, day);
  const int last_month = quarter != 0 ? quarter * 3 : month != 0 ? month : 12;
  return as_number(year, last_month, days_in_month(year, last_month));
}

std::strong_ordering operator<=>(const Date& a, const Date& b) {
  const auto by_start = a.first_day() <=> b.first_day();
  return by_start != 0 ? by_start : b.last_day() <=> a.last_day();
}

std::optional<Date> parse_date(std::string_view text) {
  const bool right_length = text.size() == 4 || text.size() == 7 || text.size() == 10;
  if (!right_length) return std::nullopt;
  Date date;
  const std::optional<int> year = digits(text.substr(0, 4));
  if (!year || *year < first_year || *year > last_year) return std::nullopt;
  date.year = *year;
  if (text.size() == 4) return date;

  if (text[4] != '-') return std::nullopt;
  if (text[5] == 'Q') {
    const bool quarter = text.size() == 7 && text[6] >= '1' && text[6] <= '4';
    if (!quarter) return std::nullopt;
    date.quarter = text[6] - '0';
    return date;
  }
  const std::optional<int> month = digits(text.substr(5, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = *month;
  if (text.size() == 7) return date;

  if (text[7] != '-') return std::nullopt;
  const std::optional<int> day = digits(text.substr(8, 2));
  if (!day || *day < 1 || *day > days_in_month(date.year, date.month)) return std::nullopt;
  date.day = *day;
  return date;
}

std::string to_iso(const Date& date) {
  std::string iso = std::to_string(date.year);
  if (date.quarter != 0) return iso + "-Q" + std::to_string(date.quarter);
  if (date.month == 0) return iso;
  iso += '-';
  append_padded(iso, date.month);
  if (date.day == 0) return iso;
  iso += '-';
  append_padded(iso, date.day);
  return iso;
}

}  // namespace stoplicht
