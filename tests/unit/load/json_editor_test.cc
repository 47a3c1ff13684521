#include "load/json_editor.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

const std::string many_lines = R"({
  "id": "2024-h2",
  "projects": [
    {
      "project": "haven",
      "status": "at-risk",
      "values": [ { "indicator": "a", "actual": 50 } ]
    },
    { "project": "duin",   "status": "on-track" }
  ]
}
)";

std::string with(const std::string& text, const JsonPath& path, const Json& value) {
  JsonEditor editor(text, {"project", "status", "summary", "values", "value", "qualifier"});
  editor.set(path, value);
  CHECK(Json::parse(editor.text()).at(Json::json_pointer(editor.pointer(path))) == value);
  return editor.text();
}

std::string without(const std::string& text, const JsonPath& path) {
  JsonEditor editor(text, {});
  editor.remove(path);
  CHECK(find_value(Json::parse(editor.text()), path) == nullptr);
  return editor.text();
}

// The text with one piece in the place of another.
std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

const JsonPath haven{{"projects"}, {"project", "haven"}};
const JsonPath duin{{"projects"}, {"project", "duin"}};

JsonPath in(JsonPath path, std::vector<JsonStep> steps) {
  path.insert(path.end(), steps.begin(), steps.end());
  return path;
}

}  // namespace

TEST_CASE("json editor: a value is replaced, and every other byte stays") {
  CHECK(with(many_lines, in(duin, {{"status"}}), "off-track") ==
        replaced(many_lines, R"("duin",   "status": "on-track")", R"("duin",   "status": "off-track")"));
  CHECK(with(many_lines, in(haven, {{"values"}, {"indicator", "a"}, {"actual"}}),
             Json{{"qualifier", "about"}, {"value", 6.5}}) ==
        replaced(many_lines, "50", R"({ "value": 6.5, "qualifier": "about" })"));
}

TEST_CASE("json editor: a new key comes to its usual place, as far apart as its neighbours") {
  CHECK(
      with(many_lines, in(haven, {{"summary"}}), "Het „gaat” \"goed\".\nJa.") ==
      replaced(many_lines, "\"at-risk\",\n", "\"at-risk\",\n      \"summary\": \"Het „gaat” \\\"goed\\\".\\nJa.\",\n"));
  CHECK(with(many_lines, in(duin, {{"summary"}}), "Goed.") ==
        replaced(many_lines, R"("on-track")", R"("on-track",   "summary": "Goed.")"));
  CHECK(with(many_lines, {{"limits"}}, Json::array({"a"})) ==
        replaced(many_lines, "\n  ]\n}", "\n  ],\n  \"limits\": [ \"a\" ]\n}"));
}

TEST_CASE("json editor: lists and items that are missing on the way are made") {
  CHECK(with(many_lines, in(duin, {{"values"}, {"indicator", "b"}, {"actual"}}), 7) ==
        replaced(many_lines, R"("on-track")", R"("on-track",   "values": [ { "indicator": "b", "actual": 7 } ])"));
  CHECK(with(many_lines, in(haven, {{"values"}, {"indicator", "b"}, {"by_council"}, {"x/y"}}), 7) ==
        replaced(many_lines, "50 }", R"(50 }, { "indicator": "b", "by_council": { "x/y": 7 } })"));
}

TEST_CASE("json editor: line ends and indents of Windows stay what they are") {
  CHECK(with("{\r\n\t\"a\": 1\r\n}\r\n", {{"b"}}, 2) == "{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}\r\n");
}

TEST_CASE("json editor: into what is empty, and on one line") {
  CHECK(with("{}", {{"a"}}, 1) == R"({ "a": 1 })");
  CHECK(with("{\"a\":1}", {{"b"}}, 2) == R"({"a":1, "b": 2})");
  CHECK(with("{ \"a\": [] }", {{"a"}, {"id", "x"}}, Json{{"id", "x"}}) == R"({ "a": [ { "id": "x" } ] })");
}

TEST_CASE("json editor: a key is taken away with its comma") {
  CHECK(without("{ \"a\": 1, \"b\": [ 2, 3 ], \"c\": 4 }", {{"a"}}) == "{ \"b\": [ 2, 3 ], \"c\": 4 }");
  CHECK(without("{ \"a\": 1, \"b\": [ 2, 3 ], \"c\": 4 }", {{"b"}}) == "{ \"a\": 1, \"c\": 4 }");
  CHECK(without("{\n  \"a\": 1,\n  \"b\": 2\n}", {{"b"}}) == "{\n  \"a\": 1\n}");
  CHECK(without("{ \"a\": 1 }", {{"a"}}) == "{}");
  CHECK(without("{ \"a\": 1 }", {{"b"}}) == "{ \"a\": 1 }");
}
