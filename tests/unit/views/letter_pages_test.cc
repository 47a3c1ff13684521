#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

Json letter_page(const SmallScene& small, const std::string& address) {
  std::vector<Page> pages;
  for (const auto& period : small.site.periods) add_letter_pages(small.scene, *period, pages);
  for (const Page& page : pages)
    if (page.address == address) return page.view().context;
  REQUIRE_MESSAGE(false, "no letter at ", address);
  return {};
}

std::string letter_to(const std::string& council, const std::string& kind) {
  return "---\ntitle: Brief\nkind: " + kind + "\nfrom: College\ncouncils: [" + council +
         "]\ndate: 2021-06\n---\nGeachte raad,\n";
}

// Periods 2021-05, with letters to Baarn and to Hilversum, and 2020-07, with one to Hilversum.
MinimalSite& with_letters(MinimalSite& minimal) {
  minimal.change("data/organisations.json", R"(    { "id": "hilversum")",
                 R"(    { "id": "baarn", "name": "Baarn", "kind": "municipality" },
    { "id": "hilversum")");
  minimal.write("content/periods/2021-05/letters/baarn.md", letter_to("baarn", "Infosheet"));
  minimal.write("content/periods/2021-05/letters/hilversum.md", letter_to("hilversum", "Collegebrief"));
  return minimal;
}

TEST_CASE("letter page: another period leads to the letter to the same council") {
  MinimalSite minimal;
  const SmallScene small(with_letters(minimal));

  CHECK(letter_page(small, "periodes/2020-07/brieven/hilversum.html")["tools"]["switch"]["items"] == Json::parse(R"([
    { "label": "Mei 2021", "sub": "Collegebrief", "href": "../../2021-05/brieven/hilversum.html", "current": false },
    { "label": "Juli 2020", "sub": "Raadsbrief", "href": "hilversum.html", "current": true } ])"));
}

TEST_CASE("letter page: without one to that council to the period") {
  MinimalSite minimal;
  const SmallScene small(with_letters(minimal));
  CHECK(
      letter_page(small, "periodes/2021-05/brieven/baarn.html")["tools"]["switch"]["items"][1] ==
      Json::parse(
          R"({ "label": "Juli 2020", "sub": "geen brief aan deze raad", "href": "../../2020-07/index.html", "current": false })"));

  MinimalSite one_letter;
  const SmallScene other(one_letter);
  CHECK(
      letter_page(other, "periodes/2020-07/brieven/hilversum.html")["tools"]["switch"]["items"][0] ==
      Json::parse(
          R"({ "label": "Mei 2021", "sub": "niet in archief", "href": "../../2021-05/index.html", "current": false })"));
}

}  // namespace
}  // namespace stoplicht::test
