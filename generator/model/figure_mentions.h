#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/known_figures.h"
#include "model/placeholders.h"

namespace stoplicht {

// A number of a text that is a figure of the period, or may be.
struct FigureMention {
  TextRange where;
  std::vector<std::string> paths;  // Which figures it equals; first those that its sentence tells the most of.
  bool is_sure = false;            // It is the only one there is.
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

// Looks for the figures of a period in the running text of a Markdown file. A number is one for sure when no other
// figure has its value, those by council included, and its sentence shares a word with what the figure counts; of a
// target, when the sentence also speaks of targets, and of an actual value, when it does not: a reference to the wrong
// one of the two says something false when that one changes. Others are told as what they may be: amounts, percentages
// and numbers from 100 on always, smaller ones and those that may be a year when their sentence shares such a word.
// Nearly equal are: two digits swapped; the figure of the period before (`before`, may be empty), which is another one
// now; a difference of at most 2 %, unless the text says "about".
FigureMentions find_figure_mentions(std::string_view markdown, const std::vector<KnownFigure>& figures,
                                    const std::vector<KnownFigure>& before, std::string_view language);

// The same, of a text of this period.
FigureMentions find_figure_mentions(std::string_view markdown, const Site& site, const Period& period);

// Warns of a number that is nearly a figure. `written`: the number; `before`: the id of the period before.
void warn_of_near_figure(const NearFigure& near, std::string_view written, const std::string& before, Location where,
                         Diagnostics& diagnostics);

// The text with {{ path }} for every number that is one figure for sure.
std::string with_figures(std::string_view markdown, const std::vector<FigureMention>& mentions);

}  // namespace stoplicht
