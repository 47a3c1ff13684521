#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("reader: an unknown key is reported at the key, with the nearest known one") {
  MinimalSite site;
  site.change("data/site.json", R"("title": "Monitor")", R"("title": "Monitor",
  "taglin": "Regio")");

  CHECK(site.faults() == R"(data/site.json:3:3: error: unknown key 'taglin' [key-unknown]
    3 |   "taglin": "Regio",
      |   ^~~~~~~~
  hint: did you mean 'tagline'?
)");
}

TEST_CASE("reader: a missing key is reported at its object") {
  MinimalSite site;
  site.change("data/organisations.json", R"("id": "regio", "name": "Regio Gooi",)", R"("id": "regio",)");

  CHECK(site.faults() == R"(data/organisations.json:3:5: error: 'name' is missing [key-missing]
    3 |     { "id": "regio", "kind": "region" },
      |     ^
  hint: add "name": "…"
)");
}

TEST_CASE("reader: a missing key of a front matter is reported at the file's top") {
  MinimalSite site;
  site.change("content/pages/about.md", R"(title: Over
)",
              "");

  CHECK(site.faults() == R"(content/pages/about.md:1:1: error: 'title' is missing [key-missing]
    1 | ---
      | ^~~
  hint: add title: "…"
)");
}

TEST_CASE("reader: a missing word of a fixed list comes with the list") {
  MinimalSite site;
  site.change("data/organisations.json", R"("name": "Regio Gooi", "kind": "region")", R"("name": "Regio Gooi")");

  CHECK(site.faults() == R"(data/organisations.json:3:5: error: 'kind' is missing [key-missing]
    3 |     { "id": "regio", "name": "Regio Gooi" },
      |     ^
  hint: use one of: municipality, region, body, ministry, partner
)");
}

TEST_CASE("reader: a wrong type is reported at the value") {
  MinimalSite site;
  site.change("data/site.json", R"("Monitor")", "2020");

  CHECK(site.faults() == R"(data/site.json:2:12: error: 'title' is a number, not a text [type-wrong]
    2 |   "title": 2020,
      |            ^~~~
  hint: write it between quotes
)");
}

TEST_CASE("reader: null where a text may be left out says that the key can go") {
  MinimalSite site;
  site.change("data/site.json", R"("title": "Monitor")", R"("title": "Monitor", "tagline": null)");

  CHECK(site.faults() == R"(data/site.json:2:34: error: 'tagline' is null, not a text [type-wrong]
    2 |   "title": "Monitor", "tagline": null,
      |                                  ^~~~
  hint: leave the key out when there is nothing to tell
)");
}

TEST_CASE("reader: a list where an object should be") {
  MinimalSite site;
  site.change("data/site.json",
              R"("contact": { "name": "Regio", "email": "monitor@example.nl", "url": "https://example.nl/contact" })",
              R"("contact": [])");

  CHECK(site.faults() == R"(data/site.json:7:14: error: 'contact' is a list, not an object [type-wrong]
    7 |   "contact": [],
      |              ^
  hint: write an object: { … }
)");
}

TEST_CASE("reader: an item of a list that is no object") {
  MinimalSite site;
  site.change("data/organisations.json", R"({ "organisation": "regio", "from": "2015", "until": "2030" })",
              R"("regio")");

  CHECK(site.faults() ==
        R"(data/organisations.json:5:22: error: an item of 'member_of' is a text, not an object [type-wrong]
    5 |       "member_of": [ "regio" ] }
      |                      ^~~~~~~
  hint: write an object: { … }
)");
}

TEST_CASE("reader: an item of a list of texts that is no text") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("De kleuren zijn verloren gegaan.")", "7");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:21:15: error: an item of 'limits' is a number, not a text [type-wrong]
   21 |   "limits": [ 7 ]
      |               ^
  hint: write it between quotes
)");
}

TEST_CASE("reader: a file that holds a list is no object, and nothing else is said about it") {
  MinimalSite site;
  site.write("data/commitments.json", R"([]
)");
  site.remove("content/commitments/T20-27.md");
  site.change("content/periods/2020-07/letters/hilversum.md", R"(closes: [T20-27]
)",
              "");

  CHECK(site.faults() == R"(data/commitments.json:1:1: error: the file is a list, not an object [type-wrong]
    1 | []
      | ^
  hint: write an object: { … }
)");
}

TEST_CASE("reader: an empty text is reported") {
  MinimalSite site;
  site.change("data/site.json", R"("Monitor")", R"(" ")");

  CHECK(site.faults() == R"(data/site.json:2:12: error: 'title' is empty [text-empty]
    2 |   "title": " ",
      |            ^~~
  hint: write what the reader of the site should see
)");
}

