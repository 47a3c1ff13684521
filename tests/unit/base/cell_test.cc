#include "base/cell.h"

#include <doctest/doctest.h>

#include "base/diagnostics.h"

using namespace stoplicht;

TEST_CASE("cell: columns are counted in letters") {
  CHECK(cell_name({1, 1}) == "A1");
  CHECK(cell_name({14, 4}) == "D14");
  CHECK(cell_name({2, 26}) == "Z2");
  CHECK(cell_name({3, 27}) == "AA3");
  CHECK(cell_name({1048576, 16384}) == "XFD1048576");
}

TEST_CASE("cell: a fault is shown at its cell, without a source line") {
  Diagnostics diagnostics;
  diagnostics.error("sheet-value", cell_location("x.xlsx", "Projecten", {14, 4}), "'veel' is no number", "write one");

  CHECK(diagnostics.to_text() ==
        "x.xlsx:Projecten!D14: error: 'veel' is no number [sheet-value]\n"
        "  hint: write one\n");
}

TEST_CASE("cell: a sheet's name is quoted as in a formula, and a file of one sheet has none") {
  CHECK(place_in_sheet(cell_location("x.xlsx", "Mijn blad", {1, 2})) == "'Mijn blad'!B1");
  CHECK(place_in_sheet(cell_location("x.csv", "", {1, 2})) == "B1");
  CHECK(place_in_sheet(sheet_location("x.xlsx", "Mijn blad")) == "Mijn blad");
}

TEST_CASE("cell: faults are sorted by sheet, row and column, and the same fault in two sheets is told twice") {
  Diagnostics diagnostics;
  for (const char* sheet : {"Cijfers", "Projecten"})
    for (const CellPlace place : {CellPlace{10, 2}, CellPlace{2, 3}, CellPlace{2, 2}})
      diagnostics.error("x", cell_location("x.xlsx", sheet, place), "wrong");

  CHECK(diagnostics.to_text() ==
        "x.xlsx:Cijfers!B2: error: wrong [x]\nx.xlsx:Cijfers!C2: error: wrong [x]\n"
        "x.xlsx:Cijfers!B10: error: wrong [x]\nx.xlsx:Projecten!B2: error: wrong [x]\n"
        "x.xlsx:Projecten!C2: error: wrong [x]\nx.xlsx:Projecten!B10: error: wrong [x]\n");
}

TEST_CASE("cell: JSON has the cell beside row and column") {
  Diagnostics diagnostics;
  diagnostics.error("x", cell_location("x.xlsx", "Cijfers", {14, 4}), "wrong");

  const std::string json = diagnostics.to_json();
  CHECK(json.find("\"file\": \"x.xlsx\",\n    \"line\": 14,\n    \"column\": 4,") != std::string::npos);
  CHECK(json.find("\"cell\": \"Cijfers!D14\"") != std::string::npos);
}

TEST_CASE("cell: a place in a text is none in a sheet") {
  CHECK_FALSE(is_in_sheet(SourceText("x.json", "{}").at(0, 0)));
  CHECK_FALSE(is_in_sheet(SourceText("x.json", "{}").whole()));
}
