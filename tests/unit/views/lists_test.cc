#include "views/lists.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

const std::string home = "index.html";

std::vector<const Commitment*> all_commitments(const Site& site) {
  std::vector<const Commitment*> out;
  for (const auto& commitment : site.commitments) out.push_back(commitment.get());
  return out;
}

TEST_CASE("project list: as the period numbers and names them, explained or not") {
  MinimalSite minimal;
  minimal.change(
      "data/periods/2020-07.json", "\"name\": \"Taal als opstap\",",
      "\"name\": \"Taal als opstap\", \"summary\": \"Het loopt.\", \"contradiction\": \"Elders staat groen.\",");
  const SmallScene small(minimal);
  const ProjectReport& taal = small.period("2020-07").projects.at(1);

  const Json explained = project_list(small.scene, {&taal}, "periodes/index.html", true);
  const Json plain = project_list(small.scene, {&taal}, home, false);

  CHECK(explained == Json::parse(R"([ { "number": "WaW 8", "name": "Taal als opstap", "href": "2020-07/taal.html",
    "light": { "label": "Risico", "shape": "warning", "light": "amber", "basis": "afgeleid" }, "computed": false,
    "summary": "Het loopt.",
    "why": { "items": [
      { "label": "Oorzaak", "text": "Corona", "unknown": false },
      { "label": "Gevolg", "text": "niet genoemd", "unknown": true },
      { "label": "Maatregel", "text": "niet genoemd", "unknown": true } ] },
    "contradiction": "Elders staat groen." } ])"));
  CHECK(plain[0]["href"] == "periodes/2020-07/taal.html");
  CHECK(plain[0]["why"] == false);
  CHECK(plain[0]["contradiction"] == false);
}

TEST_CASE("attention: red comes before amber, otherwise the order of the period") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const StatusScale& scale = *small.site.scales.front();
  Period period;
  for (const char* status : {"at-risk", "on-track", "off-track", "at-risk", "not-reported"}) {
    ProjectReport report;
    report.period = &small.period("2020-07");
    report.project = small.site.find_project("taal");
    report.number = std::to_string(period.projects.size() + 1);
    report.status = scale.find(status);
    period.projects.push_back(report);
  }

  const Json section = attention_section(small.scene, period, home);

  REQUIRE(section["projects"].size() == 3);
  CHECK(section["projects"][0]["number"] == "3");
  CHECK(section["projects"][1]["number"] == "1");
  CHECK(section["projects"][2]["number"] == "4");
  CHECK(attention_section(small.scene, small.period("2021-05"), home) == false);
}

TEST_CASE("attention: of more than a page shows, the rest is told by number") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\"",
                 "\"status\": \"off-track\", \"basis\": \"reported\", \"cause\": null, \"action\": null, "
                 "\"override_reason\": \"Te laat.\"");
  const SmallScene small(minimal);
  const Period& july = small.period("2020-07");

  const Json both = attention_section(small.scene, july, home, 2);
  const Json one = attention_section(small.scene, july, home, 1);

  CHECK(both["projects"].size() == 2);
  CHECK(both["rest"] == false);
  REQUIRE(one["projects"].size() == 1);
  CHECK(one["projects"][0]["name"] == "Aanpak GGZ");
  CHECK(one["rest"] == Json{{"label", "Nog 1 ander."}, {"href", "periodes/2020-07/index.html#deel_aandacht"}});
}

TEST_CASE("newest projects: each with its newest light and when that was, or not reported when it never was") {
  MinimalSite minimal;
  minimal.change("data/programmes.json",
                 "{ \"id\": \"taal\", \"name\": \"Taalvaardigheid\", \"followed_by\": \"words\" }",
                 "{ \"id\": \"taal\", \"name\": \"Taalvaardigheid\", \"followed_by\": \"words\" },\n"
                 "{ \"id\": \"nieuw\", \"name\": \"Nieuw\", \"description\": \"Begint nog.\" }");
  const SmallScene small(minimal);

  const Json list =
      newest_project_list(small.scene, {small.site.find_project("taal"), small.site.find_project("nieuw")}, home);

  REQUIRE(list.size() == 2);
  CHECK(list[0]["light"] ==
        Json::parse(R"({ "label": "Risico", "shape": "warning", "light": "amber", "basis": "afgeleid, juli 2020" })"));
  CHECK(list[0]["number"] == "WaW 8");
  CHECK(list[0]["name"] == "Taalvaardigheid");
  CHECK(list[0]["href"] == "deelprojecten/taal.html");
  CHECK(list[1]["light"] ==
        Json::parse(R"({ "label": "Niet gemeld", "shape": "question", "light": "grey", "basis": false })"));
  CHECK(list[1]["number"] == "");
  CHECK(list[1]["summary"] == "Begint nog.");
}

