#include "base/cell.h"

#include <algorithm>

namespace stoplicht {
namespace {

// A name that a formula must quote is quoted here too, so that it can be pasted into a spreadsheet's name box.
std::string quoted_sheet(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return plain ? name : "'" + name + "'";
}

}  // namespace

std::string cell_name(CellPlace place) {
  std::string letters;
  for (int rest = place.column; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(place.row);
}

// A location in a text underlines at least one character, so that a length of 0 is free to mean a sheet; its name
// stands in the place of the source line.
Location cell_location(std::string file, std::string sheet, CellPlace place) {
  return Location{std::move(file), place.row, place.column, 0, std::move(sheet)};
}

Location sheet_location(std::string file, std::string sheet) {
  return Location{std::move(file), 0, 0, 0, std::move(sheet)};
}

bool is_in_sheet(const Location& where) { return where.length == 0 && (where.line > 0 || !where.excerpt.empty()); }

std::string place_in_sheet(const Location& where) {
  if (where.line == 0) return where.excerpt;
  const std::string cell = cell_name({where.line, where.column});
  return where.excerpt.empty() ? cell : quoted_sheet(where.excerpt) + "!" + cell;
}

}  // namespace stoplicht
