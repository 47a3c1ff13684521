#include "model/sheet_table.h"

#include <algorithm>

#include "base/text.h"
#include "load/encoding.h"

namespace stoplicht {
namespace {

constexpr const char* no_heading = "the form has no such column";
constexpr std::size_t searched_rows = 20;  // In which the headings are looked for.

// A heading or a name, however it is written.
std::string folded_words(std::string_view text) {
  std::string folded = fold_case(text);
  std::replace(folded.begin(), folded.end(), '\n', ' ');
  std::string out;
  for (const std::string_view word : split(folded, ' '))
    if (!word.empty()) out += (out.empty() ? "" : " ") + std::string(word);
  return out;
}

// Headings and names of the form, and what may be one in a sheet, each folded once: a workbook may have a thousand
// cells that all say the same long text.
struct FoldedForm {
  const FormSheet* form = nullptr;
  std::string name;
  std::vector<std::string> headings;
};

struct FoldedRow {
  int row = 0;
  std::vector<std::pair<int, std::string>> cells;  // By column.
};

struct FoldedSheet {
  const Sheet* sheet = nullptr;
  std::string name;
  std::vector<FoldedRow> rows;
};

// In bytes, with blanks to spare.
std::size_t longest_heading(const SheetForm& form) {
  std::size_t longest = 0;
  for (const FormSheet& sheet : form.sheets) {
    longest = std::max(longest, sheet.name.size());
    for (const FormColumn& column : sheet.columns) longest = std::max(longest, column.header.size());
  }
  return 4 * longest;
}

bool may_be_heading(const SheetCell& cell, std::size_t longest) {
  return cell.kind == SheetCell::Kind::text && trim(cell.text).size() <= longest;
}

FoldedForm folded_form(const FormSheet& form) {
  FoldedForm out{&form, folded_words(form.name), {}};
  for (const FormColumn& column : form.columns) out.headings.push_back(folded_words(column.header));
  return out;
}

FoldedSheet folded_sheet(const Sheet& sheet, std::size_t longest) {
  FoldedSheet out{&sheet, folded_words(sheet.name), {}};
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), searched_rows); ++i) {
    FoldedRow row{sheet.rows[i].row, {}};
    for (const SheetCell& cell : sheet.rows[i].cells)
      if (may_be_heading(cell, longest)) row.cells.emplace_back(cell.column, folded_words(cell.text));
    out.rows.push_back(std::move(row));
  }
  return out;
}

// Which columns of the form a row names.
std::vector<int> columns_in(const FoldedRow& row, const FoldedForm& form) {
  std::vector<int> columns(form.headings.size(), 0);
  for (const auto& [column, said] : row.cells)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == 0 && said == form.headings[i]) columns[i] = column;
  return columns;
}

std::size_t named(const std::vector<int>& columns) {
  return columns.size() - static_cast<std::size_t>(std::count(columns.begin(), columns.end(), 0));
}

