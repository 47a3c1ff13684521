#pragma once
#include <string>

#include "base/source_text.h"

namespace stoplicht {

// Where a cell stands in a sheet; both count from 1.
struct CellPlace {
  int row = 0;
  int column = 0;

  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

// "D14"
std::string cell_name(CellPlace place);

// A cell as the place of a fault: shown as "rapport.xlsx:Projecten!D14". `sheet` is empty in a file that is one sheet
// (CSV). Sorts by sheet, row and column.
Location cell_location(std::string file, std::string sheet, CellPlace place);
// A whole sheet: "rapport.xlsx:Projecten".
Location sheet_location(std::string file, std::string sheet);

bool is_in_sheet(const Location& where);
// "Projecten!D14"; of a whole sheet its name. Meaningful only where is_in_sheet.
std::string place_in_sheet(const Location& where);

}  // namespace stoplicht
