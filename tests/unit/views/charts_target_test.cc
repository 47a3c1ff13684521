#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

const std::string nbsp = "\u00a0";

Json placements(const SmallScene& small, const char* period, std::vector<OutputFile>* files = nullptr, bool hero = false) {
  return target_chart(small.scene, small.indicator("placements"), small.period(period),
                      {"periodes/" + std::string(period) + "/index.html", "doel", files != nullptr ? "doel.csv" : "", files}, hero);
}

// The share that the chart of May 2021 tells, for an actual value and a target as the data give them.
Json share(const std::string& actual, const std::string& target,
           const std::vector<std::pair<std::string, std::string>>& changes = {}) {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", actual);
  minimal.change("data/programmes.json", R"({ "value": 520, "from_period": "2021-05")", "{ " + target + R"(, "from_period": "2021-05")");
  for (const auto& [from, to] : changes) minimal.change("data/programmes.json", from, to);
  const SmallScene small(minimal);
  return placements(small, "2021-05")["share"];
}

TEST_CASE("target chart: value, share, bar and words of one indicator in one period") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  Json chart = placements(small, "2021-05");
  chart.erase("table");

  CHECK(chart == Json{{"id", "doel"},
                      {"value", "ten minste 430"},
                      {"unknown", false},
                      {"label", "Mensen aan het werk"},
                      {"share", "ten minste 83" + nbsp + "% van het doel"},
                      {"note", "Van ongeveer 500 naar 520. Bijgesteld door de Werkkamer. Prognose: 600."},
                      {"hero", false},
                      {"title", "Mensen aan het werk tegenover streefwaarde"},
                      {"description", "Mei 2021: ten minste 430 inwoners. Streefwaarde: 520. Dat is ten minste 83" + nbsp +
                                          "% van het doel."},
                      {"bar",
                       {{"value_width", "73.8%"},
                        {"has_target", true},
                        {"target_x", "89.3%"},
                        {"target_label", "doel: 520"},
                        {"approximate", false},
                        {"label_end", true}}}});
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
  CHECK(chart["bar"] == Json::parse(R"({ "value_width": "0.0%", "has_target": true, "target_x": "89.3%",
    "target_label": "doel: ongeveer 500", "approximate": true, "label_end": true })"));
}

TEST_CASE("target chart: a value that a period does not list is not reported, which is not unknown") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json chart = target_chart(small.scene, small.indicator("ggz-trajecten"), small.period("2021-05"), {"index.html", "doel", "", nullptr});

  CHECK(chart["value"] == "niet gemeld");
  CHECK(chart["unknown"] == true);
  CHECK(chart["description"] == "Mei 2021: niet gemeld. Streefwaarde: 12.");
}

TEST_CASE("target chart: its table tells every period, oldest first, and where the target moved") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  std::vector<OutputFile> files;

  const Json table = placements(small, "2021-05", &files)["table"];

  CHECK(table["caption"] == "Mensen aan het werk per periode");
  CHECK(table["rows"] == Json::parse(R"([
    { "head": "Juli 2020", "total": false, "cells": [
      { "text": "niet bekend", "numeric": true, "unknown": true },
      { "text": "ongeveer 500", "numeric": true, "unknown": false } ] },
    { "head": "Mei 2021", "total": false, "cells": [
      { "text": "ten minste 430", "numeric": true, "unknown": false },
      { "text": "520", "numeric": true, "unknown": false } ] } ])"));
  REQUIRE(files.size() == 1);
  CHECK(files[0].address == "periodes/2021-05/doel.csv");
  CHECK(files[0].bytes ==
        "Periode,Realisatie,Streefwaarde\r\n"
        "Juli 2020,niet bekend,ongeveer 500\r\n"
        "Mei 2021,ten minste 430,520\r\n");
}

TEST_CASE("target chart: an exact share of an exact target") {
  CHECK(share("430", "\"value\": 520") == "83" + nbsp + "% van het doel");
  CHECK(share("520", "\"value\": 520") == "100" + nbsp + "% van het doel");
  CHECK(share("624", "\"value\": 520") == "120" + nbsp + "% van het doel");
  CHECK(share("0", "\"value\": 520") == "0" + nbsp + "% van het doel");
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
  CHECK(share(at_least, R"("value": 500, "qualifier": "at-least")") == "ongeveer 86" + nbsp + "% van het doel");
}

TEST_CASE("target chart: nobody can have reached exactly all of a target that is known roughly") {
  CHECK(share("500", R"("value": 500, "qualifier": "about")") == false);
  CHECK(share(R"({ "value": 500, "qualifier": "about" })", "\"value\": 500") == false);
}

TEST_CASE("target chart: no share where it would say nothing or mislead") {
  CHECK(share("null", "\"value\": 520") == false);
  CHECK(share("430", "\"value\": 0") == false);
  CHECK(share("430", "\"value\": 520", {{"\"cumulative\": true", "\"cumulative\": true, \"direction\": \"down\""}}) == false);
  CHECK(share("430", "\"value\": 520", {{"{ \"value\": 0, \"date\": \"2020\" }", "{ \"value\": 100, \"date\": \"2020\" }"}}) == false);
  CHECK(share("430", "\"value\": 520", {{"\"cumulative\": true", "\"cumulative\": true, \"target_label\": \"beschikbaar\""}}) == false);
  CHECK(share("43", "\"value\": 52",
              {{"\"unit\": \"count\", \"unit_label\": \"inwoners\"", "\"unit\": \"percent\""}}) == false);
}

