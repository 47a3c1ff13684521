#pragma once
#include <string>

namespace stoplicht {

// "2020-07@v1", taken apart.
struct EditionName {
  std::string text, period;
  int edition = 0;       // 0: none is named.
  bool sources = false;  // "2020-07@sources"
};

// Throws Refusal with `hint` for what is behind an '@' and names no edition.
EditionName read_edition_name(const std::string& text, const std::string& hint);

}  // namespace stoplicht