TEST_CASE("reader: an unknown word of a fixed list gets the list and the nearest") {
  MinimalSite site;
  site.change("data/organisations.json", R"("municipality")", R"("municipalty")");

  CHECK(site.faults() == R"(data/organisations.json:4:55: error: unknown kind 'municipalty' [value-unknown]
    4 |     { "id": "hilversum", "name": "Hilversum", "kind": "municipalty",
      |                                                       ^~~~~~~~~~~~~
  hint: use one of: municipality, region, body, ministry, partner (did you mean 'municipality'?)
)");
}

TEST_CASE("reader: an id with capitals is reported with the id it could be") {
  MinimalSite site;
  site.change("data/organisations.json", R"({ "id": "hilversum")", R"({ "id": "Gooise Meren")");
  site.change("data/commitments.json", R"("council": "hilversum",
      "due": "2020-Q3")",
              R"("council": "regio",
      "due": "2020-Q3")");
  site.change("data/commitments.json", R"("council": "hilversum",
      "due": "2021-04")",
              R"("council": "regio",
      "due": "2021-04")");
  site.change("content/periods/2020-07/letters/hilversum.md", "[hilversum]", "[regio]");

  CHECK(site.faults() == R"(data/organisations.json:4:13: error: 'Gooise Meren' is not an id [id-form]
    4 |     { "id": "Gooise Meren", "name": "Hilversum", "kind": "municipality",
      |             ^~~~~~~~~~~~~~
  hint: write lower-case letters, digits and hyphens, such as 'gooise-meren'
)");
}

TEST_CASE("reader: an id of 81 characters is too long") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("id": "krimp")",
              R"("id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:9:24: error: the id is 81 characters long; at most 80 are allowed [id-form]
    9 |   "figures": [ { "id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
      |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
  hint: an id is part of an address: keep it short
)");
}

TEST_CASE("reader: an impossible date comes with the forms") {
  MinimalSite site;
  site.change("data/organisations.json", R"("2015")", R"("2015-13")");

  CHECK(site.faults() == R"(data/organisations.json:5:57: error: '2015-13' is not a date [date-impossible]
    5 |       "member_of": [ { "organisation": "regio", "from": "2015-13", "until": "2030" } ] }
      |                                                         ^~~~~~~~~
  hint: write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2 or 2024
)");
}

TEST_CASE("reader: a date that is a number") {
  MinimalSite site;
  site.change("data/organisations.json", R"("2015")", "2015");

  CHECK(site.faults() == R"(data/organisations.json:5:57: error: 'from' is a number, not a date [type-wrong]
    5 |       "member_of": [ { "organisation": "regio", "from": 2015, "until": "2030" } ] }
      |                                                         ^~~~
  hint: write a date between quotes: "2024-04-18", "2024-04", "2024-Q2" or "2024"
)");
}

TEST_CASE("reader: a fraction is not a whole number") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "22", "22.5");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:6:62: error: 'stated_projects' is 22.5, not a whole number [number-range]
    6 |   "basis_note": "Afgeleid uit de tekst.", "stated_projects": 22.5,
      |                                                              ^~~~
  hint: round it, or leave it out when it is not known
)");
}

TEST_CASE("reader: a whole number out of range") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "22", "-1");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:6:62: error: 'stated_projects' is -1, outside 0 to 100000 [number-range]
    6 |   "basis_note": "Afgeleid uit de tekst.", "stated_projects": -1,
      |                                                              ^~
  hint: check the sign: it cannot be less than 0
)");
}

TEST_CASE("reader: a whole number far out of range") {
  MinimalSite site;
  site.change("data/programmes.json", "5600000", "1e300");

  CHECK(site.faults() ==
        R"(data/programmes.json:6:32: error: 'amount' is 1e+300, outside 0 to 10000000000000 [number-range]
    6 |       "funding": [ { "amount": 1e300, "qualifier": "about", "from": "2019", "until": "2022", "finan…
      |                                ^~~~~
  hint: check the number of digits
)");
}

TEST_CASE("reader: a number that is a text") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": "9")");

  CHECK(site.faults() == R"(data/periods/2020-07.json:13:61: error: 'actual' is a text, not a number [type-wrong]
   13 |       "values": [ { "indicator": "ggz-trajecten", "actual": "9" } ] },
      |                                                             ^~~
  hint: write digits without quotes, with a point for decimals: 6.5
)");
}

TEST_CASE("reader: a number out of range") {
  MinimalSite site;
  site.change("data/programmes.json", "0.5", "-0.5");

  CHECK(site.faults() == R"(data/programmes.json:10:92: error: 'off_track_below' is -0.5, outside 0 to 10 [number-range]
   10 |           "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": -0.5 } },
      |                                                                                            ^~~~
  hint: check the sign: it cannot be less than 0
)");
}

