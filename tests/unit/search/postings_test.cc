#include "search/postings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace stoplicht::test {
namespace {

// Of forms 0 "arbeidsmarkt" and 1 "arbeidsmarktplan", as many pages as are given.
Vocabulary vocabulary(std::vector<CountedPage> pages) {
  return {{"arbeidsmarkt", "arbeidsmarktplan"}, std::move(pages)};
}

const CountedPage itself{{{0, 0, 1}}, 100}, in_text{{{1, 0, 1}}, 100}, in_title{{{1, 16, 0}}, 100};

std::vector<Posting> postings_of(const std::string& form, std::vector<CountedPage> pages) {
  const std::vector<double> weights(pages.size(), 1);
  SearchClasses classes = make_classes(vocabulary(std::move(pages)), weights, "nl", 1);
  const auto at = std::lower_bound(classes.forms.begin(), classes.forms.end(), form);
  REQUIRE(at != classes.forms.end());
  return classes.of[classes.class_of[static_cast<std::size_t>(at - classes.forms.begin())]];
}

TEST_CASE("postings: a page with a compound has its parts, below one with the part itself") {
  const std::vector<Posting> found = postings_of("arbeidsmarkt", {in_text, itself, in_title});
  REQUIRE(found.size() == 3);
  CHECK(found[0].page == 0);
  CHECK(found[0].level < found[1].level);
  CHECK(found[1].level < found[2].level);
}

TEST_CASE("postings: of a part of very many compounds the best pages, and all that have it itself or in a title") {
  std::vector<CountedPage> pages(700, in_text);
  pages[300] = in_title;
  pages.resize(900, itself);
  pages[899] = {{{1, 0, 5}}, 100};
  const std::vector<Posting> found = postings_of("arbeidsmarkt", pages);
  CHECK(found.size() == 640);
  CHECK(std::is_sorted(found.begin(), found.end(), [](const Posting& a, const Posting& b) { return a.page < b.page; }));
  const auto has = [&](std::uint32_t page) {
    return std::any_of(found.begin(), found.end(), [&](const Posting& each) { return each.page == page; });
  };
  CHECK(has(300));
  CHECK(has(898));
  CHECK_MESSAGE(has(899), "it says the compound most often");
  CHECK(has(438));
  CHECK_FALSE(has(440));
  CHECK(postings_of("arbeidsmarktplan", pages).size() == 701);

  pages.assign(900, itself);
  pages.resize(1000, in_text);
  CHECK(postings_of("arbeidsmarkt", pages).size() == 900);
}

}  // namespace
}  // namespace stoplicht::test
