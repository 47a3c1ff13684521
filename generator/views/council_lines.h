#pragma once
#include <string>

#include "views/page.h"
#include "views/wording.h"

namespace stoplicht {

// One municipality's part of what is measured together, beside the total: for each indicator that tells it, the
// newest known part in a sentence and all periods in a table. An empty list when no period tells it.
Json council_lines(const Scene& scene, const Organisation& council, const std::string& page_address);

}  // namespace stoplicht
