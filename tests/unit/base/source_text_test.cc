#include "base/source_text.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

const SourceText source("data/x.json", "{\n  \"naam\": \"één €\",\r\n\n  \"b\": 2\n}");

void check_at(const SourceText& text, std::size_t offset, std::size_t length, const Location& expected) {
  const Location where = text.at(offset, length);
  CHECK(where.file == expected.file);
  CHECK(where.line == expected.line);
  CHECK(where.column == expected.column);
  CHECK(where.length == expected.length);
  CHECK(where.excerpt == expected.excerpt);
}

std::size_t offset_of(std::string_view part) { return source.text().find(part); }

const char* const second_line = "  \"naam\": \"één €\",";

}  // namespace

TEST_CASE("source text: a place has the line, the column and the whole line") {
  check_at(source, 0, 1, {"data/x.json", 1, 1, 1, "{"});
  check_at(source, offset_of("\"naam\""), 6, {"data/x.json", 2, 3, 6, second_line});
  check_at(source, offset_of("2"), 1, {"data/x.json", 4, 8, 1, "  \"b\": 2"});
}

TEST_CASE("source text: columns and lengths count characters, not bytes") {
  check_at(source, offset_of("\"één"), 11, {"data/x.json", 2, 11, 7, second_line});
  check_at(source, offset_of("€"), 3, {"data/x.json", 2, 16, 1, second_line});
}

TEST_CASE("source text: an offset within a character means that character") {
  check_at(source, offset_of("€") + 1, 1, {"data/x.json", 2, 16, 1, second_line});
  check_at(source, offset_of("€") + 2, 1, {"data/x.json", 2, 16, 1, second_line});
}

TEST_CASE("source text: a range ends at the end of its line") {
  check_at(source, offset_of("€"), 100, {"data/x.json", 2, 16, 3, second_line});
  check_at(source, offset_of("2"), std::string::npos, {"data/x.json", 4, 8, 1, "  \"b\": 2"});
  check_at(source, offset_of("2"), 0, {"data/x.json", 4, 8, 1, "  \"b\": 2"});
}

TEST_CASE("source text: a line end is the place after the last character, without the carriage return") {
  check_at(source, offset_of("\r"), 1, {"data/x.json", 2, 19, 1, second_line});
  check_at(source, offset_of("\r") + 1, 1, {"data/x.json", 2, 19, 1, second_line});
  check_at(source, offset_of("\r") + 2, 1, {"data/x.json", 3, 1, 1, ""});
}

TEST_CASE("source text: an offset past the end means the end") {
  check_at(source, source.text().size(), 1, {"data/x.json", 5, 2, 1, "}"});
  check_at(source, 1000, 1, {"data/x.json", 5, 2, 1, "}"});
  check_at(SourceText("a", "x\n"), 9, 1, {"a", 2, 1, 1, ""});
  check_at(SourceText("a", ""), 0, 1, {"a", 1, 1, 1, ""});
  check_at(SourceText("a", "\r\n"), 0, 1, {"a", 1, 1, 1, ""});
}

TEST_CASE("source text: a byte order mark is not a character of the line") {
  const SourceText marked("a", "\xEF\xBB\xBFné\nb");
  check_at(marked, 0, 1, {"a", 1, 1, 1, "né"});
  check_at(marked, 4, 2, {"a", 1, 2, 1, "né"});
  check_at(marked, 7, 1, {"a", 2, 1, 1, "b"});
  check_at(SourceText("a", "\xEF\xBB\xBF\nb"), 0, 1, {"a", 1, 1, 1, ""});
}

TEST_CASE("source text: bytes that are not UTF-8 count one by one") {
  check_at(SourceText("a", "\xE2\x82x\x80\x80y"), 2, 1, {"a", 1, 3, 1, "\xE2\x82x\x80\x80y"});
  check_at(SourceText("a", "\xE2\x82x\x80\x80y"), 5, 1, {"a", 1, 6, 1, "\xE2\x82x\x80\x80y"});
}

TEST_CASE("source text: the whole file has no line") {
  CHECK(source.whole() == Location{"data/x.json", 0, 0, 1, ""});
  CHECK(source.path() == "data/x.json");
}

TEST_CASE("source text: of a long line only what is around the place is kept") {
  std::string line;
  for (int i = 0; i < 1000; ++i) line += "é" + std::to_string(i % 10);
  const SourceText text("a", "x\n" + line + "\ny");

  const Location middle = text.at(2 + 3 * 500, 3);
  CHECK(middle.line == 2);
  CHECK(middle.column == 1001);
  CHECK(middle.length == 2);
  CHECK(middle.skipped == 890);
  CHECK(middle.excerpt == line.substr(3 * 445, 3 * 110));

  const Location start = text.at(2 + 3, 3);
  CHECK(start.column == 3);
  CHECK(start.skipped == 0);
  CHECK(start.excerpt == line.substr(0, 3 * 56));

  const Location end = text.at(2 + 3 * 999, 100);
  CHECK(end.column == 1999);
  CHECK(end.length == 2);
  CHECK(end.skipped == 1888);
  CHECK(end.excerpt == line.substr(3 * 944));
  check_at(text, text.text().size() - 1, 1, {"a", 3, 1, 1, "y"});
}

TEST_CASE("source text: lines and columns are right far into a text") {
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "één\n";
  const SourceText text("a", lines + "é!");

  check_at(text, 6 * 2999 + 2, 1, {"a", 3000, 2, 1, "één"});
  check_at(text, 6 * 3000 + 2, 1, {"a", 3001, 2, 1, "é!"});
}
