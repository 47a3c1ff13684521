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

SearchClasses classes_of(std::vector<CountedPage> pages) {
  const std::vector<double> weights(pages.size(), 1);
  return make_classes(vocabulary(std::move(pages)), weights, "nl", 1);
}

std::vector<Posting> postings_of(const std::string& form, std::vector<CountedPage> pages) {
  const SearchClasses classes = classes_of(std::move(pages));
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
  CHECK(has(439));
  CHECK_FALSE(has(440));
  const SearchClasses classes = classes_of(pages);
  CHECK_FALSE(classes.is_complete[0]);
  CHECK(classes.is_complete[1]);
  CHECK(classes.of[1].size() == 701);
}

TEST_CASE("postings: of a word on very many pages a compound counts where it says more than most of these") {
  std::vector<CountedPage> pages(700, itself);
  pages.resize(1000, in_text);
  pages[700] = {{{1, 0, 50}}, 100};
  const std::vector<Posting> found = postings_of("arbeidsmarkt", pages);
  CHECK(found.size() == 701);
  CHECK(found.back().page == 700);
  CHECK(found.back().level > found.front().level);
  CHECK_FALSE(classes_of(pages).is_complete[0]);
}

TEST_CASE("postings: with fewer pages all are told") {
  std::vector<CountedPage> pages(340, itself);
  pages.resize(640, in_text);
  CHECK(postings_of("arbeidsmarkt", pages).size() == 640);
  CHECK(classes_of(pages).is_complete[0]);
}

}  // namespace
}  // namespace stoplicht::test
