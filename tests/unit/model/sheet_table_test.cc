#include "model/sheet_table.h"

#include <doctest/doctest.h>

#include <utility>

using namespace stoplicht;

namespace {

// A form of one sheet, and a workbook with that sheet, of rows of texts.
struct Searched {
  SheetForm form;
  Workbook workbook;

  explicit Searched(const std::vector<std::vector<std::string>>& rows) {
    FormSheet asked;
    asked.name = "Cijfers";
    for (const char* header : {"Sleutel", "Realisatie", "Hoe precies"}) asked.columns.push_back({header, "", 10});
    form.sheets.push_back(std::move(asked));
    workbook.file = "x.xlsx";
    Sheet sheet{"Cijfers", {}, {}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      SheetRow row{static_cast<int>(i) + 1, {}};
      for (std::size_t j = 0; j < rows[i].size(); ++j)
        row.cells.push_back({SheetCell::Kind::text, static_cast<int>(j) + 1, rows[i][j], 0, {}});
      sheet.rows.push_back(std::move(row));
    }
    workbook.sheets.push_back(std::move(sheet));
  }

  // "2: 1 0 3" (the row of the headings, and their columns), and the faults behind that.
  std::string found() const {
    Diagnostics diagnostics;
    std::string out;
    for (const SheetTable& table : find_tables(workbook, form, "", diagnostics)) {
      out += std::to_string(table.header_row) + ":";
      for (const int column : table.columns) out += " " + std::to_string(column);
      out += "\n";
    }
    return out + diagnostics.to_text();
  }
};

}  // namespace

TEST_CASE("sheet table: a heading is found however it is written, below what stands above it") {
  CHECK(Searched({{"Een titel"}, {"HOE\nprecies", "sleutel ", "  Realisatie  "}}).found() == "2: 2 3 1\n");
  const std::string blanks(5000, ' ');
  CHECK(Searched({{"Sleutel" + blanks, blanks + "Realisatie", "Hoe    precies"}}).found() == "1: 1 2 3\n");
}

TEST_CASE("sheet table: a text that is longer than any heading is none, in a row of headings and elsewhere") {
  const std::string text(15000, 'a');
  CHECK(Searched({std::vector<std::string>(400, text), {"Sleutel", "Realisatie", "Hoe precies"}}).found() ==
        "2: 1 2 3\n");
  const std::string told = Searched({{"Sleutel", text, "Hoe precies"}}).found();
  CHECK(told.starts_with("1: 1 0 3\nx.xlsx:Cijfers!B1: warning: nothing reads the column 'aaa"));
  CHECK(told.ends_with(" [sheet-column-unused]\n  hint: the form has no such column\n"));
}

TEST_CASE("sheet table: a heading that stands there twice is told, however it is written") {
  CHECK(Searched({{"Sleutel", "Realisatie", "realisatie "}}).found() ==
        "1: 1 2 0\n"
        "x.xlsx:Cijfers!C1: error: there are two columns 'realisatie ' [sheet-heading]\n"
        "  hint: delete the one that does not count, or give it another heading\n");
}
