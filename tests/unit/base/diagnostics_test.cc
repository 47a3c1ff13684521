#include "base/diagnostics.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

using namespace stoplicht;
using namespace std::string_literals;

namespace {

std::string text_of(const Location& where, const std::string& message = "wrong") {
  Diagnostics diagnostics;
  diagnostics.error("x", where, message);
  return diagnostics.to_text();
}

std::string digits(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + i % 10);
  return text;
}

}  // namespace

TEST_CASE("diagnostics: a fault is shown with its line, a caret and a hint") {
  Diagnostics diagnostics;
  diagnostics.error("status-unknown", {"data/x.json", 12, 13, 7, "  \"status\": \"groen\","}, "unknown status 'groen'",
                    "use one of: on-track, at-risk");

  CHECK(diagnostics.to_text() ==
        "data/x.json:12:13: error: unknown status 'groen' [status-unknown]\n"
        "   12 |   \"status\": \"groen\",\n"
        "      |             ^~~~~~~\n"
        "  hint: use one of: on-track, at-risk\n");
}

TEST_CASE("diagnostics: in Dutch a fault has its place, its line and its id as in English") {
  Diagnostics diagnostics;
  diagnostics.error("status-unknown", {"data/x.json", 12, 13, 7, "  \"status\": \"groen\","}, "unknown status 'groen'",
                    "use one of: on-track, at-risk (did you mean 'at-risk'?)");
  diagnostics.warning("file-unused", {"data/y.json", 0, 0, 1, ""}, "nothing reads this file");

  CHECK(diagnostics.to_text(MessageLanguage::dutch) ==
        "data/x.json:12:13: fout: er is geen stoplicht 'groen' [status-unknown]\n"
        "   12 |   \"status\": \"groen\",\n"
        "      |             ^~~~~~~\n"
        "  tip: kies uit: on-track, at-risk (bedoelde u 'at-risk'?)\n"
        "data/y.json: waarschuwing: dit bestand wordt door niets gelezen [file-unused]\n");
}

TEST_CASE("diagnostics: what Dutch has no words for is shown in English, and told to be") {
  Diagnostics diagnostics;
  diagnostics.error("status-unknown", {"x", 1, 1, 1, ""}, "a fault of tomorrow", "use 'groen'");

  CHECK(diagnostics.to_text(MessageLanguage::dutch) ==
        "x:1:1: fout: a fault of tomorrow [status-unknown]\n"
        "  tip: gebruik 'groen'\n");
  const ShownDiagnostic shown = diagnostics.shown(MessageLanguage::dutch).front();
  CHECK(shown.message_language == MessageLanguage::english);
  CHECK(shown.hint_language == MessageLanguage::dutch);
}

TEST_CASE("diagnostics: the order is that of the English sentences, in whatever language they are told") {
  Diagnostics diagnostics;
  diagnostics.error("file-unused", {"x", 1, 1, 1, ""}, "nothing reads this file");
  diagnostics.error("file-missing", {"x", 1, 1, 1, ""}, "the file is missing");

  CHECK(diagnostics.to_text(MessageLanguage::dutch) ==
        "x:1:1: fout: dit bestand wordt door niets gelezen [file-unused]\n"
        "x:1:1: fout: het bestand ontbreekt [file-missing]\n");
}

TEST_CASE("diagnostics: what is not known of a place is left out") {
  CHECK(text_of({"data/x.json", 0, 0, 1, ""}) == "data/x.json: error: wrong [x]\n");
  CHECK(text_of({"data/x.json", 3, 0, 1, "abc"}) == "data/x.json:3: error: wrong [x]\n    3 | abc\n");
  CHECK(text_of({"data/x.json", 3, 2, 1, ""}) == "data/x.json:3:2: error: wrong [x]\n");
  CHECK(text_of({"", 0, 0, 1, ""}) == "error: wrong [x]\n");
}

TEST_CASE("diagnostics: a tab in the source line takes one column, so that the caret stands right") {
  CHECK(text_of({"a", 1, 3, 2, "\t\tbc"}) ==
        "a:1:3: error: wrong [x]\n"
        "    1 |   bc\n"
        "      |   ^~\n");
}

TEST_CASE("diagnostics: columns count characters") {
  CHECK(text_of({"a", 1, 5, 1, "één €!"}) ==
        "a:1:5: error: wrong [x]\n"
        "    1 | één €!\n"
        "      |     ^\n");
}

TEST_CASE("diagnostics: a caret past the end of the line stands right after it") {
  CHECK(text_of({"a", 1, 4, 9, "abc"}) ==
        "a:1:4: error: wrong [x]\n"
        "    1 | abc\n"
        "      |    ^\n");
  CHECK(text_of({"a", 1, 400, 9, "abc"}) ==
        "a:1:400: error: wrong [x]\n"
        "    1 | abc\n"
        "      |    ^\n");
}

