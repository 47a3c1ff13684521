#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace stoplicht::test {

// The Dutch strings of the theme that is shipped, for views that say much.
inline const std::string& theme_strings() {
  static const std::string text = [] {
    std::ifstream stream(STOPLICHT_SOURCE_DIR "/themes/gemeente/strings.nl.json", std::ios::binary);
    REQUIRE(stream.is_open());
    return std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }();
  return text;
}

}  // namespace stoplicht::test
