#include "search/posting_list.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

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

TEST_CASE("posting list: groups from the highest level down, each with its steps") {
  // tests/search/engine.test.mjs reads the same bytes.
  const std::string bytes = posting_list({{0, 24}, {5, 22}, {9, 22}}, 10);
  CHECK(bits_of(bytes) ==
        "0"        // The highest level,
        "1"        // one page,
        "1111110"  // a width of 0 where 3 is usual,
        "0"        // the first page.
        "10"       // One level is passed over,
        "010"      // two pages,
        "110"      // a width of 1 where 2 is usual,
        "1101"     // five pages before it,
        "101"      // and three between.
        "0000000");
  CHECK(to_base64(bytes) == "fyW2gA==");
}

TEST_CASE("posting list: nothing is nothing, and a far page takes few bytes") {
  CHECK(posting_list({}, 10).empty());
  CHECK(posting_list({{199'999, 1}}, 200'000).size() == 6);
  CHECK(posting_list({{0, 12}, {1, 12}, {2, 12}, {199'999, 12}}, 200'000).size() == 12);
}

TEST_CASE("posting list: pages that lie together take a bit or two each") {
  std::vector<Posting> list;
  for (std::uint32_t page = 500; page < 1'500; ++page) list.push_back({page, 10});
  CHECK(posting_list(list, 20'000).size() < 1'000 / 8 + 80);
}

}  // namespace
}  // namespace stoplicht::test