TEST_CASE("target chart: a target that is no goal is called by its own name") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", "\"cumulative\": true", "\"target_label\": \"beschikbaar\"");
  const SmallScene small(minimal);
  std::vector<OutputFile> files;

  const Json chart = placements(small, "2020-07", &files);

  CHECK(chart["description"] == "Juli 2020: niet bekend. Ongeveer 500 beschikbaar.");
  CHECK(chart["bar"]["target_label"] == "ongeveer 500 beschikbaar");
  CHECK(chart["title"] == "Mensen aan het werk in beeld");
  CHECK(chart["table"]["caption"] == "Mensen aan het werk bij elkaar");
  CHECK(files.at(0).bytes ==
        "Periode,Realisatie,Beschikbaar\r\n"
        "Juli 2020,niet bekend,ongeveer 500\r\n"
        "Mei 2021,ten minste 430,520\r\n");
}

TEST_CASE("target chart: a value past its target sets the scale") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", "1300");
  const SmallScene small(minimal);

  CHECK(placements(small, "2021-05")["bar"] == Json::parse(R"({ "value_width": "89.3%", "has_target": true, "target_x": "35.7%",
    "target_label": "doel: 520", "approximate": false, "label_end": false })"));
}

TEST_CASE("target chart: no bar without a target, or below zero") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })", "-5");
  const SmallScene small(minimal);
  Indicator without = small.indicator("placements");
  without.targets.clear();
  MinimalSite later;
  later.change("data/programmes.json", R"({ "value": 12, "from_period": "2020-07" })", R"({ "value": 12, "from_period": "2021-05" })");
  const SmallScene early(later);

  CHECK(placements(small, "2021-05")["bar"] == false);
  CHECK(target_chart(small.scene, without, small.period("2020-07"), {"index.html", "doel", "", nullptr})["bar"] == false);
  const Json before = target_chart(early.scene, early.indicator("ggz-trajecten"), early.period("2020-07"), {"index.html", "doel", "", nullptr});
  CHECK(before["bar"] == false);
  CHECK(before["description"] == "Juli 2020: 9 trajecten.");
  CHECK(before["table"]["rows"][0]["cells"][1] == Json{{"text", "geen"}, {"numeric", true}, {"unknown", true}});
}

TEST_CASE("target chart: as a hero it says what is counted, and leaves the note to the key figures") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json chart = placements(small, "2021-05", nullptr, true);

  CHECK(chart["hero"] == true);
  CHECK(chart["label"] == "Mensen aan het werk!");
  CHECK(chart["note"] == false);
}

TEST_CASE("embedded chart: each kind is made for the period of the text") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Period& period = small.period("2020-07");
  std::string hint;

  const auto lights = embedded_chart(small.scene, period, "lights", "index.html", hint);
  const auto of_programme = embedded_chart(small.scene, period, "lights waw\n", "index.html", hint);
  const auto target = embedded_chart(small.scene, period, "  target\n  placements", "index.html", hint);
  const auto matrix = embedded_chart(small.scene, small.period("2021-05"), "matrix", "index.html", hint);

  REQUIRE(lights);
  CHECK(lights->component == "ribbon");
  CHECK(lights->context["id"] == "lights-2020-07");
  CHECK(lights->context["table"]["csv"] == false);
  REQUIRE(of_programme);
  CHECK(of_programme->context["id"] == "lights-waw-2020-07");
  REQUIRE(target);
  CHECK(target->component == "bullet");
  CHECK(target->context["id"] == "target-placements-2020-07");
  REQUIRE(matrix);
  CHECK(matrix->component == "matrix");
  CHECK(matrix->context["csv"] == false);
  CHECK(hint == "");
}

TEST_CASE("embedded chart: a hint says why there is none") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto hint_for = [&](const char* request, const char* period) {
    std::string hint;
    CHECK_FALSE(embedded_chart(small.scene, small.period(period), request, "index.html", hint));
    return hint;
  };

  CHECK(hint_for("", "2020-07") == "use one of: lights, matrix, target");
  CHECK(hint_for("light", "2020-07") == "use one of: lights, matrix, target (did you mean 'lights'?)");
  CHECK(hint_for("matrix waw", "2020-07") == "use one of: lights, matrix, target (did you mean 'matrix'?)");
  CHECK(hint_for("target", "2020-07") == "name an indicator: target placements");
  CHECK(hint_for("target placement", "2020-07") ==
        "there is no indicator 'placement'; use one of: placements, ggz-trajecten (did you mean 'placements'?)");
  CHECK(hint_for("target placements hero", "2020-07") == "write one chart a block, such as: target placements");
  CHECK(hint_for("lights pow", "2020-07") == "there is no programme 'pow'; use 'waw'");
  CHECK(hint_for("lights", "2021-05") == "period 2021-05 has no lights per project to show");
}

}  // namespace
}  // namespace stoplicht::test
