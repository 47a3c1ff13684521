#include "load/word_file.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace stoplicht::test {
namespace {

std::string shown(std::string_view xml) { return join(paragraphs_of(xml), " | "); }

}  // namespace

TEST_CASE("word file: the words of paragraphs") {
  CHECK(shown("<w:p><w:r><w:t>Een </w:t></w:r><w:r><w:t xml:space=\"preserve\">&lt;twee&gt; &amp;amp;</w:t></w:r></w:p>"
              "<w:p/><w:p><w:pPr/></w:p><w:p><w:t>drie</w:t><w:tab/><w:t>vier</w:t></w:p>") ==
        "Een <twee> &amp; | drie vier");
}

TEST_CASE("word file: characters that are written as a number") {
  CHECK(shown("<w:p><w:t>foto&#8217;s &#x20AC; 5 &#xE9;&#65;&#x1F600;</w:t></w:p>") == "foto’s € 5 éA😀");
  CHECK(shown("<w:p><w:t>&#; &#x; &#0; &#xD800; &#99999999; &#12</w:t></w:p>") ==
        "&#; &#x; &#0; &#xD800; &#99999999; &#12");
}

TEST_CASE("word file: a text box has paragraphs of its own") {
  CHECK(shown("<w:p><w:t>voor </w:t><w:txbxContent><w:p><w:t>in</w:t></w:p></w:txbxContent><w:t>na</w:t></w:p>") ==
        "in | voor na");
}

TEST_CASE("word file: what was deleted or moved away is no word") {
  CHECK(shown("<w:p><w:delText>weg</w:delText><w:moveFrom><w:t>elders</w:t></w:moveFrom><w:t>er</w:t></w:p>") == "er");
}

TEST_CASE("word file: XML that ends too soon is no trouble") {
  CHECK(shown("<w:p><w:t>half") == "");
  CHECK(shown("<w:p") == "");
  CHECK(shown("</w:p></w:p><w:t>los</w:t>") == "");
}

}  // namespace stoplicht::test
