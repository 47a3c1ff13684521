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

TEST_CASE("letters: an unknown council") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[hilversum]", "[hilvrsum]");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/letters/hilversum.md:5:12: error: unknown organisation 'hilvrsum' [reference-unknown]
    5 | councils: [hilvrsum]
      |            ^~~~~~~~
  hint: use one of: hilversum, regio (did you mean 'hilversum'?)
)");
}

TEST_CASE("letters: no council") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[hilversum]", "[]");

  CHECK(site.faults() == R"(content/periods/2020-07/letters/hilversum.md:5:11: error: 'councils' is empty [list-empty]
    5 | councils: []
      |           ^
  hint: name the councils that the letter is for
)");
}

TEST_CASE("letters: neither a date nor a note about it") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", R"(date: 2020-09
)",
              "");

  CHECK(site.faults() == R"(content/periods/2020-07/letters/hilversum.md:1:1: error: 'date' is missing [key-missing]
    1 | ---
      | ^~~
  hint: add a date, or 'date_note' when the letter does not bear one
)");
}

TEST_CASE("letters: an unknown commitment") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[T20-27]", "[T20-27, T20-72]");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/letters/hilversum.md:7:18: error: unknown commitment 'T20-72' [reference-unknown]
    7 | closes: [T20-27, T20-72]
      |                  ^~~~~~
  hint: use one of: T20-27, T21-03 (did you mean 'T20-27'?)
)");
}

TEST_CASE("letters: an attachment that is not there") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "file: monitor.pdf", "file: montor.pdf");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:14:11: error: there is no file 'content/periods/2020-07/letters/montor.pdf' [file-missing]
   14 |     file: montor.pdf
      |           ^~~~~~~~~~
  hint: did you mean 'monitor.pdf'?
)");
}

TEST_CASE("letters: an attachment outside the site folder") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "file: monitor.pdf", "file: ../../../../../etc/passwd");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:14:11: error: '../../../../../etc/passwd' does not name a file of the site folder [path-outside]
   14 |     file: ../../../../../etc/passwd
      |           ^~~~~~~~~~~~~~~~~~~~~~~~~
  hint: put the file beside the letter and write its name only
)");
}

TEST_CASE("letters: an attachment with a file and an address") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "file: monitor.pdf", R"(file: monitor.pdf
    url: https://example.nl/monitor.pdf)");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:15:5: error: an attachment has a 'file' or a 'url', not both [attachment-place]
   15 |     url: https://example.nl/monitor.pdf
      |     ^~~
  hint: keep the file: it stays when the other site moves
)");
}

TEST_CASE("letters: an announcement with an impossible date") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "by: 2021-01-01", "by: 2021-02-29");

  CHECK(site.faults() ==
        R"(content/periods/2020-07/letters/hilversum.md:10:9: error: '2021-02-29' is not a date [date-impossible]
   10 |     by: 2021-02-29
      |         ^~~~~~~~~~
  hint: write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2 or 2024
)");
}

TEST_CASE("letters: a file name that is no part of an address") {
  MinimalSite site;
  site.write("content/periods/2021-05/letters/Laren 2021.md", R"(---
title: Brief
kind: Raadsbrief
from: College
councils: [hilversum]
date_note: Geen datum
---
Tekst
)");

  CHECK(
      site.faults() ==
      R"(content/periods/2021-05/letters/Laren 2021.md: error: the file name 'Laren 2021' cannot be part of an address [slug-form]
  hint: rename the file to laren-2021.md: lower-case letters, digits and hyphens
)");
}

TEST_CASE("content: 'slug' is among the keys of a page that has none") {
  MinimalSite site;
  site.change("content/periods/2020-07/economie.md", "title: De economie\n", "title: De economie\nslog: x\n");

  CHECK(site.faults() == R"(content/periods/2020-07/economie.md:3:1: error: unknown key 'slog' [key-unknown]
    3 | slog: x
      | ^~~~
  hint: use one of: title, description, slug, menu, order (did you mean 'slug'?)
)");
}

}  // namespace stoplicht::test
