#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

Json placements(const SmallScene& small, const char* period, bool hero = false) {
  return target_chart(small.scene, small.indicator("placements"), small.period(period),
                      {"periodes/" + std::string(period) + "/index.html", "doel"}, hero);
}

// The share that the chart of May 2021 tells, for an actual value and a target as the data give them.
Json share(const std::string& actual, const std::string& target,
           const std::vector<std::pair<std::string, std::string>>& changes = {}) {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", actual);
  minimal.change("data/programmes.json", R"({ "value": 520, "from_period": "2021-05")",
                 "{ " + target + R"(, "from_period": "2021-05")");
  for (const auto& [from, to] : changes) minimal.change("data/programmes.json", from, to);
  const SmallScene small(minimal);
  return placements(small, "2021-05")["share"];
}

TEST_CASE("target chart: value, share, bar and words of one indicator in one period") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  Json chart = placements(small, "2021-05");
  chart.erase("table");

  CHECK(chart ==
        Json{{"id", "doel"},
             {"conclusion", "Mensen aan het werk: ten minste 430 inwoners, ten minste 83" + nbsp + "% van het doel."},
             {"own_conclusion", false},
             {"value", "ten minste 430"},
             {"unknown", false},
             {"label", "Mensen aan het werk"},
             {"share", "ten minste 83" + nbsp + "% van het doel"},
             {"note", "Van ongeveer 500 naar 520. Bijgesteld door de Werkkamer."},
             {"hero", false},
             {"title", "Mensen aan het werk tegenover streefwaarde"},
             {"description", "Mei 2021: ten minste 430 inwoners. Streefwaarde: 520. Dat is ten minste 83" + nbsp +
                                 "% van het doel. Prognose: 600."},
             {"bar",
              {{"value_width", "64.0%"},
               {"target_x", "77.4%"},
               {"target_label", "doel: 520"},
               {"approximate", false},
               {"label_end", true},
               {"forecast", {{"width", "89.3%"}, {"label", "prognose: 600"}}},
               {"old", {{"x", "74.4%"}, {"label", "eerst: ongeveer 500"}}}}}});
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("target chart: an unknown value stays unknown") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json chart = placements(small, "2020-07");

  CHECK(chart["value"] == "niet bekend");
  CHECK(chart["unknown"] == true);
  CHECK(chart["share"] == false);
  CHECK(chart["note"] == "Meten kan nog niet.");
  CHECK(chart["description"] == "Juli 2020: niet bekend. Streefwaarde: ongeveer 500.");
  CHECK(chart["bar"] == Json::parse(R"({ "value_width": "0.0%", "target_x": "89.3%",
    "target_label": "doel: ongeveer 500", "approximate": true, "label_end": true, "forecast": false, "old": false })"));
}

TEST_CASE("target chart: a value that a period does not list is not reported, which is not unknown") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json chart =
      target_chart(small.scene, small.indicator("ggz-trajecten"), small.period("2021-05"), {"index.html", "doel"});

  CHECK(chart["value"] == "niet gemeld");
  CHECK(chart["unknown"] == true);
  CHECK(chart["description"] == "Mei 2021: niet gemeld. Streefwaarde: 12.");
}

TEST_CASE("target chart: its table tells every period, oldest first, and where the target moved") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json table = placements(small, "2021-05")["table"];

  CHECK(table["caption"] == "Mensen aan het werk per periode");
  CHECK(table["rows"] == Json::parse(R"([
    { "head": "Juli 2020", "total": false, "cells": [
      { "text": "niet bekend", "numeric": true, "unknown": true },
      { "text": "ongeveer 500", "numeric": true, "unknown": false },
      { "text": "geen prognose", "numeric": true, "unknown": true } ] },
    { "head": "Mei 2021", "total": false, "cells": [
      { "text": "ten minste 430", "numeric": true, "unknown": false },
      { "text": "520", "numeric": true, "unknown": false },
      { "text": "600", "numeric": true, "unknown": false } ] } ])"));
  CHECK(table["csv"] == Json{{"href", "../../gegevens/cijfer-placements.csv"}, {"name", "cijfer-placements.csv"}});
  CHECK(to_csv(indicator_table(small.scene, small.indicator("placements"))) ==
        "Periode,Realisatie,Streefwaarde,Prognose\r\n"
        "Juli 2020,niet bekend,ongeveer 500,geen prognose\r\n"
        "Mei 2021,ten minste 430,520,600\r\n");
}

