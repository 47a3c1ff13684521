#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace stoplicht;
using namespace std::string_literals;

TEST_CASE("text: valid UTF-8 of every length is accepted") {
  CHECK(first_invalid_utf8("") == std::string::npos);
  CHECK(first_invalid_utf8("plain") == std::string::npos);
  CHECK(first_invalid_utf8("é € 😀") == std::string::npos);
  CHECK(first_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF") == std::string::npos);
}

TEST_CASE("text: the first byte that is not UTF-8 is found") {
  CHECK(first_invalid_utf8("abc\xFFz") == 3);
  CHECK(first_invalid_utf8("é\x80") == 2);             // A continuation without a start.
  CHECK(first_invalid_utf8("a\xC3") == 1);             // Cut off.
  CHECK(first_invalid_utf8("a\xE2\x82") == 1);         // Cut off.
  CHECK(first_invalid_utf8("a\xE2\x82z") == 1);        // Broken off.
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);          // Overlong.
  CHECK(first_invalid_utf8("\xE0\x80\xAF") == 0);      // Overlong.
  CHECK(first_invalid_utf8("\xF0\x80\x80\xAF") == 0);  // Overlong.
  CHECK(first_invalid_utf8("\xED\xA0\x80") == 0);      // A surrogate.
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);  // Past U+10FFFF.
  CHECK(first_invalid_utf8("\xF8\x88\x80\x80\x80") == 0);
}

TEST_CASE("text: characters are read one by one, and a bad byte is one replacement character") {
  const std::string text = "aé€😀\xFFz";
  std::vector<char32_t> characters;
  for (std::size_t offset = 0; offset < text.size();) characters.push_back(next_character(text, offset));
  CHECK(characters == std::vector<char32_t>{'a', 0xE9, 0x20AC, 0x1F600, 0xFFFD, 'z'});
  CHECK(length_in_characters(text) == 6);
  CHECK(length_in_characters("") == 0);
}

TEST_CASE("text: a character is added as it is read, and what is none as a replacement character") {
  const std::u32string characters{0,      'a',    0x7F,   0x80,   0xE9,    0x7FF,   0x800,
                                  0x20AC, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
  std::string text;
  for (const char32_t each : characters) append_character(text, each);
  CHECK(first_invalid_utf8(text) == std::string::npos);
  std::u32string read;
  for (std::size_t offset = 0; offset < text.size();) read += next_character(text, offset);
  CHECK(read == characters);

  std::string none;
  for (const char32_t each : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}}) append_character(none, each);
  CHECK(none == "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("text: what is shown on one line breaks none, and is cut by characters") {
  CHECK(on_one_line("een\ttwee\r\ndrie\u202E") == "een twee  drie\uFFFD");
  CHECK(on_one_line("één twee", 3) == "één…");
  CHECK(on_one_line("één", 3) == "één");
}

TEST_CASE("text: trim removes spaces, tabs and line ends at both ends only") {
  CHECK(trim(" \t\r\n a b \n") == "a b");
  CHECK(trim("a") == "a");
  CHECK(trim(" \n ") == "");
  CHECK(trim("") == "");
}

TEST_CASE("text: split keeps empty parts") {
  CHECK(split("a,b", ',') == std::vector<std::string_view>{"a", "b"});
  CHECK(split(",a,,", ',') == std::vector<std::string_view>{"", "a", "", ""});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
}

TEST_CASE("text: join puts the separator between parts only") {
  CHECK(join({}, ", ") == "");
  CHECK(join({"a"}, ", ") == "a");
  CHECK(join({"", "a", ""}, ", ") == ", a, ");
}

TEST_CASE("text: HTML is escaped for text and for quoted attributes") {
  CHECK(escape_html("Zorg & <b>\"Samen\" 's</b>") == "Zorg &amp; &lt;b&gt;&quot;Samen&quot; &#39;s&lt;/b&gt;");
  CHECK(escape_html("Coördinatie € 5 😀\t\r\n\f") == "Coördinatie € 5 😀\t\r\n\f");
  CHECK(escape_html("") == "");
}

TEST_CASE("text: what HTML forbids becomes a replacement character") {
  CHECK(escape_html("a\0b"s) == "a\uFFFDb");
  CHECK(escape_html("a\x01\x1B\x7F"
                    "b") == "a\uFFFD\uFFFD\uFFFDb");
  CHECK(escape_html("\u0085\u009F\u00A0") == "\uFFFD\uFFFD\u00A0");
  CHECK(escape_html("\uFDD0\uFFFE\U0001FFFF") == "\uFFFD\uFFFD\uFFFD");
  CHECK(escape_html("a\xE2\x82z") == "a\uFFFD\uFFFDz");
}

TEST_CASE("text: escaped HTML is appended to what is there") {
  std::string out = "<p>";
  append_escaped_html(out, "a<b");
  append_escaped_html(out, "");
  CHECK(out == "<p>a&lt;b");
}

TEST_CASE("text: a path in a link is written as codes, and read back") {
  CHECK(percent_decode("mijn%20brief.pdf") == "mijn brief.pdf");
  CHECK(percent_decode("co%C3%B6rdinatie") == "coördinatie");
  CHECK(percent_decode("100%") == "100%");
  CHECK(percent_decode("%zz%4") == "%zz%4");
  CHECK(percent_decode("%FF") == "%FF");  // That would be no UTF-8.
  CHECK(percent_decode(percent_encode("één & twee?#%")) == "één & twee?#%");
}
