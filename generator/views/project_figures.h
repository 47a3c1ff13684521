#pragma once
#include "views/lists.h"

namespace stoplicht {

// The figures of a project: "key-figures" with, of each that two periods know, its "trend", and of each that the
// period tells by municipality, its "shares". False when there are no figures.
Json project_figures(const Scene& scene, const std::vector<KeyFigure>& figures, const std::string& page_address);

}  // namespace stoplicht
