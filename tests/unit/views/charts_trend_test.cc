#include <algorithm>

#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// A period that tells of "placements", after July 2020 (unknown, target about 500) and May 2021 (at least 430,
// forecast 600, target 520). Without `values` it is one without totals.
void add_period(MinimalSite& minimal, const std::string& id, const std::string& values,
                const std::string& kind = "half-year") {
  const std::string totals = values.empty()
                                 ? R"("depth": "known")"
                                 : R"("depth": "totals", "totals": [ { "indicator": "placements", )" + values + " } ]";
  minimal.write("data/periods/" + id + ".json", R"({ "id": ")" + id + R"(", "name": "Stand )" + id + R"(", "kind": ")" +
                                                    kind + R"(", "reported_on": ")" + id + R"(", )" + totals + " }");
  minimal.write("content/periods/" + id + "/summary.md", "---\nheadline: Kop\n---\n");
}

// An exact value in July 2020 and May 2021, an exact target, nothing else.
void make_plain(MinimalSite& minimal, const std::string& first, const std::string& second, const std::string& target) {
  minimal.change("data/periods/2020-07.json", R"("actual": null, "note": "Meten kan nog niet.")",
                 R"("actual": )" + first);
  minimal.change("data/periods/2021-05.json", R"("actual": { "value": 430, "qualifier": "at-least" }, "forecast": 600)",
                 R"("actual": )" + second);
  minimal.change("data/programmes.json", R"("baseline": { "value": 0, "date": "2020" },)", "");
  minimal.change("data/programmes.json", R"({ "value": 500, "qualifier": "about", "from_period": "2020-07" },
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                 target);
}

const std::string target_500 = R"({ "value": 500, "from_period": "2020-07" })";

Json trend(const SmallScene& small, const char* indicator = "placements") {
  return trend_chart(small.scene, small.indicator(indicator), {"programmas/waw.html", "trend"});
}

std::string conclusion(const std::string& first, const std::string& second, const std::string& target,
                       const std::vector<std::pair<std::string, std::string>>& changes = {}) {
  MinimalSite minimal;
  make_plain(minimal, first, second, target);
  for (const auto& [from, to] : changes) minimal.change("data/programmes.json", from, to);
  const SmallScene small(minimal);
  return trend(small)["conclusion"];
}

std::vector<std::string> kinds(const Json& list) {
  std::vector<std::string> out;
  for (const Json& item : list) out.push_back(item["kind"].get<std::string>());
  return out;
}

// Those of one kind: "x1 y1 x2 y2".
std::vector<std::string> lines_of(const Json& chart, const std::string& kind) {
  std::vector<std::string> out;
  for (const Json& line : chart["lines"])
    if (line["kind"] == kind)
      out.push_back(line["x1"].get<std::string>() + " " + line["y1"].get<std::string>() + " " +
                    line["x2"].get<std::string>() + " " + line["y2"].get<std::string>());
  return out;
}

TEST_CASE("trend: with fewer than two known values there is no chart") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(trend(small) == false);
  CHECK(trend(small, "ggz-trajecten") == false);
}

TEST_CASE("trend: two values are a line and two points on a scale of time in whole years") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  const SmallScene small(minimal);

  const Json chart = trend(small);

  // 31 July 2020 and 31 May 2021 in the 731 days from 1 January 2020 to 1 January 2022; 590 at the top.
  CHECK(lines_of(chart, "actual") == std::vector<std::string>{"29.91% 226.0 69.21% 99.9"});
  CHECK(lines_of(chart, "target") == std::vector<std::string>{"2.50% 57.8 97.00% 57.8"});
  CHECK(chart["points"] == Json::parse(R"([
    { "kind": "actual", "circle": true, "square": false, "mark": false, "x": "29.91%", "y": "226.0" },
    { "kind": "actual", "circle": true, "square": false, "mark": false, "x": "69.21%", "y": "99.9" } ])"));
  CHECK(chart["bands"] == Json::array());
  CHECK(chart["grid"].size() == 6);
  CHECK(chart["grid"][0] == Json::parse(R"({ "y": "268.0", "axis": true })"));
  CHECK(chart["grid"][1] == Json::parse(R"({ "y": "226.0", "axis": false })"));
  CHECK(chart["ticks"].size() == 3);
  CHECK(chart["key"] == Json::parse(R"([
    { "label": "Realisatie", "line": "actual", "point": { "kind": "actual", "circle": true, "square": false, "mark": false } },
    { "label": "Streefwaarde", "line": "target", "point": false } ])"));
  CHECK(chart["title"] == "Mensen aan het werk door de tijd");
  CHECK(chart["description"] == "Juli 2020: 100. Mei 2021: 400. Streefwaarde: 500.");
  CHECK(chart["table"]["csv"] ==
        Json{{"href", "../gegevens/cijfer-placements.csv"}, {"name", "cijfer-placements.csv"}});
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("trend: the conclusion tells the last value, the step to it and what is left to the target") {
  CHECK(conclusion("100", "400", target_500) ==
        "Mensen aan het werk: 400 (mei 2021), 300 meer dan juli 2020. Nog 100 tot 500.");
  CHECK(conclusion("500", "400", target_500) ==
        "Mensen aan het werk: 400 (mei 2021), 100 minder dan juli 2020. Nog 100 tot 500.");
  CHECK(conclusion("500", "500", target_500) ==
        "Mensen aan het werk: 500 (mei 2021), evenveel als juli 2020. 500 gehaald.");
  CHECK(conclusion("400", "501", target_500) ==
        "Mensen aan het werk: 501 (mei 2021), 101 meer dan juli 2020. 500 gehaald.");
}

