#include "views/table.h"

#include <string_view>

#include "base/paths.h"

namespace stoplicht {
namespace {

// As plain_number writes it: -3, 6.5, -1e+20.
bool is_plain_number(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t from = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at > from;
  };
  if (at < text.size() && text[at] == '-') ++at;
  if (!digits()) return false;
  if (at < text.size() && text[at] == '.' && (++at, !digits())) return false;
  if (at < text.size() && text[at] == 'e') {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

void append_field(std::string& out, std::string field) {
  if (!field.empty() && std::string_view("=+-@\t\r").find(field[0]) != std::string_view::npos &&
      !is_plain_number(field))
    field.insert(0, "'");
  if (field.find_first_of(",\"\r\n") == std::string::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string to_csv(const Table& table) {
  std::string out;
  bool first = true;
  for (const Table::Column& column : table.columns) {
    if (!first) out += ',';
    append_field(out, column.label);
    first = false;
  }
  out += "\r\n";
  for (const std::vector<Cell>& row : table.rows) {
    first = true;
    for (const Cell& cell : row) {
      if (!first) out += ',';
      append_field(out, cell.plain.empty() ? cell.text : cell.plain);
      first = false;
    }
    out += "\r\n";
  }
  return out;
}

Json table_context(const Scene&, const Table& table, const std::string& page_address, const std::string& csv_address) {
  Json columns = Json::array();
  for (const Table::Column& column : table.columns)
    columns.push_back(Json{{"label", column.label}, {"numeric", column.numeric}});

  Json rows = Json::array();
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::vector<Cell>& row = table.rows[r];
    Json cells = Json::array();
    for (std::size_t c = 1; c < row.size(); ++c)
      cells.push_back(Json{{"text", row[c].text}, {"numeric", table.columns[c].numeric}, {"unknown", row[c].unknown}});
    rows.push_back(Json{{"head", row.empty() ? "" : row[0].text},
                        {"cells", std::move(cells)},
                        {"total", table.total_row && r + 1 == table.rows.size()}});
  }

  Json csv = false;
  if (!csv_address.empty())
    csv = Json{{"href", relative_link(page_address, csv_address)},
               {"name", csv_address.substr(csv_address.rfind('/') + 1)}};
  return Json{
      {"caption", table.caption}, {"columns", std::move(columns)}, {"rows", std::move(rows)}, {"csv", std::move(csv)}};
}

}  // namespace stoplicht
