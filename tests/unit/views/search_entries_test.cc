#include "entry_text.h"
#include "small_archive.h"
#include "small_scene.h"
#include "theme_strings.h"
#include "two_periods.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

// What is to be found of a page of the site, which has no fault.
std::string entry_of(MinimalSite& minimal, const std::string& address) {
  const SmallScene small(minimal, theme_strings().c_str());
  const std::string entry = entry_at(list_pages(small.scene, {}), address);
  CHECK(small.diagnostics.to_text() == "");
  return entry;
}

TEST_CASE("search entries: every page has one, but for paper and what is not there") {
  MinimalSite minimal;
  const SmallScene small(minimal, theme_strings().c_str());
  std::vector<std::string> out;
  for (const Page& page : list_pages(small.scene, {})) {
    const PageView view = page.view();
    out.push_back(page.address + (view.search ? " " + std::string(search_kind_id(view.search->kind)) + " " +
                                                    plain_number(view.search->weight) + " " + view.search->title
                                              : " –"));
  }

  CHECK(out == std::vector<std::string>{
                   "index.html text 0.9 Monitor",
                   "periodes/index.html text 0.9 Periodes",
                   "periodes/2021-05/index.html period 1.05 Mei 2021",
                   "periodes/2021-05/afdruk.html –",
                   "periodes/2020-07/index.html period 1.05 Juli 2020",
                   "periodes/2020-07/ggz.html report 1 Aanpak GGZ",
                   "periodes/2020-07/taal.html report 1 Taal als opstap",
                   "periodes/2020-07/brieven/hilversum.html letter 0.95 Voortgang",
                   "periodes/2020-07/economie.html text 1 De economie",
                   "periodes/2020-07/afdruk.html –",
                   "deelprojecten/ggz.html project 1.25 Aanpak GGZ",
                   "deelprojecten/taal.html project 1.25 Taalvaardigheid",
                   "programmas/index.html text 0.9 Programma’s",
                   "programmas/waw.html programme 1.2 Werken aan Werk",
                   "toezeggingen/index.html text 0.9 Toezeggingen",
                   "toezeggingen/t21-03.html commitment 1.1 Cijfers leveren",
                   "toezeggingen/t20-27.html commitment 1.1 Voortgang bespreken",
                   "over.html text 1 Over",
                   "404.html –",
                   "programmas/waw/scholing.html programme 1.1 Scholing",
                   "gemeenten/index.html text 0.9 Gemeenten",
                   "gemeenten/hilversum.html council 1 Hilversum",
                   "stukken/index.html text 0.9 Stukken",
                   "vergelijk/2020-07--2021-05.html comparison 0.5 Vergelijking van juli 2020 met mei 2021",
                   "vergelijk/index.html text 0.9 Vergelijkingen",
                   "gegevens/index.html data 0.6 Gegevens",
                   "zoeken/index.html –",
                   "edities/index.html text 0.9 Edities",
                   "edities/controleren.html text 1 Zelf controleren"});
  CHECK_FALSE(gone_page(small.scene, "weg.html", "Weg").view().search.has_value());
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("search entries: a report with its light, what explains it, and the name that the project has now") {
  MinimalSite minimal;

  CHECK(entry_of(minimal, "periodes/2020-07/taal.html") ==
        "report: Taal als opstap\n"
        "group: project:taal, weight 1\n"
        "identifiers: WaW 8\n"
        "names: Taalvaardigheid\n"
        "programme: waw Werken aan Werk\n"
        "project: taal Taalvaardigheid\n"
        "period: 2020-07 Juli 2020\n"
        "status: at-risk Risico\n"
        "light: amber warning\n"
        "date: 2020-07\n"
        "[Oorzaak, gevolg en maatregel] Oorzaak: Corona\n");
}

TEST_CASE("search entries: a report with its text, its figures against their target, and its contradiction") {
  MinimalSite minimal;
  minimal.change(
      "data/periods/2020-07.json", R"("project": "ggz", "number": "WaW 7",)",
      R"("project": "ggz", "number": "WaW 7", "summary": "Het loopt.", "contradiction": "Elders staat tien.",)");

  CHECK(entry_of(minimal, "periodes/2020-07/ggz.html") ==
        "report: Aanpak GGZ\n"
        "group: project:ggz, weight 1\n"
        "identifiers: WaW 7\n"
        "summary: Het loopt.\n"
        "programme: waw Werken aan Werk\n"
        "category: waw/scholing Scholing\n"
        "project: ggz Aanpak GGZ\n"
        "period: 2020-07 Juli 2020\n"
        "status: on-track Op koers\n"
        "light: green check\n"
        "date: 2020-07\n"
        "De bron spreekt zichzelf tegen. Elders staat tien.\n"
        "[Voortgang] <progress>\n"
        "[Cijfers] Trajecten: 9 van 12 trajecten\n");
}

TEST_CASE("search entries: a project with the numbers and names of all its periods, its money and its kin") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "on-track", "on-track");

  CHECK(entry_of(minimal, "deelprojecten/taal.html") ==
        "project: Taalvaardigheid\n"
        "group: project:taal, weight 1.25\n"
        "identifiers: WaW 9\n"
        "names: Taal op het werk, WaW 8, Taal als opstap\n"
        "programme: waw Werken aan Werk\n"
        "project: taal Taalvaardigheid\n"
        "[Wat er gebeurde #deel_geschiedenis] Hiervan is afgesplitst: Aanpak GGZ\n");
  CHECK(entry_of(minimal, "deelprojecten/ggz.html") ==
        "project: Aanpak GGZ\n"
        "group: project:ggz, weight 1.25\n"
        "identifiers: WaW 7\n"
        "programme: waw Werken aan Werk\n"
        "category: waw/scholing Scholing\n"
        "project: ggz Aanpak GGZ\n"
        "[Cijfers #deel_cijfers] Trajecten: 12 van 12 trajecten\n"
        "[Geld #deel_geld] GGZ: €\u00a096.000\n"
        "[Wat er gebeurde #deel_geschiedenis] Afgesplitst van Taalvaardigheid\n");
}

