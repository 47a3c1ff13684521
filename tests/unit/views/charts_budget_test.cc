#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

const std::string euro = "€" + nbsp;

using Years = std::map<int, std::int64_t>;

// A programme whose budget has these measures; the sums follow.
struct ProgrammeOf {
  explicit ProgrammeOf(const std::vector<std::pair<const Organisation*, Years>>& measures) {
    programme.id = "waw";
    programme.name = "Werken aan Werk";
    Budget& budget = programme.budget.emplace();
    for (const auto& [financer, years] : measures) {
      BudgetMeasure measure;
      measure.name = "Maatregel " + std::to_string(budget.measures.size() + 1);
      measure.financer = financer;
      measure.years = years;
      for (const auto& [year, amount] : years) {
        measure.total += amount;
        budget.years[year] += amount;
        budget.total += amount;
      }
      budget.measures.push_back(std::move(measure));
    }
  }
  Programme programme;
};

Organisation called(const char* name) {
  Organisation out;
  out.name = name;
  return out;
}

const Organisation regio = called("Regio");
const Organisation gemeenten = called("Gemeenten");
const Organisation rijk = called("Rijk");
const Organisation fonds = called("Fonds");
const Organisation bank = called("Bank");

Json chart_of(const SmallScene& small, const ProgrammeOf& made) {
  return budget_chart(small.scene, made.programme, {"programmas/waw.html", "begroting"});
}

