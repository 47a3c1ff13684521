#pragma once
#include "base/diagnostics.h"
#include "render/markdown.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// The value of a mark; reports a mark that is not closed or names no figure. `where` is called only
// then: finding a place costs more than a figure.
std::optional<std::string> figure_value(const FigureMark& mark, const std::function<Location()>& where,
                                        const MarkdownSurroundings& surroundings, Diagnostics& diagnostics);

}  // namespace stoplicht