TEST_CASE("search entries: a period with its conclusion, its figures and where they come from") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"({ "programme": "waw", "status": "on-track" })",
                 R"({ "programme": "waw", "status": "on-track", "summary": "Het gaat goed." })");

  CHECK(entry_of(minimal, "periodes/2020-07/index.html") ==
        "period: Juli 2020\n"
        "group: period:2020-07, weight 1.05\n"
        "identifiers: 2020-07\n"
        "summary: Op koers\n"
        "period: 2020-07 Juli 2020\n"
        "date: 2020-07\n"
        "[Stoplichten #deel_stoplichten] 1 van de 2 deelprojecten vraagt aandacht.\n"
        "[In het kort #deel_kort] <summary>\n"
        "[Kerncijfers #deel_cijfers] Mensen aan het werk: niet bekend, doel: ongeveer 500. Meten kan nog niet.\n"
        "[Werken aan Werk #programma_waw] Het gaat goed.\n"
        "[Bronnen #deel_bronnen] Monitor juli 2020 / Krimp: ongeveer 6,5\u00a0% / De kleuren zijn verloren gegaan.\n");
  CHECK(entry_of(minimal, "periodes/2021-05/index.html") ==
        "period: Mei 2021\n"
        "group: period:2021-05, weight 1.05\n"
        "identifiers: 2021-05\n"
        "summary: Boven verwachting\n"
        "period: 2021-05 Mei 2021\n"
        "date: 2021-05\n"
        "[Kerncijfers #deel_cijfers] Mensen aan het werk: ten minste 430 van 520 inwoners\n");
}

TEST_CASE("search entries: a letter with its own date, what it closes, announces and has attached") {
  MinimalSite minimal;

  CHECK(entry_of(minimal, "periodes/2020-07/brieven/hilversum.html") ==
        "letter: Voortgang\n"
        "group: letter:2020-07:hilversum, weight 0.95\n"
        "names: Raadsbrief, september 2020\n"
        "period: 2020-07 Juli 2020\n"
        "councils: hilversum Hilversum\n"
        "date: 2020-09\n"
        "<letter>\n"
        "[Doet toezeggingen af] T20-27 Voortgang bespreken\n"
        "[Kondigt aan] De programma's gaan van start. Verwacht: 1 januari 2021 / Volgende brief\n"
        "[Bijlagen] Monitor\n");
}

