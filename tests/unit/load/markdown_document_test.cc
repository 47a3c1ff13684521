#include <doctest/doctest.h>

#include <string>

#include "load/document.h"
#include "load/front_matter.h"

namespace stoplicht {
namespace {

struct ReadMarkdown {
  std::unique_ptr<const MarkdownDocument> document;
  Diagnostics diagnostics;
};

std::unique_ptr<ReadMarkdown> read_markdown(std::string text) {
  auto result = std::make_unique<ReadMarkdown>();
  result->document =
      load_markdown(std::make_shared<const SourceText>("content/x.md", std::move(text)), result->diagnostics);
  return result;
}

std::string text_place(const Location& where) {
  return std::to_string(where.line) + ":" + std::to_string(where.column) + "+" + std::to_string(where.length);
}

std::string values_of(std::string text) {
  const auto result = read_markdown(std::move(text));
  CHECK(result->diagnostics.to_text() == "");
  REQUIRE(result->document);
  return result->document->root().dump();
}

// "line:column+length message (hint)" of front matter with one fault, after which nothing is returned.
std::string front_matter_fault(const std::string& lines) {
  const auto result = read_markdown("---\n" + lines + "---\n");
  CHECK_FALSE(result->document);
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].id == "front-matter-syntax");
  return text_place(all[0].where) + " " + all[0].message + " (" + all[0].hint + ")";
}

constexpr std::string_view letter =
    "---\n"
    "title: Voortgang van één plan\n"
    "kind: \"Raadsbrief\"\n"
    "closes: [T20-27, 'T19-69']\n"
    "announces:\n"
    "  - what: De brief’s\n"
    "    by: 2021-01-01\n"
    "empty:\n"
    "---\n"
    "\n"
    "Geachte raad, …\n";

TEST_CASE("markdown document: front matter gives values, and the text below it is the body") {
  const auto result = read_markdown(std::string(letter));

  REQUIRE(result->document);
  CHECK(result->diagnostics.to_text() == "");
  CHECK(result->document->root() == Json::parse(R"({
    "title": "Voortgang van één plan", "kind": "Raadsbrief", "closes": ["T20-27", "T19-69"],
    "announces": [{"what": "De brief’s", "by": "2021-01-01"}], "empty": null})"));
  CHECK(result->document->body() == "\nGeachte raad, …\n");
  CHECK(result->document->body_line() == 10);
  CHECK(result->document->body_offset() == letter.find("\nGeachte"));
}

TEST_CASE("markdown document: values and keys of front matter are found by their pointer") {
  std::string with_carriage_returns;
  for (const char c : letter) with_carriage_returns += c == '\n' ? "\r\n" : std::string(1, c);
  for (const std::string& text : {std::string(letter), with_carriage_returns}) {
    const auto result = read_markdown(text);
    REQUIRE(result->document);
    const MarkdownDocument& document = *result->document;
    CHECK(text_place(document.at("/title")) == "2:8+22");
    CHECK(text_place(document.at_key("/title")) == "2:1+5");
    CHECK(text_place(document.at("/kind")) == "3:7+12");
    CHECK(text_place(document.at("/closes")) == "4:9+1");
    CHECK(text_place(document.at("/closes/0")) == "4:10+6");
    CHECK(text_place(document.at("/closes/1")) == "4:18+8");
    CHECK(text_place(document.at("/announces/0")) == "6:5+4");
    CHECK(text_place(document.at("/announces/0/what")) == "6:11+10");
    CHECK(text_place(document.at("/announces/0/by")) == "7:9+10");
    CHECK(text_place(document.at_key("/announces/0/by")) == "7:5+2");
    CHECK(text_place(document.at("/empty")) == "8:1+5");
    CHECK(document.body_line() == 10);
  }
}

TEST_CASE("markdown document: a pointer that does not exist gives its nearest parent") {
  const auto result = read_markdown(std::string(letter));
  REQUIRE(result->document);
  CHECK(text_place(result->document->at("")) == "1:1+3");
  CHECK(text_place(result->document->at("/councils")) == "1:1+3");
  CHECK(text_place(result->document->at_key("/councils")) == "1:1+3");
  CHECK(text_place(result->document->at("/closes/2")) == "4:9+1");
  CHECK(text_place(result->document->at_key("/announces/0/done")) == "6:5+4");
}

TEST_CASE("markdown document: without front matter all of the file is the body") {
  for (const std::string text : {"Hallo\n---\nx\n", "", "----\na: 1\n---\n", "\n---\na: 1\n---\n", "---x\n---\n"}) {
    const auto result = read_markdown(text);
    REQUIRE(result->document);
    CHECK(result->document->root() == Json::object());
    CHECK(result->document->body() == text);
    CHECK(result->document->body_line() == 1);
    CHECK(text_place(result->document->at("/title")) == "1:1+1");
    CHECK(result->diagnostics.to_text() == "");
  }
}

