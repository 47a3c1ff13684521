#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "load/workbook.h"
#include "model/sheet_form.h"

// What people write into the cells of a form.
namespace stoplicht {

struct NumberInCell {
  double value = 0;
  std::optional<Unit> unit;  // Percent or euro where its sign is written; nothing: no sign.
};

// A number as a language writes it (model/written_number.h), with the signs around it that people write: 1.250 · 6,5 ·
// -3 · € 41.400 · 6,5 %. A blank may stand between groups of three digits, too. In Dutch a single dot that cannot stand
// between groups is the decimal comma.
std::optional<NumberInCell> parse_number(std::string_view text, std::string_view language);

// What is wrong with a cell: "'veel' is no number".
struct CellFault {
  const char* id = "sheet-value";
  std::string message, hint;
  bool of_qualifier = false;  // It is in the cell that says how exact a quantity is.
};

// What a cell says of a field; nothing: that it is empty. `qualifier`: the cell beside that of a quantity, null where
// it is empty. A fault is put into `fault`, and nothing is then returned.
std::optional<Json> read_field(const FormField& field, const SheetForm& form, const Locale& locale,
                               const SheetCell* cell, const SheetCell* qualifier, std::optional<CellFault>& fault);

// A value as a cell shows it, for a message; "" for nothing.
std::string shown_value(const FormField& field, const SheetForm& form, const Locale& locale,
                        const std::optional<Json>& value);

}  // namespace stoplicht
