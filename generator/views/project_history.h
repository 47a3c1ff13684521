#pragma once
#include <string>

#include "views/wording.h"

namespace stoplicht {

// "timeline": what happened to a project, oldest first, with what has no date before it: each report, also of what it
// continues; its names and numbers; where it came from and went; and what was published, corrected and withdrawn of it.
Json project_history(const Scene& scene, const Project& project, const std::string& page_address);

}  // namespace stoplicht
