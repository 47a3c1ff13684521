#include "views/table.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

// The CSV of one text, without the line of headings.
std::string field(const std::string& text) {
  Table table;
  table.columns = {{"Kop", false}};
  table.rows = {{{text, "", false}}};
  const std::string csv = to_csv(table);
  REQUIRE(csv.substr(0, 5) == "Kop\r\n");
  return csv.substr(5);
}

TEST_CASE("table: CSV has commas, CRLF, and what a machine reads where that differs") {
  Table table;
  table.caption = "Niet in de CSV";
  table.columns = {{"Periode", false}, {"Realisatie", true}, {"Streefwaarde", true}};
  table.rows = {{{"Juli 2020", "", false}, {"niet bekend", "", true}, {"ongeveer 500", "", false}},
                {{"Mei 2021", "", false}, {"€ 41.400", "41400", false}, {"6,5", "6.5", false}}};

  CHECK(to_csv(table) ==
        "Periode,Realisatie,Streefwaarde\r\n"
        "Juli 2020,niet bekend,ongeveer 500\r\n"
        "Mei 2021,41400,6.5\r\n");
}

TEST_CASE("table: a CSV field with comma, quote or line end stands between quotes") {
  CHECK(field("GGZ, wonen") == "\"GGZ, wonen\"\r\n");
  CHECK(field("de \"Werkkamer\"") == "\"de \"\"Werkkamer\"\"\"\r\n");
  CHECK(field("een\ntwee") == "\"een\ntwee\"\r\n");
  CHECK(field("een\r\ntwee") == "\"een\r\ntwee\"\r\n");
  CHECK(field("een; twee") == "een; twee\r\n");
  CHECK(field("") == "\r\n");
}

TEST_CASE("table: what a spreadsheet would take for a formula gets an apostrophe") {
  CHECK(field("=1+1") == "'=1+1\r\n");
  CHECK(field("+31 35 629 2111") == "'+31 35 629 2111\r\n");
  CHECK(field("@SUM(A1)") == "'@SUM(A1)\r\n");
  CHECK(field("-2+3") == "'-2+3\r\n");
  CHECK(field("-2-3") == "'-2-3\r\n");
  CHECK(field("-") == "'-\r\n");
  CHECK(field("\t=1") == "'\t=1\r\n");
  CHECK(field("\r=1") == "\"'\r=1\"\r\n");
  CHECK(field("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
}

TEST_CASE("table: numbers are no formulas") {
  CHECK(field("-3") == "-3\r\n");
  CHECK(field("-3.5") == "-3.5\r\n");
  CHECK(field("-1e+20") == "-1e+20\r\n");
  CHECK(field("2020-07") == "2020-07\r\n");
  CHECK(field("–") == "–\r\n");
}

TEST_CASE("table: headings of columns are guarded too") {
  Table table;
  table.columns = {{"=A1", false}, {"a,b", true}};

  CHECK(to_csv(table) == "'=A1,\"a,b\"\r\n");
}

TEST_CASE("table: the context has a heading for each row, and marks the total") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Table table;
  table.caption = "Begroting";
  table.columns = {{"Maatregel", false}, {"2020", true}};
  table.rows = {{{"GGZ", "", false}, {"niet genoemd", "", true}},
                {{"Totaal", "", false}, {"€ 64.000", "64000", false}}};
  table.total_row = true;

  CHECK(table_context(small.scene, table) == Json::parse(R"({
    "caption": "Begroting",
    "columns": [ { "label": "Maatregel", "numeric": false }, { "label": "2020", "numeric": true } ],
    "rows": [
      { "head": "GGZ", "cells": [ { "text": "niet genoemd", "numeric": true, "unknown": true } ], "total": false },
      { "head": "Totaal", "cells": [ { "text": "€ 64.000", "numeric": true, "unknown": false } ], "total": true } ],
    "csv": false
  })"));
}

TEST_CASE("table: its CSV is linked from the page, and named without its folders") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Table table;
  table.columns = {{"Kop", false}};

  const Json below = table_context(small.scene, table, "periodes/2020-07/index.html", "gegevens/klein.csv");
  const Json beside = table_context(small.scene, table, "index.html", "groot.csv");

  CHECK(below["csv"] == Json{{"href", "../../gegevens/klein.csv"}, {"name", "klein.csv"}});
  CHECK(beside["csv"] == Json{{"href", "groot.csv"}, {"name", "groot.csv"}});
}

}  // namespace
}  // namespace stoplicht::test
