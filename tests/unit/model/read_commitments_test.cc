#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("commitments: an id that cannot be a file name") {
  MinimalSite site;
  site.change("data/commitments.json", R"("T21-03")", R"("T21/03")");

  CHECK(site.faults() == R"(data/commitments.json:8:13: error: 'T21/03' cannot be the id of a commitment [id-form]
    8 |     { "id": "T21/03", "title": "Cijfers leveren", "text": "De wethouder levert cijfers.",
      |             ^~~~~~~~
  hint: write it as the council does, without slashes: T20-27
)");
}

TEST_CASE("commitments: two with one id") {
  MinimalSite site;
  site.change("data/commitments.json", R"("T21-03")", R"("T20-27")");

  CHECK(site.faults() == R"(data/commitments.json:8:13: error: another commitment has the id 'T20-27' [id-duplicate]
    8 |     { "id": "T20-27", "title": "Cijfers leveren", "text": "De wethouder levert cijfers.",
      |             ^~~~~~~~
  hint: give each its own id; the first is on line 3
)");
}

TEST_CASE("commitments: an unknown council") {
  MinimalSite site;
  site.change("data/commitments.json", R"("council": "hilversum",
      "due": "2021-04")",
              R"("council": "hilversun",
      "due": "2021-04")");

  CHECK(site.faults() == R"(data/commitments.json:9:96: error: unknown organisation 'hilversun' [reference-unknown]
    9 | …ade_on": "2021-03-04", "meeting": "commissie Zorg", "by": "wethouder Werk", "council": "hilversun",
      |                                                                                         ^~~~~~~~~~~
  hint: use one of: hilversum, regio (did you mean 'hilversum'?)
)");
}

TEST_CASE("commitments: an unknown project") {
  MinimalSite site;
  site.change("data/commitments.json", R"("projects": [ "ggz" ])", R"("projects": [ "ggzz" ])");

  CHECK(site.faults() == R"(data/commitments.json:7:46: error: unknown project 'ggzz' [reference-unknown]
    7 |       "programmes": [ "waw" ], "projects": [ "ggzz" ] },
      |                                              ^~~~~~
  hint: use one of: ggz, taal (did you mean 'ggz'?)
)");
}

TEST_CASE("commitments: one that is due before it was made") {
  MinimalSite site;
  site.change("data/commitments.json", R"("2021-04")", R"("2021-02")");

  CHECK(
      site.faults() ==
      R"(data/commitments.json:10:14: error: commitment 'T21-03' is due (2021-02) before it was made (2021-03-04) [commitment-due-before-made]
   10 |       "due": "2021-02",
      |              ^~~~~~~~~
  hint: correct one of the two dates
)");
}

TEST_CASE("commitments: a lapsed one without a reason") {
  MinimalSite site;
  site.change("data/commitments.json", R"("open")", R"("lapsed")");

  CHECK(site.faults() ==
        R"(data/commitments.json:11:17: error: commitment 'T21-03' lapsed without a reason [commitment-lapsed-reason]
   11 |       "status": "lapsed" }
      |                 ^~~~~~~~
  hint: add 'lapsed_reason': why it no longer holds
)");
}

TEST_CASE("commitments: a reason for what did not lapse") {
  MinimalSite site;
  site.change("data/commitments.json", R"("status": "open")",
              R"("status": "open", "lapsed_reason": "Niet meer nodig")");

  CHECK(
      site.faults() ==
      R"(data/commitments.json:11:25: error: commitment 'T21-03' has a 'lapsed_reason', but it has not lapsed [commitment-lapsed-reason]
   11 |       "status": "open", "lapsed_reason": "Niet meer nodig" }
      |                         ^~~~~~~~~~~~~~~
  hint: write "status": "lapsed", or leave the reason out
)");
}

TEST_CASE("commitments: an unknown status gives no faults about closing") {
  MinimalSite site;
  site.change("data/commitments.json", R"("closed")", R"("clsed")");

  CHECK(site.faults() == R"(data/commitments.json:6:17: error: unknown status 'clsed' [value-unknown]
    6 |       "status": "clsed",
      |                 ^~~~~~~
  hint: use one of: open, in-progress, closed, lapsed (did you mean 'closed'?)
)");
}

TEST_CASE("commitments: a closed one without a letter") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", R"(closes: [T20-27]
)",
              "");

  CHECK(
      site.faults() ==
      R"(data/commitments.json:6:17: error: commitment 'T20-27' is closed, but no letter closes it [commitment-closed-without-letter]
    6 |       "status": "closed",
      |                 ^~~~~~~~
  hint: name it in the 'closes' of the letter that told the council
)");
}

