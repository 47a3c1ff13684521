#include "model/kept_values.h"

#include "model/sheet_form.h"

namespace stoplicht {
namespace {

constexpr int cells_from = kept_column + 2;

}  // namespace

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

}  // namespace stoplicht
