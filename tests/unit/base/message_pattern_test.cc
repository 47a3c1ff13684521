#include "base/message_pattern.h"

#include <doctest/doctest.h>

#include <string>

using namespace stoplicht;

namespace {

using Holes = MessagePattern::Holes;

// What fills the holes, "a=1 b=2"; "no" when the sentence is another one.
std::string filled(std::string_view pattern, std::string_view sentence) {
  const auto holes = MessagePattern(pattern).match(sentence);
  if (!holes) return "no";
  std::string out;
  for (const auto& [name, text] : *holes) out += (out.empty() ? "" : " ") + name + "=" + text;
  return out;
}

}  // namespace

TEST_CASE("message pattern: without holes it fits that sentence only") {
  CHECK(filled("a comma too many", "a comma too many").empty());
  CHECK(filled("a comma too many", "a comma too many ") == "no");
  CHECK(filled("a comma too many", "a comma too") == "no");
  CHECK(filled("", "").empty());
}

TEST_CASE("message pattern: holes take what stands between the words") {
  CHECK(filled("unknown status '{name}'", "unknown status 'groen'") == "name=groen");
  CHECK(filled("'{key}' is {n}, outside {from} to {to}", "'value' is -5, outside 0 to 10") ==
        "from=0 key=value n=-5 to=10");
  CHECK(filled("{a} and {b}", "x and y and z") == "a=x b=y and z");
  CHECK(filled("write {what}", "write ") == "what=");
  CHECK(filled("unknown status '{name}'", "unknown status 'groen") == "no");
  CHECK(filled("it is '{name}'", "it is '") == "no");
}

TEST_CASE("message pattern: what fills a hole may hold words of the pattern") {
  CHECK(filled("'{id}' is not an id", "'it's not an id' is not an id") == "id=it's not an id");
  CHECK(filled("no page at {address}", "no page at /no page at /x") == "address=/no page at /x");
}

TEST_CASE("message pattern: a hole that stands twice is filled with the same") {
  CHECK(filled("{a} is {a}", "x is x") == "a=x");
  CHECK(filled("{a} is {a}", "x is y") == "no");
}

TEST_CASE("message pattern: braces that hold no name of small letters stand for themselves") {
  CHECK(filled("write {}", "write {}").empty());
  CHECK(filled("write { … }", "write { … }").empty());
  CHECK(filled("as in {{ figure.krimp }}", "as in {{ figure.krimp }}").empty());
  CHECK(filled("asks for {{name}}, too", "asks for {gemeente}, too") == "name=gemeente");
  CHECK(filled("a { at the end {", "a { at the end {").empty());
  CHECK(filled("{nl:} and {x", "{nl:} and {x").empty());
}

TEST_CASE("message pattern: it is filled in its own order, and tells its holes") {
  const MessagePattern pattern("{b}: {nl:a} of {b}");
  CHECK(pattern.fill(Holes{{"a", "1"}, {"b", "2"}}) == "2: 1 of 2");
  CHECK(pattern.names() == std::vector<std::string>{"b", "a", "b"});
  CHECK(pattern.phrase_names() == std::vector<std::string>{"a"});
  CHECK(pattern.letters() == std::string(":  of ").size());
}

TEST_CASE("message pattern: a long sentence that lacks only the end of the pattern does not fit") {
  std::string sentence;
  for (int i = 0; i < 200'000; ++i) sentence += "a, ";
  CHECK(filled("{a}, {b}, {c}, {d}, {e}; {f}.", sentence) == "no");
}