TEST_CASE("key figures: what is counted, and where it started") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", "\"name\": \"Mensen aan het werk\",",
                 "\"name\": \"Mensen aan het werk\", \"description\": \"Wie langer dan een half jaar werk heeft.\",");
  const SmallScene small(minimal);
  const Period& july = small.period("2020-07");

  const Json figures = key_figures(
      small.scene, {{&small.indicator("placements"), &july, ""}, {&small.indicator("ggz-trajecten"), &july, ""}}, home);

  CHECK(figures[0]["about"] == "Wie langer dan een half jaar werk heeft.");
  CHECK(figures[0]["baseline"] == "Nulmeting (2020): 0.");
  CHECK(figures[1]["about"] == false);
  CHECK(figures[1]["baseline"] == false);
}

TEST_CASE("key figures: two known values make a course through time") {
  MinimalSite once;
  const SmallScene one(once);
  CHECK_FALSE(has_trend(one.site, one.indicator("placements")));

  MinimalSite twice;
  twice.change("data/periods/2020-07.json", "\"actual\": null, \"note\": \"Meten kan nog niet.\"", "\"actual\": 20");
  const SmallScene two(twice);
  CHECK(has_trend(two.site, two.indicator("placements")));
}

TEST_CASE("key figures: each as it was last known") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Indicator& ggz = small.indicator("ggz-trajecten");
  const Indicator& placements = small.indicator("placements");
  Indicator never;

  const std::vector<KeyFigure> figures = newest_figures(small.scene, {&ggz, &placements, &never});

  REQUIRE(figures.size() == 3);
  CHECK(figures[0].period == &small.period("2020-07"));
  CHECK(figures[0].remark == "Stand juli 2020.");
  CHECK(figures[1].period == &small.period("2021-05"));
  CHECK(figures[1].remark == "");
  CHECK(figures[2].period == &small.period("2021-05"));
  CHECK(figures[2].remark == "");
}

TEST_CASE("key figures: value, what is counted, and the note with its remark first") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"indicator\": \"ggz-trajecten\", \"actual\": 9",
                 "\"indicator\": \"ggz-trajecten\", \"actual\": 9, \"note\": \"Tot juni.\"");
  const SmallScene small(minimal);
  const Period& july = small.period("2020-07");

  const Json figures = key_figures(small.scene,
                                   {{&small.indicator("ggz-trajecten"), &july, "Stand juli 2020."},
                                    {&small.indicator("ggz-trajecten"), &july, ""},
                                    {&small.indicator("placements"), &july, ""}},
                                   "periodes/2020-07/index.html");

  REQUIRE(figures.size() == 3);
  CHECK(figures[0]["label"] == "Trajecten");
  CHECK(figures[0]["value"] == "9");
  CHECK(figures[0]["suffix"] == "trajecten");
  CHECK(figures[0]["note"] == "Stand juli 2020. Tot juni.");
  CHECK(figures[0]["bullet"]["id"] == "cijfer-ggz-trajecten");
  CHECK(figures[1]["note"] == "Tot juni.");
  CHECK(figures[2]["value"] == "niet bekend");
  CHECK(figures[2]["unknown"] == true);
  CHECK(figures[2]["suffix"] == false);
  CHECK(figures[2]["bullet"]["table"]["csv"] ==
        Json{{"href", "../../gegevens/cijfer-placements.csv"}, {"name", "cijfer-placements.csv"}});
}

TEST_CASE("letter list: kind, date and to whom") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(letter_list(small.scene, letters_of(small.period("2020-07")), "periodes/2020-07/index.html") ==
        Json::parse(R"([ { "title": "Voortgang", "href": "brieven/hilversum.html",
          "meta": "Raadsbrief · september 2020 · Hilversum" } ])"));
}

TEST_CASE("councils: up to three by name, more by number") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Organisation* council = small.site.organisations.at(1).get();

  CHECK(councils_text(small.scene, {}) == "");
  CHECK(councils_text(small.scene, {council, council, council}) == "Hilversum, Hilversum, Hilversum");
  CHECK(councils_text(small.scene, {council, council, council, council}) == "4 raden");
}

TEST_CASE("page and source lists: what there is of each") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Period& july = small.period("2020-07");
  Source source{"Monitor", "Regio Gooi", "juli 2020", "bijlage 2", "https://example.nl/x.pdf"};

  CHECK(page_list(small.scene, {july.pages.at(0).get()}, "periodes/2020-07/index.html") ==
        Json::parse(R"([ { "title": "De economie", "href": "economie.html", "meta": "" } ])"));
  CHECK(source_list({source, july.sources.at(0)}) == Json::parse(R"([
    { "title": "Monitor", "href": "https://example.nl/x.pdf", "meta": "Regio Gooi · juli 2020 · bijlage 2" },
    { "title": "Monitor juli 2020", "href": "https://example.nl/monitor.pdf", "meta": "" } ])"));
}

