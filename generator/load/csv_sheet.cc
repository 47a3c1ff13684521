#include <algorithm>
#include <array>

#include "base/text.h"
#include "load/encoding.h"
#include "load/workbook.h"
#include "load/workbook_values.h"

// Reading of CSV as spreadsheet programs write it.
namespace stoplicht {
namespace {

// What Windows-1252 has in the place of Unicode's control characters 0x80 to 0x9F; 0: nothing.
constexpr std::array<char32_t, 32> special_signs{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    const char32_t special = byte >= 0x80 && byte < 0xA0 ? special_signs[byte - 0x80u] : byte;
    append_character(out, special != 0 ? special : U'\uFFFD');
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00;
    const char32_t low = high && i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (high && low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = U'\uFFFD';
    }
    append_character(out, c);
  }
  return out;
}

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  // A file with a mark says itself that it is UTF-8: a byte that is not is a fault of its cell.
  if (const std::size_t mark = byte_order_mark_length(bytes); mark > 0) return std::string(bytes.substr(mark));
  return first_invalid_utf8(bytes) == std::string_view::npos ? std::string(bytes) : from_windows_1252(bytes);
}

// Excel's own first line "sep=;" says it; else the first line's most frequent one outside quotes.
char separator_of(std::string_view& text) {
  constexpr std::string_view told = "sep=";
  if (text.starts_with(told) && text.size() > told.size()) {
    const char separator = text[told.size()];
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return separator;
  }
  constexpr std::string_view candidates = ";\t,";
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (const std::size_t which = candidates.find(c); !quoted && which != std::string_view::npos) ++counts[which];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool at_end() const { return offset_ >= text_.size(); }
  bool closed() const { return closed_; }  // False: a quote was not closed.

  // Goes no further than the first cell beyond `columns`, which is then the last of the row.
  SheetRow row(int number, int columns) {
    SheetRow row{number, {}};
    for (int column = 1;; ++column) {
      std::string cell = next_cell();
      if (!trim(cell).empty()) row.cells.push_back({SheetCell::Kind::text, column, std::move(cell), 0, {}});
      if (at_end() || (!row.cells.empty() && row.cells.back().column > columns)) return row;
      const char c = text_[offset_++];
      if (c == separator_) continue;
      if (c == '\r' && !at_end() && text_[offset_] == '\n') ++offset_;
      return row;
    }
  }

 private:
  std::string next_cell() {
    std::string cell;
    if (!at_end() && text_[offset_] == '"') {
      closed_ = false;
      for (++offset_; !at_end() && !closed_; ++offset_) {
        if (text_[offset_] != '"') {
          if (text_[offset_] != '\r') cell += text_[offset_];
        } else if (offset_ + 1 < text_.size() && text_[offset_ + 1] == '"') {
          cell += text_[offset_++];
        } else {
          closed_ = true;
        }
      }
    }
    // What stands behind a closing quote belongs to the cell too, as spreadsheet programs read it.
    for (; !at_end() && text_[offset_] != separator_ && text_[offset_] != '\n' && text_[offset_] != '\r'; ++offset_)
      cell += text_[offset_];
    return cell;
  }

  std::string_view text_;
  char separator_;
  std::size_t offset_ = 0;
  bool closed_ = true;
};

}  // namespace

std::optional<Workbook> read_csv(std::string file, std::string_view bytes, Diagnostics& diagnostics,
                                 const WorkbookLimits& limits) {
  const Location whole{file, 0, 0, 1, ""};
  const auto fail = [&](const char* id, Location where, std::string message, std::string hint) {
    diagnostics.error(id, std::move(where), std::move(message), std::move(hint));
    return std::nullopt;
  };
  if (bytes.size() > limits.part_bytes)
    return fail("sheet-large", whole, "the file is larger than " + std::to_string(limits.part_bytes >> 20) + " MB",
                "a form is far smaller: is this the right file?");
  const std::string decoded = as_utf8(bytes);
  if (decoded.find('\0') != std::string::npos)
    return fail("sheet-format", whole, "this is no text, and so no CSV file",
                "save the sheet as 'CSV UTF-8', or hand in the workbook itself (.xlsx)");
  std::string_view text = decoded;
  const char separator = separator_of(text);
  CsvReader reader(text, separator);
  Workbook workbook{std::move(file), {Sheet{}}, false};
  std::size_t cells = 0;
  bool is_utf8 = true;
  for (int number = 1; !reader.at_end(); ++number) {
    SheetRow row = reader.row(number, limits.columns);
    if (!reader.closed())
      return fail("sheet-format", cell_location(workbook.file, "", {number, 1}),
                  "a quote in this row is not closed before the end of the file",
                  "open the file in a spreadsheet program, and save it as CSV once more");
    if (row.cells.empty()) continue;
    if (row.cells.back().column > limits.columns)
      return fail("sheet-large", cell_location(workbook.file, "", {number, row.cells.back().column}),
                  "there are more than " + std::to_string(limits.columns) + " columns", "is this the right file?");
    for (const SheetCell& cell : row.cells)
      if (std::string fault = length_fault(cell.text); !fault.empty())
        return fail("sheet-large", cell_location(workbook.file, "", {number, cell.column}), std::move(fault),
                    length_hint);
    for (const SheetCell& cell : row.cells) {
      if (first_invalid_utf8(cell.text) == std::string_view::npos) continue;
      is_utf8 = false;
      fail("sheet-value", cell_location(workbook.file, "", {number, cell.column}),
           "the text has bytes that are not UTF-8", "type it again");
      break;  // One of a row is enough: a file in another encoding has many.
    }
    workbook.sheets[0].rows.push_back(std::move(row));
    cells += workbook.sheets[0].rows.back().cells.size();
    if (cells > limits.cells)
      return fail("sheet-large", whole, "there are more than " + std::to_string(limits.cells) + " cells",
                  "is this the right file?");
    if (workbook.sheets[0].rows.size() > static_cast<std::size_t>(limits.rows))
      return fail("sheet-large", whole, "there are more than " + std::to_string(limits.rows) + " rows",
                  "is this the right file?");
  }
  if (!is_utf8) return std::nullopt;
  return workbook;
}

}  // namespace stoplicht