TEST_CASE("markdown document: empty front matter is an empty object") {
  CHECK(values_of("---\n---\nx") == "{}");
  CHECK(values_of("---\n# alleen dit\n\n---\n") == "{}");
}

TEST_CASE("markdown document: front matter may end with the file") {
  const auto result = read_markdown("---\na: 1\n---");
  REQUIRE(result->document);
  CHECK(result->document->body() == "");
}

TEST_CASE("markdown document: front matter that is not closed is reported at its first line") {
  const auto result = read_markdown("---\na: 1\nHallo");
  CHECK_FALSE(result->document);
  CHECK(result->diagnostics.to_text() ==
        "content/x.md:1:1: error: the front matter is not closed [front-matter-syntax]\n"
        "    1 | ---\n"
        "      | ^~~\n"
        "  hint: put a line --- under its last key\n");
}

TEST_CASE("markdown document: spaces after the fences are a warning") {
  const auto result = read_markdown("--- \na: 1\n---\t\nx");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":1})");
  CHECK(result->document->body() == "x");
  CHECK(result->diagnostics.errors() == 0);
  CHECK(result->diagnostics.warnings() == 2);
}

TEST_CASE("markdown document: a plain scalar is a number only when nothing is lost by it") {
  const auto kept = [](std::string_view text) { return plain_scalar(text) == Json(text); };
  CHECK(plain_scalar("12") == Json(12));
  CHECK(plain_scalar("0") == Json(0));
  CHECK(plain_scalar("-7") == Json(-7));
  CHECK(plain_scalar("6.5") == Json(6.5));
  CHECK(plain_scalar("-0.25") == Json(-0.25));
  CHECK(plain_scalar("999999999999999") == Json(999999999999999));
  CHECK(plain_scalar("true") == Json(true));
  CHECK(plain_scalar("False") == Json(false));
  CHECK(plain_scalar("~") == Json(nullptr));
  CHECK(plain_scalar("NULL") == Json(nullptr));
  CHECK(plain_scalar("").is_null());
  for (const std::string_view text : {"010", "00", "2020-09", "2021-01-01", "+5", ".5", "5.", "1e3", "0x1F", "1.2.3",
                                      "1234567890123456", "-", "yes", "no", "on", "off", ".inf", ".nan", "1_000"}) {
    CAPTURE(text);
    CHECK(kept(text));
  }
}

TEST_CASE("markdown document: quoted scalars and keys stay strings") {
  CHECK(values_of("---\na: \"12\"\nb: 'true'\nc: \"\"\n2020: ~\nnull: x\n---\n") ==
        R"({"2020":null,"a":"12","b":"true","c":"","null":"x"})");
}

TEST_CASE("markdown document: texts of several lines are read") {
  CHECK(values_of("---\na: |\n  een\n  twee\nb: een\n  twee\nc: \"een\n  twee\"\n---\n") ==
        R"({"a":"een\ntwee\n","b":"een twee","c":"een twee"})");
}

TEST_CASE("markdown document: of two equal keys the first counts, and the second is reported") {
  const auto result = read_markdown("---\na: 1\nb: 2\na: {c: [3]}\n---\n");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":1,"b":2})");
  CHECK(text_place(result->document->at("/a")) == "2:4+1");
  CHECK(result->diagnostics.to_text() ==
        "content/x.md:4:1: error: duplicate key 'a' [front-matter-duplicate-key]\n"
        "    4 | a: {c: [3]}\n"
        "      | ^\n"
        "  hint: the first is on line 2; remove one of the two\n");
}

TEST_CASE("markdown document: anchors, aliases, tags and merge keys are reported") {
  const auto result = read_markdown("---\na: &x foo\nb: *x\nc: !!str 5\n<<: {d: 1}\n---\n");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":"foo","b":"*x","c":"5"})");
  CHECK(text_place(result->document->at("/a")) == "2:7+3");
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 4);
  CHECK(all[0].message == "an anchor in front matter: '&x'");
  CHECK(all[1].message == "an alias in front matter: '*x'");
  CHECK(all[2].message == "a tag in front matter: '!!str'");
  CHECK(all[3].message == "a merge key in front matter: '<<'");
  for (const Diagnostic& diagnostic : all) CHECK(diagnostic.id == "front-matter-unsupported");
}

TEST_CASE("markdown document: a text that is cut by a comment is a warning") {
  const auto result = read_markdown("---\na: Plan #3 klaar\nb: x # een opmerking\nc: \"Plan #3\"\n---\n");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":"Plan","b":"x","c":"Plan #3"})");
  CHECK(result->diagnostics.to_text() ==
        "content/x.md:2:9: warning: '#3 klaar' is a comment, not a part of the text [front-matter-comment]\n"
        "    2 | a: Plan #3 klaar\n"
        "      |         ^~~~~~~~\n"
        "  hint: put the whole text between double quotes, or write a space after #\n");
}