SheetTable best_table(const FoldedSheet& sheet, const FoldedForm& form) {
  SheetTable best{sheet.sheet, form.form, 0, std::vector<int>(form.headings.size(), 0)};
  for (const FoldedRow& row : sheet.rows) {
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
      : workbook_(workbook), form_(form), diagnostics_(diagnostics), longest_(longest_heading(form)) {
    for (const FormSheet& each : form.sheets) forms_.push_back(folded_form(each));
    for (const Sheet& each : workbook.sheets) sheets_.push_back(folded_sheet(each, longest_));
  }

  std::vector<SheetTable> find(std::string_view only_sheet) {
    const std::string said = folded_words(only_sheet);
    for (const FoldedForm& form : forms_)
      if (only_sheet.empty() || said == form.name) find_sheet(form, !only_sheet.empty());
    const bool none = tables_.empty() && !diagnostics_.has_errors();
    if (none) report_none();
    std::vector<SheetTable> whole;
    for (SheetTable& table : tables_)
      if (check(table)) whole.push_back(std::move(table));
    return whole;
  }

 private:
  bool is_name_of_other(const FoldedSheet& sheet, const FoldedForm& form) const {
    return std::any_of(forms_.begin(), forms_.end(),
                       [&](const FoldedForm& each) { return &each != &form && sheet.name == each.name; });
  }

  // `is_said`: the user says that a file of one sheet is this one.
  void find_sheet(const FoldedForm& form, bool is_said) {
    std::vector<SheetTable> found;
    for (const FoldedSheet& sheet : sheets_) {
      SheetTable table = best_table(sheet, form);
      const bool has_name = sheet.sheet->name.empty() ? is_said : sheet.name == form.name;
      // Half of the headings: another sheet of the form has some of them, too.
      const bool has_headings =
          named(table.columns) * 2 > form.headings.size() && table.columns[form.form->key_column] > 0;
      if (has_name || (has_headings && !is_name_of_other(sheet, form))) found.push_back(std::move(table));
    }
    if (found.size() > 1)
      diagnostics_.error(
          "sheet-twice", sheet_of(found[1]),
          "this sheet and " + in_quotes(found[0].sheet->name) + " are both " + in_quotes(form.form->name),
          "delete the one that does not count");
    else if (found.size() == 1)
      tables_.push_back(std::move(found[0]));
  }

  Location sheet_of(const SheetTable& table) const {
    if (table.sheet->name.empty()) return {workbook_.file, 0, 0, 1, ""};
    return sheet_location(workbook_.file, table.sheet->name);
  }

  // One sheet without a name, some of whose headings are those of the form: the user may say which it is.
  const FormSheet* probable_sheet() const {
    if (sheets_.size() != 1 || !sheets_[0].sheet->name.empty()) return nullptr;
    const FormSheet* best = nullptr;
    std::size_t most = 0;
    for (const FoldedForm& each : forms_) {
      const SheetTable table = best_table(sheets_[0], each);
      if (table.columns[each.form->key_column] == 0 || named(table.columns) <= most) continue;
      most = named(table.columns);
      best = each.form;
    }
    return most > 1 ? best : nullptr;
  }

  void report_none() const {
    if (const FormSheet* probable = probable_sheet()) {
      diagnostics_.error("sheet-missing", Location{workbook_.file, 0, 0, 1, ""},
                         "the file does not tell which sheet of the form it is", "say it: --sheet " + probable->name);
      return;
    }
    std::string names;
    for (const FormSheet& each : form_.sheets) names += (names.empty() ? "" : ", ") + each.name;
    diagnostics_.error("sheet-missing", Location{workbook_.file, 0, 0, 1, ""},
                       "there is no sheet of the form in this file",
                       "hand in the form that 'stoplicht sheet export' made; its sheets are " + names +
                           ", and --sheet tells which a .csv file is");
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
        if (is_heading(table, cell))
          diagnostics_.error("sheet-heading", where, "there are two columns " + in_quotes(cell.text),
                             "delete the one that does not count, or give it another heading");
        else
          diagnostics_.warning("sheet-column-unused", where, "nothing reads the column " + in_quotes(cell.text),
                               may_be_heading(cell, longest_) ? heading_hint(table, cell.text) : no_heading);
      }
    }
  }

  bool is_heading(const SheetTable& table, const SheetCell& cell) const {
    if (!may_be_heading(cell, longest_)) return false;
    const std::vector<std::string>& known = forms_[static_cast<std::size_t>(table.form - form_.sheets.data())].headings;
    return std::find(known.begin(), known.end(), folded_words(cell.text)) != known.end();
  }

  static std::string heading_hint(const SheetTable& table, std::string_view said) {
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i] == 0) missing.emplace_back(table.form->columns[i].header);
    const std::string_view near = closest(said, missing);
    return near.empty() ? no_heading : "did you mean '" + std::string(near) + "'?";
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
  std::size_t longest_;
  std::vector<FoldedForm> forms_;  // Of each sheet of the form, in its order.
  std::vector<FoldedSheet> sheets_;
  std::vector<SheetTable> tables_;
};

}  // namespace

std::vector<SheetTable> find_tables(const Workbook& workbook, const SheetForm& form, std::string_view only_sheet,
                                    Diagnostics& diagnostics) {
  return TableFinder(workbook, form, diagnostics).find(only_sheet);
}

}  // namespace stoplicht
