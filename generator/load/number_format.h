#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

// How a cell of an .xlsx file shows its number.
namespace stoplicht {

enum class NumberFormat { number, percentage, date };

// Of a format that every spreadsheet program knows by its number.
NumberFormat built_in_number_format(int id);
// Of a format code: "0.0%", "d mmmm yyyy", "#,##0 \"woningen\"".
NumberFormat number_format_of(std::string_view code);

// The day of a serial number, of the system that counts from 1900 (with its 29 February 1900 that never was) or of
// the one that counts from 1904. Nothing outside the years that a date can have.
std::optional<Date> date_of_serial(double serial, bool from_1904);

}  // namespace stoplicht
