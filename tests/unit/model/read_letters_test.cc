#include "minimal_site.h"

namespace stoplicht::test {

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
  hint: put the file beside this text and write its name only
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

}  // namespace stoplicht::test
