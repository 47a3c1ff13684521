#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace stoplicht {

struct WrittenNumber {
  double value = 0;
  std::size_t length = 0;        // In bytes.
  std::size_t first_digits = 0;  // How many stand in front of the first sign.
  bool has_groups = false, has_decimals = false;
};

// The number that a text begins with, as its language writes it. In Dutch a dot stands between groups of three digits,
// and a comma before decimals: 1.250 · 1250 · 6,5; in English the other way about. A first group that begins with 0 is
// none: 0.125 is not 125. Nothing where no digit stands, and for a number beyond all numbers.
std::optional<WrittenNumber> number_at_start(std::string_view text, std::string_view language);

}  // namespace stoplicht
