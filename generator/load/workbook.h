#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell.h"
#include "base/date.h"
#include "base/diagnostics.h"

// A spreadsheet as its cells show it: values, not formulas, whatever program wrote it.
namespace stoplicht {

inline constexpr std::size_t longest_cell = 32'767;  // Characters; what Excel allows.

struct SheetCell {
  enum class Kind {
    text,
    number,
    percentage,  // `number` is what the cell shows: 6.5 for "6,5 %".
    date,        // Whole days; a time of day is dropped.
    no_day,      // Formatted as a date, and there is no such day: a time. `text` is what it says: "1:30".
    boolean,     // `number` is 0 or 1.
    error,       // `text` is the code: "#REF!".
    no_value     // A formula whose value was never computed by a spreadsheet program.
  };
  Kind kind = Kind::text;
  int column = 0;  // From 1.
  std::string text;
  double number = 0;
  Date date;
};

// A row with something in it; its cells by column. Empty cells are left out.
struct SheetRow {
  int row = 0;  // From 1.
  std::vector<SheetCell> cells;
  const SheetCell* find(int column) const;  // Null: empty.
};

struct CellRange {
  CellPlace first, last;
};

struct Sheet {
  std::string name;            // Empty: of a file that is one sheet.
  std::vector<SheetRow> rows;  // By row.
  std::vector<CellRange> merged;
};

struct Workbook {
  std::string file;  // As faults name it.
  std::vector<Sheet> sheets;
  bool has_macros = false;  // They were not looked at.

  Location at(const Sheet& sheet, CellPlace place) const { return cell_location(file, sheet.name, place); }
};

// What a file may hold at most, so that none takes more memory than a small machine has.
struct WorkbookLimits {
  std::size_t file_bytes = 16u << 20;
  std::size_t part_bytes = 8u << 20;    // One XML file inside, unpacked.
  std::size_t total_bytes = 32u << 20;  // All of those that are read.
  int rows = 20'000;                    // With something in them, of one sheet.
  int columns = 500;
  std::size_t cells = 300'000;         // With something in them, of all sheets.
  std::size_t text_bytes = 32u << 20;  // Of the texts in all cells: one shared string may be that of many.
};

// Reads an .xlsx or .xlsm file (Office Open XML). Reports what it is instead (.xls, with a password, .ods, no zip
// file), what is larger than `limits`, and what is damaged; nothing is then returned.
std::optional<Workbook> read_workbook(std::string file, std::string_view bytes, Diagnostics& diagnostics,
                                      const WorkbookLimits& limits = {});

// Reads a CSV file as spreadsheet programs write it into one sheet of texts: UTF-8, UTF-16 or Windows-1252, with
// semicolons, commas or tabs, quoted cells over several lines. Nothing is returned after a fault.
std::optional<Workbook> read_csv(std::string file, std::string_view bytes, Diagnostics& diagnostics,
                                 const WorkbookLimits& limits = {});

}  // namespace stoplicht
