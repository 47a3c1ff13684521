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

TEST_CASE("word file: of text boxes within each other without end, the innermost words are one paragraph") {
  std::string xml, end;
  for (int i = 1; i <= 42; ++i) {
    xml += "<w:p><w:t>" + std::to_string(i) + " </w:t>";
    end += "</w:p>";
  }
  const std::vector<std::string> paragraphs = paragraphs_of(xml + end + "<w:p><w:t>na</w:t></w:p>");
  REQUIRE(paragraphs.size() == 41);
  CHECK(paragraphs[0] == "40 41 42");
  CHECK(paragraphs[1] == "39");
  CHECK(paragraphs[39] == "1");
  CHECK(paragraphs[40] == "na");
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
