#include "search/posting_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/base64.h"

namespace stoplicht::test {
namespace {

// The bits of some bytes, as text.
std::string bits_of(const std::string& bytes) {
  std::string out;
  for (const char byte : bytes)
    for (int bit = 7; bit >= 0; --bit) out += (static_cast<unsigned char>(byte) >> bit & 1) != 0 ? '1' : '0';
  return out;
}

TEST_CASE("posting list: blocks from the highest level down, each with its gaps") {
  CHECK(bits_of(posting_list({{0, 24}, {5, 22}, {9, 22}}, 10)) ==
        "0"        // The highest level,
        "1"        // one page,
        "1111110"  // a width of 0 where 3 is usual,
        "0"        // the first page.
        "10"       // A level lies between,
        "010"      // two pages,
        "110"      // a width of 1 where 2 is usual,
        "1101"     // five pages before it,
        "101"      // and three between.
        "0000000");
}

TEST_CASE("posting list: the same as the script reads, case by case") {
  std::ifstream stream(STOPLICHT_SOURCE_DIR "/tests/search/postings.json");
  const nlohmann::json cases = nlohmann::json::parse(stream);
  REQUIRE(cases.size() >= 10);
  for (const nlohmann::json& each : cases) {
    std::vector<Posting> list;
    for (const nlohmann::json& range : each["ranges"])
      for (auto page = range[0].get<std::uint32_t>(); page <= range[1].get<std::uint32_t>(); ++page)
        list.push_back({page, range[2].get<std::uint8_t>()});
    std::sort(list.begin(), list.end(), [](const Posting& a, const Posting& b) { return a.page < b.page; });
    CHECK_MESSAGE(to_base64(posting_list(list, each["pages"].get<std::size_t>())) == each["bytes"], each["what"]);
  }
}

TEST_CASE("posting list: pages that lie side by side take a bit each") {
  std::vector<Posting> list;
  for (std::uint32_t page = 500; page < 1'500; ++page) list.push_back({page, 10});
  CHECK(posting_list(list, 20'000).size() < 1'000 / 8 + 80);
}

}  // namespace
}  // namespace stoplicht::test
