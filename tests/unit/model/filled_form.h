#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "model/kept_values.h"
#include "model/minimal_site.h"
#include "model/sheet_changes.h"

namespace stoplicht::test {

// A form as a workbook that a test fills in.
class FilledForm {
 public:
  explicit FilledForm(const char* period, MinimalSite site = MinimalSite()) : folder_(site.folder()) {
    make_sheet_form(form_, built_, folder_, *built_.find_period(period));
    workbook_.file = "x.xlsx";
    for (const FormSheet& each : form_.sheets) {
      Sheet sheet{each.name, {{1, {}}}, {}};
      for (std::size_t i = 0; i < each.columns.size(); ++i)
        sheet.rows[0].cells.push_back({SheetCell::Kind::text, column(i), each.columns[i].header, 0, {}});
      for (std::size_t row = 0; row < each.rows.size(); ++row) {
        SheetRow filled{static_cast<int>(row) + 2, {}};
        for (std::size_t i = 0; i < each.rows[row].cells.size(); ++i)
          add_cell(filled, column(i), each.rows[row].cells[i]);
        sheet.rows.push_back(std::move(filled));
      }
      workbook_.sheets.push_back(std::move(sheet));
    }
    workbook_.sheets.push_back(kept_values());
  }

  Sheet& sheet(std::string_view name) {
    return *std::find_if(workbook_.sheets.begin(), workbook_.sheets.end(),
                         [&](const Sheet& each) { return each.name == name; });
  }

  Sheet& keep_only(std::string_view name) {
    std::erase_if(workbook_.sheets, [&](const Sheet& each) { return each.name != name; });
    return workbook_.sheets[0];
  }

  // Puts a cell, told by key and heading; an empty text empties it.
  FilledForm& put(std::string_view name, std::string_view key, std::string_view heading, SheetCell cell) {
    const FormSheet& form = *std::find_if(form_.sheets.begin(), form_.sheets.end(),
                                          [&](const FormSheet& each) { return each.name == name; });
    const auto row =
        std::find_if(form.rows.begin(), form.rows.end(), [&](const FormRow& each) { return each.key == key; });
    REQUIRE(row != form.rows.end());
    const auto found = std::find_if(form.columns.begin(), form.columns.end(),
                                    [&](const FormColumn& each) { return each.header == heading; });
    REQUIRE(found != form.columns.end());
    cell.column = column(static_cast<std::size_t>(found - form.columns.begin()));
    auto& cells = sheet(name).rows[static_cast<std::size_t>(row - form.rows.begin()) + 1].cells;
    std::erase_if(cells, [&](const SheetCell& each) { return each.column == cell.column; });
    if (cell.kind != SheetCell::Kind::text || !cell.text.empty()) cells.push_back(cell);
    std::sort(cells.begin(), cells.end(), [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
    return *this;
  }
  FilledForm& put(std::string_view name, std::string_view key, std::string_view heading, const char* text) {
    return put(name, key, heading, SheetCell{SheetCell::Kind::text, 0, text, 0, {}});
  }
  FilledForm& put(std::string_view name, std::string_view key, std::string_view heading, double number) {
    return put(name, key, heading, SheetCell{SheetCell::Kind::number, 0, "", number, {}});
  }

  // "B3 Stand: old -> new", a line each, with the notes and the faults behind them.
  std::string changes(std::string_view only_sheet = "") { return changes_of(form_, only_sheet); }

  // The same of a site that was changed since the form was made.
  std::string changes_in(MinimalSite& site) {
    Diagnostics diagnostics;
    const SiteFolder folder = site.folder();
    const Site built = build_model(folder, std::nullopt, diagnostics);
    SheetForm form;
    make_sheet_form(form, built, folder, *built.find_period(form_.period));
    return changes_of(form, "");
  }

 private:
  std::string changes_of(const SheetForm& form, std::string_view only_sheet) {
    Diagnostics diagnostics;
    const SheetChanges found = sheet_changes(workbook_, form, only_sheet, Locale("nl"), diagnostics);
    std::string out;
    for (const SheetChange& each : found.changes)
      out += place_in_sheet(each.where) + " " + each.subject + ", " + each.column + ": " + each.before + " -> " +
             each.after + (each.removes ? " (removes)" : "") +
             (each.jumped_from ? (each.from_last_time ? " (jump since last time)" : " (jump)") : "") +
             (each.below_zero ? " (below zero)" : "") + (each.in_parts ? " (in parts)" : "") +
             (each.postpones ? " (postpones)" : "") + (each.kept ? " (was " + *each.kept + ")" : "") + "\n";
    for (const std::string& each : found.notes) out += "note: " + each + "\n";
    return out + diagnostics.to_text();
  }

  Sheet kept_values() const {
    Sheet sheet{std::string(form_sheet), {}, {}};
    for (const FormSheet& each : form_.sheets)
      for (const FormRow& row : each.rows) {
        SheetRow kept{static_cast<int>(sheet.rows.size()) + 1, {}};
        kept.cells.push_back({SheetCell::Kind::text, kept_column, each.name, 0, {}});
        kept.cells.push_back({SheetCell::Kind::text, kept_column + 1, row.key, 0, {}});
        for (std::size_t i = 0; i < row.cells.size(); ++i)
          if (each.columns[i].is_kept()) add_cell(kept, kept_column + 1 + column(i), row.cells[i]);
        sheet.rows.push_back(std::move(kept));
      }
    return sheet;
  }

  static int column(std::size_t index) { return static_cast<int>(index) + 1; }

  static void add_cell(SheetRow& row, int at, const FormCell& cell) {
    std::optional<SheetCell> read = cell_as_read(cell);
    if (!read) return;
    read->column = at;
    row.cells.push_back(std::move(*read));
  }

  Diagnostics of_site_;
  SiteFolder folder_;
  Site built_ = build_model(folder_, std::nullopt, of_site_);
  SheetForm form_;
  Workbook workbook_;
};

}  // namespace stoplicht::test
