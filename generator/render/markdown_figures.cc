#include "render/markdown_figures.h"

#include "base/text.h"

#include <algorithm>
#include <utility>

namespace stoplicht {
namespace {

// Backslashes that stand directly before `offset`.
std::size_t backslashes_before(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (count < offset && text[offset - count - 1] == '\\') ++count;
  return count;
}

// In a table a bar is written "\|", which the table would otherwise take away.
std::string path_of(std::string_view inside) {
  std::string path;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside.substr(i, 2) == "\\|") continue;
    path += inside[i];
  }
  return std::string(trim(path));
}

// Where `mark` stands, given that `where` is the text that holds it. A text from front matter is
// found again in its line; where it is written otherwise (folded, escaped), `where` has to do.
Location place_of(const FigureMark& mark, std::string_view text, const Location& where, std::size_t& searched) {
  const std::string_view line = where.excerpt;
  const std::size_t found = line.find(text.substr(mark.offset, mark.length), searched);
  if (found == std::string_view::npos) return where;
  searched = found + mark.length;
  Location place = where;
  place.column = static_cast<int>(length_in_characters(line.substr(0, found))) + 1;
  place.length = static_cast<int>(length_in_characters(line.substr(found, mark.length)));
  return place;
}

// Plain text, in which "\{{" stands for two braces.
void append_plain(std::string& out, std::string_view text, std::string_view following) {
  std::size_t taken = 0;
  for (std::size_t i = text.find("{{"); i != std::string_view::npos; i = text.find("{{", i + 1)) {
    const std::size_t backslashes = backslashes_before(text, i);
    if (backslashes == 0) continue;
    out += text.substr(taken, i - (backslashes + 1) / 2 - taken);
    taken = i;
  }
  const std::size_t backslashes = following.starts_with("{{") ? backslashes_before(text, text.size()) : 0;
  out += text.substr(taken, text.size() - backslashes / 2 - taken);
}

// A byte offset in `line` of a column, which counts characters from 1.
std::size_t offset_of_column(std::string_view line, int column) {
  std::size_t offset = 0;
  for (int i = 1; i < column && offset < line.size(); ++i) next_character(line, offset);
  return offset;
}

}  // namespace

std::vector<FigureMark> find_figures(std::string_view text) {
  std::vector<FigureMark> marks;
  for (std::size_t start = text.find("{{"); start != std::string_view::npos;) {
    if (backslashes_before(text, start) % 2 != 0) {
      start = text.find("{{", start + 2);
      continue;
    }
    FigureMark mark;
    mark.offset = start;
    std::size_t stop = start + 2;
    while (stop < text.size()) {
      const std::string_view next = text.substr(stop, 2);
      if (next == "}}" || next == "{{" || next.front() == '\n' || next.front() == '\r' || next.front() == '`') break;
      ++stop;
    }
    mark.closed = text.substr(stop, 2) == "}}";
    mark.length = mark.closed ? stop + 2 - start : 2;
    if (mark.closed) mark.path = path_of(text.substr(start + 2, stop - start - 2));
    start = text.find("{{", mark.offset + mark.length);
    marks.push_back(std::move(mark));
  }
  return marks;
}

std::optional<std::string> figure_value(const FigureMark& mark, const std::function<Location()>& where,
                                        const MarkdownSurroundings& surroundings, Diagnostics& diagnostics) {
  if (!mark.closed) {
    diagnostics.error("figure-unclosed", where(), "this '{{' has no '}}' on its line",
                      "close it, as in {{ figure.krimp }}, or write \\{{ for the braces themselves");
    return std::nullopt;
  }
  if (mark.path.empty()) {
    diagnostics.error("figure-unknown", where(), "nothing stands between '{{' and '}}'",
                      "name a figure, as in {{ figure.krimp }}");
    return std::nullopt;
  }
  std::string hint;
  std::optional<std::string> value;
  if (surroundings.figure) value = surroundings.figure(mark.path, hint);
  if (!value) diagnostics.error("figure-unknown", where(), "there is no figure '" + mark.path + "'", std::move(hint));
  return value;
}

std::string fill_figures(std::string_view text, const Location& where, const MarkdownSurroundings& surroundings,
                         Diagnostics& diagnostics) {
  std::string out;
  std::size_t taken = 0;
  std::size_t searched = offset_of_column(where.excerpt, where.column);
  for (const FigureMark& mark : find_figures(text)) {
    append_plain(out, text.substr(taken, mark.offset - taken), "{{");
    taken = mark.offset + mark.length;
    const Location place = place_of(mark, text, where, searched);
    const auto get_place = [&place] { return place; };
    const std::optional<std::string> value = figure_value(mark, get_place, surroundings, diagnostics);
    out += value ? std::string_view(*value) : text.substr(mark.offset, mark.length);
  }
  append_plain(out, text.substr(taken), "");
  return out;
}

}  // namespace stoplicht
