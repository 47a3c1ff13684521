#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("site: a file that is missing") {
  MinimalSite site;
  site.remove("data/organisations.json");

  CHECK(site.faults() == R"(data/organisations.json: error: the file is missing [file-missing]
  hint: every site folder has one: see FORMATS.md
)");
}

TEST_CASE("site: a folder without periods") {
  MinimalSite site;
  site.remove("data/periods/2020-07.json");
  site.remove("data/periods/2021-05.json");
  site.remove("content/periods/2020-07/summary.md");
  site.remove("content/periods/2021-05/summary.md");
  site.remove("content/periods/2020-07/letters/hilversum.md");
  site.remove("content/periods/2020-07/progress/ggz.md");
  site.remove("content/periods/2020-07/economie.md");
  site.remove("content/commitments/T20-27.md");
  site.change("data/commitments.json", R"("closed")", R"("open")");
  site.change("data/programmes.json", R"(, "period": "2020-07")", "");
  site.change("data/programmes.json", R"({ "value": 12, "from_period": "2020-07" })", "");
  site.change("data/programmes.json", R"(
        { "value": 500, "qualifier": "about", "from_period": "2020-07" },
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" }
      )",
              "");

  CHECK(site.faults() == R"(data/periods: error: there is no reporting period [period-missing]
  hint: write one, such as data/periods/2024-07.json
)");
}

TEST_CASE("site: a syntax fault in a file gives no faults about what it would have said") {
  MinimalSite site;
  site.change("data/programmes.json", R"("short_name": "WaW",)", R"("short_name": "WaW")");

  CHECK(site.faults() == R"(data/programmes.json:3:66: error: a comma is missing here [json-syntax]
    3 |     { "id": "waw", "name": "Werken aan Werk", "short_name": "WaW" "from": "2020", "until": "2023",
      |                                                                  ^
  hint: write ',' between two items
)");
}

TEST_CASE("site: the address of the site ends in a slash") {
  MinimalSite site;
  site.change("data/site.json", "https://monitor.example.nl/", "https://monitor.example.nl");

  CHECK(site.faults() == R"(data/site.json:4:15: error: 'https://monitor.example.nl' does not end in '/' [url-form]
    4 |   "base_url": "https://monitor.example.nl",
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
  hint: write "https://monitor.example.nl/"
)");
}

TEST_CASE("site: the address of the site is one of the web") {
  MinimalSite site;
  site.change("data/site.json", "https://monitor.example.nl/", "ftp://monitor.example.nl/");

  CHECK(site.faults() ==
        R"(data/site.json:4:15: error: 'ftp://monitor.example.nl/' is not the address of a site [url-form]
    4 |   "base_url": "ftp://monitor.example.nl/",
      |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~
  hint: write where the site will stand: https://monitor.example.nl/
)");
}

TEST_CASE("site: a javascript link is refused") {
  MinimalSite site;
  site.change("data/site.json", "/privacy.html", "javascript:alert(1)");

  CHECK(site.faults() ==
        R"~(data/site.json:8:25: error: 'javascript:alert(1)' is not an address of the web or of this site [url-form]
    8 |   "links": { "privacy": "javascript:alert(1)" },
      |                         ^~~~~~~~~~~~~~~~~~~~~
  hint: write https://… or, for a page of this site, /privacy.html
)~");
}

TEST_CASE("site: an address of the web where no page of the site will do") {
  MinimalSite site;
  site.change("data/site.json", "https://example.nl/contact", "/contact.html");

  CHECK(site.faults() == R"(data/site.json:7:71: error: '/contact.html' is not an address of the web [url-form]
    7 |   "contact": { "name": "Regio", "email": "monitor@example.nl", "url": "/contact.html" },
      |                                                                       ^~~~~~~~~~~~~~~
  hint: write the whole address: https://…
)");
}

TEST_CASE("site: an e-mail address without a domain") {
  MinimalSite site;
  site.change("data/site.json", "monitor@example.nl", "monitor@example");

  CHECK(site.faults() == R"(data/site.json:7:42: error: 'monitor@example' is not an e-mail address [email-form]
    7 |   "contact": { "name": "Regio", "email": "monitor@example", "url": "https://example.nl/contact" },
      |                                          ^~~~~~~~~~~~~~~~~
  hint: write one address only, such as monitor@example.nl
)");
}

TEST_CASE("site: a notice and a house style of its own") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"("theme": "gemeente",)", R"("theme": "gemeente", "house_style": "haven",
  "notice": { "title": "Verzonnen", "text": "Deze stad bestaat niet." },)");
  CHECK(minimal.faults() == "");
  const Site site = minimal.build();

  CHECK(site.house_style == "haven");
  CHECK(site.notice.title == "Verzonnen");
  CHECK(site.notice.text == "Deze stad bestaat niet.");
}

