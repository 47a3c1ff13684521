#include "search/stems.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace stoplicht::test {
namespace {

// True when all forms have one stem.
bool are_one(Stemmer& stemmer, const std::vector<std::string>& forms) {
  return std::all_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return stemmer.stem(form) == stemmer.stem(forms.front()); });
}

TEST_CASE("stems: forms of one Dutch word have one stem") {
  Stemmer stemmer("nl");
  CHECK(are_one(stemmer, {"bedrijf", "bedrijven"}));
  CHECK(are_one(stemmer, {"huis", "huizen"}));
  CHECK(are_one(stemmer, {"toezegging", "toezeggingen"}));
  CHECK(are_one(stemmer, {"gemeente", "gemeenten"}));
  CHECK(are_one(stemmer, {"programma", "programmas"}));
  CHECK(are_one(stemmer, {"foto", "fotos"}));
  CHECK(are_one(stemmer, {"vacature", "vacatures"}));
  CHECK(are_one(stemmer, {"proces", "processen"}));
  CHECK(are_one(stemmer, {"plan", "plannen"}));
  CHECK(are_one(stemmer, {"stad", "steden"}));
  CHECK(are_one(stemmer, {"lid", "leden"}));
  CHECK(are_one(stemmer, {"crisis", "crisissen"}));
  CHECK(are_one(stemmer, {"werkgever", "werkgevers"}));
}

TEST_CASE("stems: other words keep theirs") {
  Stemmer stemmer("nl");
  CHECK(stemmer.stem("thuis") == "thuis");
  CHECK(stemmer.stem("taalhuis") == "taalhuis");
  CHECK(stemmer.stem("werk") != stemmer.stem("werkgever"));
  CHECK(stemmer.stem("t2027") == "t2027");
  CHECK(stemmer.stem("t2027s") == "t2027s");
  CHECK(stemmer.stem("5.6") == "5.6");
}

TEST_CASE("stems: English by its own rules") {
  Stemmer stemmer("en");
  CHECK(are_one(stemmer, {"commitment", "commitments"}));
  CHECK(are_one(stemmer, {"closing", "closed", "close"}));
  CHECK(stemmer.stem("bedrijven") != stemmer.stem("bedrijf"));
}

TEST_CASE("stop words: sorted, and those of the language") {
  for (const char* language : {"nl", "en"}) {
    const auto& words = stop_words(language);
    CHECK(std::is_sorted(words.begin(), words.end()));
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
  }
  CHECK(is_stop_word("het", "nl"));
  CHECK_FALSE(is_stop_word("het", "en"));
  CHECK_FALSE(is_stop_word("werk", "nl"));
}

}  // namespace
}  // namespace stoplicht::test
