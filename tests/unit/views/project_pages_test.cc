#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

Json context_of(const SmallScene& small, const std::string& project) {
  std::vector<Page> pages;
  add_project_pages(small.scene, pages);
  for (const Page& page : pages)
    if (page.address == "deelprojecten/" + project + ".html") return page.view().context;
  REQUIRE_MESSAGE(false, "no page of ", project);
  return {};
}

// "when: title (text)" of each event.
std::vector<std::string> history_of(const SmallScene& small, const std::string& project) {
  std::vector<std::string> out;
  const Json context = context_of(small, project);
  for (const Json& event : context["history"]["events"])
    out.push_back(event["when"].get<std::string>() + ": " + event["title"].get<std::string>() +
                  (event["text"].is_string() ? " (" + event["text"].get<std::string>() + ")" : ""));
  return out;
}

TEST_CASE("project page: where a project comes from is told at both ends, and what it continues is part of its story") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words",
                      "lineage": [ { "kind": "merged-into", "project": "wonen", "period": "2021-05", "note": "Samen verder." } ] },
                    { "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "continues", "project": "ggz" } ] })");
  const SmallScene small(minimal);

  CHECK(history_of(small, "taal") ==
        std::vector<std::string>{"juli 2020: Eruit gesplitst: Aanpak GGZ",
                                 "juli 2020: juli 2020: risico (WaW 8, ‘Taal als opstap’.)",
                                 "mei 2021: Opgegaan in Wonen (Samen verder.)"});
  CHECK(history_of(small, "wonen") ==
        std::vector<std::string>{"ooit: Vervolg van Aanpak GGZ",
                                 "juli 2020: juli 2020: op koers (WaW 7, ‘Aanpak GGZ’.)",
                                 "mei 2021: Erin opgegaan: Taalvaardigheid (Samen verder.)"});
  CHECK(history_of(small, "ggz") == std::vector<std::string>{"ooit: Verder als Wonen",
                                                             "juli 2020: Afgesplitst van Taalvaardigheid",
                                                             "juli 2020: juli 2020: op koers (WaW 7, ‘Aanpak GGZ’.)"});
  const Json event = context_of(small, "ggz")["history"]["events"][1];
  CHECK(event["href"] == "taal.html");
  CHECK(event["link_label"] == "Zie Taalvaardigheid");
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("project page: an end without another project has no link") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words", "lineage": [ { "kind": "ended", "note": "Klaar." } ] })");
  const SmallScene small(minimal);

  const Json event = context_of(small, "taal")["history"]["events"][0];
  CHECK(event["title"] == "Beëindigd");
  CHECK(event["text"] == "Klaar.");
  CHECK(event["href"] == "");
}

TEST_CASE("project page: a name and number are told with the report that gave them") {
  MinimalSite minimal;
  minimal.write("data/periods/2022-01.json",
                R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
    "depth": "projects", "projects": [ { "project": "taal", "number": "W 3", "status": "on-track" } ] })");
  minimal.write("content/periods/2022-01/summary.md", "---\nheadline: Kop\n---\n");
  minimal.write("data/periods/2022-02.json",
                R"({ "id": "2022-02", "name": "Februari 2022", "kind": "incidental", "reported_on": "2022-02",
    "depth": "projects", "projects": [ { "project": "taal", "number": "W 3", "status": "on-track" } ] })");
  minimal.write("content/periods/2022-02/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal);

  CHECK(history_of(small, "taal") ==
        std::vector<std::string>{"juli 2020: Eruit gesplitst: Aanpak GGZ",
                                 "juli 2020: juli 2020: risico (WaW 8, ‘Taal als opstap’.)",
                                 "januari 2022: januari 2022: op koers (W 3, ‘Taalvaardigheid’.)",
                                 "februari 2022: februari 2022: op koers"});
}

TEST_CASE("project page: its part of the budget, in its own years") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json budget = context_of(small, "ggz")["budget"];

  CHECK(budget["programme"] == "Werken aan Werk");
  CHECK(budget["href"] == "../programmas/waw.html#deel_geld");
  CHECK(budget["table"]["caption"] == "Begroting Aanpak GGZ");
  CHECK(budget["table"]["columns"].size() == 5);
  CHECK(budget["table"]["columns"][1]["label"] == "2019");
  CHECK(budget["table"]["rows"].size() == 1);
  CHECK(budget["table"]["rows"][0]["head"] == "GGZ");
  CHECK(context_of(small, "taal")["budget"] == false);
}

TEST_CASE("project page: programme, category and, of a local project, its municipalities") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words", "councils": [ "hilversum" ] })");
  const SmallScene small(minimal);

  CHECK(
      context_of(small, "ggz")["belonging"][1] ==
      Json::parse(
          R"({ "label": "Categorie", "links": [ { "label": "Scholing", "href": "../programmas/waw/scholing.html" } ] })"));
  CHECK(
      context_of(small, "taal")["belonging"][1] ==
      Json::parse(
          R"({ "label": "Alleen in", "links": [ { "label": "Hilversum", "href": "../gemeenten/hilversum.html" } ] })"));
}

TEST_CASE("project page: previous and next are those of the programme") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json ggz = context_of(small, "ggz");
  const Json taal = context_of(small, "taal");

  CHECK(ggz["pagination"]["previous"] == false);
  CHECK(ggz["pagination"]["next"] == Json{{"kicker", "Volgend"}, {"label", "Taalvaardigheid"}, {"href", "taal.html"}});
  CHECK(taal["pagination"]["previous"]["label"] == "Aanpak GGZ");
  CHECK(taal["pagination"]["next"] == false);
}

TEST_CASE("project page: a trend where two periods know a value, and its table once") {
  MinimalSite minimal;
  minimal.change("data/programmes.json",
                 R"({ "id": "ggz", "name": "Aanpak GGZ", "category": "scholing", "from": "2020", "until": "2021",)",
                 R"({ "id": "ggz", "name": "Aanpak GGZ", "category": "scholing", "from": "2020", "until": "2023",)");
  minimal.write("data/periods/2022-01.json",
                R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
    "depth": "projects", "projects": [ { "project": "ggz", "number": "W 3", "status": "on-track",
      "values": [ { "indicator": "ggz-trajecten", "actual": 12 } ] } ] })");
  minimal.write("content/periods/2022-01/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal);

  const Json figures = context_of(small, "ggz")["key_figures"];

  CHECK(figures["trends"].size() == 1);
  CHECK(figures["trends"][0]["id"] == "trend-ggz-trajecten");
  CHECK(figures["trends"][0]["conclusion"] == "Trajecten: 12 (januari 2022), 3 meer dan juli 2020. 12 gehaald.");
  CHECK(figures["figures"][0]["bullet"]["table"] == false);
}

TEST_CASE("project page: its commitments, and what each period told, newest first") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json context = context_of(small, "ggz");

  CHECK(context["commitments"]["commitments"][0]["id"] == "T20-27");
  CHECK(context["reports"]["items"].size() == 1);
  CHECK(context["reports"]["items"][0]["href"] == "../periodes/2020-07/ggz.html");
  CHECK(context["reports"]["items"][0]["computed"] == false);
  CHECK(context_of(small, "taal")["commitments"] == false);
}

}  // namespace
}  // namespace stoplicht::test
