#pragma once
#include <string>

#include "model/changes.h"

namespace stoplicht {

// What is different, for programs: one JSON object, described at the end of FORMATS.md.
std::string changes_json(const Changes& changes);

}  // namespace stoplicht
