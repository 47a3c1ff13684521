#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

Json ribbon_of(MinimalSite& minimal) {
  const SmallScene small(minimal);
  std::vector<Page> pages;
  add_category_pages(small.scene, pages);
  REQUIRE(pages.size() == 1);
  return pages[0].view().context["ribbon"];
}

TEST_CASE("category page: lights of an older period are told in the past") {
  MinimalSite minimal;

  CHECK(ribbon_of(minimal)["conclusion"] == "juli 2020: niets vroeg aandacht.");
}

TEST_CASE("category page: lights of the newest period are told as they are") {
  MinimalSite minimal;
  minimal.remove("data/periods/2021-05.json").remove("content/periods/2021-05/summary.md");
  minimal.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                 "");

  CHECK(ribbon_of(minimal)["conclusion"] == "Niets vraagt aandacht.");
}

TEST_CASE("category page: a period that tells no light of it has none to show") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)", "");

  CHECK(ribbon_of(minimal) == false);
}

}  // namespace
}  // namespace stoplicht::test
