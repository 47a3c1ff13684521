#include "model/find_terms.h"

#include <doctest/doctest.h>

#include <string>

namespace stoplicht::test {
namespace {

Term term(std::string word, std::vector<std::string> also = {}) {
  Term made;
  made.term = std::move(word);
  made.also = std::move(also);
  return made;
}

const std::vector<Term>& glossary() {
  static const std::vector<Term> terms{term("Uitstroom", {"uitgestroomd"}),
                                       term("werk"),
                                       term("Van werk naar werk"),
                                       term("WW"),
                                       term("Één loket"),
                                       term("(Om)scholing"),
                                       term("GGZ-aanpak")};
  return terms;
}

// "[Uitstroom] naar [werk]": each use in brackets.
std::string found_in(std::string_view text, char32_t before = 0, char32_t after = 0) {
  static const TermFinder finder(glossary());
  std::string out;
  std::size_t taken = 0;
  for (const TermFinder::Use& use : finder.find(text, before, after)) {
    out += text.substr(taken, use.offset - taken);
    out += "[" + std::string(text.substr(use.offset, use.length)) + "]";
    taken = use.offset + use.length;
  }
  return out + std::string(text.substr(taken));
}

}  // namespace

TEST_CASE("find terms: whole words only, whatever their case") {
  CHECK(found_in("De uitstroom, UITSTROOM en uitstroomcijfers") == "De [uitstroom], [UITSTROOM] en uitstroomcijfers");
  CHECK(found_in("Er zijn er tien uitgestroomd.") == "Er zijn er tien [uitgestroomd].");
  CHECK(found_in("thuiswerk werkë werk2 werk-werk") == "thuiswerk werkë werk2 [werk]-[werk]");
  CHECK(found_in("") == "");
}

TEST_CASE("find terms: letters beyond ASCII are letters, and have a case") {
  CHECK(found_in("Er is één loket, niet ‘één loketten’") == "Er is [één loket], niet ‘één loketten’");
  CHECK(found_in("ÉÉN LOKET") == "[ÉÉN LOKET]");
}

TEST_CASE("find terms: a word with two capitals is found as it is written only") {
  CHECK(is_written_exactly("WW"));
  CHECK(is_written_exactly("GGZ-aanpak"));
  CHECK_FALSE(is_written_exactly("Uitstroom"));
  CHECK(found_in("de WW-uitkering, ww en Ww") == "de [WW]-uitkering, ww en Ww");
  CHECK(found_in("de GGZ-aanpak en de ggz-aanpak") == "de [GGZ-aanpak] en de ggz-aanpak");
}

TEST_CASE("find terms: the longest of those that begin together, and none inside another") {
  CHECK(found_in("Van werk naar werk met werk") == "[Van werk naar werk] met [werk]");
  CHECK(found_in("Van werk naar werken") == "Van [werk] naar werken");
}

TEST_CASE("find terms: a blank stands for any white space") {
  CHECK(found_in("van werk\nnaar  werk") == "[van werk\nnaar  werk]");
  CHECK(found_in("één\u00A0loket") == "[één\u00A0loket]");
  CHECK(found_in("eenloket") == "eenloket");
}

TEST_CASE("find terms: a form may begin with a sign") {
  CHECK(found_in("x(om)scholing en (Om)scholingen") == "x[(om)scholing] en (Om)scholingen");
}

TEST_CASE("find terms: what stands around the text counts") {
  CHECK(found_in("werk", 'n') == "werk");
  CHECK(found_in("werk", 0, 's') == "werk");
  CHECK(found_in("werk", '(', ')') == "[werk]");
}

TEST_CASE("find terms: bytes that are no text are passed over") { CHECK(found_in("\xFFwerk\xC3") == "\xFF[werk]\xC3"); }

}  // namespace stoplicht::test
