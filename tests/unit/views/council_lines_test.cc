#include "views/council_lines.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

// Placements by municipality in both periods.
MinimalSite& with_parts(MinimalSite& minimal, std::string_view older, std::string_view newer) {
  minimal.change("data/periods/2020-07.json", "\"note\": \"Meten kan nog niet.\" }",
                 "\"note\": \"Meten kan nog niet.\", \"by_council\": { \"hilversum\": " + std::string(older) + " } }");
  return minimal.change("data/periods/2021-05.json", "\"forecast\": 600 }",
                        "\"forecast\": 600, \"by_council\": { \"hilversum\": " + std::string(newer) + " } }");
}

Json lines_of(const SmallScene& small) {
  return council_lines(small.scene, *small.site.municipalities().front(), "gemeenten/hilversum.html");
}

TEST_CASE("council lines: the newest known part in words, all periods in a table beside the total, oldest first") {
  MinimalSite minimal;
  with_parts(minimal, "12", "34");
  const SmallScene small(minimal);

  const Json lines = lines_of(small);

  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["name"] == "Mensen aan het werk");
  CHECK(lines[0]["project"] == false);
  CHECK(lines[0]["text"] == "34 van ten minste 430 inwoners, mei 2021");
  CHECK(lines[0]["unknown"] == false);
  const Json& table = lines[0]["table"];
  CHECK(table["caption"] == "Mensen aan het werk: Hilversum");
  CHECK(table["csv"]["href"] == "../gegevens/gemeenten-placements.csv");
  REQUIRE(table["rows"].size() == 2);
  CHECK(table["rows"][0]["head"] == "Juli 2020");
  CHECK(table["rows"][0]["cells"][0] == Json{{"text", "12"}, {"numeric", true}, {"unknown", false}});
  CHECK(table["rows"][0]["cells"][1] == Json{{"text", "niet bekend"}, {"numeric", true}, {"unknown", true}});
}

TEST_CASE("council lines: without a total the part stands alone") {
  MinimalSite minimal;
  with_parts(minimal, "12", "null");
  const SmallScene small(minimal);

  const Json lines = lines_of(small);

  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["text"] == "12 inwoners, juli 2020, totaal onbekend");
  CHECK(lines[0]["table"]["rows"][1]["cells"][0]["unknown"] == true);
}

TEST_CASE("council lines: a part that was never known is not known, and is not zero") {
  MinimalSite minimal;
  with_parts(minimal, "null", "null");
  const SmallScene small(minimal);

  const Json lines = lines_of(small);

  REQUIRE(lines.size() == 1);
  CHECK(lines[0]["text"] == "niet bekend");
  CHECK(lines[0]["unknown"] == true);
}

TEST_CASE("council lines: what no period tells by municipality has no line") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(lines_of(small) == Json::array());
}

}  // namespace
}  // namespace stoplicht::test
