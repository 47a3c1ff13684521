#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// The placements of May 2021 by municipality: as the period's file writes them.
struct SharesOf {
  SharesOf(const std::string& actual, const std::string& parts) {
    minimal.change("data/organisations.json", R"({ "id": "hilversum",)",
                   R"({ "id": "noord", "name": "Noorderhof", "kind": "municipality" },
    { "id": "oost", "name": "Oost", "kind": "municipality" }, { "id": "haven", "name": "Havenkwartier", "kind": "municipality" },
    { "id": "buiten", "name": "Buitengebied", "kind": "municipality" }, { "id": "hilversum",)");
    minimal.change("data/periods/2021-05.json",
                   R"("actual": { "value": 430, "qualifier": "at-least" }, "forecast": 600)",
                   (actual.empty() ? "" : "\"actual\": " + actual + ", ") + "\"by_council\": { " + parts + " }");
  }
  MinimalSite minimal;
};

Json chart(const std::string& actual, const std::string& parts) {
  SharesOf made(actual, parts);
  const SmallScene small(made.minimal);
  Json out = shares_chart(small.scene, small.indicator("placements"), small.period("2021-05"),
                          {"periodes/2021-05/index.html", "delen"});
  CHECK(small.diagnostics.to_text() == "");
  return out;
}

std::string conclusion(const std::string& actual, const std::string& parts) {
  return chart(actual, parts)["conclusion"].get<std::string>();
}

TEST_CASE("shares: largest first, each with its part of the total") {
  const Json drawn = chart("97", R"("buiten": 13, "noord": 34, "haven": 21, "oost": 29)");

  CHECK(drawn["rows"] == Json::parse(R"([
    { "name": "Noorderhof", "value": "34", "share": "35\u00a0%", "unknown": false, "width": "35.05%" },
    { "name": "Oost", "value": "29", "share": "30\u00a0%", "unknown": false, "width": "29.90%" },
    { "name": "Havenkwartier", "value": "21", "share": "22\u00a0%", "unknown": false, "width": "21.65%" },
    { "name": "Buitengebied", "value": "13", "share": "13\u00a0%", "unknown": false, "width": "13.40%" } ])"));
  CHECK(drawn["of_total"] == true);
  CHECK(drawn["conclusion"] == "Noorderhof (34) en Oost (29) hebben samen 65" + nbsp + "%.");
  CHECK(drawn["note"] == "Mensen aan het werk, mei 2021. Van 97 inwoners.");
  CHECK(drawn["title"] == "Mensen aan het werk verdeeld, mei 2021");
  CHECK(drawn["table"]["rows"].size() == 4);
  CHECK(drawn["table"]["rows"][0]["cells"][1]["text"] == "35" + nbsp + "%");
  CHECK(drawn["table"]["csv"] ==
        Json{{"href", "../../gegevens/gemeenten-placements.csv"}, {"name", "gemeenten-placements.csv"}});
}

TEST_CASE("shares: what is not known stands last, has no bar, and takes the percentages away") {
  const Json drawn = chart("97", R"("buiten": null, "noord": 34, "oost": 41)");

  CHECK(drawn["rows"] == Json::parse(R"([
    { "name": "Oost", "value": "41", "share": false, "unknown": false, "width": "42.27%" },
    { "name": "Noorderhof", "value": "34", "share": false, "unknown": false, "width": "35.05%" },
    { "name": "Buitengebied", "value": "niet bekend", "share": false, "unknown": true, "width": "0.00%" } ])"));
  CHECK(drawn["of_total"] == true);
  CHECK(drawn["conclusion"] == "Oost (41) is het hoogst bekend. Eén onbekend.");
  CHECK(drawn["note"] == "Mensen aan het werk, mei 2021. Totaal 97 inwoners.");
  CHECK(drawn["table"]["columns"].size() == 2);
}

TEST_CASE("shares: without a total no sum is made of the parts") {
  const Json drawn = chart("", R"("noord": 34, "oost": 17)");

  CHECK(drawn["of_total"] == false);
  CHECK(drawn["rows"][0]["width"] == "100.00%");
  CHECK(drawn["rows"][0]["share"] == false);
  CHECK(drawn["rows"][1]["width"] == "50.00%");
  CHECK(drawn["note"] == "Mensen aan het werk, mei 2021.");
  CHECK(drawn["conclusion"] == "Noorderhof (34) heeft het meeste.");
}

TEST_CASE("shares: what is only known roughly has no percentage") {
  const Json drawn = chart("97", R"("noord": { "value": 60, "qualifier": "about" }, "oost": 30)");

  CHECK(drawn["rows"][0]["value"] == "ongeveer 60");
  CHECK(drawn["rows"][0]["share"] == false);
  CHECK(drawn["conclusion"] == "Noorderhof (ongeveer 60) is het hoogst bekend.");
}

TEST_CASE("shares: what is only known roughly is equal to nothing") {
  CHECK(conclusion("", R"("noord": 30, "oost": { "value": 30, "qualifier": "about" })") ==
        "Noorderhof (30) en Oost (ongeveer 30) zijn het hoogst bekend.");
}

TEST_CASE("shares: the conclusion names who have half together, and nobody who happens to come first") {
  CHECK(conclusion("100", R"("noord": 60, "oost": 40)") == "Noorderhof (60) heeft 60" + nbsp + "%.");
  CHECK(conclusion("100", R"("noord": 40, "oost": 30, "haven": 30)") == "Noorderhof (40) heeft het meeste.");
  CHECK(conclusion("100", R"("noord": 30, "oost": 30, "haven": 20, "buiten": 20)") ==
        "Noorderhof (30) en Oost (30) hebben samen 60" + nbsp + "%.");
  CHECK(conclusion("100", R"("noord": 25, "oost": 25, "haven": 25, "buiten": 25)") == "Gelijk: 25.");
  CHECK(conclusion("", R"("noord": 30, "oost": 30, "haven": 20)") == "Noorderhof (30) en Oost (30) hebben het meeste.");
  CHECK(conclusion("100", R"("noord": 100)") == "Noorderhof (100) heeft 100" + nbsp + "%.");
  CHECK(conclusion("", R"("noord": 30, "oost": null)") == "Alleen Noorderhof (30). Eén onbekend.");
  CHECK(conclusion("100", R"("noord": null, "oost": null)") == "Van niemand bekend.");
}

TEST_CASE("shares: a measurement's own note goes along") {
  SharesOf made("97", R"("noord": 97)");
  made.minimal.change("data/periods/2021-05.json", "\"actual\": 97,",
                      "\"actual\": 97, \"note\": \"Zonder statushouders.\",");
  const SmallScene small(made.minimal);

  CHECK(shares_chart(small.scene, small.indicator("placements"), small.period("2021-05"),
                     {"index.html", "delen"})["note"] ==
        "Mensen aan het werk, mei 2021. Van 97 inwoners. Zonder statushouders.");
}

TEST_CASE("shares: a period that does not tell them has none") {
  SharesOf made("97", R"("noord": 97)");
  const SmallScene small(made.minimal);

  CHECK(shares_chart(small.scene, small.indicator("placements"), small.period("2020-07"), {"index.html", "delen"}) ==
        false);
  CHECK(shares_chart(small.scene, small.indicator("ggz-trajecten"), small.period("2021-05"), {"index.html", "delen"}) ==
        false);
}

TEST_CASE("shares: the CSV has every period by municipality") {
  SharesOf made("97", R"("noord": 57, "oost": 40)");
  made.minimal.change("data/periods/2020-07.json", R"("actual": null, "note")",
                      R"("actual": null, "by_council": { "noord": 4, "oost": null }, "note")");
  const SmallScene small(made.minimal);

  CHECK(to_csv(shares_table(small.scene, small.indicator("placements"))) ==
        "Periode,Gemeente,Realisatie\r\n"
        "Juli 2020,Noorderhof,4\r\n"
        "Juli 2020,Oost,niet bekend\r\n"
        "Mei 2021,Noorderhof,57\r\n"
        "Mei 2021,Oost,40\r\n");
}

}  // namespace
}  // namespace stoplicht::test
