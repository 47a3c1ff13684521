#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

struct Shown {
  std::string layout, section;
  PageView view;
};

Shown shown(const SmallScene& small, const std::string& address) {
  std::vector<Page> pages;
  for (const auto& period : small.site.periods) add_further_pages(small.scene, *period, pages);
  add_text_pages(small.scene, pages);
  for (const Page& page : pages)
    if (page.address == address) return {page.layout, page.section, page.view()};
  REQUIRE_MESSAGE(false, "no page at ", address);
  return {};
}

TEST_CASE("text page: a page without a kind is a text, and holds no words of a glossary") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Shown page = shown(small, "periodes/2020-07/economie.html");

  CHECK(page.layout == "text");
  CHECK(page.view.context["kicker"] == "Periode juli 2020");
  CHECK(page.view.context["groups"] == Json::array());
  CHECK(page.view.context["has_text"] == true);
  CHECK(page.view.texts.at(0).key == "page");
}

TEST_CASE("text page: a document tells its facts, its decisions with an address each, and its attachments") {
  MinimalSite minimal;
  minimal.write(
      "content/pages/voorstel.md",
      "---\ntitle: Het voorstel\nkind: Raadsvoorstel\nfrom: College\ndate: 2019-06\ndate_note: Behandeld in juli.\n"
      "councils: [hilversum]\ndecisions:\n  - text: Stel vast.\n    outcome: Aangenomen.\n  - text: Neem kennis.\n"
      "attachments:\n  - title: Het plan\n    note: niet in dit archief\n---\nTekst.\n");
  const SmallScene small(minimal);

  const Shown page = shown(small, "voorstel.html");
  const Json& context = page.view.context;

  CHECK(page.layout == "document");
  CHECK(page.section == "stukken/index.html");
  CHECK(context["kicker"] == "Raadsvoorstel");
  CHECK(context["tools"]["facts"] == Json::parse(R"([
    { "label": "Soort", "value": "Raadsvoorstel", "href": "" }, { "label": "Datum", "value": "juni 2019", "href": "" },
    { "label": "Van", "value": "College", "href": "" }, { "label": "Aan", "value": "Hilversum", "href": "" } ])"));
  CHECK(context["tools"]["cite"] ==
        "Regio Gooi, Monitor, Het voorstel, stand juni 2019. https://monitor.example.nl/voorstel.html");
  CHECK(context["date_note"] == "Behandeld in juli.");
  CHECK(context["councils"] == false);
  CHECK(context["decisions"]["decisions"] == Json::parse(R"([
    { "id": "beslispunt_1", "number": 1, "text": "Stel vast.", "outcome": "Aangenomen." },
    { "id": "beslispunt_2", "number": 2, "text": "Neem kennis.", "outcome": false } ])"));
  CHECK(context["attachments"]["documents"] ==
        Json::parse(R"([ { "title": "Het plan", "href": "", "meta": "niet in dit archief" } ])"));
}

TEST_CASE("text page: a document of which no date is known says so, and one with a note gives that") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/notitie.md", "---\ntitle: Notitie\nkind: Notitie\n---\n");
  minimal.write("content/periods/2020-07/advies.md", "---\ntitle: Advies\nkind: Advies\ndate_note: Zomer.\n---\n");
  const SmallScene small(minimal);

  const Json note = shown(small, "periodes/2020-07/notitie.html").view.context;
  CHECK(note["tools"]["facts"][1]["value"] == "niet bekend");
  CHECK(note["kicker_sub"] == "periode juli 2020");
  CHECK(note["has_text"] == false);
  CHECK(note["decisions"] == false);
  const Json advice = shown(small, "periodes/2020-07/advies.html").view.context;
  CHECK(advice["tools"]["facts"][1]["value"] == "Zomer.");
  CHECK(advice["date_note"] == false);
}

TEST_CASE("text page: the glossary by group, in alphabetical order, with figures and links") {
  MinimalSite minimal;
  minimal.write("content/pages/begrippen.md",
                "---\ntitle: Begrippen\nterms:\n"
                "  - term: Zorg\n    meaning: Hulp.\n"
                "  - term: WW\n    meaning: Geld.\n    group: Over geld\n    link: https://example.nl/ww\n"
                "  - term: baan\n    also: [banen, werk]\n    meaning: \"Nu {{ total.placements.actual }}.\"\n    "
                "group: Over werk\n"
                "    link: /periodes/#lijst\n"
                "  - term: Één loket\n    meaning: Eén plek.\n    group: Over werk\n---\n");
  const SmallScene small(minimal);

  const Shown page = shown(small, "begrippen.html");
  const Json& groups = page.view.context["groups"];

  REQUIRE(groups.size() == 3);
  CHECK(groups[0]["name"] == "Over geld");
  CHECK(groups[0]["entries"] == Json::parse(R"([
    { "id": "begrip_ww", "term": "WW", "also": false, "meaning": "Geld.", "href": "https://example.nl/ww" } ])"));
  CHECK(groups[1]["id"] == "groep_2");
  CHECK(groups[1]["entries"] == Json::parse(R"([
    { "id": "begrip_baan", "term": "baan", "also": "banen, werk", "meaning": "Nu 430.", "href": "periodes/index.html#lijst" },
    { "id": "begrip_een-loket", "term": "Één loket", "also": false, "meaning": "Eén plek.", "href": false } ])"));
  CHECK(groups[2]["name"] == "Andere woorden");
  CHECK(page.view.context["contents"]["items"].size() == 3);
  CHECK(page.view.context["has_text"] == false);
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("text page: a glossary without groups is one list") {
  MinimalSite minimal;
  minimal.write("content/pages/begrippen.md", "---\ntitle: Begrippen\nterms:\n  - term: WW\n    meaning: Geld.\n---\n");
  const SmallScene small(minimal);

  CHECK(shown(small, "begrippen.html").view.context["groups"][0]["name"] == "Alle woorden");
}

}  // namespace
}  // namespace stoplicht::test
