#include "model/sentences.h"

#include <doctest/doctest.h>

#include <string>

namespace stoplicht::test {
namespace {

// "3: De zin is kort.", one a line.
std::string cut(std::string_view markdown) {
  std::string out;
  for (const Sentence& each : sentences_of(markdown))
    out += std::to_string(each.words) + ": " + std::string(markdown.substr(each.offset, each.length)) + "\n";
  return out;
}

}  // namespace

TEST_CASE("sentences: a full stop before a capital ends one, and no other does") {
  CHECK(cut("Het gaat goed. De rest volgt o.a. in mei! Kan dat? Er zijn er 3.000 bij.") ==
        "3: Het gaat goed.\n6: De rest volgt o.a. in mei!\n2: Kan dat?\n5: Er zijn er 3.000 bij.\n");
  CHECK(cut("Hij zei: “Goed.” Daarna niets (echt.) Klaar") ==
        "3: Hij zei: “Goed.”\n3: Daarna niets (echt.)\n1: Klaar\n");
  CHECK(cut("Goed...maar niet af") == "3: Goed...maar niet af\n");
}

TEST_CASE("sentences: lines of one paragraph are one text, and a figure or a link is as many words as are read") {
  CHECK(cut("Er zijn\n{{ total.placements.actual }} mensen, zie de [monitor van nu](/een/lang adres.html).") ==
        "9: Er zijn\n{{ total.placements.actual }} mensen, zie de [monitor van nu](/een/lang adres.html).\n");
}

TEST_CASE("sentences: headings, tables, lines and code have none, and each item of a list has its own") {
  CHECK(cut("# Een kop\n\nTekst\n- een\n- twee\n  gaat door\n12. drie\n> vier\n\n| a | b |\n---\n```\ncode\n```\n") ==
        "1: Tekst\n1: een\n3: twee\n  gaat door\n1: drie\n1: vier\n");
  CHECK(cut("") == "");
  CHECK(cut("12\xFF. \xE2") == "1: 12\xFF.\n");
}

TEST_CASE("sentences: a text with nothing but headings has no words") {
  CHECK_FALSE(has_words("# Stand\n\n## Gevolg\n\n"));
  CHECK_FALSE(has_words(" \n"));
  CHECK(has_words("# Stand\n\nGoed"));
}

}  // namespace stoplicht::test