TEST_CASE("search entries: a commitment is found by its id, and tells how it stands") {
  MinimalSite minimal;

  CHECK(entry_of(minimal, "toezeggingen/t20-27.html") ==
        "commitment: Voortgang bespreken\n"
        "group: toezeggingen/t20-27.html, weight 1.1\n"
        "identifiers: T20-27\n"
        "summary: De wethouder komt terug.\n"
        "programme: waw Werken aan Werk\n"
        "category: waw/scholing Scholing\n"
        "project: ggz Aanpak GGZ\n"
        "councils: hilversum Hilversum\n"
        "status: commitment-closed Afgedaan\n"
        "date: 2020-02-21\n"
        "[Verloop] Door: wethouder Werk. Vergadering: commissie Zorg. / Termijn: derde kwartaal van 2020 / "
        "Afgedaan met een brief: Raadsbrief: Voortgang\n"
        "[Hoe deze toezegging is afgedaan #tekst_afdoening] <closure>\n");
  CHECK(entry_of(minimal, "toezeggingen/t21-03.html") ==
        "commitment: Cijfers leveren\n"
        "group: toezeggingen/t21-03.html, weight 1.1\n"
        "identifiers: T21-03\n"
        "summary: De wethouder levert cijfers.\n"
        "councils: hilversum Hilversum\n"
        "status: commitment-open-overdue Open, termijn voorbij\n"
        "date: 2021-03-04\n"
        "[Verloop] Door: wethouder Werk. Vergadering: commissie Zorg. / Termijn: april 2021\n");
}

TEST_CASE("search entries: the glossary has each word at its own place, with its other forms") {
  MinimalSite minimal;
  minimal.write("content/pages/begrippen.md",
                "---\ntitle: Begrippen\ndescription: Wat woorden betekenen.\nterms:\n"
                "  - term: Zorg\n    meaning: Hulp.\n"
                "  - term: baan\n    also: [banen, werk]\n    meaning: \"Nu {{ total.placements.actual }}.\"\n"
                "    group: Over werk\n---\nVooraf.\n");

  CHECK(entry_of(minimal, "begrippen.html") ==
        "text: Begrippen\n"
        "group: begrippen.html, weight 0.8\n"
        "summary: Wat woorden betekenen.\n"
        "<page>\n"
        "[baan #begrip_baan] Nu 430. / Ook: banen, werk\n"
        "[Zorg #begrip_zorg] Hulp.\n");
}

TEST_CASE("search entries: a document with its decisions and attachments") {
  MinimalSite minimal;
  minimal.write("content/pages/voorstel.md",
                "---\ntitle: Het voorstel\nkind: Raadsvoorstel\nfrom: College\ndate: 2019-06\ncouncils: [hilversum]\n"
                "decisions:\n  - text: Stel vast.\n    outcome: Aangenomen.\n  - text: Neem kennis.\n"
                "attachments:\n  - title: Het plan\n    note: niet in dit archief\n---\nTekst.\n");

  CHECK(entry_of(minimal, "voorstel.html") ==
        "document: Het voorstel\n"
        "group: voorstel.html, weight 0.95\n"
        "names: Raadsvoorstel\n"
        "councils: hilversum Hilversum\n"
        "date: 2019-06\n"
        "[Beslispunt 1 #beslispunt_1] Stel vast. / Aangenomen.\n"
        "[Beslispunt 2 #beslispunt_2] Neem kennis.\n"
        "<page>\n"
        "[Bijlagen] Het plan. niet in dit archief\n");
}

TEST_CASE("search entries: a programme with its money and who steers it, and a category with its lights") {
  MinimalSite minimal;

  CHECK(entry_of(minimal, "programmas/waw.html") ==
        "programme: Werken aan Werk\n"
        "group: programmas/waw.html, weight 1.2\n"
        "names: WaW\n"
        "programme: waw Werken aan Werk\n"
        "[Kerncijfers #deel_cijfers] Mensen aan het werk: ten minste 430 van 520 inwoners\n"
        "[Geld #deel_geld] ongeveer €\u00a05.600.000 2019–2022, van: Regio Gooi / GGZ: €\u00a096.000 / "
        "Taal: €\u00a01.000\n"
        "[Wie stuurt #deel_sturing] Regio Gooi\n");
  CHECK(entry_of(minimal, "programmas/waw/scholing.html") ==
        "programme: Scholing\n"
        "group: programmas/waw/scholing.html, weight 1.1\n"
        "programme: waw Werken aan Werk\n"
        "category: waw/scholing Scholing\n"
        "[Stoplichten #deel_stoplichten] In juli 2020 vroeg geen deelproject aandacht.\n");
}

TEST_CASE("search entries: a council with what it tells itself, and the list with who has no page") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/councils/hilversum.md", "Wij doen mee.\n");

  CHECK(entry_of(minimal, "gemeenten/hilversum.html") ==
        "council: Hilversum\n"
        "group: gemeenten/hilversum.html, weight 1\n"
        "summary: Hilversum: 1 brief, 1 open toezegging\n"
        "councils: hilversum Hilversum\n"
        "[Juli 2020 #periode_2020-07] <texts/0/text>\n");
  CHECK(entry_of(minimal, "gemeenten/index.html") ==
        "text: Gemeenten\n"
        "group: gemeenten/index.html, weight 0.9\n"
        "summary: De monitor is van alle gemeenten samen. Brieven, toezeggingen en eigen deelprojecten horen bij één "
        "gemeente.\n"
        "[Andere organisaties #deel_organisaties] Regio Gooi · regio\n");
}

