#include "views/pages.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

std::vector<std::string> addresses_of(const std::vector<Page>& pages) {
  std::vector<std::string> out;
  for (const Page& page : pages) out.push_back(page.address + " " + page.layout);
  return out;
}

TEST_CASE("pages: every page of the minimal site, in a fixed order") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(addresses_of(list_pages(small.scene, {})) ==
        std::vector<std::string>{"index.html home",
                                 "periodes/index.html archive",
                                 "periodes/2021-05/index.html period",
                                 "periodes/2021-05/afdruk.html print",
                                 "periodes/2020-07/index.html period",
                                 "periodes/2020-07/ggz.html report",
                                 "periodes/2020-07/taal.html report",
                                 "periodes/2020-07/brieven/hilversum.html letter",
                                 "periodes/2020-07/economie.html text",
                                 "periodes/2020-07/afdruk.html print",
                                 "deelprojecten/ggz.html project",
                                 "deelprojecten/taal.html project",
                                 "programmas/index.html programmes",
                                 "programmas/waw.html programme",
                                 "toezeggingen/index.html commitments",
                                 "toezeggingen/t21-03.html commitment",
                                 "toezeggingen/t20-27.html commitment",
                                 "over.html text",
                                 "404.html not-found",
                                 "programmas/waw/scholing.html category",
                                 "gemeenten/index.html councils",
                                 "gemeenten/hilversum.html council",
                                 "stukken/index.html documents",
                                 "vergelijk/2020-07--2021-05.html comparison",
                                 "vergelijk/index.html comparisons",
                                 "gegevens/index.html data",
                                 "zoeken/index.html search",
                                 "edities/index.html editions",
                                 "edities/controleren.html checking"});
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("pages: two files at one address are reported at the second, with the first named") {
  MinimalSite minimal;
  minimal.write("content/pages/again.md", "---\ntitle: Nog eens\nslug: over\n---\nOver ons.\n");
  const SmallScene small(minimal);

  list_pages(small.scene, {});

  const std::string faults = small.diagnostics.to_text();
  const bool first = faults ==
                     "content/pages/again.md: error: two pages at one address: over.html [address-collision]\n"
                     "  hint: the other page comes from content/pages/about.md; give one of them another slug or id\n";
  const bool second = faults ==
                      "content/pages/about.md: error: two pages at one address: over.html [address-collision]\n"
                      "  hint: the other page comes from content/pages/again.md; give one of them another slug or id\n";
  CHECK_MESSAGE((first || second), faults);
}

TEST_CASE("pages: a page of a period may not take a project's address") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/ggz-cijfers.md", "---\ntitle: Cijfers\nslug: ggz\n---\nTekst.\n");
  const SmallScene small(minimal);

  list_pages(small.scene, {});

  CHECK(small.diagnostics.to_text() ==
        "content/periods/2020-07/ggz-cijfers.md: error: two pages at one address: periodes/2020-07/ggz.html "
        "[address-collision]\n"
        "  hint: the other page is that of project 'ggz' of period '2020-07'; give one of them another slug or id\n");
}

TEST_CASE("pages: an address of the site itself is not free") {
  MinimalSite minimal;
  minimal.write("content/pages/start.md", "---\ntitle: Start\nslug: index\n---\nTekst.\n");
  const SmallScene small(minimal);

  list_pages(small.scene, {});

  CHECK(small.diagnostics.to_text() ==
        "content/pages/start.md: error: two pages at one address: index.html [address-collision]\n"
        "  hint: this address belongs to the site itself; give this page another slug\n");
}

TEST_CASE("pages: ids that make one address are reported in their file") {
  MinimalSite minimal;
  minimal.change("data/commitments.json", "\"id\": \"T21-03\"", "\"id\": \"t20-27\"");
  const auto file = strings_file(small_strings);
  Diagnostics diagnostics;
  const Strings strings(*file, diagnostics);
  const Locale locale("nl");
  const Site site = minimal.build();

  list_pages({site, locale, strings, diagnostics}, {});

  CHECK(diagnostics.to_text() ==
        "data/commitments.json: error: two pages at one address: toezeggingen/t20-27.html, that of commitment 'T20-27' "
        "[address-collision]\n"
        "  hint: the other page is that of commitment 't20-27'; give one of them another slug or id\n");
}

TEST_CASE("pages: a site without a period has pages, but no home page to show") {
  const Site site;
  const auto file = strings_file(small_strings);
  Diagnostics diagnostics;
  const Strings strings(*file, diagnostics);
  const Locale locale("nl");

  CHECK(addresses_of(list_pages({site, locale, strings, diagnostics}, {})) ==
        std::vector<std::string>{"periodes/index.html archive", "programmas/index.html programmes",
                                 "toezeggingen/index.html commitments", "404.html not-found",
                                 "stukken/index.html documents", "gegevens/index.html data", "zoeken/index.html search",
                                 "edities/index.html editions", "edities/controleren.html checking"});
}

