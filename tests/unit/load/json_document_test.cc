#include <doctest/doctest.h>

#include <string>

#include "load/document.h"

namespace stoplicht {
namespace {

struct Read {
  std::unique_ptr<const Document> document;
  Diagnostics diagnostics;
};

std::unique_ptr<Read> read(std::string text) {
  auto result = std::make_unique<Read>();
  result->document = load_json(std::make_shared<const SourceText>("data/x.json", std::move(text)), result->diagnostics);
  return result;
}

std::string place(const Location& where) {
  return std::to_string(where.line) + ":" + std::to_string(where.column) + "+" + std::to_string(where.length);
}

// "line:column+length message (hint)" of a text with one fault, after which nothing is returned.
std::string syntax_fault(std::string text) {
  const auto result = read(std::move(text));
  CHECK_FALSE(result->document);
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].id == "json-syntax");
  return place(all[0].where) + " " + all[0].message + " (" + all[0].hint + ")";
}

TEST_CASE("json document: a faultless file gives its values and no diagnostics") {
  const auto result = read(R"({"a": [1, -2.5, "é \"x\"", true, null], "b": {}})");

  REQUIRE(result->document);
  CHECK(result->document->root() == Json::parse(R"({"a": [1, -2.5, "é \"x\"", true, null], "b": {}})"));
  CHECK(result->diagnostics.to_text() == "");
}

TEST_CASE("json document: a syntax fault is shown with its line and a hint") {
  CHECK(read("{\n  \"a\": 1,\n}\n")->diagnostics.to_text() ==
        "data/x.json:2:9: error: a comma after the last item [json-syntax]\n"
        "    2 |   \"a\": 1,\n"
        "      |         ^\n"
        "  hint: remove it\n");
}

TEST_CASE("json document: commas and colons that are missing or too many are named") {
  CHECK(syntax_fault("{\"a\": [1, 2,]}") == "1:12+1 a comma after the last item (remove it)");
  CHECK(syntax_fault("{\n  \"a\": 1\n  \"b\": 2\n}") == "2:9+1 a comma is missing here (write ',' between two items)");
  CHECK(syntax_fault("{\"a\": 1,, \"b\": 2}") == "1:9+1 a comma too many (remove it)");
  CHECK(syntax_fault("{\"a\" 1}") == "1:5+1 a colon is missing here (write ':' between a key and its value)");
  CHECK(syntax_fault("{\"a\" = 1}") == "1:6+1 '=' after a key (write ':')");
  CHECK(syntax_fault("{\"a\": 1; \"b\": 2}") == "1:8+1 ';' between two items (write ',')");
  CHECK(syntax_fault("{\"a\": }") == "1:5+1 there is no value after this colon (write a value, or remove the key)");
  CHECK(syntax_fault("{\"a\"}") == "1:2+3 key 'a' has no value (write a ':' and its value)");
  CHECK(syntax_fault("{\"a\": 1, {}}") == "1:10+1 a key is missing here (write \"key\": before it)");
  CHECK(syntax_fault("[\"a\": 1]") ==
        "1:5+1 ':' is not expected here (a list holds values; keys with values stand between { and })");
}

TEST_CASE("json document: wrong quotes and words without quotes are named") {
  CHECK(syntax_fault("{'a': 1}") ==
        "1:2+3 single quotes around a text (write it between straight double quotes: \"…\")");
  CHECK(syntax_fault("{\"a\": “b c”}") ==
        "1:7+5 quotes around a text that are not straight (write it between straight double quotes: \"…\")");
  CHECK(syntax_fault("{\"a\": \"b”}") ==
        "1:7+4 the text is not closed on its line (close it with a straight double quote: \")");
  CHECK(syntax_fault("{naam: 1}") == "1:2+4 key 'naam' has no quotes (write it between double quotes: \"naam\")");
  CHECK(syntax_fault("{\"a\": on-track}") == "1:7+8 text 'on-track' has no quotes (write texts between double quotes)");
  CHECK(syntax_fault("{\"a\": True}") == "1:7+4 unknown word 'True' (write true)");
  CHECK(syntax_fault("{\"a\": \"zei \"ja\" en\"}") ==
        "1:12+1 a text goes on after its closing quote (write \\\" for a quote inside a text)");
}

