#include "load/canonical_json.h"

#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <utility>

using namespace stoplicht;

namespace {

std::string number(double value) { return canonical_json(Json(value)); }
std::string number_of_bits(std::uint64_t bits) { return number(std::bit_cast<double>(bits)); }

}  // namespace

TEST_CASE("canonical json: numbers are written as the standard's table has them") {
  const std::pair<std::uint64_t, const char*> table[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0xffefffffffffffff, "-1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0xc340000000000000, "-9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef4f, "999999999999999900000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555554, "333333333.33333325"},
      {0x41b3de4355555555, "333333333.3333333"},
      {0x41b3de4355555556, "333333333.3333334"},
      {0x41b3de4355555557, "333333333.33333343"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"},
      {0x43143ff3c1cb0959, "1424953923781206.2"},
  };
  for (const auto& [bits, text] : table) CHECK(number_of_bits(bits) == text);
}

TEST_CASE("canonical json: numbers on the edges between the forms") {
  CHECK(number(400.0) == "400");
  CHECK(number(6.5) == "6.5");
  CHECK(number(-0.25) == "-0.25");
  CHECK(number(1e-7) == "1e-7");
  CHECK(number(1.5e-7) == "1.5e-7");
  CHECK(number(123456789012345680000.0) == "123456789012345680000");
  CHECK(number(1.25e21) == "1.25e+21");
  CHECK(canonical_json(Json(0)) == "0");
  CHECK(canonical_json(Json(-12)) == "-12");
  CHECK(canonical_json(Json(9007199254740991)) == "9007199254740991");
  CHECK(canonical_json(Json(9007199254740993)) == "9007199254740992");  // As a double has it.
}

TEST_CASE("canonical json: members stand in the order of their UTF-16 code units") {
  const Json value{{"\u20ac", "Euro Sign"},
                   {"\r", "Carriage Return"},
                   {"\ufb33", "Hebrew Letter Dalet With Dagesh"},
                   {"1", "One"},
                   {"\U0001f600", "Emoji: Grinning Face"},
                   {"\u0080", "Control"},
                   {"\u00f6", "Latin Small Letter O With Diaeresis"}};
  CHECK(canonical_json(value) ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With "
        "Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\U0001f600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet "
        "With "
        "Dagesh\"}");
}

TEST_CASE("canonical json: a key comes before the longer ones that begin with it") {
  CHECK(canonical_json(Json{{"ab", 1}, {"", 2}, {"a", 3}, {"a\U0001f600", 4}, {"a\uffff", 5}}) ==
        "{\"\":2,\"a\":3,\"ab\":1,\"a\U0001f600\":4,\"a\uffff\":5}");
}

TEST_CASE("canonical json: only what must be escaped is") {
  CHECK(canonical_json(Json("\u20ac$\x0f\nA'B\"\\\\\"/")) == "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  CHECK(canonical_json(Json("\b\t\f\r\x01\x1f\x7f")) == "\"\\b\\t\\f\\r\\u0001\\u001f\x7f\"");
  CHECK(canonical_json(Json(std::string("a\0b", 3))) == "\"a\\u0000b\"");
}

TEST_CASE("canonical json: no blanks, and lists keep their order") {
  CHECK(
      canonical_json(Json::parse(R"({ "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "literals": [null, true, false], "empty": {}, "none": [] })")) ==
      R"({"empty":{},"literals":[null,true,false],"none":[],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]})");
}

TEST_CASE("pretty json: two spaces a level, and what is empty on one line") {
  CHECK(pretty_json(Json::parse(R"({"b": [1, {"c": 2.50}], "a": {}, "d": [], "e": null})")) == R"({
  "a": {},
  "b": [
    1,
    {
      "c": 2.5
    }
  ],
  "d": [],
  "e": null
}
)");
  CHECK(pretty_json(Json()) == "null\n");
}

TEST_CASE("pretty json: reading it gives the same value, and writing that the same text") {
  const Json value{{"\u20ac", 1e21}, {"\U0001f600", "\"\\\n"}, {"list", {1, -2.5, 3e-9, true, nullptr}}};
  const std::string text = pretty_json(value);
  CHECK(Json::parse(text) == value);
  CHECK(pretty_json(Json::parse(text)) == text);
}
