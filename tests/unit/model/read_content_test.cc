#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("content: a period without a summary") {
  MinimalSite site;
  site.remove("content/periods/2021-05/summary.md");

  CHECK(site.faults() == R"(data/periods/2021-05.json: error: period '2021-05' has no summary [period-without-summary]
  hint: write content/periods/2021-05/summary.md, with a 'headline'
)");
}

TEST_CASE("content: a summary without a headline") {
  MinimalSite site;
  site.write("content/periods/2021-05/summary.md", R"(Tekst.
)");

  CHECK(site.faults() == R"(content/periods/2021-05/summary.md:1:1: error: the file has no front matter [key-missing]
    1 | Tekst.
      | ^
  hint: write at its top, between two lines ---: 'headline'
)");
}

TEST_CASE("content: progress of a project that the period does not report") {
  MinimalSite site;
  site.write("content/periods/2021-05/progress/ggz.md", R"(Tekst
)");

  CHECK(
      site.faults() ==
      R"(content/periods/2021-05/progress/ggz.md: error: period '2021-05' does not report on project 'ggz' [progress-without-report]
  hint: add the project to data/periods/2021-05.json, or remove the file
)");
}

TEST_CASE("content: progress of an unknown project") {
  MinimalSite site;
  site.write("content/periods/2020-07/progress/gzz.md", R"(Tekst
)");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/progress/gzz.md: error: unknown project 'gzz' [progress-without-report]
  hint: use one of: ggz, taal (did you mean 'ggz'?)
)");
}

TEST_CASE("content: a front matter that is not read") {
  MinimalSite site;
  site.write("content/periods/2020-07/progress/ggz.md", R"(---
title: GGZ
---
Tekst
)");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/progress/ggz.md:1:1: warning: the front matter of this file is not read [front-matter-unused]
    1 | ---
      | ^~~
  hint: leave it out: the file holds a text only
)");
}

TEST_CASE("content: a file in a folder that nothing reads") {
  MinimalSite site;
  site.write("content/periods/2020-07/letter/laren.md", R"(Tekst
)");

  CHECK(site.faults() == R"(content/periods/2020-07/letter/laren.md: warning: nothing reads this file [file-unused]
  hint: did you mean 'content/periods/2020-07/letters/laren.md'?
)");
}

TEST_CASE("content: a folder of an unknown period") {
  MinimalSite site;
  site.write("content/periods/2020-06/summary.md", R"(Tekst
)");

  CHECK(site.faults() == R"(content/periods/2020-06/summary.md: warning: nothing reads this file [file-unused]
  hint: there is no data/periods/2020-06.json; use one of: 2020-07, 2021-05 (did you mean '2020-07'?)
)");
}

TEST_CASE("content: a page in the wrong folder") {
  MinimalSite site;
  site.write("content/page/privacy.md", R"(Tekst
)");

  CHECK(site.faults() == R"(content/page/privacy.md: warning: nothing reads this file [file-unused]
  hint: did you mean 'content/pages/privacy.md'?
)");
}

TEST_CASE("content: a data file that nothing reads") {
  MinimalSite site;
  site.write("data/commitment.json", R"({}
)");

  CHECK(site.faults() == R"(data/commitment.json: warning: nothing reads this file [file-unused]
  hint: did you mean 'data/commitments.json'?
)");
}

TEST_CASE("content: a period file in the wrong folder") {
  MinimalSite site;
  site.write("data/2020-08.json", R"({}
)");

  CHECK(site.faults() == R"(data/2020-08.json: warning: nothing reads this file [file-unused]
  hint: did you mean 'data/periods/2020-08.json'?
)");
}

TEST_CASE("content: a slug that is no part of an address") {
  MinimalSite site;
  site.change("content/pages/about.md", "slug: over", "slug: Over Ons");

  CHECK(site.faults() == R"(content/pages/about.md:3:7: error: 'Over Ons' cannot be part of an address [slug-form]
    3 | slug: Over Ons
      |       ^~~~~~~~
  hint: write lower-case letters, digits and hyphens, such as 'over-ons'
)");
}

TEST_CASE("content: a file name that is no part of an address") {
  MinimalSite site;
  site.write("content/periods/2020-07/Brief Écht.md", R"(---
title: Brief
---
Tekst
)");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/Brief Écht.md: error: the file name 'Brief Écht' cannot be part of an address [slug-form]
  hint: rename the file to brief-echt.md: lower-case letters, digits and hyphens
)");
}

TEST_CASE("content: a page of a period in the menu") {
  MinimalSite site;
  site.change("content/periods/2020-07/economie.md", R"(title: De economie
)",
              R"(title: De economie
menu: main
)");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/economie.md:3:1: error: a page of a period cannot be in the menu [menu-of-period]
    3 | menu: main
      | ^~~~
  hint: leave 'menu' out, or move the file to content/pages/
)");
}

TEST_CASE("content: an unknown menu") {
  MinimalSite site;
  site.change("content/pages/about.md", "menu: footer", "menu: voet");

  CHECK(site.faults() == R"(content/pages/about.md:4:7: error: unknown menu 'voet' [value-unknown]
    4 | menu: voet
      |       ^~~~
  hint: use one of: main, footer
)");
}

