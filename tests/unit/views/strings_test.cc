#include "views/strings.h"

#include <functional>

#include "small_scene.h"

namespace stoplicht::test {
namespace {

const char* const two_sentences = R"({
  "labels": { "menu": "Menu" },
  "sentences": {
    "greeting": "Dag {name}, dag {name}!",
    "plain": "Zonder {",
    "projects": { "one": "Eén deelproject van {whom}", "other": "{n} deelprojecten van {whom}" },
    "only_other": { "other": "{n} dingen" }
  }
})";

// Asks the strings of a file one thing, and gives what is reported.
std::string faults_of(const char* file, const std::function<void(const Strings&)>& ask) {
  const auto document = strings_file(file);
  Diagnostics diagnostics;
  const Strings strings(*document, diagnostics);
  ask(strings);
  return diagnostics.to_text();
}

TEST_CASE("strings: a sentence is filled in, every time a placeholder stands in it") {
  const std::string faults = faults_of(two_sentences, [](const Strings& strings) {
    CHECK(strings.say("greeting", {{"name", "{raad}"}}) == "Dag {raad}, dag {raad}!");
    CHECK(strings.say("plain") == "Zonder {");
  });

  CHECK(faults == "");
}

TEST_CASE("strings: a number chooses the form, and is written as it is given") {
  const std::string faults = faults_of(two_sentences, [](const Strings& strings) {
    CHECK(strings.say_count("projects", 1, "1", {{"whom", "WaW"}}) == "Eén deelproject van WaW");
    CHECK(strings.say_count("projects", 0, "0", {{"whom", "WaW"}}) == "0 deelprojecten van WaW");
    CHECK(strings.say_count("projects", 2000, "2.000", {{"whom", "WaW"}}) == "2.000 deelprojecten van WaW");
  });

  CHECK(faults == "");
}

TEST_CASE("strings: labels go to templates as they are") {
  const auto document = strings_file(two_sentences);
  Diagnostics diagnostics;

  CHECK(Strings(*document, diagnostics).labels() == Json{{"menu", "Menu"}});
}

TEST_CASE("strings: a sentence that the theme does not have is reported") {
  const std::string faults = faults_of(two_sentences, [](const Strings& strings) {
    CHECK(strings.say("farewell") == "");
    CHECK(strings.say_count("farewells", 2, "2") == "");
  });

  CHECK(faults ==
        "themes/klein/strings.nl.json:3:16: error: the theme has no sentence 'farewell' [string-missing]\n"
        "    3 |   \"sentences\": {\n"
        "      |                ^\n"
        "  hint: add it to \"sentences\"\n"
        "themes/klein/strings.nl.json:3:16: error: the theme has no sentence 'farewells' [string-missing]\n"
        "    3 |   \"sentences\": {\n"
        "      |                ^\n"
        "  hint: add it to \"sentences\"\n");
}

TEST_CASE("strings: a placeholder without a value is reported and left out") {
  const std::string faults = faults_of(two_sentences, [](const Strings& strings) {
    CHECK(strings.say("greeting", {{"title", "x"}}) == "Dag , dag !");
  });

  CHECK(faults ==
        "themes/klein/strings.nl.json:4:17: error: sentence 'greeting' asks for {name}, which it is not given "
        "[string-placeholder]\n"
        "    4 |     \"greeting\": \"Dag {name}, dag {name}!\",\n"
        "      |                 ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: use only the placeholders of the default theme's sentence\n");
}

TEST_CASE("strings: {n} belongs to sentences with a number") {
  const std::string faults = faults_of(R"({ "labels": {}, "sentences": { "many": "{n} dingen" } })",
                                       [](const Strings& strings) { CHECK(strings.say("many") == " dingen"); });

  CHECK(faults ==
        "themes/klein/strings.nl.json:1:40: error: sentence 'many' asks for {n}, which it is not given "
        "[string-placeholder]\n"
        "    1 | { \"labels\": {}, \"sentences\": { \"many\": \"{n} dingen\" } }\n"
        "      |                                        ^~~~~~~~~~~~\n"
        "  hint: use only the placeholders of the default theme's sentence\n");
}

TEST_CASE("strings: a sentence in the wrong form is reported") {
  const std::string faults = faults_of(two_sentences, [](const Strings& strings) {
    CHECK(strings.say("projects", {{"whom", "WaW"}}) == "");
    CHECK(strings.say_count("greeting", 2, "2", {{"name", "x"}}) == "");
    CHECK(strings.say_count("only_other", 1, "1") == "");
    CHECK(strings.say_count("only_other", 2, "2") == "2 dingen");
  });

  CHECK(faults ==
        "themes/klein/strings.nl.json:4:17: error: sentence 'greeting' has no form 'other' [string-form]\n"
        "    4 |     \"greeting\": \"Dag {name}, dag {name}!\",\n"
        "      |                 ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: write { \"one\": \"…\", \"other\": \"…\" }\n"
        "themes/klein/strings.nl.json:6:17: error: sentence 'projects' is not a text [string-form]\n"
        "    6 |     \"projects\": { \"one\": \"Eén deelproject van {whom}\", \"other\": \"{n} deelprojecten van "
        "{whom}\" },\n"
        "      |                 ^\n"
        "  hint: write one text between quotes\n"
        "themes/klein/strings.nl.json:7:19: error: sentence 'only_other' has no form 'one' [string-form]\n"
        "    7 |     \"only_other\": { \"other\": \"{n} dingen\" }\n"
        "      |                   ^\n"
        "  hint: write { \"one\": \"…\", \"other\": \"…\" }\n");
}

TEST_CASE("strings: a file without its two parts is reported once, and asking goes on") {
  const std::string faults = faults_of(R"(["labels"])", [](const Strings& strings) {
    CHECK(strings.labels() == Json::object());
    CHECK(strings.say("greeting") == "");
  });

  CHECK(faults ==
        "themes/klein/strings.nl.json: error: no object 'labels' in the theme's strings [string-form]\n"
        "  hint: a strings file holds { \"labels\": { … }, \"sentences\": { … } }\n"
        "themes/klein/strings.nl.json: error: no object 'sentences' in the theme's strings [string-form]\n"
        "  hint: a strings file holds { \"labels\": { … }, \"sentences\": { … } }\n"
        "themes/klein/strings.nl.json:1:1: error: the theme has no sentence 'greeting' [string-missing]\n"
        "    1 | [\"labels\"]\n"
        "      | ^\n"
        "  hint: add it to \"sentences\"\n");
}

TEST_CASE("strings: labels that are no object are none") {
  const std::string faults = faults_of(R"({ "labels": "Menu", "sentences": {} })",
                                       [](const Strings& strings) { CHECK(strings.labels() == Json::object()); });

  CHECK(faults ==
        "themes/klein/strings.nl.json: error: no object 'labels' in the theme's strings [string-form]\n"
        "  hint: a strings file holds { \"labels\": { … }, \"sentences\": { … } }\n");
}

}  // namespace
}  // namespace stoplicht::test
