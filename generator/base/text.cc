#include "base/text.h"

#include <array>
#include <optional>

namespace stoplicht {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";
constexpr std::string_view blanks = " \t\r\n";

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

struct Decoded {
  char32_t character = replacement;
  std::size_t length = 0;  // 0: not valid UTF-8.
};

// The ranges of a second byte are those of table 3-7 of the Unicode Standard: they keep out
// overlong forms, surrogates and what lies past U+10FFFF.
Decoded decode(std::string_view text, std::size_t offset) {
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};

  std::size_t length = 0;
  char32_t character = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (first >= 0xC2 && first <= 0xDF) {
    length = 2;
    character = first & 0x1Fu;
  } else if (first >= 0xE0 && first <= 0xEF) {
    length = 3;
    character = first & 0x0Fu;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
  } else if (first >= 0xF0 && first <= 0xF4) {
    length = 4;
    character = first & 0x07u;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
  } else {
    return {};
  }
  if (text.size() - offset < length) return {};
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned char next = byte_at(text, offset + i);
    if (next < low || next > high) return {};
    character = (character << 6) | (next & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  return {character, length};
}

// Bytes that cannot be copied as they are without a closer look.
constexpr std::array<bool, 256> make_special_in_html() {
  std::array<bool, 256> special{};
  for (std::size_t i = 0; i < 0x20; ++i) special[i] = true;
  for (const char plain : {'\t', '\n', '\f', '\r'}) special[static_cast<unsigned char>(plain)] = false;
  for (const char escaped : {'&', '<', '>', '"', '\''}) special[static_cast<unsigned char>(escaped)] = true;
  for (std::size_t i = 0x7F; i < 256; ++i) special[i] = true;
  return special;
}
constexpr std::array<bool, 256> special_in_html = make_special_in_html();

bool is_forbidden_in_html(char32_t character) {
  if (character < 0x20) return character != '\t' && character != '\n' && character != '\f' && character != '\r';
  const bool control = character >= 0x7F && character <= 0x9F;
  const bool noncharacter = (character >= 0xFDD0 && character <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;
  return control || noncharacter;
}

}  // namespace

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = decode(text, offset).length;
    if (length == 0) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

char32_t next_character(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode(text, offset);
  offset += decoded.length == 0 ? 1 : decoded.length;
  return decoded.character;
}

void append_character(std::string& text, char32_t character) {
  const bool is_surrogate = character >= 0xD800 && character < 0xE000;
  const char32_t c = is_surrogate || character > 0x10FFFF ? replacement : character;
  const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto add_rest = [&](int shift) { add(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    add(0xE0 | (c >> 12));
    add_rest(6);
  } else {
    add(0xF0 | (c >> 18));
    add_rest(12);
    add_rest(6);
  }
  add_rest(0);
}

std::size_t length_in_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) next_character(text, offset);
  return count;
}

bool is_harmful(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character <= 0x9F);
  const bool line_end = character == 0x2028 || character == 0x2029;
  const bool direction = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
  return control || line_end || direction;
}

std::string on_one_line(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (characters == most) return out + "…";
    const std::size_t start = at;
    const char32_t character = next_character(text, at);
    if (character == U'\t' || character == U'\n' || character == U'\r')
      out += ' ';
    else if (is_harmful(character))
      out += replacement_utf8;
    else
      out += text.substr(start, at - start);
  }
  return out;
}

std::string_view raised_digit(char digit) {
  constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  return raised[static_cast<std::size_t>(digit - '0')];
}

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = text.find(separator, start);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  parts.push_back(text.substr(start));
  return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  append_escaped_html(out, text);
  return out;
}

void append_escaped_html(std::string& out, std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t plain = offset;
    while (offset < text.size() && !special_in_html[byte_at(text, offset)]) ++offset;
    out += text.substr(plain, offset - plain);
    if (offset == text.size()) break;

    const Decoded decoded = decode(text, offset);
    const std::size_t length = decoded.length == 0 ? 1 : decoded.length;
    if (decoded.length == 0 || is_forbidden_in_html(decoded.character)) {
      out += replacement_utf8;
    } else if (decoded.character == '&') {
      out += "&amp;";
    } else if (decoded.character == '<') {
      out += "&lt;";
    } else if (decoded.character == '>') {
      out += "&gt;";
    } else if (decoded.character == '"') {
      out += "&quot;";
    } else if (decoded.character == '\'') {
      out += "&#39;";
    } else {
      out += text.substr(offset, length);
    }
    offset += length;
  }
}

std::string percent_encode(std::string_view path, std::string_view also_kept) {
  constexpr std::string_view kept = "-._~/@!$&'()*+,;=:";
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain || kept.find(c) != std::string_view::npos || also_kept.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

namespace {

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

}  // namespace

std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_value(text[i + 2]) : std::nullopt;
    out += low ? static_cast<char>(*high * 16 + *low) : text[i];
    if (low) i += 2;
  }
  return first_invalid_utf8(out) == std::string_view::npos ? out : std::string(text);
}

}  // namespace stoplicht
