#pragma once
#include <algorithm>
#include <cmath>

namespace stoplicht {

// A value this many times the one before it, or the other way, asks for a look; where one of them is this much at
// least: small numbers jump by themselves.
inline constexpr double jump_factor = 3;
inline constexpr double least_jumping = 10;

inline bool is_jump(double before, double now) {
  const double small = std::min(std::abs(before), std::abs(now));
  const double large = std::max(std::abs(before), std::abs(now));
  return large >= least_jumping && large >= jump_factor * small;
}

}  // namespace stoplicht
