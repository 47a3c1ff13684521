#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// The id of a time that somebody most likely meant who wrote another one: "2025-h1" for "2025h1", "2025-H1", "h1/2025",
// "1e halfjaar 2025". Empty when it is like none, or is such an id itself.
std::string time_meant_by(std::string_view id);

}  // namespace stoplicht
