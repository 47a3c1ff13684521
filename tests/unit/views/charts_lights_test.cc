#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// A period whose projects have these statuses, in this order.
struct PeriodOf {
  PeriodOf(const SmallScene& small, const std::vector<std::pair<const char*, Basis>>& lights) {
    period.id = "2020-07";
    period.folder = "periodes/2020-07";
    period.name = "Juli 2020";
    period.scale = small.site.scales.front().get();
    for (const auto& [status, basis] : lights) {
      ProjectReport report;
      report.period = &period;
      report.project = small.site.find_project("taal");
      report.number = std::to_string(period.projects.size() + 1);
      report.name = "Deelproject " + report.number;
      report.status = period.scale->find(status);
      report.basis = basis;
      REQUIRE(report.status != nullptr);
      period.projects.push_back(std::move(report));
    }
  }
  Period period;
};

std::vector<std::string> values_of(const Json& list, const char* key) {
  std::vector<std::string> out;
  for (const Json& item : list) out.push_back(item[key].get<std::string>());
  return out;
}

Json ribbon(const SmallScene& small, const Period& period) {
  return ribbon_chart(small.scene, period, reports_of(period), {"periodes/2020-07/index.html", "lichten"});
}

TEST_CASE("ribbon: a cell for each project in the scale's order, half a cell between statuses") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const PeriodOf made(small, {{"not-reported", Basis::reported},
                              {"on-track", Basis::reported},
                              {"off-track", Basis::reported},
                              {"on-track", Basis::reported},
                              {"on-track", Basis::reported}});

  const Json lights = ribbon(small, made.period)["lights"];

  CHECK(values_of(lights, "shape") == std::vector<std::string>{"check", "check", "check", "cross", "question"});
  CHECK(values_of(lights, "light") == std::vector<std::string>{"green", "green", "green", "red", "grey"});
  CHECK(values_of(lights, "x") == std::vector<std::string>{"0.00%", "16.67%", "33.33%", "58.33%", "83.33%"});
  CHECK(values_of(lights, "width") == std::vector<std::string>(5, "15.00%"));
}

TEST_CASE("ribbon: a hundred lights fill the width and no more") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  std::vector<std::pair<const char*, Basis>> lights(60, {"on-track", Basis::reported});
  lights.insert(lights.end(), 40, {"at-risk", Basis::reported});
  const PeriodOf made(small, lights);

  const Json drawn = ribbon(small, made.period)["lights"];

  REQUIRE(drawn.size() == 100);
  double last = -1;
  for (const Json& light : drawn) {
    const double x = std::stod(light["x"].get<std::string>());
    CHECK(x > last);
    last = x;
    CHECK(light["width"] == "0.90%");  // Of 100.5 cells; a tenth of each stays empty.
  }
  CHECK(drawn[0]["x"] == "0.00%");
  CHECK(drawn[59]["x"] == "58.71%");
  CHECK(drawn[60]["x"] == "60.20%");
  CHECK(drawn[99]["x"] == "99.00%");
}

TEST_CASE("ribbon: one light takes the whole width") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const PeriodOf made(small, {{"at-risk", Basis::reported}});

  const Json chart = ribbon(small, made.period);

  CHECK(values_of(chart["lights"], "x") == std::vector<std::string>{"0.00%"});
  CHECK(values_of(chart["lights"], "width") == std::vector<std::string>{"90.00%"});
  CHECK(chart["title"] == "Stoplicht van 1 deelproject, juli 2020");
  CHECK(chart["conclusion"] == "1 van 1 vraagt aandacht.");
}

TEST_CASE("ribbon: counts and words say what the lights show") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const PeriodOf made(small, {{"off-track", Basis::reported},
                              {"on-track", Basis::reported},
                              {"at-risk", Basis::reported},
                              {"at-risk", Basis::reported}});

  const Json chart = ribbon(small, made.period);

  CHECK(chart["id"] == "lichten");
  CHECK(chart["conclusion"] == "3 van 4 vragen aandacht.");
  CHECK(chart["note"] == "Elk teken is een deelproject.");
  CHECK(chart["title"] == "Stoplichten van 4 deelprojecten, juli 2020");
  CHECK(chart["description"] == "1 op koers, 2 risico en 1 niet op koers.");
  CHECK(chart["counts"] == Json::parse(R"([
    { "label": "Op koers", "shape": "check", "light": "green", "basis": false, "count": "1" },
    { "label": "Risico", "shape": "warning", "light": "amber", "basis": false, "count": "2" },
    { "label": "Niet op koers", "shape": "cross", "light": "red", "basis": false, "count": "1" } ])"));
}

