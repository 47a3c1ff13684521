#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

// "1 page", "2 pages".
inline std::string counted(std::size_t count, std::string_view one, std::string_view other) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : other);
}

}  // namespace stoplicht
