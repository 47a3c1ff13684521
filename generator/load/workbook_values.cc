#include "load/workbook_values.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/text.h"

namespace stoplicht {
namespace {

std::optional<double> finite_number(std::string_view text) {
  text = trim(text);
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// 0.065 * 100 is a little more than 6.5: a percentage has no sixteen digits.
double percent_of(double number) {
  const double percent = number * 100;
  const double size = percent == 0 ? 0 : std::pow(10, 12 - std::ceil(std::log10(std::fabs(percent))));
  const double scaled = percent * size;
  return size > 0 && std::isfinite(scaled) ? std::round(scaled) / size : percent;
}

// "1:30" of 0.0625, as a cell with a time shows it; the number itself where it is no time.
std::string shown_time(double serial, std::string_view written) {
  if (serial < 0 || serial >= 1) return std::string(written);
  const int minutes = static_cast<int>(std::lround(serial * 24 * 60));
  char text[16];
  std::snprintf(text, sizeof text, "%d:%02d", minutes / 60, minutes % 60);
  return text;
}

}  // namespace

int integer_or(std::string_view text, int fallback) {
  int value = fallback;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : fallback;
}

CellPlace place_of_cell(std::string_view name) {
  CellPlace place;
  std::size_t i = 0;
  for (; i < name.size(); ++i) {
    char c = name[i];
    if (c == '$') continue;
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z' || place.column > 100'000) break;
    place.column = place.column * 26 + (c - 'A' + 1);
  }
  if (i < name.size() && name[i] == '$') ++i;
  place.row = integer_or(name.substr(i), 0);
  return place.row > 0 && place.column > 0 ? place : CellPlace{};
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const bool may_be = text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_';
    const char* const digits = text.data() + i + 2;
    if (may_be && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 && code < 0x80) {
      if (code != '\r') out += static_cast<char>(code);
      i += 6;
    } else if (text[i] != '\r') {
      out += text[i];
    }
  }
  return out;
}

std::string length_fault(std::string_view text) {
  if (text.size() <= longest_cell || length_in_characters(text) <= longest_cell) return "";
  return "the cell has more than " + std::to_string(longest_cell) + " characters";
}

std::optional<SheetCell> text_cell(std::string text) {
  if (trim(text).empty()) return std::nullopt;
  return SheetCell{SheetCell::Kind::text, 0, std::move(text), 0, {}};
}

std::optional<SheetCell> number_cell(std::string_view text, NumberFormat format, bool from_1904) {
  const auto number = finite_number(text);
  if (!number) return text_cell(std::string(text));
  switch (format) {
    case NumberFormat::number: break;
    case NumberFormat::percentage: return SheetCell{SheetCell::Kind::percentage, 0, "", percent_of(*number), {}};
    case NumberFormat::date:
      if (const auto date = date_of_serial(*number, from_1904))
        return SheetCell{SheetCell::Kind::date, 0, "", *number, *date};
      return SheetCell{SheetCell::Kind::no_day, 0, shown_time(*number, trim(text)), *number, {}};
  }
  return SheetCell{SheetCell::Kind::number, 0, "", *number, {}};
}

}  // namespace stoplicht
