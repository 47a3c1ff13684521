#include "model/written_number.h"

#include <doctest/doctest.h>

#include <string>

namespace stoplicht::test {
namespace {

// "value in length bytes", or "" for none.
std::string at_start(std::string_view text, std::string_view language = "nl") {
  const auto number = number_at_start(text, language);
  if (!number) return "";
  return std::to_string(number->value) + " in " + std::to_string(number->length);
}

TEST_CASE("written number: digits, groups and decimals of its language") {
  CHECK(at_start("1250 huizen") == "1250.000000 in 4");
  CHECK(at_start("1.250.000,75 euro") == "1250000.750000 in 12");
  CHECK(at_start("1,250.75", "en") == "1250.750000 in 8");
  CHECK(at_start("6,5") == "6.500000 in 3");
}

TEST_CASE("written number: a sign that groups nothing, and has no decimals behind it, ends the number") {
  CHECK(at_start("12.5") == "12.000000 in 2");
  CHECK(at_start("1.2500") == "1.000000 in 1");
  CHECK(at_start("1234.567") == "1234.000000 in 4");
  CHECK(at_start("12.") == "12.000000 in 2");
  CHECK(at_start("12, en") == "12.000000 in 2");
}

TEST_CASE("written number: a first group does not begin with 0") {
  CHECK(at_start("0.125") == "0.000000 in 1");
  CHECK(at_start("0,125", "en") == "0.000000 in 1");
  CHECK(at_start("0,125") == "0.125000 in 5");
}

TEST_CASE("written number: none where no digit stands, and none beyond all numbers") {
  CHECK(at_start("") == "");
  CHECK(at_start("-3") == "");
  CHECK(at_start(std::string(400, '9')) == "");
}

}  // namespace
}  // namespace stoplicht::test
