#pragma once
#include <string>
#include <string_view>

namespace stoplicht::test {

inline std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace stoplicht::test