TEST_CASE("trend: where less is better a value above the target has not met it") {
  const std::vector<std::pair<std::string, std::string>> down{{"\"cumulative\": true", "\"direction\": \"down\""}};

  CHECK(conclusion("700", "600", target_500, down) ==
        "Mensen aan het werk: 600 (mei 2021), 100 minder dan juli 2020. Nog 100 boven 500.");
  CHECK(conclusion("700", "400", target_500, down) ==
        "Mensen aan het werk: 400 (mei 2021), 300 minder dan juli 2020. 500 gehaald.");
}

TEST_CASE("trend: of values that are not exact no difference is made") {
  const std::string about = R"({ "value": 400, "qualifier": "about" })";

  CHECK(conclusion("100", about, target_500) ==
        "Mensen aan het werk: ongeveer 400 (mei 2021); daarvoor 100 (juli 2020). Doel: 500.");
  CHECK(conclusion(about, "450", R"({ "value": 500, "qualifier": "about", "from_period": "2020-07" })") ==
        "Mensen aan het werk: 450 (mei 2021); daarvoor ongeveer 400 (juli 2020). Doel: ongeveer 500.");
}

TEST_CASE("trend: percentages differ in points") {
  CHECK(conclusion("40", "43.5", R"({ "value": 50, "from_period": "2020-07" })",
                   {{"\"unit\": \"count\", \"unit_label\": \"inwoners\"", "\"unit\": \"percent\""}}) ==
        "Mensen aan het werk: 43,5" + nbsp + "% (mei 2021), 3,5 punt meer dan juli 2020. Nog 6,5 punt tot 50" + nbsp +
            "%.");
}

TEST_CASE("trend: a moved target is a step, and the one that it replaced goes on as a broken line") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400",
             target_500 + R"(, { "value": 520, "from_period": "2021-05", "decision": "Besluit van de Werkkamer" })");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  // Mei 2021 reports on what began on 1 August 2020.
  CHECK(kinds(chart["lines"]) == std::vector<std::string>{"target", "target", "target-old", "target", "actual"});
  CHECK(lines_of(chart, "target") ==
        std::vector<std::string>{"2.50% 65.9 30.04% 65.9", "30.04% 65.9 30.04% 57.8", "30.04% 57.8 97.00% 57.8"});
  CHECK(lines_of(chart, "target-old") == std::vector<std::string>{"30.04% 65.9 97.00% 65.9"});
  CHECK(chart["conclusion"] ==
        "Mensen aan het werk: 400 (mei 2021), 300 meer dan juli 2020. Nog 120 tot 520, eerst 500.");
  CHECK(chart["note"] == "Opgeteld. Van 500 naar 520. Besluit van de Werkkamer.");
  CHECK(chart["description"] == "Juli 2020: 100. Mei 2021: 400. Streefwaarde: 500. Vanaf mei 2021: 520.");
}

TEST_CASE("trend: a gap is not bridged by the line") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  add_period(minimal, "2021-12", "\"actual\": null");
  add_period(minimal, "2022-06", "\"actual\": 450");
  add_period(minimal, "2022-12", "");
  add_period(minimal, "2023-06", "\"actual\": 460");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  CHECK(kinds(chart["lines"]) == std::vector<std::string>{"target", "actual", "gap", "gap"});
  CHECK(chart["bands"].size() == 2);
  CHECK(chart["description"] ==
        "Juli 2020: 100. Mei 2021: 400. Geen meting. Stand 2022-06: 450. Geen meting. Stand 2023-06: 460. "
        "Streefwaarde: 500.");
  CHECK(chart["key"][1] == Json{{"label", "Niet gemeten"}, {"line", "gap"}, {"point", false}});
}

TEST_CASE("trend: an incidental period without a value leaves no gap") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  add_period(minimal, "2020-12", "", "incidental");
  const SmallScene small(minimal);

  CHECK(kinds(trend(small)["lines"]) == std::vector<std::string>{"target", "actual"});
}