TEST_CASE("target chart: an exact share of an exact target") {
  CHECK(share("430", "\"value\": 520") == "83" + nbsp + "% van het doel");
  CHECK(share("520", "\"value\": 520") == "100" + nbsp + "% van het doel");
  CHECK(share("624", "\"value\": 520") == "120" + nbsp + "% van het doel");
  CHECK(share("0", "\"value\": 520") == "0" + nbsp + "% van het doel");
}

TEST_CASE("target chart: what is not all is not rounded to all, nor what is something to nothing") {
  CHECK(share("519", "\"value\": 520") == "meer dan 99" + nbsp + "% van het doel");
  CHECK(share("1", "\"value\": 520") == "minder dan 1" + nbsp + "% van het doel");
  CHECK(share(R"({ "value": 1, "qualifier": "about" })", "\"value\": 520") == false);
  CHECK(share("519", R"("value": 520, "qualifier": "about")") == false);
  CHECK(share("-5", "\"value\": 520") == false);
}

TEST_CASE("target chart: a share is as certain as what it is made of") {
  const std::string about = R"({ "value": 430, "qualifier": "about" })";
  const std::string at_least = R"({ "value": 430, "qualifier": "at-least" })";
  const std::string more_than = R"({ "value": 430, "qualifier": "more-than" })";

  CHECK(share("430", R"("value": 500, "qualifier": "about")") == "ongeveer 86" + nbsp + "% van het doel");
  CHECK(share(about, "\"value\": 500") == "ongeveer 86" + nbsp + "% van het doel");
  CHECK(share("430", R"("value": 500, "qualifier": "at-least")") == "hoogstens 86" + nbsp + "% van het doel");
  CHECK(share("430", R"("value": 500, "qualifier": "more-than")") == "hoogstens 86" + nbsp + "% van het doel");
  CHECK(share(at_least, "\"value\": 500") == "ten minste 86" + nbsp + "% van het doel");
  CHECK(share(more_than, "\"value\": 500") == "ten minste 86" + nbsp + "% van het doel");
  CHECK(share(at_least, R"("value": 500, "qualifier": "at-least")") == false);
  CHECK(share(more_than, R"("value": 500, "qualifier": "at-least")") == false);
  CHECK(share(about, R"("value": 500, "qualifier": "at-least")") == "ongeveer 86" + nbsp + "% van het doel");
}

TEST_CASE("target chart: nobody can have reached exactly all of a target that is known roughly") {
  CHECK(share("500", R"("value": 500, "qualifier": "about")") == false);
  CHECK(share(R"({ "value": 500, "qualifier": "about" })", "\"value\": 500") == false);
}

TEST_CASE("target chart: no share where it would say nothing or mislead") {
  CHECK(share("null", "\"value\": 520") == false);
  CHECK(share("430", "\"value\": 0") == false);
  CHECK(share("430", "\"value\": 520", {{"\"cumulative\": true", "\"cumulative\": true, \"direction\": \"down\""}}) ==
        false);
  CHECK(share("430", "\"value\": 520",
              {{"{ \"value\": 0, \"date\": \"2020\" }", "{ \"value\": 100, \"date\": \"2020\" }"}}) == false);
  CHECK(share("430", "\"value\": 520",
              {{"\"cumulative\": true", "\"cumulative\": true, \"target_label\": \"beschikbaar\""}}) == false);
  CHECK(share("43", "\"value\": 52",
              {{"\"unit\": \"count\", \"unit_label\": \"inwoners\"", "\"unit\": \"percent\""}}) == false);
}