TEST_CASE("ribbon: nothing that asks for attention is a conclusion too") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const PeriodOf made(small, {{"on-track", Basis::reported}, {"on-track", Basis::reported}});

  const Json chart = ribbon(small, made.period);

  CHECK(chart["conclusion"] == "Niets vraagt aandacht.");
  CHECK(chart["description"] == "2 op koers.");
}

TEST_CASE("ribbon: of what is not reported nobody knows whether it asks for attention") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto conclusion = [&](const std::vector<std::pair<const char*, Basis>>& lights) {
    return ribbon(small, PeriodOf(small, lights).period)["conclusion"].get<std::string>();
  };
  const std::pair<const char*, Basis> good{"on-track", Basis::reported};
  const std::pair<const char*, Basis> bad{"off-track", Basis::reported};
  const std::pair<const char*, Basis> untold{"not-reported", Basis::reported};

  CHECK(conclusion({untold, untold}) == "Niets is bekend.");
  CHECK(conclusion({good, untold}) == "De ene bekende niet, 1 onbekend.");
  CHECK(conclusion({good, good, untold}) == "Geen van 2 bekende, 1 onbekend.");
  CHECK(conclusion({good, bad, untold}) == "1 van 2 bekende vraagt aandacht, 1 onbekend.");
}

TEST_CASE("lights: of an older period in the past, as far as it told") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto then = [&](const LightCounts& counts) {
    return attention_then(small.scene, small.period("2020-07"), counts);
  };

  CHECK(then({4, 0, 2}) == "juli 2020: 2 van 4 vroegen aandacht.");
  CHECK(then({4, 0, 0}) == "juli 2020: niets vroeg aandacht.");
  CHECK(then({4, 3, 1}) == "juli 2020: 1 van 4 bekende vroeg aandacht, 3 onbekend.");
  CHECK(then({4, 3, 0}) == "juli 2020: geen van 4 bekende, 3 onbekend.");
}

TEST_CASE("lights: the newest period with lights tells at least one") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  MinimalSite silent;
  silent.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived",)", "");
  silent.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)", "");
  const SmallScene none(silent);

  CHECK(newest_with_lights(small.site) == &small.period("2020-07"));
  CHECK(newest_with_lights(none.site) == nullptr);
}

TEST_CASE("ribbon: derived lights are told as such, and how many when not all are") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const PeriodOf all(small,
                     {{"on-track", Basis::derived}, {"at-risk", Basis::derived}, {"not-reported", Basis::reported}});
  const PeriodOf some(small,
                      {{"on-track", Basis::derived}, {"at-risk", Basis::reported}, {"on-track", Basis::derived}});

  const Json of_all = ribbon(small, all.period);
  const Json of_some = ribbon(small, some.period);

  CHECK(of_all["note"] == "Elk teken is een deelproject. Alles afgeleid.");
  CHECK(of_all["description"] == "1 op koers, 1 risico en 1 niet gemeld. Afgeleid uit de tekst.");
  CHECK(of_some["note"] == "Elk teken is een deelproject. 2 zijn afgeleid uit de tekst.");
  CHECK(of_some["description"] == "2 op koers en 1 risico. 2 zijn afgeleid uit de tekst.");
}

TEST_CASE("ribbon: its table and CSV list every project, in the order of the period") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  PeriodOf made(small, {{"not-reported", Basis::reported}, {"on-track", Basis::derived}, {"at-risk", Basis::reported}});
  made.period.projects[1].computed = made.period.scale->find("on-track");
  made.period.projects[2].computed = made.period.scale->find("off-track");

  const Json chart = ribbon(small, made.period);

  CHECK(chart["table"]["caption"] == "Stoplichten, juli 2020");
  CHECK(chart["table"]["rows"].size() == 3);
  CHECK(chart["table"]["rows"][0]["cells"][2] == Json{{"text", "Niet gemeld"}, {"numeric", false}, {"unknown", true}});
  CHECK(chart["table"]["csv"] == Json{{"href", "stoplichten.csv"}, {"name", "stoplichten.csv"}});
  CHECK(to_csv(lights_table(small.scene, made.period, reports_of(made.period))) ==
        "Nr,Deelproject,Programma,Stoplicht,Grondslag,Berekend\r\n"
        "1,Deelproject 1,Werken aan Werk,Niet gemeld,–,–\r\n"
        "2,Deelproject 2,Werken aan Werk,Op koers,afgeleid,Op koers\r\n"
        "3,Deelproject 3,Werken aan Werk,Risico,gemeld,Niet op koers\r\n");
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("charts: the reports of a programme are those of its projects") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Programme other;

  CHECK(reports_of(small.period("2020-07")).size() == 2);
  CHECK(reports_of(small.period("2020-07"), small.site.find_programme("waw")).size() == 2);
  CHECK(reports_of(small.period("2020-07"), &other).empty());
}

}  // namespace
}  // namespace stoplicht::test
