#include "model/number_in_words.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

std::string number_parts(std::string_view text) {
  const NumberInWords said = number_in_words(text, "nl");
  return said.number + "|" + std::string(said.qualifier);
}

}  // namespace

TEST_CASE("number in words: the number, and how exact the words say it is") {
  CHECK(number_parts("ca. 2200") == "2200|about");
  CHECK(number_parts("Circa 2.200") == "2.200|about");
  CHECK(number_parts("±12,5 %") == "12,5 %|about");
  CHECK(number_parts("> 100") == "100|more-than");
  CHECK(number_parts(">=100") == "100|at-least");
  CHECK(number_parts("ten minste 7") == "7|at-least");
  CHECK(number_parts("26 dagen") == "26|");
  CHECK(number_parts("< 100") == "100|");
  CHECK(number_parts("ca. -3") == "-3|about");
}

TEST_CASE("number in words: no number, or more than one, gives none") {
  for (const char* text : {"", "veel", "12 a 15", "1.2.3", "4 van de 5", "2024-25"}) {
    CAPTURE(text);
    CHECK(number_parts(text) == "|");
  }
}