TEST_CASE("json document: comments, text after the end and a file that ends early are named") {
  CHECK(syntax_fault("{\n  // hoi\n}") == "2:3+6 a comment (JSON has no comments: remove it)");
  CHECK(syntax_fault("{} # x") == "1:4+3 a comment (JSON has no comments: remove it)");
  CHECK(syntax_fault("{}\n{}") ==
        "2:1+1 text after the end of the data (remove it, or put it inside the last bracket)");
  CHECK(syntax_fault("{}}") == "1:3+1 a '}' too many (remove it)");
  CHECK(syntax_fault("{\n  \"a\": [1") ==
        "2:10+1 the file ends too early (']' is missing for the '[' on line 2, and 1 more after it)");
  CHECK(syntax_fault("{\"a\": [1}") == "1:9+1 '}' cannot close the '[' on line 1 (close it with ']' first)");
  CHECK(syntax_fault("") == "1:1+1 the file is empty (write at least {})");
  CHECK(syntax_fault(std::string("{}\0x", 4)) ==
        "1:3+1 text after the end of the data (remove it, or put it inside the last bracket)");
}

TEST_CASE("json document: numbers written another way are named") {
  CHECK(syntax_fault("{\"a\": 6,5}") == "1:7+3 a decimal comma in a number (write 6.5)");
  CHECK(syntax_fault("[010]") ==
        "1:2+3 '010' is not a number in JSON (write it without the leading zero, or between double quotes when it is "
        "a code)");
  CHECK(syntax_fault("[1.000.000]") ==
        "1:2+9 '1.000.000' is not a number in JSON (write it without dots between the thousands)");
  CHECK(syntax_fault("[2024-04-18]") ==
        "1:2+10 '2024-04-18' is not a number in JSON (write a date or a code between double quotes: \"2024-04-18\")");
  CHECK(syntax_fault("[+5]") == "1:2+2 '+5' is not a number in JSON (write it without '+')");
  CHECK(syntax_fault("[.5]") ==
        "1:2+2 '.5' is not a number in JSON (write a digit on both sides of the decimal point, such as 0.5)");
}

TEST_CASE("json document: what cannot stand in a text is named where it stands") {
  CHECK(syntax_fault("[\"a\tb\"]") == "1:4+1 a tab inside a text (write a space or \\t)");
  CHECK(syntax_fault("[\"C:\\data\"]") == "1:5+2 '\\d' means nothing in JSON (write \\\\ for a backslash)");
  CHECK(syntax_fault("[\"\\ud83d\"]") == "1:3+6 '\\ud83d' is half a character (write the character itself)");
  CHECK(syntax_fault("[\"é\",\n \"a\n b\"]") ==
        "2:2+2 the text is not closed on its line (close it with \", and write \\n for a new line)");
}

TEST_CASE("json document: of two equal keys the first counts, and the second is reported") {
  const auto result = read("{\n  \"a\": 1,\n  \"b\": {\"c\": 1},\n  \"\\u0061\": {\"d\": [2]},\n  \"e\": 3\n}");

  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":1,"b":{"c":1},"e":3})");
  CHECK(result->diagnostics.to_text() ==
        "data/x.json:4:3: error: duplicate key 'a' [json-duplicate-key]\n"
        "    4 |   \"\\u0061\": {\"d\": [2]},\n"
        "      |   ^~~~~~~~\n"
        "  hint: the first is on line 2; remove one of the two\n");
}

TEST_CASE("json document: a syntax fault after a duplicate key does not hide it") {
  const auto result = read("{\"a\": 1, \"a\": 2,}");

  CHECK_FALSE(result->document);
  REQUIRE(result->diagnostics.sorted().size() == 2);
  CHECK(result->diagnostics.sorted()[0].id == "json-duplicate-key");
  CHECK(result->diagnostics.sorted()[1].id == "json-syntax");
}

TEST_CASE("json document: a number out of range is reported and counts as 0") {
  const auto result = read("[1e999, 12345678901234567890123, 9007199254740993, 9007199254740991, 1e300]");

  REQUIRE(result->document);
  CHECK(result->document->root().dump() == "[0,0,0,9007199254740991,1e+300]");
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 3);
  CHECK(all[0].message == "number '1e999' is out of range");
  CHECK(place(all[0].where) == "1:2+5");
  CHECK(place(all[1].where) == "1:9+23");
  CHECK(place(all[2].where) == "1:34+16");
}

TEST_CASE("json document: nesting deeper than 64 is reported at its bracket and becomes null") {
  const auto fits = read(std::string(64, '[') + std::string(64, ']'));
  CHECK(fits->diagnostics.to_text() == "");

  const auto result = read(std::string(65, '[') + std::string(65, ']'));
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == std::string(64, '[') + "null" + std::string(64, ']'));
  REQUIRE(result->diagnostics.sorted().size() == 1);
  CHECK(result->diagnostics.sorted()[0].id == "json-too-deep");
  CHECK(result->diagnostics.sorted()[0].where.column == 65);
}

TEST_CASE("json document: a million open brackets do not exhaust the stack") {
  const auto result = read(std::string(1000000, '['));
  CHECK_FALSE(result->document);
  CHECK(result->diagnostics.has_errors());
}