TEST_CASE("site context: what every page may name") {
  MinimalSite minimal;
  minimal.change("data/site.json", "\"privacy\": \"/privacy.html\"",
                 "\"privacy\": \"/privacy.html\", \"accessibility\": \"https://example.nl/toegankelijk\"");
  const SmallScene small(minimal);

  CHECK(site_context(small.scene, {"assets/klein.css", "assets/klein-page.js", "", ""}, "klein-theme",
                     "Stoplicht 1.2.3") == Json::parse(R"({
    "site": {
      "title": "Monitor", "tagline": "", "language": "nl", "publisher": "Regio Gooi", "notice": false,
      "stylesheet": "assets/klein.css", "page_script": { "address": "assets/klein-page.js" }, "search_script": false,
      "search_stylesheet": false,
      "token_class": "klein-theme", "generator": "Stoplicht 1.2.3",
      "contact": { "name": "Regio", "email": "monitor@example.nl", "url": "https://example.nl/contact" },
      "footer_links": [
        { "label": "Over", "address": "over.html", "url": "" },
        { "label": "Gegevens", "address": "gegevens/index.html", "url": "" },
        { "label": "Edities", "address": "edities/index.html", "url": "" },
        { "label": "Privacy", "address": "privacy.html", "url": "" },
        { "label": "Toegankelijkheid", "address": "", "url": "https://example.nl/toegankelijk" } ] },
    "strings": { "table": "Tabel" } })"));
}

TEST_CASE("site context: no contact and no links is nothing to show") {
  MinimalSite minimal;
  minimal.change("data/site.json",
                 "\"contact\": { \"name\": \"Regio\", \"email\": \"monitor@example.nl\", \"url\": "
                 "\"https://example.nl/contact\" },",
                 "");
  minimal.change("data/site.json", "\"links\": { \"privacy\": \"/privacy.html\" },", "");
  minimal.change("content/pages/about.md", "menu: footer\norder: 3\n", "");
  const SmallScene small(minimal);

  const Json site = site_context(small.scene, {}, "", "")["site"];

  CHECK(site["contact"] == false);
  CHECK(site["footer_links"] == Json::parse(R"([
    { "label": "Gegevens", "address": "gegevens/index.html", "url": "" }, { "label": "Edities", "address": "edities/index.html", "url": "" } ])"));
}

TEST_CASE("site context: a notice for every page, and a glossary in the footer once") {
  MinimalSite minimal;
  minimal.change(
      "data/site.json", "\"language\": \"nl\",",
      "\"language\": \"nl\", \"notice\": { \"title\": \"Verzonnen.\", \"text\": \"De stad bestaat niet.\" },");
  minimal.write(
      "content/pages/begrippen.md",
      "---\ntitle: Begrippen\nterms:\n  - term: Uitstroom\n    meaning: Weg uit de bijstand.\n---\nWoorden.\n");
  const SmallScene small(minimal);

  const Json site = site_context(small.scene, {}, "", "")["site"];

  CHECK(site["notice"] == Json{{"title", "Verzonnen."}, {"text", "De stad bestaat niet."}});
  CHECK(site["footer_links"].size() == 5);
  CHECK(site["footer_links"][1] == Json{{"label", "Begrippen"}, {"address", "begrippen.html"}, {"url", ""}});
}

TEST_CASE("menu: the entry of the page's own section is current, and pages join by their front matter") {
  MinimalSite minimal;
  minimal.change("content/pages/about.md", "menu: footer", "menu: main");
  const SmallScene small(minimal);

  const std::map<std::string, Json> menus = menu_contexts(small.scene, list_pages(small.scene, {}));

  REQUIRE(menus.size() == 8);  // The seven entries, and none for the page of unknown addresses.
  CHECK(menus.at("periodes/index.html") == Json::parse(R"({ "nav": [
    { "label": "Nieuwste", "address": "index.html", "current": false },
    { "label": "Periodes", "address": "periodes/index.html", "current": true },
    { "label": "Programma's", "address": "programmas/index.html", "current": false },
    { "label": "Toezeggingen", "address": "toezeggingen/index.html", "current": false },
    { "label": "Gemeenten", "address": "gemeenten/index.html", "current": false },
    { "label": "Stukken", "address": "stukken/index.html", "current": false },
    { "label": "Over", "address": "over.html", "current": false } ] })"));
  CHECK(menus.at("over.html")["nav"][6]["current"] == true);
  for (const Json& entry : menus.at("")["nav"]) CHECK(entry["current"] == false);
}

}  // namespace
}  // namespace stoplicht::test
