#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace stoplicht {

// A day, a month, a quarter or a year: council papers often do not say more.
// Written 2024-04-18, 2024-04, 2024-Q2, 2024 (ISO 8601, and its usual extension for quarters).
struct Date {
  int year = 0;
  int quarter = 0;  // 1-4; 0 unless the date is a quarter.
  int month = 0;    // 1-12; 0 when not known.
  int day = 0;      // 1-31; 0 when not known.

  bool is_day() const { return day != 0; }

  // The first and last day that the date can mean, as year*10000 + month*100 + day.
  int first_day() const;
  int last_day() const;

  // Chronological by first day, then the longer span first (a year before its quarters).
  friend std::strong_ordering operator<=>(const Date& a, const Date& b);
  friend bool operator==(const Date& a, const Date& b) = default;
};

// Reads one of the four forms; nothing when the text is another form or an impossible date
// (month 13, 31 April, 29 February 2021; years 1900-2199).
std::optional<Date> parse_date(std::string_view text);

// The form that parse_date reads.
std::string to_iso(const Date& date);

}  // namespace stoplicht
