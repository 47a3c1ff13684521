#include "model/sheet_table.h"

#include <algorithm>

#include "base/text.h"
#include "load/encoding.h"

namespace stoplicht {
namespace {

constexpr int searched_rows = 20;  // In which the headings are looked for.

// A heading or a name, however it is written.
std::string folded_words(std::string_view text) {
  std::string folded = fold_case(text);
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  std::string out;
  for (const std::string_view word : split(folded, ' '))
    if (!word.empty()) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

// Which columns of the form a row names.
std::vector<int> columns_in(const SheetRow& row, const FormSheet& form) {
  std::vector<int> columns(form.columns.size(), 0);
  for (const SheetCell& cell : row.cells)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == 0 && cell.kind == SheetCell::Kind::text &&
          folded_words(cell.text) == folded_words(form.columns[i].header))
        columns[i] = cell.column;
  return columns;
}

std::size_t named(const std::vector<int>& columns) {
  return columns.size() - static_cast<std::size_t>(std::count(columns.begin(), columns.end(), 0));
}

SheetTable best_table(const Sheet& sheet, const FormSheet& form) {
  SheetTable best{&sheet, &form, 0, std::vector<int>(form.columns.size(), 0)};
  int looked = 0;
  for (const SheetRow& row : sheet.rows) {
    if (++looked > searched_rows) break;
    std::vector<int> columns = columns_in(row, form);
    if (named(columns) > named(best.columns)) {
      best.columns = std::move(columns);
      best.header_row = row.row;
    }
  }
  return best;
}

class TableFinder {
 public:
  TableFinder(const Workbook& workbook, const SheetForm& form, Diagnostics& diagnostics)
      : workbook_(workbook), form_(form), diagnostics_(diagnostics) {}

  std::vector<SheetTable> find(std::string_view only_sheet) {
    for (const FormSheet& form : form_.sheets) {
      if (!only_sheet.empty() && folded_words(only_sheet) != folded_words(form.name)) continue;
      find_sheet(form, !only_sheet.empty());
    }
    const bool none = tables_.empty() && !diagnostics_.has_errors();
    if (none) report_none();
    std::vector<SheetTable> whole;
    for (SheetTable& table : tables_)
      if (check(table)) whole.push_back(std::move(table));
    return whole;
  }

 private:
  bool is_name_of_other(const Sheet& sheet, const FormSheet& form) const {
    return std::any_of(form_.sheets.begin(), form_.sheets.end(), [&](const FormSheet& each) {
      return &each != &form && folded_words(sheet.name) == folded_words(each.name);
    });
  }

  // `is_said`: the user says that a file of one sheet is this one.
  void find_sheet(const FormSheet& form, bool is_said) {
    std::vector<SheetTable> found;
    for (const Sheet& sheet : workbook_.sheets) {
      SheetTable table = best_table(sheet, form);
      const bool has_name = sheet.name.empty() ? is_said : folded_words(sheet.name) == folded_words(form.name);
      // Half of the headings: another sheet of the form has some of them, too.
      const bool has_headings = named(table.columns) * 2 > form.columns.size() && table.columns[form.key_column] > 0;
      if (has_name || (has_headings && !is_name_of_other(sheet, form))) found.push_back(std::move(table));
    }
    if (found.size() > 1)
      diagnostics_.error("sheet-twice", sheet_of(found[1]),
                         "this sheet and " + in_quotes(found[0].sheet->name) + " are both " + in_quotes(form.name),
                         "delete the one that does not count");
    else if (found.size() == 1)
      tables_.push_back(std::move(found[0]));
  }

  Location sheet_of(const SheetTable& table) const {
    if (table.sheet->name.empty()) return {workbook_.file, 0, 0, 1, ""};
    return sheet_location(workbook_.file, table.sheet->name);
  }

  void report_none() const {
    std::string names;
    for (const FormSheet& each : form_.sheets) names += (names.empty() ? "" : ", ") + each.name;
    diagnostics_.error("sheet-missing", Location{workbook_.file, 0, 0, 1, ""},
                       "there is no sheet of the form in this file",
                       "hand in the form that 'stoplicht sheet export' made; its sheets are " + names);
  }

  bool check(const SheetTable& table) const {
    if (table.columns[table.form->key_column] == 0) {
      diagnostics_.error("sheet-heading", sheet_of(table),
                         "there is no column " + in_quotes(table.form->columns[table.form->key_column].header) +
                             ", which tells what a row is about",
                         "put it back from a new form: stoplicht sheet export " + form_.period);
      return false;
    }
    check_headings(table);
    return check_merged(table);
  }

  void check_headings(const SheetTable& table) const {
    for (const SheetRow& row : table.sheet->rows) {
      if (row.row != table.header_row) continue;
      for (const SheetCell& cell : row.cells) {
        const auto known = std::find(table.columns.begin(), table.columns.end(), cell.column);
        if (known != table.columns.end()) continue;
        const Location where = workbook_.at(*table.sheet, {row.row, cell.column});
        const bool twice =
            std::any_of(table.form->columns.begin(), table.form->columns.end(),
                        [&](const FormColumn& each) { return folded_words(each.header) == folded_words(cell.text); });
        if (twice)
          diagnostics_.error("sheet-heading", where, "there are two columns " + in_quotes(cell.text),
                             "delete the one that does not count, or give it another heading");
        else
          diagnostics_.warning("sheet-column-unused", where, "nothing reads the column " + in_quotes(cell.text),
                               heading_hint(table, cell.text));
      }
    }
  }

  static std::string heading_hint(const SheetTable& table, std::string_view said) {
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i] == 0) missing.emplace_back(table.form->columns[i].header);
    const std::string_view near = closest(said, missing);
    return near.empty() ? "the form has no such column" : "did you mean '" + std::string(near) + "'?";
  }

  // A merged cell says its value for the first of its cells only: what the others say is lost.
  bool check_merged(const SheetTable& table) const {
    bool whole = true;
    for (const CellRange& range : table.sheet->merged) {
      const bool touches = std::any_of(table.columns.begin(), table.columns.end(), [&](int column) {
        return column >= range.first.column && column <= range.last.column;
      });
      if (!touches || range.last.row < table.header_row || range.first == range.last) continue;
      whole = false;
      diagnostics_.error("sheet-merged", workbook_.at(*table.sheet, range.first),
                         "cells were merged, up to " + cell_name(range.last),
                         "unmerge them, and fill in each cell of its own");
    }
    return whole;
  }

  const Workbook& workbook_;
  const SheetForm& form_;
  Diagnostics& diagnostics_;
  std::vector<SheetTable> tables_;
};

}  // namespace

std::vector<SheetTable> find_tables(const Workbook& workbook, const SheetForm& form, std::string_view only_sheet,
                                    Diagnostics& diagnostics) {
  return TableFinder(workbook, form, diagnostics).find(only_sheet);
}

}  // namespace stoplicht