TEST_CASE("markdown document: usual faults in quoting are named where they stand") {
  constexpr const char* quotes = "(write \\\" for a quote inside the text, and \" at its end)";
  CHECK(front_matter_fault("title: Foo: bar\n") ==
        "2:11+1 a colon in a text without quotes (write the whole text between double quotes)");
  CHECK(front_matter_fault("headline: {{ count }} van\n") ==
        "2:11+2 a text may not begin with '{{' (write the whole text between double quotes)");
  CHECK(front_matter_fault("title: \"Foo\nkind: \"Bar\"\n") ==
        std::string("2:8+4 the text is not closed on its line ") + quotes);
  CHECK(front_matter_fault("a: 1\ntitle: \"Foo\nb: 1\n") == "3:8+4 the text is not closed (write a quote at its end)");
  CHECK(front_matter_fault("title: 'Foto's'\n") ==
        "2:13+1 a text goes on after its closing quote (write '' for a quote inside the text, and ' at its end)");
  CHECK(front_matter_fault("a: @x\n") ==
        "2:4+1 a text may not begin with '@' (write the whole text between double quotes)");
  CHECK(front_matter_fault("a: *vet* x\n") ==
        "2:4+1 a text may not begin with '*' (write the whole text between double quotes)");
  CHECK(front_matter_fault("a: [b, c\nd: e\n") ==
        "2:4+1 the '[' is not closed on its line (write a list as [a, b], or put the text between double quotes)");
}

TEST_CASE("markdown document: usual faults in layout are named where they stand") {
  constexpr const char* key = "(write a key, a colon, a space and a value; indent the second line of a text)";
  CHECK(front_matter_fault("a:\n\tb: 1\n") == "3:1+1 a tab at the start of a line (indent with spaces)");
  CHECK(front_matter_fault("title:foo\nkind: x\n") ==
        "2:6+1 no space after the colon of a key (write 'title: foo', with a space)");
  CHECK(front_matter_fault("a: 1\n  b: 2\n") == "3:3+1 this line is indented too far (align it with the key above it)");
  CHECK(front_matter_fault("a: 1\nhallo\nb: 2\n") == std::string("3:1+5 a line without 'key: value' ") + key);
  CHECK(front_matter_fault("hallo daar\n") == std::string("2:1+10 a line without 'key: value' ") + key);
  CHECK(front_matter_fault("- a\n") == std::string("2:3+1 a line without 'key: value' ") + key);
  CHECK(front_matter_fault(": x\n") == "2:1+1 a key is missing before the colon (write 'key: value')");
  CHECK(front_matter_fault("a: 1\n...\nb: 2\n") ==
        "4:1+3 a second YAML document (close the front matter with a line that is exactly ---)");
  CHECK(front_matter_fault("a: " + std::string(70, '[') + std::string(70, ']') + "\n") ==
        "2:67+1 values are nested deeper than 64 levels (make the front matter flatter)");
}

TEST_CASE("markdown document: front matter that is far too long is not read") {
  const auto result = read_markdown("---\na: " + std::string(70000, 'x') + "\n---\n");
  CHECK_FALSE(result->document);
  REQUIRE(result->diagnostics.sorted().size() == 1);
  CHECK(result->diagnostics.sorted()[0].id == "front-matter-large");
}

TEST_CASE("markdown document: bytes that are not UTF-8 and control characters are reported, and reading goes on") {
  const auto result = read_markdown("---\na: caf\xE9\nb: x\x04y\n---\n");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":"caf?","b":"x y"})");
  const std::vector<Diagnostic> all = result->diagnostics.sorted();
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "text-encoding");
  CHECK(text_place(all[0].where) == "2:7+1");
  CHECK(all[1].id == "text-control-character");
  CHECK(all[1].message == "control character U+0004");
  CHECK(text_place(all[1].where) == "3:5+1");
}

TEST_CASE("markdown document: a byte order mark before front matter is a warning") {
  const auto result = read_markdown("\xEF\xBB\xBF---\na: é b\n---\nx");
  REQUIRE(result->document);
  CHECK(result->document->root().dump() == R"({"a":"é b"})");
  CHECK(result->document->body() == "x");
  CHECK(text_place(result->document->at("/a")) == "2:4+3");
  REQUIRE(result->diagnostics.sorted().size() == 1);
  CHECK(result->diagnostics.sorted()[0].id == "text-byte-order-mark");

  const auto plain = read_markdown("\xEF\xBB\xBFHallo");
  REQUIRE(plain->document);
  CHECK(plain->document->body() == "Hallo");
}

}  // namespace
}  // namespace stoplicht
