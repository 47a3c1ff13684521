#include "base/message_catalogue.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace stoplicht;

namespace {

std::string told(const MessageCatalogue& catalogue, std::string_view subject, std::string_view sentence) {
  return catalogue.translated(subject, sentence).value_or("-");
}

}  // namespace

TEST_CASE("message catalogue: a sentence is looked up in its subject, and then among the shared ones") {
  const MessageCatalogue catalogue({R"({"a-fault": {"it is {x}": "het is {x}"}, "shared": {"use {x}": "gebruik {x}"}})",
                                    R"({"other-fault": {"use {x}": "neem {x}"}})"});
  CHECK(told(catalogue, "a-fault", "it is 7") == "het is 7");
  CHECK(told(catalogue, "a-fault", "use 7") == "gebruik 7");
  CHECK(told(catalogue, "other-fault", "use 7") == "neem 7");
  CHECK(told(catalogue, "other-fault", "it is 7") == "-");
  CHECK(told(catalogue, "unknown-fault", "use 7") == "gebruik 7");
  CHECK(told(catalogue, "unknown-fault", "it is 7") == "-");
}

TEST_CASE("message catalogue: of two patterns that fit the one with more words is meant") {
  const MessageCatalogue catalogue(
      {R"({"f": {"{x}": "alles {x}", "use {x} or {y}": "{y} of {x}", "use {x}": "neem {x}"}})"});
  CHECK(told(catalogue, "f", "use a or b") == "b of a");
  CHECK(told(catalogue, "f", "use a") == "neem a");
  CHECK(told(catalogue, "f", "a") == "alles a");
}

TEST_CASE("message catalogue: a phrase in a sentence is translated, and one that is not known leaves all of it") {
  const MessageCatalogue catalogue({R"({
    "f": {"'{key}' is {kind}; {hint}": "'{key}' is {nl:kind}; {nl:hint}", "'{key}' is {kind}": "{key}: {nl:kind}"},
    "phrase": {"a text": "een tekst", "a list of {n}": "een lijst van {n}"},
    "shared": {"use {x}": "neem {x}"}
  })"});
  CHECK(told(catalogue, "f", "'a text' is a text; use a text") == "'a text' is een tekst; neem a text");
  CHECK(told(catalogue, "f", "'x' is a list of 3") == "x: een lijst van 3");
  CHECK(told(catalogue, "f", "'x' is a tree") == "-");
  CHECK(told(catalogue, "f", "a text") == "-");
}

TEST_CASE("message catalogue: a phrase that holds itself comes to an end") {
  const MessageCatalogue catalogue({R"({"f": {"{x}": "{nl:x}"}})"});
  CHECK(told(catalogue, "f", "for ever") == "-");
}

TEST_CASE("message catalogue: what follows a colon in a subject is for its readers") {
  const MessageCatalogue catalogue({R"({"f: first": {"a": "1"}, "f: second": {"b": "2"}})"});
  CHECK(told(catalogue, "f", "a") == "1");
  CHECK(told(catalogue, "f", "b") == "2");
}

TEST_CASE("message catalogue: a file that is none, and a translation with other holes, are refused") {
  for (const char* file : {"", "[]", R"({"f": "x"})", R"({"f": {"a": 1}})", R"({"f": {"a {x}": "b"}})",
                           R"({"f": {"a": "b {x}"}})", R"({"f": {"a {x}": "b {y}"}})"}) {
    CAPTURE(file);
    CHECK_THROWS_AS(MessageCatalogue({file}), std::invalid_argument);
  }
}

TEST_CASE("message catalogue: the Dutch one is read, and a sentence that it does not know stays as it is") {
  CHECK(in_language(MessageLanguage::dutch, "status-unknown", "unknown status 'groen'") ==
        "er is geen stoplicht 'groen'");
  CHECK(in_language(MessageLanguage::english, "status-unknown", "unknown status 'groen'") == "unknown status 'groen'");
  CHECK(in_language(MessageLanguage::dutch, "status-unknown", "a sentence of tomorrow") == "a sentence of tomorrow");
  CHECK(said(MessageLanguage::dutch, "x", "a sentence of tomorrow").language == MessageLanguage::english);
  CHECK(said(MessageLanguage::dutch, "x", "use 'a'").language == MessageLanguage::dutch);
}
