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

TEST_CASE("project page: where a project comes from is told at both ends") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words",
                      "lineage": [ { "kind": "merged-into", "project": "wonen", "period": "2021-05", "note": "Samen verder." } ] },
                    { "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "continues", "project": "ggz" } ] })");
  const SmallScene small(minimal);

  CHECK(context_of(small, "taal")["origin"] == Json::parse(R"([
    { "when": "Juli 2020", "text": "Eruit gesplitst:", "note": false, "link": { "label": "Aanpak GGZ", "href": "ggz.html" } },
    { "when": "Mei 2021", "text": "Opgegaan in", "note": "Samen verder.", "link": { "label": "Wonen", "href": "wonen.html" } } ])"));
  CHECK(context_of(small, "wonen")["origin"] == Json::parse(R"([
    { "when": false, "text": "Vervolg van", "note": false, "link": { "label": "Aanpak GGZ", "href": "ggz.html" } },
    { "when": "Mei 2021", "text": "Erin opgegaan:", "note": "Samen verder.", "link": { "label": "Taalvaardigheid", "href": "taal.html" } } ])"));
  CHECK(context_of(small, "ggz")["origin"] == Json::parse(R"([
    { "when": false, "text": "Verder als", "note": false, "link": { "label": "Wonen", "href": "wonen.html" } },
    { "when": "Juli 2020", "text": "Afgesplitst van", "note": false, "link": { "label": "Taalvaardigheid", "href": "taal.html" } } ])"));
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("project page: an end without another project has no link") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words", "lineage": [ { "kind": "ended", "note": "Klaar." } ] })");
  const SmallScene small(minimal);

  CHECK(context_of(small, "taal")["origin"][0] ==
        Json::parse(R"({ "when": false, "text": "Beëindigd", "note": "Klaar.", "link": false })"));
}

TEST_CASE("project page: a name and number are told from the period on that gave them") {
  MinimalSite minimal;
  minimal.write("data/periods/2022-01.json", R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
    "depth": "projects", "projects": [ { "project": "taal", "number": "W 3", "status": "on-track" } ] })");
  minimal.write("content/periods/2022-01/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal);

  CHECK(context_of(small, "taal")["names"] == Json::parse(R"([
    { "when": "Juli 2020", "text": "WaW 8, ‘Taal als opstap’." }, { "when": "Januari 2022", "text": "W 3, ‘Taalvaardigheid’." } ])"));
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

  CHECK(context_of(small, "ggz")["belonging"][1] ==
        Json::parse(R"({ "label": "Categorie", "links": [ { "label": "Scholing", "href": "../programmas/waw/scholing.html" } ] })"));
  CHECK(context_of(small, "taal")["belonging"][1] ==
        Json::parse(R"({ "label": "Alleen in", "links": [ { "label": "Hilversum", "href": "../gemeenten/hilversum.html" } ] })"));
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
  minimal.change("data/programmes.json", R"({ "id": "ggz", "name": "Aanpak GGZ", "category": "scholing", "from": "2020", "until": "2021",)",
                 R"({ "id": "ggz", "name": "Aanpak GGZ", "category": "scholing", "from": "2020", "until": "2023",)");
  minimal.write("data/periods/2022-01.json", R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
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
