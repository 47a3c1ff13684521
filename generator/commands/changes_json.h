#pragma once
#include "model/changes.h"

#include <string>

namespace stoplicht {

// What is different, for programs: one JSON object, described at the end of FORMATS.md.
std::string changes_json(const Changes& changes);

}  // namespace stoplicht