TEST_CASE("diagnostics: a line number of six digits keeps the caret under its character") {
  CHECK(text_of({"a", 123456, 2, 1, "abc"}) ==
        "a:123456:2: error: wrong [x]\n"
        "123456 | abc\n"
        "       |  ^\n");
}

TEST_CASE("diagnostics: a line of 100 characters is shown whole") {
  CHECK(text_of({"a", 1, 100, 1, digits(100)}) ==
        "a:1:100: error: wrong [x]\n"
        "    1 | " +
            digits(100) +
            "\n"
            "      | " +
            std::string(99, ' ') + "^\n");
}

TEST_CASE("diagnostics: a long line is cut at its end when the caret is near its start") {
  CHECK(text_of({"a", 1, 11, 3, digits(300)}) ==
        "a:1:11: error: wrong [x]\n"
        "    1 | " +
            digits(99) +
            "…\n"
            "      | " +
            std::string(10, ' ') + "^~~\n");
}

TEST_CASE("diagnostics: a long line is cut at its start when the caret is near its end") {
  CHECK(text_of({"a", 1, 301, 1, digits(300)}) ==
        "a:1:301: error: wrong [x]\n"
        "    1 | …" +
            digits(300).substr(202) +
            "\n"
            "      | " +
            std::string(99, ' ') + "^\n");
}

TEST_CASE("diagnostics: a long line is cut at both ends around the caret, and so is what is underlined") {
  CHECK(text_of({"a", 1, 151, 200, digits(300)}) ==
        "a:1:151: error: wrong [x]\n"
        "    1 | …" +
            digits(300).substr(111, 98) +
            "…\n"
            "      | " +
            std::string(40, ' ') + "^" + std::string(59, '~') + "\n");
}

TEST_CASE("diagnostics: a very long line is shown, but not kept") {
  Diagnostics diagnostics;
  diagnostics.error("x", {"a", 1, 5001, 1, digits(1'000'000)}, "wrong");

  CHECK(diagnostics.to_text() ==
        "a:1:5001: error: wrong [x]\n"
        "    1 | …" +
            digits(5100).substr(4961, 98) +
            "…\n"
            "      | " +
            std::string(40, ' ') + "^\n");
  CHECK(diagnostics.sorted().at(0).where.excerpt == "");
}

TEST_CASE("diagnostics: nothing printed can control a terminal") {
  Diagnostics diagnostics;
  diagnostics.warning("x", {"a\x1B[2J", 1, 2, 1, "\x1B[1m\u009B\u202E\xFF\0b"s}, "one\ntwo", "\rgone\x7F");
  CHECK(diagnostics.to_text() ==
        "a\uFFFD[2J:1:2: warning: one\uFFFDtwo [x]\n"
        "    1 | \uFFFD[1m\uFFFD\uFFFD\uFFFD\uFFFDb\n"
        "      |  ^\n"
        "  hint: \uFFFDgone\uFFFD\n");
}

TEST_CASE("diagnostics: faults are sorted by file, line, column and text, without doubles") {
  Diagnostics diagnostics;
  diagnostics.warning("w", {"b", 1, 1, 1, "x"}, "second");
  diagnostics.error("e", {"b", 1, 1, 1, "x"}, "first");
  diagnostics.error("e", {"b", 1, 1, 1, ""}, "first");
  diagnostics.error("e", {"b", 0, 0, 1, ""}, "of the file");
  diagnostics.error("e", {"b", 10, 1, 1, ""}, "tenth line");
  diagnostics.error("e", {"b", 9, 2, 1, ""}, "ninth line");
  diagnostics.error("e", {"a", 99, 1, 1, ""}, "file a");
  diagnostics.error("e", {"b", 9, 1, 1, ""}, "zeroth");

  CHECK(diagnostics.to_text() ==
        "a:99:1: error: file a [e]\n"
        "b: error: of the file [e]\n"
        "b:1:1: error: first [e]\n"
        "    1 | x\n"
        "      | ^\n"
        "b:1:1: warning: second [w]\n"
        "    1 | x\n"
        "      | ^\n"
        "b:9:1: error: zeroth [e]\n"
        "b:9:2: error: ninth line [e]\n"
        "b:10:1: error: tenth line [e]\n");
  CHECK(diagnostics.errors() == 6);
  CHECK(diagnostics.warnings() == 1);
  CHECK(diagnostics.sorted().size() == 7);
}

TEST_CASE("diagnostics: only errors are errors") {
  Diagnostics diagnostics;
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.to_text() == "");
  diagnostics.warning("w", {"a"}, "odd");
  CHECK_FALSE(diagnostics.has_errors());
  diagnostics.error("e", {"a"}, "wrong");
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.errors() == 1);
  CHECK(diagnostics.warnings() == 1);
}