TEST_CASE("reader: a percentage that cannot be meant") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", "6.5", "6500");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:9:60: error: 'value' is 6500, which is no likely percentage [number-range]
    9 | …": [ { "id": "krimp", "label": "Krimp", "value": 6500, "qualifier": "about", "unit": "percent" } ],
      |                                                   ^~~~
  hint: write 6.5 for 6,5 %
)");
}

TEST_CASE("reader: a quantity with an unknown qualifier") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("at-least")", R"("atleast")");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:83: error: unknown qualifier 'atleast' [value-unknown]
    5 | … "indicator": "placements", "actual": { "value": 430, "qualifier": "atleast" }, "forecast": 600 } ]
      |                                                                     ^~~~~~~~~
  hint: use one of: about, at-least, more-than (did you mean 'at-least'?)
)");
}

TEST_CASE("reader: a quantity without a value") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"({ "value": 430, "qualifier": "at-least" })",
              R"({ "qualifier": "at-least" })");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:54: error: 'value' is missing [key-missing]
    5 | …"totals": [ { "indicator": "placements", "actual": { "qualifier": "at-least" }, "forecast": 600 } ]
      |                                                     ^
  hint: add "value": …
)");
}

TEST_CASE("reader: true or false as a text") {
  MinimalSite site;
  site.change("data/programmes.json", R"("cumulative": true)", R"("cumulative": "ja")");

  CHECK(site.faults() == R"(data/programmes.json:28:21: error: 'cumulative' is a text, not true or false [type-wrong]
   28 |       "cumulative": "ja", "programmes": [ "waw" ],
      |                     ^~~~
  hint: write true or false, without quotes
)");
}

TEST_CASE("reader: a year that is no year") {
  MinimalSite site;
  site.change("data/programmes.json", R"("years": { "2020": 1000 })", R"("years": { "2020-Q1": 1000 })");

  CHECK(site.faults() == R"(data/programmes.json:18:54: error: '2020-Q1' is not a year [date-impossible]
   18 |           { "id": "taal", "name": "Taal", "years": { "2020-Q1": 1000 }, "total": 1000 }
      |                                                      ^~~~~~~~~
  hint: write a year, such as "2024"
)");
}

TEST_CASE("reader: all faults of a file in one run") {
  MinimalSite site;
  site.change("data/site.json", R"("Monitor")", "null");
  site.change("data/site.json", R"("nl")", R"("de")");
  site.change("data/site.json", R"("green")", R"("groen")");

  CHECK(site.faults() == R"(data/site.json:2:12: error: 'title' is null, not a text [type-wrong]
    2 |   "title": null,
      |            ^~~~
  hint: write it between quotes
data/site.json:3:15: error: unknown language 'de' [value-unknown]
    3 |   "language": "de",
      |               ^~~~
  hint: use one of: nl, en
data/site.json:12:57: error: unknown light 'groen' [value-unknown]
   12 | …d": "on-track", "label": "Op koers", "light": "groen", "shape": "check", "meaning": "Gaat goed." },
      |                                                ^~~~~~~
  hint: use one of: green, amber, red, blue, purple, grey (did you mean 'green'?)
)");
}

TEST_CASE("reader: null for a key that has to be there gets the usual hint") {
  MinimalSite site;
  site.change("data/site.json", R"("Monitor")", "null");

  CHECK(site.faults() == R"(data/site.json:2:12: error: 'title' is null, not a text [type-wrong]
    2 |   "title": null,
      |            ^~~~
  hint: write it between quotes
)");
}

TEST_CASE("reader: a text without front matter is told once what it lacks") {
  MinimalSite site;
  site.write("content/periods/2021-05/letters/brief.md", "Geachte raad,\n");

  CHECK(site.faults() ==
        R"(content/periods/2021-05/letters/brief.md:1:1: error: the file has no front matter [key-missing]
    1 | Geachte raad,
      | ^
  hint: write at its top, between two lines ---: 'title', 'kind', 'from', 'date', 'councils'
)");
}

TEST_CASE("reader: a key of a front matter without a space behind its colon") {
  MinimalSite site;
  site.change("content/pages/about.md", "menu: footer\norder: 3", "menu:footer");

  CHECK(site.faults() == R"(content/pages/about.md:4:1: error: unknown key 'menu:footer' [key-unknown]
    4 | menu:footer
      | ^~~~~~~~~~~
  hint: write 'menu: footer', with a space
)");
}

}  // namespace stoplicht::test