TEST_CASE("commitments: a closed one without a closure text") {
  MinimalSite site;
  site.remove("content/commitments/T20-27.md");

  CHECK(
      site.faults() ==
      R"(data/commitments.json:6:17: error: commitment 'T20-27' is closed, but has no closure text [commitment-closure-missing]
    6 |       "status": "closed",
      |                 ^~~~~~~~
  hint: tell how it was kept in content/commitments/T20-27.md
)");
}

TEST_CASE("commitments: a closure text that is empty") {
  MinimalSite site;
  site.write("content/commitments/T20-27.md", R"(
)");

  CHECK(
      site.faults() ==
      R"(content/commitments/T20-27.md: error: the closure of commitment 'T20-27' is empty [commitment-closure-missing]
  hint: tell how the commitment was kept
)");
}

TEST_CASE("commitments: one that two letters close") {
  MinimalSite site;
  site.write("content/periods/2021-05/letters/laren.md", R"(---
title: Brief
kind: Raadsbrief
from: College
councils: [hilversum]
date: 2021-05
closes: [T20-27]
---
Tekst
)");

  CHECK(
      site.faults() ==
      R"(content/periods/2021-05/letters/laren.md:7:10: error: commitment 'T20-27' is closed already [commitment-closed-twice]
    7 | closes: [T20-27]
      |          ^~~~~~
  hint: it is closed by content/periods/2020-07/letters/hilversum.md
)");
}

TEST_CASE("commitments: one that a letter closes twice") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[T20-27]", "[T20-27, T20-27]");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:7:18: error: commitment 'T20-27' is closed already [commitment-closed-twice]
    7 | closes: [T20-27, T20-27]
      |                  ^~~~~~
  hint: this letter names it twice
)");
}

TEST_CASE("commitments: a letter closes one that is open") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[T20-27]", "[T20-27, T21-03]");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:7:18: error: the letter closes commitment 'T21-03', but its status is "open" [commitment-not-closed]
    7 | closes: [T20-27, T21-03]
      |                  ^~~~~~
  hint: write "status": "closed" in data/commitments.json, or leave it out here
)");
}

TEST_CASE("commitments: a letter closes one that was made to a council that does not get it") {
  const char* const letter = "content/periods/2020-07/letters/hilversum.md";
  const auto with_laren = [] {
    MinimalSite site;
    site.change("data/organisations.json", R"({ "id": "regio")",
                R"({ "id": "laren", "name": "Laren", "kind": "municipality" }, { "id": "regio")");
    return site;
  };
  MinimalSite site = with_laren();
  site.change(letter, "councils: [hilversum]", "councils: [laren]");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:7:10: warning: commitment 'T20-27' was made to the council of 'hilversum', which does not get this letter [commitment-closed-elsewhere]
    7 | closes: [T20-27]
      |          ^~~~~~
  hint: close it in a letter to that council, or add that one to the 'councils' of this letter
)");

  MinimalSite to_both = with_laren();
  to_both.change(letter, "councils: [hilversum]", "councils: [laren, hilversum]");
  CHECK(to_both.faults() == "");
}

TEST_CASE("commitments: of a letter to a council that is not known, nothing is said of what it may close") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "councils: [hilversum]", "councils: [hilversm]");

  const std::string faults = site.faults();
  CHECK(faults.find("[reference-unknown]") != std::string::npos);
  CHECK(faults.find("[commitment-closed-elsewhere]") == std::string::npos);
}

TEST_CASE("commitments: a closure text of one that is open") {
  MinimalSite site;
  site.write("content/commitments/T21-03.md", R"(Gedaan.
)");

  CHECK(
      site.faults() ==
      R"(content/commitments/T21-03.md: warning: commitment 'T21-03' has a closure text, but is not closed [commitment-closure-early]
  hint: write "status": "closed" in data/commitments.json, or remove the file
)");
}

TEST_CASE("commitments: a closure text of an unknown one") {
  MinimalSite site;
  site.write("content/commitments/T20-28.md", R"(Gedaan.
)");

  CHECK(site.faults() ==
        R"(content/commitments/T20-28.md: error: unknown commitment 'T20-28' [closure-without-commitment]
  hint: the file has the id of its commitment as its name; use one of: T20-27, T21-03 (did you mean 'T20-27'?)
)");
}

TEST_CASE("commitments: a letter that could not be read closes perhaps") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "title: Voortgang", "title: [Voortgang");

  CHECK(
      site.faults() ==
      R"(content/periods/2020-07/letters/hilversum.md:2:8: error: the '[' is not closed on its line [front-matter-syntax]
    2 | title: [Voortgang
      |        ^
  hint: write a list as [a, b], or put the text between double quotes
)");
}

TEST_CASE("commitments: the length of an id counts characters") {
  std::string id;
  for (int i = 0; i < 80; ++i) id += "é";
  MinimalSite site;
  site.change("data/commitments.json", R"("T21-03")", '"' + id + '"');

  CHECK(site.faults() == "");
}

}  // namespace stoplicht::test
