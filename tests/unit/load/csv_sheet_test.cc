#include <doctest/doctest.h>

#include "load/workbook.h"

using namespace stoplicht;

namespace {

// The rows as "1:A=een|C=drie".
std::string rows_of(const std::string& bytes) {
  Diagnostics diagnostics;
  const auto workbook = read_csv("x.csv", bytes, diagnostics);
  if (!workbook) return diagnostics.to_text();
  std::string out;
  for (const SheetRow& row : workbook->sheets.at(0).rows) {
    out += (out.empty() ? "" : " ") + std::to_string(row.row) + ":";
    for (const SheetCell& cell : row.cells)
      out +=
          (out.ends_with(':') ? "" : "|") + std::string(1, static_cast<char>('A' + cell.column - 1)) + "=" + cell.text;
  }
  return out;
}

}  // namespace

TEST_CASE("csv: semicolons, commas and tabs, told by the first line outside quotes") {
  CHECK(rows_of("een;twee,5;drie\r\n1;2,5;3\r\n") == "1:A=een|B=twee,5|C=drie 2:A=1|B=2,5|C=3");
  CHECK(rows_of("een,twee\n1,2") == "1:A=een|B=twee 2:A=1|B=2");
  CHECK(rows_of("een\ttwee\n1\t2") == "1:A=een|B=twee 2:A=1|B=2");
  CHECK(rows_of("\"a,b,c\";twee\n1;2") == "1:A=a,b,c|B=twee 2:A=1|B=2");
  CHECK(rows_of("sep=,\r\na;b,c\r\n") == "1:A=a;b|B=c");
}

TEST_CASE("csv: quoted cells over several lines, with quotes in them") {
  CHECK(rows_of("a;b\n\"een\r\ntwee\";\"zij zei \"\"ja\"\"\"\n") == "1:A=a|B=b 2:A=een\ntwee|B=zij zei \"ja\"");
}

TEST_CASE("csv: empty cells and rows are left out, and rows keep their number") {
  CHECK(rows_of("a;;c\n;;\n\nd;;\n") == "1:A=a|C=c 4:A=d");
  CHECK(rows_of("") == "");
}

TEST_CASE("csv: UTF-8 with and without a mark, UTF-16 either way, and Windows-1252") {
  CHECK(rows_of("\xEF\xBB\xBF"
                "\xC3\xA9\xC3\xA9n;b") == "1:A=één|B=b");
  CHECK(rows_of("\xC3\xA9\xC3\xA9n;b") == "1:A=één|B=b");
  CHECK(rows_of(std::string("\xFF\xFE\xE9\0\x3B\0\xAC\x20", 8)) == "1:A=é|B=€");
  CHECK(rows_of(std::string("\xFE\xFF\0\xE9\0\x3B\x20\xAC", 8)) == "1:A=é|B=€");
  CHECK(rows_of("\xE9\xE9n;\x80 5;\x93ja\x94") == "1:A=één|B=€ 5|C=“ja”");
}

TEST_CASE("csv: a quote that is never closed, and what is no text") {
  CHECK(rows_of("a;b\n\"een;twee\n") ==
        "x.csv:A2: error: a quote in this row is not closed before the end of the file [sheet-format]\n"
        "  hint: open the file in a spreadsheet program, and save it as CSV once more\n");
  CHECK(rows_of(std::string("a\0b", 3))
            .starts_with("x.csv: error: this is no text, and so no CSV file [sheet-format]\n"));
}

TEST_CASE("csv: more columns, rows or cells than a form can have") {
  Diagnostics diagnostics;
  WorkbookLimits limits;
  limits.columns = 2;
  CHECK_FALSE(read_csv("x.csv", "a;b;c", diagnostics, limits));
  CHECK(read_csv("x.csv", "a;b;;;;", diagnostics, limits));
  limits = {};
  limits.rows = 2;
  CHECK_FALSE(read_csv("y.csv", "a\nb\nc", diagnostics, limits));
  limits = {};
  limits.cells = 2;
  CHECK_FALSE(read_csv("z.csv", "a;b;c", diagnostics, limits));
  CHECK(diagnostics.to_text() ==
        "x.csv:C1: error: there are more than 2 columns [sheet-large]\n  hint: is this the right file?\n"
        "y.csv: error: there are more than 2 rows [sheet-large]\n  hint: is this the right file?\n"
        "z.csv: error: there are more than 2 cells [sheet-large]\n  hint: is this the right file?\n");
}

TEST_CASE("csv: a text that no spreadsheet program keeps is told at its cell") {
  std::string fits, is_long;
  for (std::size_t i = 0; i < longest_cell; ++i) fits += "é";
  is_long = fits + "é";
  CHECK(rows_of("a;b\nc;" + fits + "\n").starts_with("1:A=a|B=b 2:A=c|B=é"));
  CHECK(rows_of("a;b\nc;" + is_long + "\n") ==
        "x.csv:B2: error: the cell has more than 32767 characters [sheet-large]\n"
        "  hint: no spreadsheet program keeps so many: shorten the text\n");
}

TEST_CASE("csv: a line without end is read up to the first column too many") {
  std::string line;
  for (int i = 0; i < 4000; ++i) line += "a;";
  Diagnostics diagnostics;
  CHECK_FALSE(read_csv("x.csv", line, diagnostics));
  CHECK(diagnostics.to_text() ==
        "x.csv:SG1: error: there are more than 500 columns [sheet-large]\n  hint: is this the right file?\n");
}

TEST_CASE("csv: a file that says it is UTF-8 is told where it is not") {
  CHECK(rows_of("\xEF\xBB\xBF"
                "a;caf\xE9\nb;\xC3\xA9\n\xE9;c\n") ==
        "x.csv:B1: error: the text has bytes that are not UTF-8 [sheet-value]\n  hint: type it again\n"
        "x.csv:A3: error: the text has bytes that are not UTF-8 [sheet-value]\n  hint: type it again\n");
}
