#include "model/kept_values.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr int cells_from = kept_column + 2;

// A program that saves the file again may write its line ends in another way.
std::string plain_text(std::string_view text) {
  std::string out(trim(text));
  std::erase(out, '\r');
  return out;
}

}  // namespace

bool is_same_cell(const SheetCell* a, const SheetCell* b) {
  if (a == nullptr || b == nullptr) return a == b;
  if (a->kind != b->kind) return false;
  switch (a->kind) {
    case SheetCell::Kind::text: return plain_text(a->text) == plain_text(b->text);
    case SheetCell::Kind::date: return a->date == b->date;
    case SheetCell::Kind::number:
    case SheetCell::Kind::percentage:
      // A spreadsheet keeps fifteen or sixteen digits of a number, and twelve of a percentage are read.
      return std::fabs(a->number - b->number) <= 1e-11 * std::max(std::fabs(a->number), std::fabs(b->number));
    default: return false;  // A form says none of the others.
  }
}

std::optional<SheetCell> cell_as_read(const FormCell& cell) {
  using Kind = SheetCell::Kind;
  if (cell.day) return SheetCell{Kind::date, 0, "", 0, *cell.day};
  if (cell.number)
    return SheetCell{cell.unit == Unit::percent ? Kind::percentage : Kind::number, 0, "", *cell.number, {}};
  if (trim(cell.text).empty()) return std::nullopt;
  return SheetCell{Kind::text, 0, cell.text, 0, {}};
}

KeptValues::KeptValues(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.name != form_sheet) continue;
    for (const SheetRow& row : sheet.rows) {
      const SheetCell* name = row.find(kept_column);
      const SheetCell* key = row.find(kept_column + 1);
      if (name != nullptr && key != nullptr) rows_.emplace(std::pair(name->text, key->text), &row);
    }
  }
}

const SheetRow* KeptValues::find(std::string_view sheet, std::string_view key) const {
  const auto found = rows_.find({std::string(sheet), std::string(key)});
  return found == rows_.end() ? nullptr : found->second;
}

const SheetCell* KeptValues::cell(std::string_view sheet, std::string_view key, std::size_t column) const {
  const SheetRow* row = find(sheet, key);
  return row == nullptr ? nullptr : row->find(cells_from + static_cast<int>(column));
}

bool KeptValues::is_said_by(const SheetCell* cell, std::string_view sheet, std::string_view key,
                            std::size_t column) const {
  return has(sheet, key) && is_same_cell(cell, this->cell(sheet, key, column));
}

}  // namespace stoplicht