TEST_CASE("content: 'slug' is among the keys of a page that has none") {
  MinimalSite site;
  site.change("content/periods/2020-07/economie.md", "title: De economie\n", "title: De economie\nslog: x\n");

  CHECK(site.faults() == R"(content/periods/2020-07/economie.md:3:1: error: unknown key 'slog' [key-unknown]
    3 | slog: x
      | ^~~~
  hint: did you mean 'slug'?
)");
}

TEST_CASE("content: what each council tells of its own, in the order of the organisations") {
  MinimalSite site;
  site.change("data/organisations.json", R"(    { "id": "hilversum")",
              R"(    { "id": "weesp", "name": "Weesp", "kind": "municipality" },
    { "id": "hilversum")");
  site.write("content/periods/2020-07/councils/hilversum.md", "Hier gaat het goed.\n");
  site.write("content/periods/2020-07/councils/weesp.md", "Hier ook.\n");

  CHECK(site.faults() == "");
  const Site built = site.build();
  const auto& texts = built.find_period("2020-07")->local_texts;
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].council->id == "weesp");
  CHECK(texts[1].council->id == "hilversum");
  CHECK(texts[1].text.document->body() == "Hier gaat het goed.\n");
  CHECK(texts[1].text.period->id == "2020-07");
}

TEST_CASE("content: a council's own text of an organisation that is no municipality, and of nobody") {
  MinimalSite site;
  site.write("content/periods/2020-07/councils/regio.md", "Tekst\n");
  site.write("content/periods/2020-07/councils/hilversm.md", "Tekst\n");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/councils/hilversm.md: error: unknown municipality 'hilversm' [local-text-council]
  hint: the file has the id of a municipality as its name; did you mean 'hilversum'?
content/periods/2020-07/councils/regio.md: error: 'regio' is not a municipality [local-text-council]
  hint: the file has the id of a municipality as its name; use 'hilversum'
)");
}

TEST_CASE("content: a document tells its kind, date, councils, decisions and attachments") {
  MinimalSite site;
  site.write("content/periods/2020-07/voorstel.md", R"(---
title: Het voorstel
kind: Raadsvoorstel
from: College van Hilversum
date: 2020-06
date_note: Behandeld in juli.
councils: [hilversum]
decisions:
  - text: Stel het plan vast.
    outcome: Aangenomen.
  - text: Neem kennis van de bijlage.
attachments:
  - title: De monitor
    file: letters/monitor.pdf
    note: zoals verstuurd
---
Tekst
)");

  CHECK(site.faults() == "");
  const Site built = site.build();
  const Period& period = *built.find_period("2020-07");
  const ContentPage& page = *period.pages.at(1);
  CHECK(page.address == "periodes/2020-07/voorstel.html");
  CHECK(page.period == &period);
  CHECK(page.kind_label == "Raadsvoorstel");
  CHECK(page.from == "College van Hilversum");
  CHECK(to_iso(page.date.value()) == "2020-06");
  CHECK(page.date_note == "Behandeld in juli.");
  REQUIRE(page.councils.size() == 1);
  CHECK(page.councils[0]->id == "hilversum");
  REQUIRE(page.decisions.size() == 2);
  CHECK(page.decisions[0].text == "Stel het plan vast.");
  CHECK(page.decisions[0].outcome == "Aangenomen.");
  CHECK(page.decisions[1].outcome == "");
  REQUIRE(page.attachments.size() == 1);
  CHECK(page.attachments[0].file == "content/periods/2020-07/letters/monitor.pdf");
  CHECK(built.pages.at(0)->kind_label == "");
  CHECK(built.pages.at(0)->period == nullptr);
}

TEST_CASE("content: what only a document has is reported without a kind") {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n", "order: 3\nfrom: College\ndecisions:\n  - text: Stel vast.\n");

  CHECK(site.faults() == R"(content/pages/about.md:6:1: error: 'from' belongs to a document [document-without-kind]
    6 | from: College
      | ^~~~
  hint: say with 'kind' what document this is, such as Raadsvoorstel, or leave 'from' out
content/pages/about.md:7:1: error: 'decisions' belongs to a document [document-without-kind]
    7 | decisions:
      | ^~~~~~~~~
  hint: say with 'kind' what document this is, such as Raadsvoorstel, or leave 'decisions' out
)");
}

TEST_CASE("content: a misspelt kind is one fault, not also that the kind is missing") {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n", "order: 3\nkid: Raadsvoorstel\nfrom: College\n");

  CHECK(site.faults() == R"(content/pages/about.md:6:1: error: unknown key 'kid' [key-unknown]
    6 | kid: Raadsvoorstel
      | ^~~
  hint: did you mean 'kind'?
)");
}

TEST_CASE("content: a decision without a text") {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n",
              "order: 3\nkind: Voorstel\ndecisions:\n  - outcome: Aangenomen.\n");

  CHECK(site.faults() == R"(content/pages/about.md:8:5: error: 'text' is missing [key-missing]
    8 |   - outcome: Aangenomen.
      |     ^~~~~~~
  hint: add text: "…"
)");
}

}  // namespace stoplicht::test
