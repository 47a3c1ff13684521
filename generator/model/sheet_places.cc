#include "model/sheet_places.h"

#include "base/cell.h"

namespace stoplicht {
namespace {

// The key of a figure is that of what it belongs to, a slash and its own: "havenkwartier/haven-woningen".
bool is_row_of(const FormRow& row, const SheetPlace& place) {
  return row.key == place.row || (place.sheet == SheetPlace::Sheet::figures && row.key.ends_with("/" + place.row));
}

bool asks_for(const FormField& field, const std::string& column) {
  return field.path.empty() ? column == "progress" && !field.file.empty() : field.path.back().key == column;
}

}  // namespace

std::string cell_of(const SheetForm& form, const SheetPlace& place) {
  const auto index = static_cast<std::size_t>(place.sheet);
  if (index >= form.sheets.size()) return {};
  const FormSheet& sheet = form.sheets[index];
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    if (!is_row_of(sheet.rows[i], place)) continue;
    for (const FormField& field : sheet.rows[i].fields)
      if (asks_for(field, place.column))
        return sheet.name + "!" + cell_name({static_cast<int>(i) + 2, static_cast<int>(field.column) + 1});
  }
  return {};
}

}  // namespace stoplicht
