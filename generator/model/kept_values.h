#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "load/workbook.h"
#include "model/sheet_form.h"

namespace stoplicht {

// Whether two cells say the same, whatever it may mean. Null: empty.
bool is_same_cell(const SheetCell* a, const SheetCell* b);

// A cell of a form as it is read back; nothing: an empty one.
std::optional<SheetCell> cell_as_read(const FormCell& cell);

// What the cells of a form said when it was made, as its hidden sheet keeps them: so that what a person changed is told
// from what the site changed since.
class KeptValues {
 public:
  explicit KeptValues(const Workbook& workbook);  // Which must outlive it.

  bool empty() const { return rows_.empty(); }  // It keeps none: a CSV file, or sheets that were copied elsewhere.
  bool has(std::string_view sheet, std::string_view key) const { return find(sheet, key) != nullptr; }
  const SheetCell* cell(std::string_view sheet, std::string_view key, std::size_t column) const;  // Null: empty.
  // Whether a cell still says that. False, too: the file does not tell.
  bool is_said_by(const SheetCell* cell, std::string_view sheet, std::string_view key, std::size_t column) const;

 private:
  const SheetRow* find(std::string_view sheet, std::string_view key) const;

  std::map<std::pair<std::string, std::string>, const SheetRow*> rows_;  // By sheet and key.
};

}  // namespace stoplicht
