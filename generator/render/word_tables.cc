#include "render/word_tables.h"

#include <algorithm>

namespace stoplicht {
namespace {

constexpr std::size_t most_columns = 40;  // As parse_markdown() takes.

// The rows as they are seen: every cell in its column.
struct Grid {
  std::vector<std::vector<const WordCell*>> rows;  // Null: empty, or taken by a merged cell.
  std::size_t columns = 0;
  bool merged = false;
};

Grid grid_of(const WordBlock& table) {
  Grid grid;
  std::vector<std::size_t> taken;  // For how many more rows, by column.
  for (const auto& row : table.rows) {
    std::vector<const WordCell*>& cells = grid.rows.emplace_back();
    std::size_t column = 0;
    const auto pass_taken = [&] {
      for (; column < taken.size() && taken[column] > 0; ++column) {
        --taken[column];
        cells.push_back(nullptr);
      }
    };
    for (const WordCell& cell : row) {
      pass_taken();
      if (column >= 4 * most_columns) break;
      const std::size_t width = std::clamp<std::size_t>(cell.columns, 1, most_columns);
      grid.merged = grid.merged || width > 1 || cell.rows > 1;
      taken.resize(std::max(taken.size(), column + width));
      for (std::size_t i = 0; i < width; ++i, ++column) {
        taken[column] = cell.rows > 1 ? cell.rows - 1 : 0;
        cells.push_back(i == 0 ? &cell : nullptr);
      }
    }
    pass_taken();
    grid.columns = std::max(grid.columns, cells.size());
  }
  return grid;
}

}  // namespace

std::string table_markdown(const WordBlock& table, const std::function<std::string(const WordBlocks&)>& cell,
                           const std::function<std::string(const WordBlocks&)>& apart, bool& was_merged) {
  const Grid grid = grid_of(table);
  std::string out;
  if (grid.columns <= 1 || grid.rows.size() <= 1 || grid.columns > most_columns) {
    for (const auto& row : grid.rows)
      for (const WordCell* each : row)
        if (const std::string words = each != nullptr ? apart(each->blocks) : ""; !words.empty())
          out += (out.empty() ? "" : "\n\n") + words;
    return out;
  }
  was_merged = grid.merged;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    if (i > 0) out += '\n';
    out += '|';
    for (std::size_t column = 0; column < grid.columns; ++column) {
      const WordCell* each = column < grid.rows[i].size() ? grid.rows[i][column] : nullptr;
      const std::string words = each != nullptr ? cell(each->blocks) : "";
      out += words.empty() ? " |" : " " + words + " |";
    }
    if (i > 0) continue;
    out += "\n|";
    for (std::size_t column = 0; column < grid.columns; ++column) out += " --- |";
  }
  return out;
}

}  // namespace stoplicht