TEST_CASE("budget: a bar a year on one scale, the largest financer first") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const ProgrammeOf made(
      {{&gemeenten, {{2019, 100'000}, {2020, 100'000}}}, {&regio, {{2019, 100'000}, {2020, 300'000}}}});

  const Json chart = chart_of(small, made);

  CHECK(chart["legend"] == Json::parse(R"([
    { "kind": "1", "striped": false, "name": "Regio", "total": "€\u00a0400.000" },
    { "kind": "2", "striped": false, "name": "Gemeenten", "total": "€\u00a0200.000" } ])"));
  REQUIRE(chart["years"].size() == 2);
  CHECK(chart["years"][0] == Json::parse(R"({ "year": "2019", "total": "€\u00a0200.000",
    "parts": "waarvan Regio €\u00a0100.000 en Gemeenten €\u00a0100.000",
    "segments": [
      { "kind": "1", "striped": false, "x": "0.00%", "end": "25.00%", "width": "25.00%",
        "label": { "text": "100", "x": "0.00%", "inverse": true, "wide": false } },
      { "kind": "2", "striped": false, "x": "25.00%", "end": "50.00%", "width": "25.00%",
        "label": { "text": "100", "x": "25.00%", "inverse": false, "wide": false } } ] })"));
  CHECK(chart["years"][1]["segments"][0]["width"] == "75.00%");
  CHECK(chart["years"][1]["segments"][1]["end"] == "100.00%");
  CHECK(chart["conclusion"] ==
        euro + "600.000 in 2019-2020, het meeste (" + euro + "400.000) in 2020. 67" + nbsp + "% bij Regio.");
  CHECK(chart["note"] == "In duizenden.");
  CHECK(chart["title"] == "Begroting Werken aan Werk per jaar");
  CHECK(chart["table"]["csv"] == Json{{"href", "../gegevens/begroting-waw.csv"}, {"name", "begroting-waw.csv"}});
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("budget: amounts stand in thousands only when next to nothing is lost") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const ProgrammeOf rounded({{&regio, {{2019, 238'900}}}});
  const ProgrammeOf full({{&regio, {{2019, 41'400}}}});

  CHECK(chart_of(small, rounded)["years"][0]["segments"][0]["label"]["text"] == "239");
  CHECK(chart_of(small, full)["years"][0]["segments"][0]["label"]["text"] == euro + "41.400");
  CHECK(chart_of(small, full)["note"] == false);
}

TEST_CASE("budget: an amount without room stands beside the last part, on wide screens, or in the table only") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const ProgrammeOf made({{&regio, {{2019, 870'000}, {2020, 500'000}}},
                          {&gemeenten, {{2019, 100'000}, {2020, 20'000}}},
                          {&rijk, {{2019, 30'000}}}});

  const Json years = chart_of(small, made)["years"];

  CHECK(years[0]["segments"][1]["label"] == Json{{"text", "100"}, {"x", "87.00%"}, {"inverse", false}, {"wide", true}});
  CHECK(years[0]["segments"][2]["label"] == false);
  CHECK(years[0]["segments"][2]["striped"] == true);
  CHECK(years[1]["segments"][1]["label"] == Json{{"text", "20"}, {"x", "52.00%"}, {"inverse", false}, {"wide", false}});
}

TEST_CASE("budget: the smallest of more than four financers stand together") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const ProgrammeOf five({{&bank, {{2019, 1'000}}},
                          {&fonds, {{2019, 2'000}}},
                          {&rijk, {{2019, 3'000}}},
                          {&gemeenten, {{2019, 4'000}}},
                          {&regio, {{2019, 5'000}}}});
  const ProgrammeOf four_and_unnamed({{&fonds, {{2019, 2'000}}},
                                      {&rijk, {{2019, 3'000}}},
                                      {nullptr, {{2019, 9'000}}},
                                      {&gemeenten, {{2019, 4'000}}},
                                      {&regio, {{2019, 5'000}}}});
  const auto names = [&](const ProgrammeOf& made) {
    std::string out;
    const Json legend = chart_of(small, made)["legend"];
    for (const Json& each : legend)
      out += each["name"].get<std::string>() + " " + each["total"].get<std::string>() + "|";
    return out;
  };

  CHECK(names(five) == "Regio " + euro + "5.000|Gemeenten " + euro + "4.000|Rijk " + euro +
                           "3.000|Overige (2 financiers) " + euro + "3.000|");
  CHECK(names(four_and_unnamed) == "Regio " + euro + "5.000|Gemeenten " + euro + "4.000|Overige (2 financiers) " +
                                       euro + "5.000|niet genoemd " + euro + "9.000|");
  CHECK(chart_of(small, four_and_unnamed)["conclusion"] == euro + "23.000 in 2019. 39" + nbsp + "% bij niemand.");
}

TEST_CASE("budget: the conclusion claims no largest where there is none") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto conclusion = [&](const ProgrammeOf& made) {
    return chart_of(small, made)["conclusion"].get<std::string>();
  };

  CHECK(conclusion(ProgrammeOf({{&regio, {{2019, 5'000}}}})) == euro + "5.000 in 2019. Alles bij Regio.");
  CHECK(conclusion(ProgrammeOf({{nullptr, {{2019, 5'000}}}})) == euro + "5.000 in 2019. Financier onbekend.");
  CHECK(conclusion(ProgrammeOf({{&regio, {{2019, 5'000}}}, {&rijk, {{2019, 5'000}}}})) == euro + "10.000 in 2019.");
  CHECK(conclusion(ProgrammeOf({{&regio, {{2019, 5'000}, {2021, 5'000}}}})) ==
        euro + "10.000 in 2019-2021. Alles bij Regio.");
  CHECK(conclusion(ProgrammeOf(std::vector<std::pair<const Organisation*, Years>>{})) == euro + "0.");
}

TEST_CASE("budget: a year with an amount below zero is told, not drawn") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const ProgrammeOf made({{&regio, {{2019, 100'000}, {2020, 100'000}}}, {&rijk, {{2019, -20'000}}}});

  const Json chart = chart_of(small, made);

  CHECK(chart["years"][0]["segments"] == Json::array());
  CHECK(chart["years"][0]["total"] == euro + "80.000");
  CHECK(chart["years"][1]["segments"][0]["width"] == "100.00%");
  CHECK(chart["note"] == "Onder nul is geen balk.");
  CHECK(chart["conclusion"] == euro + "180.000 in 2019-2020, het meeste (" + euro + "100.000) in 2020.");
}

TEST_CASE("budget: its table tells every measure, and who is not named") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(to_csv(budget_table(small.scene, *small.site.find_programme("waw"))) ==
        "Maatregel,2019,2020,Totaal,Financier\r\n"
        "GGZ,32000,64000,96000,Regio Gooi\r\n"
        "Taal,niet genoemd,1000,1000,niet genoemd\r\n"
        "Samen,32000,65000,97000,–\r\n");
}

}  // namespace
}  // namespace stoplicht::test
