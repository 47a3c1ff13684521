#include "search/words.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace stoplicht::test {
namespace {

TEST_CASE("search words: the same as the script finds, case by case") {
  std::ifstream stream(STOPLICHT_SOURCE_DIR "/tests/search/words.json");
  const nlohmann::json cases = nlohmann::json::parse(stream);
  REQUIRE(cases.size() > 30);
  for (const nlohmann::json& each : cases) {
    nlohmann::json found = nlohmann::json::array();
    for (const SearchWord& word : search_words(each["text"].get<std::string>())) {
      nlohmann::json forms = word.parts;
      forms.insert(forms.begin(), word.form);
      found.push_back(forms);
    }
    CHECK_MESSAGE(found == each["words"], each["what"]);
  }
}

TEST_CASE("search words: each knows where it stands") {
  const std::string text =
      "Één foto's-map, €\xC2\xA0"
      "41.400";
  std::vector<std::string> places;
  for (const SearchWord& word : search_words(text)) places.push_back(text.substr(word.begin, word.end - word.begin));
  CHECK(places == std::vector<std::string>{"Één", "foto's-map", "41.400"});
}

TEST_CASE("search words: what is not UTF-8 separates words") {
  const auto words = search_words(
      "werk\xFF"
      "plan\xC3");
  REQUIRE(words.size() == 2);
  CHECK(words[0].form == "werk");
  CHECK(words[1].form == "plan");
}

}  // namespace
}  // namespace stoplicht::test
