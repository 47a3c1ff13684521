#pragma once
#include <functional>

#include "load/document.h"

namespace stoplicht {

// Adds to the root of a shared file what only `other` has, by id: organisations, programmes with their categories and
// projects, indicators, commitments; of these, what `wanted` says true of. What both have stays as it is, and a project
// that stands in another programme now stays there. True when anything was added.
bool add_missing(Json& root, const Json& other, const std::function<bool(const Json& item)>& wanted);

}  // namespace stoplicht