TEST_CASE("search entries: a comparison with what moved") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "off-track", "at-risk");

  CHECK(entry_of(minimal, "vergelijk/2020-07--2021-05.html") ==
        "comparison: Vergelijking van juli 2020 met mei 2021\n"
        "group: comparisons, weight 0.5\n"
        "summary: Eén stoplicht werd slechter, geen beter. Eén van de 2 deelprojecten hield hetzelfde stoplicht.\n"
        "period: 2021-05 Mei 2021\n"
        "date: 2021-05\n"
        "[Stoplichten #deel_stoplichten] Aanpak GGZ: op koers wordt niet op koers\n"
        "[Cijfers en doelen #deel_cijfers] Trajecten: 9 trajecten wordt 12 trajecten\n");
}

// ---- editions -------------------------------------------------------------------------------

std::vector<Page> pages_of(const Scene& scene, const Period& period) {
  std::vector<Page> pages;
  add_period_page(scene, period, pages);
  add_report_pages(scene, period, pages);
  add_letter_pages(scene, period, pages);
  add_further_pages(scene, period, pages);
  add_print_page(scene, period, pages);
  add_withdrawn_pages(scene, period, pages);
  return pages;
}

TEST_CASE("search entries: a page of a replaced edition says so, and stands with the newest under the names of today") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("name": "Taalvaardigheid")", R"("name": "Taalhuis")");
  SmallArchive small(minimal);
  const Scene first = small.scene_of_edition(1);
  const std::vector<Page> pages = pages_of(first, *small.edition(1).period);

  CHECK(entry_at(pages, "periodes/2020-07/v1/taal.html") ==
        "report: Taal als opstap\n"
        "group: project:taal, weight 1\n"
        "identifiers: WaW 8\n"
        "names: Taalhuis\n"
        "programme: waw Werken aan Werk\n"
        "project: taal Taalhuis\n"
        "period: 2020-07 Juli 2020\n"
        "status: at-risk Risico\n"
        "light: amber warning\n"
        "date: 2020-07\n"
        "superseded: Editie 1, vervangen door editie 2\n"
        "[Oorzaak, gevolg en maatregel] Oorzaak: Corona\n");
  CHECK(entry_at(pages, "periodes/2020-07/v1/economie.html") ==
        "text: De economie\n"
        "group: periodes/2020-07/economie.html, weight 1\n"
        "period: 2020-07 Juli 2020\n"
        "date: 2020-07\n"
        "superseded: Editie 1, vervangen door editie 2\n"
        "<page>\n");
  CHECK(entry_at(pages, "periodes/2020-07/v1/index.html").find("group: period:2020-07,") != std::string::npos);
  CHECK(entry_at(pages, "periodes/2020-07/v1/brieven/hilversum.html").find("group: letter:2020-07:hilversum,") !=
        std::string::npos);
  CHECK(entry_at(pages, "periodes/2020-07/v1/afdruk.html") == "");
  const Scene second = small.scene_of_edition(2);
  CHECK(entry_at(pages_of(second, *small.edition(2).period), "periodes/2020-07/taal.html").find("superseded") ==
        std::string::npos);
}

TEST_CASE("search entries: a correction tells its reason, and no text that it replaced") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": "Corona en ziekte")");
  SmallArchive small(minimal);

  CHECK(entry_at(list_pages(small.scene, {}), "vergelijk/2020-07--v1--v2.html") ==
        "comparison: Verbetering van juli 2020: editie 1 en 2\n"
        "group: comparisons, weight 0.5\n"
        "summary: Editie 2 verandert één ding. Verkeerd geteld.\n"
        "period: 2020-07 Juli 2020\n"
        "date: 2026-11-02\n");
}

TEST_CASE("search entries: the notice of what was withdrawn is not found") {
  MinimalSite minimal;
  minimal.remove("content/periods/2020-07/economie.md");
  SmallArchive small(minimal);
  small.withdraw("text:content/periods/2020-07/economie.md", "groei.html");
  const Scene second = small.scene_of_edition(2);

  CHECK(entry_at(pages_of(second, *small.edition(2).period), "periodes/2020-07/groei.html") == "");
}

}  // namespace
}  // namespace stoplicht::test
