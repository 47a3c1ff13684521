#include "search/compounds.h"

#include <doctest/doctest.h>

#include "search/word_list.h"

namespace stoplicht::test {
namespace {

std::vector<std::string> parts_of(std::string_view form) { return compound_parts(form, is_dutch_word, is_dutch_word); }

using Parts = std::vector<std::string>;

TEST_CASE("word list: OpenTaal's, folded") {
  CHECK(is_dutch_word("makelaar"));
  CHECK(is_dutch_word("arbeidsmarkt"));
  CHECK(is_dutch_word("coordinatie"));
  CHECK_FALSE(is_dutch_word("scholingsmakelaar"));
  CHECK_FALSE(is_dutch_word("coördinatie"));
  CHECK_FALSE(is_dutch_word("aan"));
  CHECK_FALSE(is_dutch_word(""));
  CHECK_FALSE(is_dutch_word("makelaa"));
  CHECK_FALSE(is_dutch_word("zzzz"));
}

TEST_CASE("compounds: as few parts as possible, without what links them") {
  CHECK(parts_of("scholingsmakelaar") == Parts{"scholing", "makelaar"});
  CHECK(parts_of("arbeidsmarktbewerkingsplan") == Parts{"arbeidsmarkt", "bewerking", "plan"});
  CHECK(parts_of("werkgeversdienstverlening") == Parts{"werkgevers", "dienstverlening"});
  CHECK(parts_of("wijkleerbedrijf") == Parts{"wijk", "leerbedrijf"});
  CHECK(parts_of("taalhuis") == Parts{"taal", "huis"});
  CHECK(parts_of("raadsbrief") == Parts{"raad", "brief"});
}

TEST_CASE("compounds: a word of the list is taken apart where both parts are certain") {
  CHECK(parts_of("arbeidsmarkt") == Parts{"arbeid", "markt"});
  CHECK(parts_of("werkgever") == Parts{"werk", "gever"});
}

TEST_CASE("compounds: an inflection is no compound, and neither is a short or a strange word") {
  CHECK(parts_of("toezegging") == Parts{});
  CHECK(parts_of("plaatsingen") == Parts{});
  CHECK(parts_of("voortgang") == Parts{});
  CHECK(parts_of("mogelijkheid") == Parts{});
  CHECK(parts_of("vriendschap") == Parts{});
  CHECK(parts_of("werk") == Parts{});
  CHECK(parts_of("covid19werk") == Parts{});
  CHECK(parts_of(std::string(4000, 'a')) == Parts{});
}

TEST_CASE("compounds: words of the site count as words") {
  const auto is_known = [](std::string_view form) { return form == "voorbeeldstad" || is_dutch_word(form); };
  CHECK(compound_parts("voorbeeldstadfonds", is_known, is_dutch_word) == Parts{"voorbeeldstad", "fonds"});
}

}  // namespace
}  // namespace stoplicht::test
