#pragma once
#include <string>

#include "load/document.h"

namespace stoplicht {

// The one spelling of a JSON value that digests and signatures are made of: RFC 8785 (JCS). Members by the UTF-16 code
// units of their keys, numbers as ECMAScript writes them (a whole number beyond 2^53 as the nearest double), no blanks.
// The value holds no NaN, no infinity and only valid UTF-8, as everything that load_json returns.
std::string canonical_json(const Json& value);

// The same members, numbers and texts, laid out for people: two spaces a level, an empty object or list on one
// line, a line end at the end.
std::string pretty_json(const Json& value);

}  // namespace stoplicht