TEST_CASE("commitment list: newest first, with how each stands") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(commitment_list(small.scene, all_commitments(small.site), "toezeggingen/index.html") == Json::parse(R"json([
    { "id": "T21-03", "href": "t21-03.html", "title": "Cijfers leveren", "text": "De wethouder levert cijfers.",
      "status": { "label": "Open, te laat", "kind": "overdue" },
      "meta": [
        { "label": "Gedaan op", "value": "4 maart 2021" }, { "label": "Door", "value": "wethouder Werk" },
        { "label": "Raad", "value": "Hilversum" }, { "label": "Termijn", "value": "april 2021" } ] },
    { "id": "T20-27", "href": "t20-27.html", "title": "Voortgang bespreken", "text": "De wethouder komt terug.",
      "status": { "label": "Afgedaan", "kind": "closed" },
      "meta": [
        { "label": "Gedaan op", "value": "21 februari 2020" }, { "label": "Door", "value": "wethouder Werk" },
        { "label": "Raad", "value": "Hilversum" }, { "label": "Afgedaan met", "value": "Voortgang (juli 2020)" } ] } ])json"));
}

TEST_CASE("commitment list: without a due date, and lapsed with its reason") {
  MinimalSite minimal;
  minimal.change("data/commitments.json", "\"due\": \"2021-04\",", "");
  const SmallScene open(minimal);
  minimal.change("data/commitments.json", "\"status\": \"open\"",
                 "\"status\": \"lapsed\", \"lapsed_reason\": \"De wet is ingetrokken.\"");
  const SmallScene lapsed(minimal);

  const Json first = commitment_list(open.scene, all_commitments(open.site), home)[0];
  const Json second = commitment_list(lapsed.scene, all_commitments(lapsed.site), home)[0];

  CHECK(first["status"] == Json{{"label", "Open"}, {"kind", "open"}});
  CHECK(first["meta"][3] == Json{{"label", "Termijn"}, {"value", "geen datum"}});
  CHECK(second["status"] == Json{{"label", "Vervallen"}, {"kind", "lapsed"}});
  REQUIRE(second["meta"].size() == 4);
  CHECK(second["meta"][3] == Json{{"label", "Reden"}, {"value", "De wet is ingetrokken."}});
}

TEST_CASE("commitments: the summary keeps open, closed and lapsed apart") {
  MinimalSite minimal;
  const SmallScene one_open(minimal);
  minimal.change("data/commitments.json", "\"status\": \"open\"",
                 "\"status\": \"lapsed\", \"lapsed_reason\": \"De wet is ingetrokken.\"");
  const SmallScene none_open(minimal);
  minimal.write("data/commitments.json", "{ \"commitments\": [] }\n");
  minimal.change("content/periods/2020-07/letters/hilversum.md", "closes: [T20-27]\n", "");
  minimal.remove("content/commitments/T20-27.md");
  const SmallScene none(minimal);

  CHECK(commitments_summary(one_open.scene) == "Eén staat open. Eén te laat. Eén is afgedaan.");
  CHECK(commitments_summary(none_open.scene) == "Niets staat open. Eén is afgedaan. Eén is vervallen.");
  CHECK(commitments_summary(none.scene) == "Niets staat open.");
}

TEST_CASE("announcements: overdue, awaited without a date, and what came of it") {
  MinimalSite minimal;
  minimal.change("content/periods/2020-07/letters/hilversum.md", "  - what: Volgende brief\n",
                 "  - what: Volgende brief\n  - what: Een webinar\n    by: 2020-10\n    done: Gehouden in oktober.\n");
  const SmallScene small(minimal);

  const Json list = announcement_list(small.scene, all_announcements(small.site), home);

  const Json announced_in = Json{{"label", "Aangekondigd in"},
                                 {"value", "Raadsbrief (juli 2020)"},
                                 {"href", "periodes/2020-07/brieven/hilversum.html"}};
  const auto announced = [&](const char* what, const char* label, const char* kind, const char* by, const Json& done) {
    return Json{{"what", what},
                {"status", {{"label", label}, {"kind", kind}}},
                {"meta", {Json{{"label", "Verwacht"}, {"value", by}, {"href", ""}}, announced_in}},
                {"done", done}};
  };
  REQUIRE(list.size() == 3);
  CHECK(list[0] == announced("De programma's gaan van start", "Datum voorbij", "overdue", "1 januari 2021", false));
  CHECK(list[1] == announced("Volgende brief", "Aangekondigd", "open", "geen datum", false));
  CHECK(list[2] == announced("Een webinar", "Bekend", "closed", "oktober 2020", "Gehouden in oktober."));
}

