#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/known_figures.h"
#include "model/placeholders.h"

namespace stoplicht {

// A number of a text that is a figure of the period.
struct FigureMention {
  TextRange where;
  std::vector<std::string> paths;  // Which figures it equals; the first ones first when more than one is meant.
};

// One that looks like a figure of the period, and is not.
struct NearFigure {
  TextRange where;
  enum class Why { swapped, before, close } why = Why::close;
  std::string path;
  std::string value;  // What the figure is, as readers see it; "" when it is not known (why: before).
};

struct FigureMentions {
  std::vector<FigureMention> equal;
  std::vector<NearFigure> near;
};

// Looks for the figures of a period in the running text of a Markdown file. A number counts as one when it is an
// amount, a percentage, or at least 100; a smaller one, or one that may be a year, only when its sentence also names
// what the figure counts. Nearly equal are: two digits swapped; the figure of the period before (`before`, may be
// empty), which is another one now; a difference of at most 2 %, unless the text says "about".
FigureMentions find_figure_mentions(std::string_view markdown, const std::vector<KnownFigure>& figures,
                                    const std::vector<KnownFigure>& before, std::string_view language);

// The same, of a text of this period.
FigureMentions find_figure_mentions(std::string_view markdown, const Site& site, const Period& period);

// Warns of a number that is nearly a figure. `written`: the number; `before`: the id of the period before.
void warn_of_near_figure(const NearFigure& near, std::string_view written, const std::string& before, Location where,
                         Diagnostics& diagnostics);

// The text with {{ path }} for every number that is one figure and no other.
std::string with_figures(std::string_view markdown, const std::vector<FigureMention>& mentions);

}  // namespace stoplicht