TEST_CASE("diagnostics: as JSON, with every field and valid UTF-8") {
  Diagnostics diagnostics;
  CHECK(diagnostics.to_json() == "[]\n");
  diagnostics.warning("odd", {"data/é\xFF.json", 3, 4, 5, "abcdefgh"}, "a \"b\"\n", "c");
  diagnostics.error("wrong", {"data/a.json"}, "x");
  CHECK(diagnostics.to_json() == R"([
  {
    "severity": "error",
    "id": "wrong",
    "message": "x",
    "file": "data/a.json",
    "line": 0,
    "column": 0,
    "length": 1,
    "hint": ""
  },
  {
    "severity": "warning",
    "id": "odd",
    "message": "a \"b\"\n",
    "file": "data/é)"
                                 "\uFFFD"
                                 R"(.json",
    "line": 3,
    "column": 4,
    "length": 5,
    "hint": "c"
  }
]
)");
}

TEST_CASE("diagnostics: the order in which threads find faults does not show") {
  const auto add = [](Diagnostics& diagnostics, int start, int step) {
    for (int i = start; i >= 0 && i < 400; i += step) diagnostics.error("e", {"a", i + 1, 1, 1, "x"}, "wrong");
  };
  Diagnostics alone;
  add(alone, 0, 1);
  Diagnostics shared;
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back(
          [&shared, &add, thread] { add(shared, thread % 2 == 0 ? 0 : 399, thread % 2 == 0 ? 1 : -1); });
    }
  }
  CHECK(shared.to_text() == alone.to_text());
  CHECK(shared.errors() == 400);
}

TEST_CASE("closest: a likely typing error finds its word") {
  const std::vector<std::string_view> statuses{"on-track", "at-risk", "off-track", "completed", "not-reported"};
  CHECK(closest("on-trak", statuses) == "on-track");
  CHECK(closest("no-track", statuses) == "on-track");
  CHECK(closest("ontrack", statuses) == "on-track");
  CHECK(closest("At-Risk", statuses) == "at-risk");
  CHECK(closest("of-track", statuses) == "off-track");
  CHECK(closest("compelted", statuses) == "completed");
}

TEST_CASE("closest: a word that is not near finds none") {
  CHECK(closest("groen", {"on-track", "at-risk"}) == "");
  CHECK(closest("a", {"b"}) == "");
  CHECK(closest("", {"a", ""}) == "");
  CHECK(closest("a", {}) == "");
  CHECK(closest("abcdef", {"abc"}) == "");
  CHECK(closest(std::string(100'000, 'x'), {"abc"}) == "");
}

TEST_CASE("closest: a third of the longer word may differ, and always one character") {
  CHECK(closest("abcdxx", {"abcdef"}) == "abcdef");
  CHECK(closest("abcxxx", {"abcdef"}) == "");
  CHECK(closest("ab", {"ac"}) == "ac");
  CHECK(closest("abcd", {"abd"}) == "abd");
}

TEST_CASE("closest: characters count, not bytes") {
  CHECK(closest("één", {"een"}) == "");
  CHECK(closest("coördinatie", {"coordinatie"}) == "coordinatie");
  CHECK(closest("COÖRDINATIE", {"coördinatie"}) == "coördinatie");
  CHECK(closest("€é", {"é€"}) == "é€");
}

TEST_CASE("closest: of two that are as near the order of the candidates does not matter") {
  CHECK(closest("project-3", {"project-2", "project-1"}) == "project-1");
  CHECK(closest("project-3", {"project-1", "project-2"}) == "project-1");
}

TEST_CASE("one-of hint: lists the candidates and the likely one") {
  CHECK(one_of_hint("on-trak", {"on-track", "at-risk"}) == "use one of: on-track, at-risk (did you mean 'on-track'?)");
  CHECK(one_of_hint("groen", {"on-track", "at-risk"}) == "use one of: on-track, at-risk");
  CHECK(one_of_hint("groen", {}) == "");
}

TEST_CASE("one-of hint: more than twelve candidates are not all listed") {
  const std::vector<std::string_view> twelve{"aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll"};
  CHECK(one_of_hint("zzz", twelve) == "use one of: aa, bb, cc, dd, ee, ff, gg, hh, ii, jj, kk, ll");
  std::vector<std::string_view> thirteen = twelve;
  thirteen.push_back("wijkleerbedrijf");
  CHECK(one_of_hint("zzz", thirteen) == "use one of: aa, bb, cc, dd, ee, ff, gg, hh, ii, jj, kk, ll, …");
  CHECK(one_of_hint("wijkleerbedrijven", thirteen) == "did you mean 'wijkleerbedrijf'?");
}

TEST_CASE("one-of hint: a single candidate is named by itself") {
  CHECK(one_of_hint("afgerond", {"rounded"}) == "use 'rounded'");
  CHECK(one_of_hint("roundet", {"rounded"}) == "did you mean 'rounded'?");
}