TEST_CASE("site: without a notice and a house style there is neither") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(site.house_style == "");
  CHECK(site.notice.text == "");
}

TEST_CASE("site: a notice without a text") {
  MinimalSite site;
  site.change("data/site.json", R"("theme": "gemeente",)",
              R"("theme": "gemeente", "notice": { "title": "Verzonnen" },)");

  CHECK(site.faults() == R"(data/site.json:6:34: error: 'text' is missing [key-missing]
    6 |   "theme": "gemeente", "notice": { "title": "Verzonnen" },
      |                                  ^
  hint: add "text": "…"
)");
}

TEST_CASE("site: a house style that is the name of a file") {
  MinimalSite site;
  site.change("data/site.json", R"("theme": "gemeente",)",
              R"("theme": "gemeente", "house_style": "tokens/haven.css",)");

  CHECK(site.faults() == R"(data/site.json:6:39: error: 'tokens/haven.css' is not an id [id-form]
    6 |   "theme": "gemeente", "house_style": "tokens/haven.css",
      |                                       ^~~~~~~~~~~~~~~~~~
  hint: write lower-case letters, digits and hyphens, such as 'tokens-haven-css'
)");
}

TEST_CASE("site: the key that editions are signed with") {
  MinimalSite minimal;
  CHECK(minimal.build().signing_key == "");
  minimal.change("data/site.json", R"("theme": "gemeente",)",
                 R"("theme": "gemeente", "signing_key": "RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD",)");
  CHECK(minimal.faults() == "");
  CHECK(minimal.build().signing_key == "RWQn01zuIgvMhm+m5l7BZhPI5PDQDCtubZyVCSbYzFPRtt7R1b3o0oqD");

  MinimalSite wrong;
  wrong.change("data/site.json", R"("theme": "gemeente",)", R"("theme": "gemeente", "signing_key": "minisign.pub",)");
  CHECK(wrong.faults() ==
        R"(data/site.json:6:39: error: 'minisign.pub' is not a public key of minisign [signing-key-form]
    6 |   "theme": "gemeente", "signing_key": "minisign.pub",
      |                                       ^~~~~~~~~~~~~~
  hint: write the second line of the file minisign.pub: RW and 54 more characters
)");
}

TEST_CASE("site: keys that signed before") {
  MinimalSite minimal;
  minimal.change(
      "data/site.json", R"("theme": "gemeente",)",
      R"("theme": "gemeente", "earlier_signing_keys": [ "RWTwM9vSD+oxpaTvQ2mZPBPFo+oG9Nsoc4/i4V/gVpmtJqsxe2CUTDVf" ],)");
  CHECK(minimal.faults() == "");
  CHECK(minimal.build().earlier_signing_keys ==
        std::vector<std::string>{"RWTwM9vSD+oxpaTvQ2mZPBPFo+oG9Nsoc4/i4V/gVpmtJqsxe2CUTDVf"});

  MinimalSite wrong;
  wrong.change("data/site.json", R"("theme": "gemeente",)",
               R"("theme": "gemeente", "earlier_signing_keys": [ "RW" ],)");
  CHECK(wrong.faults() == R"(data/site.json:6:50: error: 'RW' is not a public key of minisign [signing-key-form]
    6 |   "theme": "gemeente", "earlier_signing_keys": [ "RW" ],
      |                                                  ^~~~
  hint: write the second line of the file minisign.pub: RW and 54 more characters
)");
}

TEST_CASE("site: an unknown publisher") {
  MinimalSite site;
  site.change("data/site.json", R"("publisher": "regio")", R"("publisher": "region")");

  CHECK(site.faults() == R"(data/site.json:5:16: error: unknown organisation 'region' [reference-unknown]
    5 |   "publisher": "region",
      |                ^~~~~~~~
  hint: use one of: hilversum, regio (did you mean 'regio'?)
)");
}

