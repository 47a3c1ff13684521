#include "load/workbook.h"

#include <doctest/doctest.h>

#include "support/small_zip.h"

using namespace stoplicht;
using namespace stoplicht::test;
using Kind = SheetCell::Kind;

namespace {

struct ReadWorkbook {
  std::optional<Workbook> workbook;
  std::string faults;
};

ReadWorkbook read_workbook_of(const std::string& bytes, const WorkbookLimits& limits = {}) {
  Diagnostics diagnostics;
  ReadWorkbook read{read_workbook("x.xlsx", bytes, diagnostics, limits), ""};
  read.faults = diagnostics.to_text();
  return read;
}

// The cells of the only sheet: "B1 text 'een'".
std::vector<std::string> cells_of(const Workbook& workbook) {
  std::vector<std::string> out;
  for (const SheetRow& row : workbook.sheets.at(0).rows)
    for (const SheetCell& cell : row.cells) {
      std::string what;
      switch (cell.kind) {
        case Kind::text: what = "text '" + cell.text + "'"; break;
        case Kind::number: what = "number " + std::to_string(cell.number); break;
        case Kind::percentage: what = "percentage " + std::to_string(cell.number); break;
        case Kind::date: what = "date " + to_iso(cell.date); break;
        case Kind::no_day: what = "no day '" + cell.text + "'"; break;
        case Kind::boolean: what = cell.number != 0 ? "true" : "false"; break;
        case Kind::error: what = "error " + cell.text; break;
        case Kind::no_value: what = "no value"; break;
      }
      out.push_back(cell_name({row.row, cell.column}) + " " + what);
    }
  return out;
}

std::vector<std::string> cells(const SmallWorkbook& workbook) {
  const ReadWorkbook got = read_workbook_of(workbook.bytes());
  CHECK(got.faults == "");
  return got.workbook ? cells_of(*got.workbook) : std::vector<std::string>{};
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("workbook: shared strings, plain and in runs of rich text, without phonetic hints") {
  SmallWorkbook book;
  book.shared_strings =
      "<si><t>een</t></si><si><r><rPr><b/></rPr><t>twee </t></r><r><t xml:space='preserve'> drie</t></r>"
      "<rPh sb='0' eb='1'><t>weg</t></rPh></si>";
  book.sheet = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c></row>";

  CHECK(cells(book) == Cells{"A1 text 'een'", "C1 text 'twee  drie'"});
}

TEST_CASE("workbook: inline strings, as openpyxl writes them, with escaped characters") {
  SmallWorkbook book;
  book.sheet =
      "<row r='2'><c r='B2' t='inlineStr'><is><t>een_x000D_\nvoor &amp; na</t></is></c>"
      "<c r='C2' t='inlineStr'><is><r><t>a</t></r><r><t>b</t></r></is></c>"
      "<c r='D2' t='inlineStr'><is><t>_x005F_x0041_</t></is></c></row>";

  CHECK(cells(book) == Cells{"B2 text 'een\nvoor & na'", "C2 text 'ab'", "D2 text '_x0041_'"});
}

TEST_CASE("workbook: cells and rows without a name follow each other") {
  SmallWorkbook book;
  book.sheet =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c><v>3</v></c></row><row><c "
      "r='D6'><v>4</v></c><c><v>5</v></c></row>";

  CHECK(cells(book) == Cells{"A1 number 1.000000", "B1 number 2.000000", "A5 number 3.000000", "D6 number 4.000000",
                             "E6 number 5.000000"});
}

TEST_CASE("workbook: a number is what its format shows: a percentage, a date or itself") {
  SmallWorkbook book;
  book.styles =
      "<numFmts><numFmt numFmtId='170' formatCode='d\\-m\\-yyyy;@'/><numFmt numFmtId='171' formatCode='0.0\"d%\"'/>"
      "<numFmt numFmtId='172' formatCode='[$-413]0,0%'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
      "<cellXfs><xf numFmtId='0'/><xf numFmtId='10'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf "
      "numFmtId='172'/></cellXfs>";
  book.sheet =
      "<row r='1'><c r='A1' s='0'><v>0.065</v></c><c r='B1' s='1'><v>0.065</v></c><c r='C1' s='2'><v>45838</v></c>"
      "<c r='D1' s='3'><v>45838.75</v></c><c r='E1' s='4'><v>6</v></c><c r='F1' "
      "s='5'><v>1.1000000000000001</v></c></row>";

  CHECK(cells(book) == Cells{"A1 number 0.065000", "B1 percentage 6.500000", "C1 date 2025-06-30", "D1 date 2025-06-30",
                             "E1 number 6.000000", "F1 percentage 110.000000"});
  CHECK(read_workbook_of(book.bytes()).workbook->sheets[0].rows[0].find(2)->number == 6.5);
}

TEST_CASE("workbook: a number that is shown as a date, and is no day, is no number either") {
  SmallWorkbook book;
  book.styles = "<cellXfs><xf numFmtId='14'/><xf numFmtId='20'/></cellXfs>";
  book.sheet =
      "<row r='1'><c r='A1' s='1'><v>0.0625</v></c><c r='B1' s='0'><v>60</v></c><c r='C1' s='0'><v>-5</v></c>"
      "<c r='D1' s='0'><v>200001</v></c></row>";

  CHECK(cells(book) == Cells{"A1 no day '1:30'", "B1 no day '60'", "C1 no day '-5'", "D1 no day '200001'"});
}

TEST_CASE("workbook: a percentage that is almost nothing is a number all the same") {
  SmallWorkbook book;
  book.styles = "<cellXfs><xf numFmtId='10'/></cellXfs>";
  book.sheet = "<row r='1'><c r='A1' s='0'><v>1e-300</v></c></row>";

  CHECK(read_workbook_of(book.bytes()).workbook->sheets[0].rows[0].cells[0].number == 1e-300 * 100);
}

TEST_CASE("workbook: days count from 1904 where the workbook says so") {
  SmallWorkbook book;
  book.properties = "<workbookPr date1904='1'/>";
  book.styles = "<cellXfs><xf numFmtId='14'/></cellXfs>";
  book.sheet = "<row r='1'><c r='A1' s='0'><v>44376</v></c></row>";

  CHECK(cells(book) == Cells{"A1 date 2025-06-30"});
}

TEST_CASE("workbook: a formula is its last value, and one without is told apart from an empty cell") {
  SmallWorkbook book;
  book.sheet =
      "<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>\"a\"</f><v>a</v></c><c r='C1'><f>1+1</f></c>"
      "<c r='D1'/><c r='E1' t='str'><f>\"\"</f><v></v></c><c r='F1' t='e'><v>#REF!</v></c><c r='G1' "
      "t='b'><v>1</v></c></row>";

  CHECK(cells(book) == Cells{"A1 number 2.000000", "B1 text 'a'", "C1 no value", "F1 error #REF!", "G1 true"});
}

TEST_CASE("workbook: merged cells, and names with a prefix") {
  SmallWorkbook book;
  book.after = "<x:mergeCells><x:mergeCell ref='B2:C4'/></x:mergeCells>";
  book.sheet = "<x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row>";

  const ReadWorkbook got = read_workbook_of(book.bytes());
  REQUIRE(got.workbook);
  CHECK(cells_of(*got.workbook) == Cells{"A1 number 1.000000"});
  REQUIRE(got.workbook->sheets[0].merged.size() == 1);
  CHECK(got.workbook->sheets[0].merged[0].first == CellPlace{2, 2});
  CHECK(got.workbook->sheets[0].merged[0].last == CellPlace{4, 3});
}

TEST_CASE("workbook: macros are known to be there") {
  SmallWorkbook book;
  CHECK_FALSE(read_workbook_of(book.bytes()).workbook->has_macros);
  book.more = {{"xl/vbaProject.bin", "x"}};
  CHECK(read_workbook_of(book.bytes()).workbook->has_macros);
}

TEST_CASE("workbook: what is none is called by its name") {
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, ' ');
  CHECK(read_workbook_of(ole).faults.starts_with(
      "x.xlsx: error: this is a workbook of before 2007 (.xls) [sheet-format]\n"));
  const std::string encrypted = ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  CHECK(read_workbook_of(encrypted).faults.starts_with(
      "x.xlsx: error: the workbook is protected with a password [sheet-protected]\n"));
  CHECK(read_workbook_of("hallo").faults.starts_with(
      "x.xlsx: error: this is no workbook (.xlsx), or it is damaged [sheet-format]\n"));
  CHECK(read_workbook_of("").faults.starts_with(
      "x.xlsx: error: this is no workbook (.xlsx), or it is damaged [sheet-format]\n"));
  SmallZip ods;
  ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  ods.add("content.xml", "<a/>");
  CHECK(read_workbook_of(ods.bytes())
            .faults.starts_with("x.xlsx: error: this is an OpenDocument file (.ods) [sheet-format]\n"));
  SmallZip other;
  other.add("a.txt", "a");
  CHECK(read_workbook_of(other.bytes())
            .faults.starts_with("x.xlsx: error: there is no workbook in this file [sheet-format]\n"));
}

TEST_CASE("workbook: a part that is no XML, or that is not there, is damage") {
  SmallWorkbook book;
  book.sheet = "<row r='1'><c></row>";
  CHECK(read_workbook_of(book.bytes()).faults ==
        "x.xlsx: error: the workbook is damaged: its part 'xl/worksheets/sheet1.xml' cannot be read [sheet-damaged]\n"
        "  hint: open it in a spreadsheet program, save it, and try again\n");
  book.sheet = "<row r='1'><c r='A1' t='s'><v>7</v></c></row>";
  CHECK(read_workbook_of(book.bytes()).faults.find("'sharedStrings' cannot be read [sheet-damaged]") !=
        std::string::npos);
}

TEST_CASE("workbook: what is larger than the limits is refused before it takes memory") {
  SmallWorkbook book;
  for (int i = 1; i <= 30; ++i) book.sheet += "<row r='" + std::to_string(i) + "'><c><v>1</v></c></row>";
  WorkbookLimits limits;
  limits.part_bytes = 500;
  CHECK(read_workbook_of(book.bytes(), limits).faults.find("is larger than 0 MB") != std::string::npos);
  limits = {};
  limits.rows = 29;
  CHECK(read_workbook_of(book.bytes(), limits)
            .faults.starts_with("x.xlsx: error: sheet 'Blad1' has more than 29 rows [sheet-large]\n"));
  limits = {};
  limits.cells = 29;
  CHECK(read_workbook_of(book.bytes(), limits)
            .faults.starts_with("x.xlsx: error: there are more than 29 cells [sheet-large]\n"));
  book.sheet = "<row r='1'><c r='ZZ1'><v>1</v></c></row>";
  CHECK(read_workbook_of(book.bytes())
            .faults.starts_with("x.xlsx:Blad1!ZZ1: error: there are more than 500 columns [sheet-large]\n"));
}

TEST_CASE("workbook: a text that many cells share counts in each of them") {
  SmallWorkbook book;
  book.shared_strings = "<si><t>" + std::string(1000, 'x') + "</t></si>";
  book.sheet = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>";
  WorkbookLimits limits;
  limits.text_bytes = 3000;
  CHECK(read_workbook_of(book.bytes(), limits).faults == "");
  limits.text_bytes = 2999;
  CHECK(read_workbook_of(book.bytes(), limits)
            .faults.starts_with("x.xlsx: error: the texts of all cells are larger than 0 MB [sheet-large]\n"));
}

TEST_CASE("workbook: a text that no spreadsheet program keeps in a cell is refused there") {
  SmallWorkbook book;
  const auto faults_with = [&](std::size_t length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += "\u00e9";
    book.sheet = "<row r='2'><c r='B2' t='inlineStr'><is><t>" + text + "</t></is></c></row>";
    return read_workbook_of(book.bytes()).faults;
  };
  CHECK(faults_with(longest_cell) == "");
  const std::string faults = faults_with(longest_cell + 1);
  CHECK(faults.find("!B2: error: the cell has more than 32767 characters [sheet-large]\n") != std::string::npos);
}

TEST_CASE("workbook: a row that no sheet can have is damage") {
  for (const char* row : {"0", "-5", "1048577", "2147483647"}) {
    CAPTURE(row);
    SmallWorkbook book;
    book.sheet = "<row r='" + std::string(row) + "'><c><v>1</v></c></row><row><c><v>2</v></c></row>";
    CHECK(read_workbook_of(book.bytes()).faults.find("cannot be read [sheet-damaged]\n") != std::string::npos);
  }
  SmallWorkbook last;
  last.sheet = "<row r='1048576'><c><v>1</v></c></row>";
  CHECK(cells(last) == Cells{"A1048576 number 1.000000"});
  last.sheet += "<row><c><v>2</v></c></row>";
  CHECK(read_workbook_of(last.bytes()).faults.find("[sheet-damaged]") != std::string::npos);
}