TEST_CASE("target chart: a target that is no goal is called by its own name") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", "\"cumulative\": true", "\"target_label\": \"beschikbaar\"");
  const SmallScene small(minimal);

  const Json chart = placements(small, "2020-07");

  CHECK(chart["description"] == "Juli 2020: niet bekend. Ongeveer 500 beschikbaar.");
  CHECK(chart["bar"]["target_label"] == "ongeveer 500 beschikbaar");
  CHECK(chart["title"] == "Mensen aan het werk in beeld");
  CHECK(chart["table"]["caption"] == "Mensen aan het werk bij elkaar");
  CHECK(to_csv(indicator_table(small.scene, small.indicator("placements"))) ==
        "Periode,Realisatie,Beschikbaar,Prognose\r\n"
        "Juli 2020,niet bekend,ongeveer 500,geen prognose\r\n"
        "Mei 2021,ten minste 430,520,600\r\n");
}

TEST_CASE("target chart: a value past its target sets the scale") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", "1300");
  const SmallScene small(minimal);

  CHECK(placements(small, "2021-05")["bar"] == Json::parse(R"({ "value_width": "89.3%", "target_x": "35.7%",
    "target_label": "doel: 520", "approximate": false, "label_end": false, "forecast": false,
    "old": { "x": "34.3%", "label": "eerst: ongeveer 500" } })"));
}

TEST_CASE("target chart: a forecast that is not further is told, not drawn") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", "\"forecast\": 600", "\"forecast\": 430");
  const SmallScene small(minimal);

  const Json chart = placements(small, "2021-05");

  CHECK(chart["bar"]["forecast"] == false);
  CHECK(chart["note"] == "Van ongeveer 500 naar 520. Bijgesteld door de Werkkamer. Prognose: 430.");
}

TEST_CASE("target chart: a forecast is drawn from nothing where the value is not known") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("actual": null, "note")",
                 R"("actual": null, "forecast": 250, "note")");
  const SmallScene small(minimal);

  const Json chart = placements(small, "2020-07");

  CHECK(chart["bar"]["value_width"] == "0.0%");
  CHECK(chart["bar"]["forecast"] == Json{{"width", "44.6%"}, {"label", "prognose: 250"}});
  CHECK(chart["note"] == "Meten kan nog niet.");
  CHECK(chart["conclusion"] == "Mensen aan het werk: niet bekend.");
}

TEST_CASE("target chart: no bar without a target, or below zero") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", "-5");
  const SmallScene small(minimal);
  Indicator without = small.indicator("placements");
  without.targets.clear();
  MinimalSite later;
  later.change("data/programmes.json", R"({ "value": 12, "from_period": "2020-07" })",
               R"({ "value": 12, "from_period": "2021-05" })");
  const SmallScene early(later);

  CHECK(placements(small, "2021-05")["bar"] == false);
  CHECK(target_chart(small.scene, without, small.period("2020-07"), {"index.html", "doel"})["bar"] == false);
  const Json before =
      target_chart(early.scene, early.indicator("ggz-trajecten"), early.period("2020-07"), {"index.html", "doel"});
  CHECK(before["bar"] == false);
  CHECK(before["description"] == "Juli 2020: 9 trajecten.");
  CHECK(before["table"]["rows"][0]["cells"][1] == Json{{"text", "geen"}, {"numeric", true}, {"unknown", true}});
}

TEST_CASE("target chart: as a hero it says what is counted, and leaves the note to the key figures") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json chart = placements(small, "2021-05", true);

  CHECK(chart["hero"] == true);
  CHECK(chart["label"] == "Mensen aan het werk!");
  CHECK(chart["note"] == false);
}

TEST_CASE("target chart: a hero of an older period says of when it is") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(placements(small, "2020-07", true)["note"] == "Stand juli 2020");
  CHECK(placements(small, "2020-07")["note"] == "Meten kan nog niet.");
}

}  // namespace
}  // namespace stoplicht::test