TEST_CASE("json document: reporting stops after a hundred faults in one file") {
  std::string text = "{\n\"a\": 1";
  for (int i = 0; i < 200; ++i) text += ",\n\"a\": 1";
  const auto result = read(text + "}");

  REQUIRE(result->document);
  REQUIRE(result->diagnostics.sorted().size() == 101);
  CHECK(result->diagnostics.sorted()[0].id == "json-many-faults");
}

TEST_CASE("json document: a byte that is not UTF-8 is reported and reading goes on") {
  const auto result = read("{\"a\": \"caf\xE9\",\n \"a\": 1}");

  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":"caf?"})");
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "text-encoding");
  CHECK(all[0].message == "byte 0xE9 is not UTF-8");
  CHECK(all[0].hint == "save the file as UTF-8 (in Windows-1252 this byte is 'é')");
  CHECK(place(all[0].where) == "1:11+1");
  CHECK(all[1].id == "json-duplicate-key");
}

TEST_CASE("json document: a byte order mark is a warning, UTF-16 an error") {
  const auto marked = read("\xEF\xBB\xBF{\"a\": 1}");
  REQUIRE(marked->document);
  CHECK(marked->document->root().dump() == R"({"a":1})");
  CHECK(place(marked->document->at("/a")) == "1:7+1");
  CHECK(marked->diagnostics.errors() == 0);
  REQUIRE(marked->diagnostics.warnings() == 1);
  CHECK(marked->diagnostics.sorted()[0].id == "text-byte-order-mark");

  const auto wide = read(std::string("\xFF\xFE{\0}\0", 6));
  CHECK_FALSE(wide->document);
  CHECK(wide->diagnostics.to_text() ==
        "data/x.json: error: the file is UTF-16, not UTF-8 [text-encoding]\n"
        "  hint: save it as UTF-8\n");
}

TEST_CASE("json document: values and keys are found by their pointer") {
  const auto result = read(
      "{\n"
      "  \"é\": \"x\", \"a/b~c\": [10, {\"k\\u0065y\": \"één\"}],\n"
      "  \"\": {\"a\": null}, \"n\": [[1, 2], {}, -2.5e3]\n"
      "}\n");
  REQUIRE(result->document);
  const Document& document = *result->document;

  // Places that are asked often come from an index.
  for (int round = 0; round < 5; ++round) {
    CHECK(place(document.at("")) == "1:1+1");
    CHECK(place(document.at("/é")) == "2:8+3");
    CHECK(place(document.at_key("/é")) == "2:3+3");
    CHECK(place(document.at("/a~1b~0c")) == "2:22+1");
    CHECK(place(document.at("/a~1b~0c/0")) == "2:23+2");
    CHECK(place(document.at("/a~1b~0c/1/key")) == "2:40+5");
    CHECK(place(document.at_key("/a~1b~0c/1/key")) == "2:28+10");
    CHECK(place(document.at("//a")) == "3:13+4");
    CHECK(place(document.at("/n/2")) == "3:38+6");
    CHECK(place(document.at_key("/n/2")) == "3:38+6");
  }
}

TEST_CASE("json document: a pointer that does not exist gives its nearest parent") {
  const auto result = read("{\n  \"a\": {\"b\": [1]},\n  \"c\": 5\n}");
  REQUIRE(result->document);
  const Document& document = *result->document;

  // Places that are asked often come from an index.
  for (int round = 0; round < 5; ++round) {
    CHECK(place(document.at("/x")) == "1:1+1");
    CHECK(place(document.at("/a/x/y")) == "2:8+1");
    CHECK(place(document.at("/a/b/1")) == "2:14+1");
    CHECK(place(document.at("/a/b/-1")) == "2:14+1");
    CHECK(place(document.at("/a/b/zero")) == "2:14+1");
    CHECK(place(document.at("/c/d")) == "3:8+1");
    CHECK(place(document.at_key("/a/x")) == "2:8+1");
  }
}

TEST_CASE("json document: places inside the second of two equal keys are those of the first") {
  const auto result = read("{\"a\": {\"b\": 1}, \"a\": {\"c\": [2]}, \"d\": {}, \"e\": 3}");
  REQUIRE(result->document);
  for (int round = 0; round < 25; ++round) {
    CHECK(place(result->document->at("/a/b")) == "1:13+1");
    CHECK(place(result->document->at("/a/c/0")) == "1:7+1");
    CHECK(place(result->document->at("/e")) == "1:48+1");
  }
}

TEST_CASE("json document: positions count lines and columns the same with CRLF") {
  const auto result = read("{\r\n  \"a\": 1,\r\n  \"é\": \"x\"\r\n}\r\n");
  REQUIRE(result->document);
  CHECK(place(result->document->at("/é")) == "3:8+3");
  CHECK(result->document->at("/é").excerpt == "  \"é\": \"x\"");
}

}  // namespace
}  // namespace stoplicht
