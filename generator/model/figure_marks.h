#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/figures.h"

namespace stoplicht {

// A "{{ path }}" as it stands in a text.
struct FigureMark {
  std::size_t offset = 0;  // Of the first brace.
  std::size_t length = 0;  // Of all of it; of the two braces when it is not closed.
  std::string path;
  bool closed = false;
};

// In order. A mark stands on one line and holds no backtick, so that `{{` in code is not taken for
// the start of one; behind an odd number of backslashes the braces are plain braces.
std::vector<FigureMark> find_figures(std::string_view text);

// Backslashes that stand directly before `offset`.
std::size_t backslashes_before(std::string_view text, std::size_t offset);

// The text for a path; nothing when there is none, with the reason.
using FigureLookup = std::function<std::optional<std::string>(std::string_view path, FigureFault& fault)>;

// The value of a mark; reports a mark that is not closed [figure-unclosed] or names no figure
// [figure-unknown]. `where` is called only then: finding a place costs more than a figure.
std::optional<std::string> figure_value(const FigureMark& mark, const std::function<Location()>& where,
                                        const FigureLookup& lookup, Diagnostics& diagnostics);

}  // namespace stoplicht
