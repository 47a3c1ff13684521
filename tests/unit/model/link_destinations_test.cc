#include "model/link_destinations.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

using List = std::vector<std::string>;

TEST_CASE("link destinations: of links, pictures and definitions, without title, fragment and query") {
  CHECK(destinations_in("Zie [de brief](brief.pdf) en ![kaart](../kaart.svg \"De kaart\").") ==
        List{"brief.pdf", "../kaart.svg"});
  CHECK(destinations_in("[lijst][1]\n\n[1]: lijst.csv 'De lijst'\n") == List{"lijst.csv"});
  CHECK(destinations_in("[a](a.pdf#page=2) [b](b.pdf?x)") == List{"a.pdf", "b.pdf"});
}

TEST_CASE("link destinations: blanks in angle brackets or as a code, brackets in pairs or behind a backslash") {
  CHECK(destinations_in("[a](<mijn brief.pdf>)") == List{"mijn brief.pdf"});
  CHECK(destinations_in("[a](mijn%20brief.pdf)") == List{"mijn brief.pdf"});
  CHECK(destinations_in("[a](brief(1).pdf)") == List{"brief(1).pdf"});
  CHECK(destinations_in("[a](brief\\).pdf)") == List{"brief).pdf"});
}

TEST_CASE("link destinations: what is not finished gives what there is, and no text gives none") {
  CHECK(destinations_in("[a](brief.pdf") == List{"brief.pdf"});
  CHECK(destinations_in("[a](<brief.pdf") == List{"brief.pdf"});
  CHECK(destinations_in("[a](") == List{});
  CHECK(destinations_in("[a]() ][ ]( )") == List{});
  CHECK(destinations_in("brief.pdf") == List{});
}

}  // namespace
}  // namespace stoplicht::test
