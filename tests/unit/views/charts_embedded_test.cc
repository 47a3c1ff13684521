#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// The component, its id and its conclusion; or the hint.
std::string made_of(const SmallScene& small, const std::string& request, const char* period = "2020-07") {
  std::string hint;
  const auto chart = embedded_chart(small.scene, small.period(period), request, "index.html", hint);
  if (!chart) return hint;
  CHECK(hint == "");
  return chart->component + " " + chart->context["id"].get<std::string>();
}

TEST_CASE("embedded chart: each kind is made for the period of the text") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("actual": null, "note")",
                 R"("actual": 7, "by_council": { "hilversum": 7 }, "note")");
  minimal.change(
      "data/organisations.json", R"("organisations": [
)",
      R"("landscape": { "title": "Wie helpt wie?", "groups": [ { "id": "kort", "name": "Dichtbij" } ], "parties": [] },
  "organisations": [
)");
  const SmallScene small(minimal);

  CHECK(made_of(small, "lights") == "ribbon chart_lights-2020-07");
  CHECK(made_of(small, "lights waw\n") == "ribbon chart_lights-waw-2020-07");
  CHECK(made_of(small, "distribution") == "distribution chart_distribution-2020-07");
  CHECK(made_of(small, "matrix", "2021-05") == "matrix chart_matrix-2021-05");
  CHECK(made_of(small, "history taal") == "strip chart_history-taal-2020-07");
  CHECK(made_of(small, "\n  target   placements \n") == "bullet chart_target-placements-2020-07");
  CHECK(made_of(small, "trend placements") == "trend chart_trend-placements-2020-07");
  CHECK(made_of(small, "budget waw") == "budget chart_budget-waw-2020-07");
  CHECK(made_of(small, "shares placements") == "shares chart_shares-placements-2020-07");
  CHECK(made_of(small, "landscape") == "landscape chart_landscape-2020-07");
}

TEST_CASE("embedded chart: an author's own conclusion takes the place of the computed one") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  std::string hint;

  const auto chart = embedded_chart(small.scene, small.period("2020-07"),
                                    "lights\n\nconclusion:  Het gaat: redelijk.\n", "index.html", hint);
  const auto computed = embedded_chart(small.scene, small.period("2020-07"), "target placements", "index.html", hint);

  REQUIRE(chart);
  CHECK(chart->context["conclusion"] == "Het gaat: redelijk.");
  CHECK(chart->context["own_conclusion"] == true);
  REQUIRE(computed);
  CHECK(computed->context["conclusion"] == "Mensen aan het werk: niet bekend.");
  CHECK(computed->context["own_conclusion"] == false);
}

TEST_CASE("embedded chart: a hint says what is wrong with the first line") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const std::string all = "use one of: lights, distribution, matrix, history, target, trend, budget, shares, landscape";

  CHECK(made_of(small, "") == all);
  CHECK(made_of(small, "light") == all + " (did you mean 'lights'?)");
  CHECK(made_of(small, "matrix waw") == "write only: matrix");
  CHECK(made_of(small, "target placements hero") == "write one chart a block, such as: target placements");
  CHECK(made_of(small, "target") == "name an indicator: target placements");
  CHECK(made_of(small, "history") == "name a project: history ggz");
  CHECK(made_of(small, "budget") == "name a programme: budget waw");
  CHECK(made_of(small, "target placement") ==
        "there is no indicator 'placement'; use one of: placements, ggz-trajecten (did you mean 'placements'?)");
  CHECK(made_of(small, "lights pow") == "there is no programme 'pow'; use 'waw'");
  CHECK(made_of(small, "history tal") == "there is no project 'tal'; use one of: ggz, taal (did you mean 'taal'?)");
}

TEST_CASE("embedded chart: a hint says what is wrong with the lines below it") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(made_of(small, "target\nplacements") == "below the first line can stand: conclusion: a sentence of your own");
  CHECK(made_of(small, "lights\nconclusie: Goed.") ==
        "below the first line can stand: conclusion: a sentence of your own");
  CHECK(made_of(small, "lights\nconclusion: Goed.\nconclusion: Beter.") == "write one conclusion");
  CHECK(made_of(small, "lights\nconclusion:") ==
        "write a sentence after 'conclusion:', or leave it out for the one that is computed");
}

TEST_CASE("embedded chart: a chart that has nothing to show is none, and the hint says why") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" }, { "id": "wonen", "name": "Wonen" })");
  minimal.change("data/programmes.json", R"({ "value": 12, "from_period": "2020-07" })",
                 R"({ "value": 12, "from_period": "2021-05" })");
  minimal.change("data/programmes.json", R"(
  "indicators": [)",
                 R"(
  "indicators": [
    { "id": "leeg", "name": "Leeg", "unit": "percent", "programmes": [ "waw" ] },)");
  const SmallScene small(minimal);

  CHECK(made_of(small, "lights", "2021-05") == "period 2021-05 has no lights per project to show");
  CHECK(made_of(small, "history wonen") == "no period reports on project 'wonen'");
  CHECK(made_of(small, "target leeg") == "period 2020-07 has neither a value nor a target of 'leeg'");
  CHECK(made_of(small, "trend placements") ==
        "fewer than two periods know an actual value of 'placements'; use: target placements");
  CHECK(made_of(small, "shares placements") == "period 2020-07 does not tell 'placements' by municipality");
  CHECK(made_of(small, "landscape") == "data/organisations.json has no 'landscape'");
}

TEST_CASE("embedded chart: a programme without a budget, and a site without lights") {
  MinimalSite minimal;
  minimal.remove("data/periods/2020-07.json").remove("content/periods/2020-07/summary.md");
  minimal.remove("content/periods/2020-07/letters/hilversum.md").remove("content/periods/2020-07/progress/ggz.md");
  minimal.remove("content/periods/2020-07/economie.md").remove("content/commitments/T20-27.md");
  minimal.write("data/commitments.json", "{ \"commitments\": [] }\n");
  minimal.write("data/programmes.json",
                R"({ "programmes": [ { "id": "waw", "name": "Werk", "short_name": "W", "projects": [] } ],
    "indicators": [ { "id": "placements", "name": "Banen", "unit": "percent", "programmes": [ "waw" ] } ] })");
  minimal.change("data/periods/2021-05.json", "\"forecast\": 600", "\"note\": \"\"");
  minimal.change("data/periods/2021-05.json", ", \"note\": \"\"", "");
  const SmallScene small(minimal);

  CHECK(made_of(small, "budget waw", "2021-05") == "programme 'waw' has no budget");
  CHECK(made_of(small, "distribution", "2021-05") == "no period has lights per project to show");
  CHECK(made_of(small, "matrix", "2021-05") == "the site has no projects to show");
}

}  // namespace
}  // namespace stoplicht::test