TEST_CASE("trend: what is unknown before the first or after the last value is a band without a line") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("baseline": { "value": 0, "date": "2020" },)", "");
  add_period(minimal, "2021-12", "\"actual\": 440");
  add_period(minimal, "2022-06", "\"actual\": null");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  CHECK(lines_of(chart, "gap").empty());
  CHECK(chart["bands"].size() == 2);
  CHECK(chart["note"] == "Opgeteld. Stand stand 2021-12. Van ongeveer 500 naar 520. Bijgesteld door de Werkkamer.");
}

TEST_CASE("trend: a forecast is for the end of the programme") {
  MinimalSite minimal;
  make_plain(minimal, "100", R"(400, "forecast": 600)", target_500);
  const SmallScene small(minimal);

  const Json chart = trend(small);

  CHECK(lines_of(chart, "forecast") == std::vector<std::string>{"35.88% 127.9 96.94% 57.8"});
  CHECK(chart["points"][2]["kind"] == "forecast");
  CHECK(chart["note"] == "Opgeteld. Prognose 600 voor 2023.");
  CHECK(chart["description"] == "Juli 2020: 100. Mei 2021: 400. Prognose 600 voor 2023. Streefwaarde: 500.");
}

TEST_CASE("trend: a forecast for a day that nobody names stands one step on") {
  MinimalSite minimal;
  make_plain(minimal, "100", R"(400, "forecast": 600)", target_500);
  minimal.change("data/programmes.json", R"("from": "2020", "until": "2023",
      "categories")",
                 R"("from": "2020",
      "categories")");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  // 304 days after 31 May 2021.
  CHECK(chart["points"][2]["x"] == "73.20%");
  CHECK(chart["note"] == "Opgeteld. Prognose 600, zonder datum.");
}

TEST_CASE("trend: a forecast that a later value has overtaken is not drawn") {
  MinimalSite minimal;
  make_plain(minimal, "100", R"(400, "forecast": 600)", target_500);
  add_period(minimal, "2021-12", "\"actual\": 440");
  const SmallScene small(minimal);

  CHECK(lines_of(trend(small), "forecast").empty());
}

TEST_CASE("trend: the baseline is a square on its own date, or a sentence when it has none") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  minimal.change("data/programmes.json", "\"cumulative\": true", R"("baseline": { "value": 20, "date": "2020-04" })");
  const SmallScene dated(minimal);
  minimal.change("data/programmes.json", R"({ "value": 20, "date": "2020-04" })", R"({ "value": 20 })");
  const SmallScene undated(minimal);

  const Json chart = trend(dated);

  CHECK(chart["points"][2] == Json::parse(R"({ "kind": "baseline", "circle": false, "square": true, "mark": false,
    "x": "14.26%", "y": "259.6" })"));
  CHECK(chart["note"] == false);
  CHECK(chart["description"] == "Nulmeting (april 2020): 20. Juli 2020: 100. Mei 2021: 400. Streefwaarde: 500.");
  CHECK(trend(undated)["points"].size() == 2);
  CHECK(trend(undated)["note"] == "Nulmeting: 20, zonder datum.");
}

TEST_CASE("trend: a target that is no goal is a mark in the period that states it") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  minimal.change("data/programmes.json", "\"cumulative\": true", "\"target_label\": \"beschikbaar\"");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  CHECK(lines_of(chart, "target").empty());
  CHECK(chart["points"][0] == Json::parse(R"({ "kind": "stated", "circle": false, "square": false, "mark": true,
    "x": "29.91%", "y": "57.8" })"));
  CHECK(chart["conclusion"] == "Mensen aan het werk: 400 (mei 2021), 300 meer dan juli 2020.");
  CHECK(chart["description"] == "Juli 2020: 100. Mei 2021: 400. Juli 2020: 500 beschikbaar.");
}

TEST_CASE("trend: a scale that does not begin at 0 says so") {
  MinimalSite minimal;
  make_plain(minimal, "900", "950", R"({ "value": 1000, "from_period": "2020-07" })");
  const SmallScene small(minimal);

  const Json chart = trend(small);

  CHECK(chart["note"] == "Opgeteld. Schaal vanaf 840.");
  CHECK(std::any_of(chart["texts"].begin(), chart["texts"].end(),
                    [](const Json& text) { return text["text"] == "840"; }));
}

TEST_CASE("trend: every year is named where there is room, on a telephone every other one") {
  MinimalSite minimal;
  make_plain(minimal, "100", "400", target_500);
  add_period(minimal, "2026-12", "\"actual\": 480");
  const SmallScene small(minimal);

  const Json chart = trend(small);
  std::vector<std::string> always;
  std::vector<std::string> wide;
  for (const Json& text : chart["texts"])
    if (text["y"] == "288.0") (text["wide"] == true ? wide : always).push_back(text["text"]);

  CHECK(always == std::vector<std::string>{"2020", "2022", "2024", "2026"});
  CHECK(wide == std::vector<std::string>{"2021", "2023", "2025", "2027"});
}

}  // namespace
}  // namespace stoplicht::test
