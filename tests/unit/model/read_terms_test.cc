#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// The faults of a glossary with these terms on content/pages/about.md; they begin on line 7.
std::string faults_of_terms(const std::string& terms) {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n", "order: 3\nterms:\n" + terms);
  return site.faults();
}

}  // namespace

TEST_CASE("terms: a term has its forms, its meaning and where more of it stands") {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n", R"(order: 3
terms:
  - term: Uitstroom naar werk
    also: [uitgestroomd, uitstromen]
    meaning: "Al {{ total.placements.actual }} mensen."
    link: /toezeggingen/index.html
    group: Woorden over werk
  - term: WW
    meaning: Een uitkering.
)");

  CHECK(site.faults() == "");
  const Site built = site.build();
  const ContentPage* page = built.glossary();
  REQUIRE(page != nullptr);
  REQUIRE(page->terms.size() == 2);
  const Term& term = page->terms[0];
  CHECK(term.id == "begrip_uitstroom-naar-werk");
  CHECK(term.term == "Uitstroom naar werk");
  CHECK(term.also == std::vector<std::string>{"uitgestroomd", "uitstromen"});
  CHECK(term.meaning == "Al {{ total.placements.actual }} mensen.");
  CHECK(term.link == "/toezeggingen/index.html");
  CHECK(term.group == "Woorden over werk");
  CHECK(page->terms[1].id == "begrip_ww");
  CHECK(page->terms[1].link == "");
}

TEST_CASE("terms: a term needs a meaning, and a link has a form") {
  CHECK(faults_of_terms("  - term: Uitstroom\n    link: toezeggingen\n") ==
        R"(content/pages/about.md:7:5: error: 'meaning' is missing [key-missing]
    7 |   - term: Uitstroom
      |     ^~~~
  hint: add meaning: "…"
content/pages/about.md:8:11: error: 'toezeggingen' is not an address of the web or of this site [url-form]
    8 |     link: toezeggingen
      |           ^~~~~~~~~~~~
  hint: write https://… or, for a page of this site, /privacy.html
)");
}

TEST_CASE("terms: a term or another form of it stands there once, whatever its case") {
  CHECK(faults_of_terms("  - term: Uitstroom\n    also: [uitstroom]\n    meaning: Werk.\n"
                        "  - term: Werk\n    also: [UitStroom, uitstroom]\n    meaning: Werk.\n") ==
        R"(content/pages/about.md:8:12: error: 'uitstroom' is explained already [term-duplicate]
    8 |     also: [uitstroom]
      |            ^~~~~~~~~
  hint: it stands in this list twice: explain it once
content/pages/about.md:11:23: error: 'uitstroom' is explained already [term-duplicate]
   11 |     also: [UitStroom, uitstroom]
      |                       ^~~~~~~~~
  hint: it stands with the term 'Uitstroom'
)");
}

TEST_CASE("terms: two terms with one address, and one that cannot have any") {
  CHECK(faults_of_terms("  - term: C\n    meaning: Een taal.\n  - term: C++\n    meaning: Een andere.\n"
                        "  - term: '+'\n    meaning: Plus.\n") ==
        R"(content/pages/about.md:9:11: error: 'C++' would have the address of 'C': #begrip_c [term-duplicate]
    9 |   - term: C++
      |           ^~~
  hint: make one term of the two, or write one of them out
content/pages/about.md:11:11: error: '+' cannot be part of an address [slug-form]
   11 |   - term: '+'
      |           ^~~
  hint: write the term with letters or digits
)");
}

TEST_CASE("terms: one page of the site holds them, and it is none of a period") {
  MinimalSite site;
  site.change("content/pages/about.md", "order: 3\n", "order: 3\nterms:\n  - term: WW\n    meaning: Geld.\n");
  site.write("content/pages/begrippen.md", "---\ntitle: Begrippen\nterms:\n  - term: UWV\n    meaning: Dienst.\n---\n");
  site.write("content/periods/2020-07/begrippen.md",
             "---\ntitle: Begrippen\nterms:\n  - term: WSP\n    meaning: Punt.\n---\n");

  CHECK(site.faults() ==
        R"(content/pages/begrippen.md:3:1: error: another page holds the site's terms already [terms-place]
    3 | terms:
      | ^~~~~
  hint: put them together in content/pages/about.md
content/periods/2020-07/begrippen.md:3:1: error: a page of a period cannot hold the site's terms [terms-place]
    3 | terms:
      | ^~~~~
  hint: move them to a page in content/pages/
)");
}

}  // namespace stoplicht::test
