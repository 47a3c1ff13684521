#include "views/drafts.h"

#include <doctest/doctest.h>

#include "small_archive.h"

using namespace stoplicht;
using namespace stoplicht::test;

TEST_CASE("drafts: a period that is no edition, with the pages that tell of it") {
  const SmallArchive of{MinimalSite()};

  const std::vector<Draft> drafts = drafts_of(of.small.site, of.archive);

  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].name == "Mei 2021");
  for (const char* address : {"periodes/2021-05/index.html", "periodes/2021-05/ggz.html",
                              "periodes/2021-05/brieven/x.html", "vergelijk/2020-07--2021-05.html", "index.html"}) {
    CAPTURE(address);
    CHECK(drafts[0].is_told_at(address));
  }
  for (const char* address : {"periodes/2020-07/index.html", "periodes/2021-055/index.html", "periodes/index.html",
                              "vergelijk/index.html", "vergelijk/2020-07--v1--v2.html", "404.html"}) {
    CAPTURE(address);
    CHECK_FALSE(drafts[0].is_told_at(address));
  }
}

TEST_CASE("drafts: the home page tells of the newest period only") {
  MinimalSite minimal;
  SmallArchive of(minimal);
  of.archive.editions.back()->period_id = "2021-05";
  of.archive.editions.front()->period_id = "2021-05";

  const std::vector<Draft> drafts = drafts_of(of.small.site, of.archive);

  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].name == "Juli 2020");
  CHECK_FALSE(drafts[0].is_told_at("index.html"));
}

TEST_CASE("drafts: there are none on a site that never published anything") {
  MinimalSite minimal;
  const SmallScene small(minimal, theme_strings().c_str());
  CHECK(drafts_of(small.site, Archive()).empty());
}
