#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/cell.h"
#include "load/number_format.h"
#include "load/workbook.h"

// What stands in the attributes and values of an .xlsx file.
namespace stoplicht {

int integer_or(std::string_view text, int fallback);

// "D14"; row and column 0 where the text is no cell's name. Dollar signs are passed over.
CellPlace place_of_cell(std::string_view name);

// "_x000D_" stands for a character that XML cannot hold, or that would be lost. Carriage returns are left out.
std::string without_escapes(std::string_view text);

// What is wrong with a text that is longer than a spreadsheet program keeps; "" for one that is not.
std::string length_fault(std::string_view text);
inline constexpr const char* length_hint = "no spreadsheet program keeps so many: shorten the text";

// A cell without its column. Nothing: only blanks, which is an empty cell.
std::optional<SheetCell> text_cell(std::string text);

// The same of a number, shown by its format; a text where it cannot be read as one.
std::optional<SheetCell> number_cell(std::string_view text, NumberFormat format, bool from_1904);

}  // namespace stoplicht