TEST_CASE("site: a scale without not-reported") {
  MinimalSite site;
  site.change("data/site.json", R"("id": "not-reported")", R"("id": "unknown")");

  CHECK(site.faults() ==
        R"(data/site.json:11:59: error: the scale 'stoplicht' has no status 'not-reported' [scale-not-reported]
   11 |     { "id": "stoplicht", "name": "Stoplicht", "statuses": [
      |                                                           ^
  hint: add one with the light "grey": it stands for projects without a light
)");
}

TEST_CASE("site: not-reported is never green") {
  MinimalSite site;
  site.change("data/site.json", R"("grey")", R"("green")");

  CHECK(site.faults() == R"(data/site.json:15:64: error: the light of 'not-reported' is not grey [scale-not-reported]
   15 | …-reported", "label": "Niet gemeld", "light": "green", "shape": "question", "meaning": "Onbekend." }
      |                                               ^~~~~~~
  hint: write "grey": nobody reported a colour
)");
}

TEST_CASE("site: two statuses with one id") {
  MinimalSite site;
  site.change("data/site.json", R"("id": "off-track")", R"("id": "at-risk")");

  CHECK(site.faults() ==
        R"(data/site.json:14:15: error: another status of this scale has the id 'at-risk' [id-duplicate]
   14 |       { "id": "at-risk", "label": "Niet op koers", "light": "red", "shape": "cross", "meaning": "Ga…
      |               ^~~~~~~~~
  hint: give each its own id; the first is on line 13
)");
}

TEST_CASE("site: an unknown shape") {
  MinimalSite site;
  site.change("data/site.json", R"("shape": "cross")", R"("shape": "kruis")");

  CHECK(site.faults() == R"(data/site.json:14:79: error: unknown shape 'kruis' [value-unknown]
   14 | … "off-track", "label": "Niet op koers", "light": "red", "shape": "kruis", "meaning": "Gaat mis." },
      |                                                                   ^~~~~~~
  hint: use one of: check, warning, cross, pause, ring, flag, question
)");
}

TEST_CASE("site: two organisations with one id") {
  MinimalSite site;
  site.change("data/organisations.json", R"("id": "regio")", R"("id": "hilversum")");
  site.change("data/organisations.json", R"("organisation": "regio")", R"("organisation": "hilversum")");
  site.change("data/site.json", R"("publisher": "regio")", R"("publisher": "hilversum")");
  site.change("data/programmes.json", R"("organisation": "regio")", R"("organisation": "hilversum")");
  site.change("data/programmes.json", R"("until": "2022", "financer": "regio")", R"("until": "2022")");
  site.change("data/programmes.json", R"("project": "ggz", "financer": "regio")", R"("project": "ggz")");

  CHECK(site.faults() ==
        R"(data/organisations.json:4:13: error: another organisation has the id 'hilversum' [id-duplicate]
    4 |     { "id": "hilversum", "name": "Hilversum", "kind": "municipality",
      |             ^~~~~~~~~~~
  hint: give each its own id; the first is on line 3
)");
}

TEST_CASE("organisations: a membership that ends before it starts") {
  MinimalSite site;
  site.change("data/organisations.json", R"("2030")", R"("2014")");

  CHECK(site.faults() == R"(data/organisations.json:5:74: error: 'until' (2014) lies before 'from' (2015) [date-order]
    5 |       "member_of": [ { "organisation": "regio", "from": "2015", "until": "2014" } ] }
      |                                                                          ^~~~~~
  hint: exchange the two dates, or correct one
)");
}

TEST_CASE("organisations: a membership of an unknown organisation") {
  MinimalSite site;
  site.change("data/organisations.json", R"("organisation": "regio")", R"("organisation": "reggio")");

  CHECK(site.faults() == R"(data/organisations.json:5:40: error: unknown organisation 'reggio' [reference-unknown]
    5 |       "member_of": [ { "organisation": "reggio", "from": "2015", "until": "2030" } ] }
      |                                        ^~~~~~~~
  hint: use one of: hilversum, regio (did you mean 'regio'?)
)");
}

TEST_CASE("organisations: a membership of itself") {
  MinimalSite site;
  site.change("data/organisations.json", R"("organisation": "regio")", R"("organisation": "hilversum")");

  CHECK(site.faults() ==
        R"(data/organisations.json:5:40: error: 'hilversum' cannot be a member of itself [membership-of-itself]
    5 |       "member_of": [ { "organisation": "hilversum", "from": "2015", "until": "2030" } ] }
      |                                        ^~~~~~~~~~~
  hint: name the organisation that it is a member of
)");
}

}  // namespace stoplicht::test
