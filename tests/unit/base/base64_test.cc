#include "base/base64.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace stoplicht::test {
namespace {

TEST_CASE("base64: the examples of RFC 4648 go both ways") {
  const std::vector<std::pair<std::string, std::string>> examples{{"", ""},
                                                                  {"f", "Zg=="},
                                                                  {"fo", "Zm8="},
                                                                  {"foo", "Zm9v"},
                                                                  {"foob", "Zm9vYg=="},
                                                                  {"fooba", "Zm9vYmE="},
                                                                  {"foobar", "Zm9vYmFy"},
                                                                  {std::string("\0\xFF\xFE", 3), "AP/+"}};
  for (const auto& [bytes, text] : examples) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("base64: what nobody writes so is nothing") {
  for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9v ", "Zm9*", "Zg==Zg=="})
    CHECK_MESSAGE(from_base64(text).empty(), text);
}

}  // namespace
}  // namespace stoplicht::test
