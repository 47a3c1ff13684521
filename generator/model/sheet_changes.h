#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/locale.h"
#include "load/workbook.h"
#include "model/sheet_form.h"

// What a form that was filled in asks to change.
namespace stoplicht {

struct SheetChange {
  const FormField* field = nullptr;
  const FormRow* row = nullptr;        // In which it stands,
  std::vector<Location> cells;         // and the cells of all fields of that row; column 0: a column that is not there.
  Location where;                      // The cell.
  std::string sheet, subject, column;  // As the form names them.
  std::string before, after;           // As cells show them; "": empty.
  std::optional<Json> value;           // What to write; nothing: take the key away.
  bool removes = false;                // What stood there is lost.
  std::optional<double> jumped_from;   // The number from which it is so far away (model/figure_jump.h),
  bool from_last_time = false;         // which the period before has; false: which stood there.
  bool below_zero = false;             // A count that is, and was not before.
  bool in_parts = false;               // A count that is no whole number, and was one before.
  bool postpones = false;              // A date that was there, for a later one.
  std::optional<std::string> kept;     // The site was changed since the form was made, which then showed this.
  bool needs_confirmation() const { return removes || jumped_from || kept || below_zero || in_parts || postpones; }
};

struct SheetChanges {
  std::vector<SheetChange> changes;  // In the order of the form.
  std::vector<std::string> notes;    // What a person may not expect, in sentences.
};

// Which period a workbook says it is a form of; "" when it is no form of ours, or CSV. Reports a form of another
// version.
std::string period_of_form(const Workbook& workbook, Diagnostics& diagnostics);

// Compares a workbook with the form of its period. Rows are told by their key, columns by their heading, sheets by
// their name or else by their headings: where they stand does not matter. What is not in the workbook stays as it is,
// and so does what is there as it was when the form was made, whatever the site says by now, which is noted.
// `only_sheet`: the sheet that the workbook is said to be; empty: not said. Reports every fault, each at its cell.
SheetChanges sheet_changes(const Workbook& workbook, const SheetForm& form, std::string_view only_sheet,
                           const Locale& locale, Diagnostics& diagnostics);

}  // namespace stoplicht
