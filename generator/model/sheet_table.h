#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "load/workbook.h"
#include "model/sheet_form.h"

namespace stoplicht {

// A sheet of a workbook, understood as one of a form.
struct SheetTable {
  const Sheet* sheet = nullptr;
  const FormSheet* form = nullptr;
  int header_row = 0;
  std::vector<int> columns;  // Of each column of the form, that of the sheet; 0: it is not there.

  const SheetCell* cell(const SheetRow& row, std::size_t column) const {
    return columns[column] > 0 ? row.find(columns[column]) : nullptr;
  }
  CellPlace place(const SheetRow& row, std::size_t column) const { return {row.row, columns[column]}; }
};

// Finds the sheets of a form in a workbook: by name, or else by their headings. Reports a sheet without the column that
// tells rows apart, a heading that stands there twice, two sheets for one of the form, cells that were merged, and a
// workbook with no sheet of the form. Warns of headings that the form does not have.
std::vector<SheetTable> find_tables(const Workbook& workbook, const SheetForm& form, std::string_view only_sheet,
                                    Diagnostics& diagnostics);

}  // namespace stoplicht
