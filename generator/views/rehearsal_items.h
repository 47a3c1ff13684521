#pragma once
#include <string>

#include "model/rehearsal.h"
#include "views/rehearsal_page.h"
#include "views/wording.h"

namespace stoplicht {

// What the keys of its sentences end in: "fill_in".
std::string key_of(Ask ask);

// One thing to do: what, why, and where.
Json rehearsal_item(const Scene& scene, const Finding& finding, const RehearsalLinks& links);

}  // namespace stoplicht
