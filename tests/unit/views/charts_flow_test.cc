#include "two_periods.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

Json chart_of(const TwoPeriods& two) {
  return flow_chart(two.small.scene, two.changes, {two.comparison.address, "verschuiving"});
}

TEST_CASE("flow: a band for each pair of statuses, on from node to node, those that moved on top") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "at-risk"));

  const Json chart = chart_of(two);

  CHECK(chart["conclusion"] == "Eén stoplicht werd slechter, geen beter.");
  CHECK(chart["title"] == "Hoe de stoplichten verschoven van juli 2020 naar mei 2021");
  CHECK(chart["description"] == "Juli 2020: 1 op koers en 1 risico. Mei 2021: 1 risico en 1 niet op koers.");
  CHECK(chart["drawn"] == true);
  CHECK(chart["height"] == "60.0");
  CHECK(chart["before"][0] == Json::parse(R"({ "label": "Op koers", "count": "1", "light": "green", "shape": "check",
    "y": "8.0", "height": "12.0", "sign_y": "6.0", "text_y": "18.5" })"));
  CHECK(chart["after"][1]["label"] == "Niet op koers");
  CHECK(chart["after"][1]["y"] == "40.0");
  CHECK(chart["bands"] == Json::parse(R"([
    { "kind": "same", "path": "M0 40.0C50 40.0 50 8.0 100 8.0V20.0C50 20.0 50 52.0 0 52.0z", "count": "1", "y": "50.0" },
    { "kind": "worse", "path": "M0 8.0C50 8.0 50 40.0 100 40.0V52.0C50 52.0 50 20.0 0 20.0z", "count": "1", "y": "18.0" } ])"));
  CHECK(two.small.diagnostics.to_text() == "");
}

TEST_CASE("flow: the same in words, what got worse first") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "at-risk", "on-track"));

  const Json lines = chart_of(two)["lines"];

  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["word"] == "slechter");
  CHECK(lines[0]["count"] == "1 deelproject");
  CHECK(lines[0]["from"]["status"]["label"] == "Op koers");
  CHECK(lines[0]["to"]["status"]["label"] == "Risico");
  CHECK(lines[1]["word"] == "beter");
}

TEST_CASE("flow: new and gone projects have rows of their own, and no light") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/programmes.json", R"("followed_by": "words" })",
                 R"("followed_by": "words" }, { "id": "banen", "name": "Banen" })");
  minimal.change("data/periods/2021-05.json", R"("project": "taal", "number": "WaW 9", "name": "Taal op het werk")",
                 R"("project": "banen", "number": "WaW 10")");
  const TwoPeriods two(minimal);

  const Json chart = chart_of(two);

  CHECK(chart["before"].back()["label"] == "Nieuw");
  CHECK(chart["before"].back()["light"] == false);
  CHECK(chart["before"].back()["shape"] == false);
  CHECK(chart["after"].back()["label"] == "Niet meer");
  CHECK(chart["conclusion"] == "Geen stoplicht werd beter of slechter.");
  CHECK(chart["lines"][1]["to"] == Json::parse(R"({ "status": false, "word": "Niet meer" })"));
  CHECK(chart["note"] == "Van juli 2020 naar mei 2021.");
}

TEST_CASE("flow: where a project went on in another, the chart says how it counts that") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "at-risk");
  minimal.change("data/programmes.json", R"("followed_by": "words" })",
                 R"("followed_by": "words" },
                    { "id": "banen", "name": "Banen", "lineage": [ { "kind": "continues", "project": "taal", "period": "2021-05" } ] })");
  minimal.change("data/periods/2021-05.json", R"("project": "taal", "number": "WaW 9", "name": "Taal op het werk")",
                 R"("project": "banen", "number": "WaW 10")");
  const TwoPeriods two(minimal);

  CHECK(chart_of(two)["note"] ==
        "Van juli 2020 naar mei 2021. Wat is gesplitst of samengegaan, of verder is als een ander deelproject, "
        "telt hier als ‘Nieuw’ en ‘Niet meer’.");
}

TEST_CASE("flow: its table counts from status to status, and the CSV beside the page holds it") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "at-risk"));

  CHECK(to_csv(flow_table(two.small.scene, two.changes)) ==
        "Van,Risico,Niet op koers,Totaal\r\n"
        "Op koers,0,1,1\r\n"
        "Risico,1,0,1\r\n"
        "Totaal,1,1,2\r\n");
  CHECK(chart_of(two)["table"]["csv"]["href"] == "2020-07--2021-05-stoplichten.csv");
}

TEST_CASE("flow: where the names have no room beside the bands there is only the list") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "off-track", "at-risk");
  minimal.change("data/site.json", "\"label\": \"Niet op koers\"", "\"label\": \"Wijkt af van de afspraken\"");
  const TwoPeriods two(minimal);

  CHECK(chart_of(two)["drawn"] == false);
}

TEST_CASE("flow: there is none when one of the two tells no lights") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);

  CHECK(chart_of(two) == false);
}

}  // namespace
}  // namespace stoplicht::test
