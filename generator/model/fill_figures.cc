#include "model/fill_figures.h"

#include "base/text.h"
#include "model/figure_marks.h"

namespace stoplicht {
namespace {

// Where `mark` stands, given that `where` is the text that holds it. A text from front matter is
// found again in its line; where it is written otherwise (folded, escaped), `where` has to do.
Location place_of(const FigureMark& mark, std::string_view text, const Location& where, std::size_t& searched) {
  const std::string_view line = where.excerpt;
  const std::size_t found = line.find(text.substr(mark.offset, mark.length), searched);
  if (found == std::string_view::npos) return where;
  searched = found + mark.length;
  Location place = where;
  place.column = where.skipped + static_cast<int>(length_in_characters(line.substr(0, found))) + 1;
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

std::string fill_figures(const Site& site, const Period& period, std::string_view text, const Location& where,
                         const Locale& locale, Diagnostics& diagnostics) {
  const auto lookup = [&](std::string_view path, FigureFault& fault) {
    return figure(site, period, path, locale, fault);
  };
  std::string out;
  std::size_t taken = 0;
  std::size_t searched = offset_of_column(where.excerpt, where.column - where.skipped);
  for (const FigureMark& mark : find_figures(text)) {
    append_plain(out, text.substr(taken, mark.offset - taken), "{{");
    taken = mark.offset + mark.length;
    const Location place = place_of(mark, text, where, searched);
    const auto get_place = [&place] { return place; };
    const std::optional<std::string> value = figure_value(mark, get_place, lookup, diagnostics);
    out += value ? std::string_view(*value) : text.substr(mark.offset, mark.length);
  }
  append_plain(out, text.substr(taken), "");
  return out;
}

}  // namespace stoplicht