TEST_CASE("period list: each period for what it is") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(period_list(small.scene, &small.period("2021-05"), "periodes/index.html") == Json::parse(R"({
    "caption": "Wat elke periode laat zien",
    "rows": [
      { "name": "Mei 2021", "href": "2021-05/index.html", "depth": "alleen totalen", "reported": "mei 2021", "current": true,
        "projects": { "text": "niet bekend", "unknown": true },
        "totals": { "text": "ten minste 430 mensen aan het werk", "unknown": false },
        "letters": { "text": "niet in archief", "unknown": true } },
      { "name": "Juli 2020", "href": "2020-07/index.html", "depth": "2 deelprojecten", "reported": "juli 2020", "current": false,
        "projects": { "text": "1 van 2 vraagt aandacht", "unknown": false },
        "totals": { "text": "niet bekend", "unknown": true },
        "letters": { "text": "Raadsbrief", "unknown": false } } ] })"));
}

TEST_CASE("period list: lights that are not told are not counted among those that are") {
  const auto told = [](bool ggz) {
    MinimalSite minimal;
    minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived",)", "");
    if (!ggz) minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)", "");
    const SmallScene small(minimal);
    return period_list(small.scene, nullptr, home)["rows"][1]["projects"];
  };

  CHECK(told(true) == Json{{"text", "0 van 1 bekende vragen aandacht, 1 onbekend"}, {"unknown", false}});
  CHECK(told(false) == Json{{"text", "geen stand"}, {"unknown", true}});
}

TEST_CASE("period list: a page may show only the newest") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const Json rows = period_list(small.scene, nullptr, home, 1)["rows"];

  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["name"] == "Mei 2021");
}

TEST_CASE("period list: of many totals the first two, of many letters how many there are") {
  MinimalSite minimal;
  minimal.change(
      "data/periods/2021-05.json", "\"forecast\": 600 }",
      "\"forecast\": 600 }, { \"indicator\": \"a\", \"actual\": 1 }, { \"indicator\": \"b\", \"actual\": null },\n"
      "{ \"indicator\": \"c\", \"actual\": 3 }");
  minimal.change("data/programmes.json", "{ \"id\": \"ggz-trajecten\"",
                 R"({ "id": "a", "name": "Aa", "unit": "count", "unit_label": "aa", "programmes": ["waw"] },
                    { "id": "b", "name": "Bee", "unit": "count", "unit_label": "bee", "programmes": ["waw"] },
                    { "id": "c", "name": "Cee", "unit": "count", "unit_label": "cee", "programmes": ["waw"] },
                    { "id": "ggz-trajecten")");
  for (const char* name : {"een", "twee", "drie"})
    minimal.write(std::string("content/periods/2021-05/letters/") + name + ".md",
                  "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: "
                  "2021-05\n---\nGeachte raad,\n");
  const SmallScene small(minimal);

  const Json row = period_list(small.scene, nullptr, home)["rows"][0];

  CHECK(row["totals"]["text"] == "ten minste 430 mensen aan het werk; 1 aa; nog 1 cijfer");
  CHECK(row["letters"]["text"] == "3 brieven");
}

TEST_CASE("period list: a period that is only known to exist, and one that states its number of projects") {
  MinimalSite minimal;
  minimal.write("data/periods/2019-07.json", R"({ "id": "2019-07", "name": "Juli 2019", "kind": "half-year",
    "from": "2019-01", "until": "2019-07", "reported_on": "2019-07", "depth": "known" })");
  minimal.write("content/periods/2019-07/summary.md", "---\nheadline: Alleen bekend\n---\n");
  minimal.change("data/periods/2021-05.json", "\"depth\": \"totals\",",
                 "\"depth\": \"totals\", \"stated_projects\": 24,");
  const SmallScene small(minimal);

  const Json rows = period_list(small.scene, nullptr, home)["rows"];

  REQUIRE(rows.size() == 3);
  CHECK(rows[0]["projects"] == Json{{"text", "niet gemeld (24)"}, {"unknown", true}});
  CHECK(rows[2]["depth"] == "alleen bekend");
  CHECK(rows[2]["projects"] == Json{{"text", "niet bekend"}, {"unknown", true}});
  CHECK(rows[2]["totals"] == Json{{"text", "niet bekend"}, {"unknown", true}});
  CHECK(rows[0]["current"] == false);
}

}  // namespace
}  // namespace stoplicht::test
