#pragma once
#include <string>
#include <vector>

#include "load/document.h"
#include "views/page.h"
#include "views/wording.h"

namespace stoplicht {

// One cell: what a person reads, and what a machine reads when that is different.
struct Cell {
  std::string text;
  std::string plain;     // For CSV; empty: the same as text.
  bool unknown = false;  // "niet bekend" and the like.
};

// The numbers or words behind a chart. The first cell of a row is its heading.
struct Table {
  struct Column {
    std::string label;
    bool numeric = false;
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  bool total_row = false;  // The last row is a total.
};

// RFC 4180 in UTF-8: comma, CRLF, quotes where needed. A text that a spreadsheet would take for a
// formula (= + - @ at its beginning, and it is not a number) gets an apostrophe before it.
std::string to_csv(const Table& table);

// TABLE for templates. `csv_address`: where datasets.h publishes it, or a larger table that holds it; "": nowhere.
Json table_context(const Scene& scene, const Table& table, const std::string& page_address = "",
                   const std::string& csv_address = "");

}  // namespace stoplicht
