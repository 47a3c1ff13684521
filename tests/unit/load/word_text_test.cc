#include "load/word_text.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

// The text of one paragraph that holds `inlines`, in pandoc's form.
std::optional<WordText> text_of(const std::string& inlines, const std::string& more = "") {
  return read_word_text(Json::parse(R"({"pandoc-api-version":[1,22],"meta":{},"blocks":[{"t":"Para","c":[)" + inlines +
                                    "]}" + more + "]}"));
}

std::string str(const std::string& text) { return R"({"t":"Str","c":")" + text + "\"}"; }
std::string span(const std::string& kind, const std::string& inlines) {
  return R"({"t":"Span","c":[["",[")" + kind + R"("],[]],[)" + inlines + "]]}";
}

std::string words_of(const std::string& inlines) { return plain_words(text_of(inlines)->blocks); }

}  // namespace

TEST_CASE("word text: tracked changes are accepted, and remarks kept apart") {
  const auto text = text_of(span("insertion", str("erbij")) + "," + span("deletion", str("weg")) + "," +
                            span("comment-start", str("Klopt dit?")) + "," + span("comment-end", ""));
  REQUIRE(text);
  CHECK(plain_words(text->blocks) == "erbij ");
  CHECK(text->added == 1);
  CHECK(text->removed == 1);
  CHECK(text->comments == std::vector<std::string>{"Klopt dit?"});
}

TEST_CASE("word text: a paragraph whose end was deleted goes on in the next") {
  const auto text =
      text_of(str("een ") + "," + span("paragraph-deletion", ""), R"(,{"t":"Para","c":[)" + str("twee") + "]}");
  REQUIRE(text);
  CHECK(text->blocks.size() == 1);
  CHECK(plain_words(text->blocks) == "een twee ");
}

TEST_CASE("word text: characters that only arrange lines are plain ones") {
  CHECK(words_of(str("a\u00A0b T20\u201127 zacht\u00ADe \uFEFFx \uF0B7")) == "a b T20-27 zachte x • ");
  CHECK(words_of(str("€\u00A041.400")) == "€\u00A041.400 ");
  CHECK(words_of(str("“slim” – …")) == "“slim” – … ");
}

TEST_CASE("word text: what is raised or lowered stays apart from the word before it") {
  CHECK(words_of(str("T20-27") + R"(,{"t":"Superscript","c":[)" + str("12") + R"(]},{"t":"Subscript","c":[)" +
                 str("2") + "]}") == "T20-27¹²₂ ");
  CHECK(words_of(str("1") + R"(,{"t":"Superscript","c":[)" + str("e") + "]}") == "1e ");
}

TEST_CASE("word text: another form than the known one is no text") {
  CHECK_FALSE(read_word_text(Json::parse("{}")));
  CHECK_FALSE(read_word_text(Json::parse(R"({"meta":{},"blocks":[{"t":"Para"}]})")));
  CHECK_FALSE(read_word_text(Json::parse(R"({"meta":{},"blocks":[{"t":"Header","c":["x",[],[]]}]})")));
  CHECK_FALSE(read_word_text(Json::parse(R"({"meta":{},"blocks":[{"t":"Para","c":[{"t":"Str","c":1}]}]})")));
}

TEST_CASE("word text: nesting without end is left out from some depth on") {
  std::string inlines = str("binnen");
  for (int i = 0; i < 5000; ++i) inlines = R"({"t":"Emph","c":[)" + inlines + "]}";
  CHECK(words_of(str("buiten") + "," + inlines) == "buiten ");
}

}  // namespace stoplicht::test
