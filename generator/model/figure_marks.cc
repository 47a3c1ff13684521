#include "model/figure_marks.h"

#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

// In a table a bar is written "\|", which the table would otherwise take away.
std::string path_of(std::string_view inside) {
  std::string path;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside.substr(i, 2) == "\\|") continue;
    path += inside[i];
  }
  return std::string(trim(path));
}

}  // namespace

std::size_t backslashes_before(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (count < offset && text[offset - count - 1] == '\\') ++count;
  return count;
}

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
                                        const FigureLookup& lookup, Diagnostics& diagnostics) {
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
  FigureFault fault;
  std::optional<std::string> value;
  if (lookup) value = lookup(mark.path, fault);
  if (value || fault.follows) return value;
  if (fault.unknown_in.empty()) {
    diagnostics.error("figure-unknown", where(), "there is no figure '" + mark.path + "'", std::move(fault.hint));
  } else {
    diagnostics.error("figure-unknown", where(),
                      "figure '" + mark.path + "' is not known in period " + fault.unknown_in, std::move(fault.hint));
  }
  return std::nullopt;
}

}  // namespace stoplicht
