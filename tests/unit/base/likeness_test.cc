#include "base/likeness.h"

#include <doctest/doctest.h>

using namespace stoplicht;
using Names = std::vector<std::string_view>;

TEST_CASE("likeness: names that look like a word come first, and their last piece counts by itself") {
  const Names names{"markt", "projects/haven", "letters/hilversum", "letters/huizen"};
  CHECK(nearest_first("letters/hilversom", names) ==
        Names{"letters/hilversum", "letters/huizen", "projects/haven", "markt"});
  CHECK(nearest_first("hilversum", names).front() == "letters/hilversum");
  CHECK(nearest_first("Haven", names).front() == "projects/haven");
}

TEST_CASE("likeness: of names that are as much alike, the order stays") {
  CHECK(nearest_first("x", {"b", "a", "c"}) == Names{"b", "a", "c"});
  CHECK(nearest_first("x", {}) == Names{});
  CHECK(nearest_first("", {"", "a"}) == Names{"", "a"});
}

TEST_CASE("likeness: a swap of neighbours is one error") {
  CHECK(edit_distance(folded("Haven"), folded("ahven")) == 1);
  CHECK(edit_distance(folded("ÉÉN"), folded("één")) == 0);
  CHECK(edit_distance(folded("a"), folded("b")) == 1);
}
