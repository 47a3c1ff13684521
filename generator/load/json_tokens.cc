#include "load/json_tokens.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace stoplicht {
namespace {

using TokenKind = JsonToken::Kind;
using Problem = JsonToken::Problem;

bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }
bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'; }
bool is_word(char c) { return is_word_start(c) || is_digit(c) || c == '-'; }
bool is_in_number(char c) { return is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E'; }

std::size_t line_end(std::string_view text, std::size_t offset) {
  return std::min(text.find_first_of("\r\n", offset), text.size());
}

// The code unit of "\uXXXX" at `offset`, or -1.
int code_unit(std::string_view text, std::size_t offset) {
  const std::string_view escape = text.substr(std::min(offset, text.size()), 6);
  if (escape.size() < 6 || !escape.starts_with("\\u")) return -1;
  const std::string_view digits = escape.substr(2);
  if (!std::all_of(digits.begin(), digits.end(), is_hexadecimal)) return -1;
  return std::stoi(std::string(digits), nullptr, 16);
}

void set_problem(JsonToken& token, Problem problem, std::size_t offset, std::size_t length) {
  if (token.problem != Problem::none) return;
  token.problem = problem;
  token.problem_offset = offset;
  token.problem_length = length;
}

// Past the escape at `offset`, noting what is wrong with it.
std::size_t scan_escape(std::string_view text, std::size_t offset, JsonToken& token) {
  const char escaped = offset + 1 < text.size() ? text[offset + 1] : '\n';
  if (escaped == '\n' || escaped == '\r') return offset + 1;  // The string is not closed: that is told instead.
  if (escaped != 'u') {
    std::size_t end = offset + 1;
    next_character(text, end);
    if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
      set_problem(token, Problem::escape, offset, end - offset);
    }
    return end;
  }
  const int unit = code_unit(text, offset);
  if (unit < 0) {
    std::size_t end = offset + 2;
    while (end < text.size() && end < offset + 6 && is_hexadecimal(text[end])) ++end;
    set_problem(token, Problem::escape, offset, end - offset);
    return end;
  }
  if (unit < 0xD800 || unit > 0xDFFF) return offset + 6;
  const int low = code_unit(text, offset + 6);
  if (unit <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) return offset + 12;
  set_problem(token, Problem::surrogate, offset, 6);
  return offset + 6;
}

void scan_string(std::string_view text, JsonToken& token) {
  std::size_t offset = token.offset + 1;
  while (true) {
    // A JSON text has no line end inside a string; going on would swallow the rest of the file.
    if (offset >= text.size() || text[offset] == '\n' || text[offset] == '\r') {
      token.problem = Problem::not_closed;
      token.problem_offset = token.offset;
      token.problem_length = offset - token.offset;
      break;
    }
    const char c = text[offset];
    if (c == '"') {
      ++offset;
      break;
    }
    if (c == '\\') {
      offset = scan_escape(text, offset, token);
      continue;
    }
    if (is_control(c)) set_problem(token, Problem::control, offset, 1);
    ++offset;
  }
  token.length = offset - token.offset;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?
bool is_json_number(std::string_view number) {
  std::size_t i = 0;
  const auto here = [&](auto... wanted) { return i < number.size() && ((number[i] == wanted) || ...); };
  const auto digits = [&] {
    const std::size_t first = i;
    while (i < number.size() && is_digit(number[i])) ++i;
    return i > first;
  };
  if (here('-')) ++i;
  if (here('0')) {
    ++i;
  } else if (!digits()) {
    return false;
  }
  if (here('.')) {
    ++i;
    if (!digits()) return false;
  }
  if (here('e', 'E')) {
    ++i;
    if (here('+', '-')) ++i;
    if (!digits()) return false;
  }
  return i == number.size();
}

void scan_number(std::string_view text, JsonToken& token) {
  std::size_t end = token.offset;
  while (end < text.size() && is_in_number(text[end])) ++end;
  token.length = end - token.offset;
  if (!is_json_number(token.in(text))) set_problem(token, Problem::not_json_number, token.offset, token.length);
}

void scan_comment(std::string_view text, JsonToken& token) {
  std::size_t end = line_end(text, token.offset);
  if (text.substr(token.offset).starts_with("/*")) {
    const std::size_t close = text.find("*/", token.offset + 2);
    end = close == std::string_view::npos ? text.size() : close + 2;
  }
  token.length = end - token.offset;
}

// Length of a single or typographic quote at `offset`, or 0.
std::size_t foreign_quote_length(std::string_view text, std::size_t offset) {
  for (const std::string_view quote : {"'", "`", "‘", "’", "“", "”", "„", "«", "»"}) {
    if (text.substr(offset).starts_with(quote)) return quote.size();
  }
  return 0;
}

void scan_quote(std::string_view text, JsonToken& token) {
  const std::size_t end = line_end(text, token.offset);
  const std::size_t first = foreign_quote_length(text, token.offset);
  token.length = first;
  for (std::size_t offset = token.offset + first; offset < end;) {
    std::size_t close = foreign_quote_length(text, offset);
    if (close == 0 && text[offset] == '"') close = 1;
    if (close != 0) {
      token.length = offset + close - token.offset;
      return;
    }
    next_character(text, offset);
  }
}

void scan_word(std::string_view text, JsonToken& token) {
  std::size_t end = token.offset;
  while (end < text.size() && (is_word(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) ++end;
  token.length = end - token.offset;
}

}  // namespace

JsonToken next_json_token(std::string_view text, std::size_t offset) {
  JsonToken token;
  token.offset = std::min(text.find_first_not_of(" \t\r\n", offset), text.size());
  if (token.offset == text.size()) return token;

  const char c = text[token.offset];
  const std::string_view rest = text.substr(token.offset);
  constexpr std::string_view punctuation = "{}[]:,";  // In the order of the kinds.
  token.length = 1;
  if (const std::size_t index = punctuation.find(c); index != std::string_view::npos) {
    token.kind = static_cast<TokenKind>(index);
  } else if (c == '"') {
    token.kind = TokenKind::string;
    scan_string(text, token);
  } else if (is_digit(c) || c == '-' || c == '+' || (c == '.' && rest.size() > 1 && is_digit(rest[1]))) {
    token.kind = TokenKind::number;
    scan_number(text, token);
  } else if (is_word_start(c)) {
    token.kind = TokenKind::word;
    scan_word(text, token);
  } else if (rest.starts_with("//") || rest.starts_with("/*") || c == '#') {
    token.kind = TokenKind::comment;
    scan_comment(text, token);
  } else if (foreign_quote_length(text, token.offset) != 0) {
    token.kind = TokenKind::quote;
    scan_quote(text, token);
  } else if (static_cast<unsigned char>(c) >= 0x80) {
    std::size_t end = token.offset;
    const char32_t character = next_character(text, end);
    token.kind =
        character >= 0xC0 && character < 0x250 ? TokenKind::word : TokenKind::other;  // A letter with an accent.
    token.length = end - token.offset;
    if (token.kind == TokenKind::word) scan_word(text, token);
  } else {
    token.kind = TokenKind::other;
  }
  return token;
}

std::string string_value(std::string_view text, const JsonToken& token) {
  const std::string_view raw = token.in(text);
  if (raw.find('\\') == std::string_view::npos) return std::string(raw.substr(1, raw.size() - 2));
  const nlohmann::json value = nlohmann::json::parse(raw.begin(), raw.end(), nullptr, false);
  return value.is_string() ? value.get<std::string>() : std::string(raw);
}

}  // namespace stoplicht
