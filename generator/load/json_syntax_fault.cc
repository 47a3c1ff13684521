#include "load/json_syntax_fault.h"

#include <algorithm>
#include <optional>

#include "load/encoding.h"

namespace stoplicht {
namespace {

using Expected = JsonExpected;
using TokenKind = JsonToken::Kind;
using Problem = JsonToken::Problem;

JsonSyntaxFault at_token(const JsonToken& token, std::string message, std::string hint) {
  return {token.offset, token.length, std::move(message), std::move(hint)};
}

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

bool same_line(const JsonContext& c) {
  const std::size_t from = c.previous.end_offset();
  return c.text.substr(from, c.token.offset - from).find('\n') == std::string_view::npos;
}

bool expects_key(const JsonContext& c) { return c.expected == Expected::first_key || c.expected == Expected::key; }

bool expects_value(const JsonContext& c) {
  return c.expected == Expected::member_value || c.expected == Expected::first_element ||
         c.expected == Expected::element;
}

std::string open_bracket(const JsonContext& c) {
  return std::string("the '") + c.text[c.open_offset] + "' on line " + std::to_string(line_of(c.text, c.open_offset));
}

JsonSyntaxFault end_of_file(const JsonContext& c) {
  if (c.previous.is(TokenKind::end)) return {0, 1, "the file is empty", "write at least {}"};
  const std::string more = c.open_count > 1 ? ", and " + std::to_string(c.open_count - 1) + " more after it" : "";
  const std::string bracket = c.in_object ? "'}'" : "']'";
  return {c.previous.end_offset(), 1, "the file ends too early", bracket + " is missing for " + open_bracket(c) + more};
}

JsonSyntaxFault in_string(const JsonContext& c) {
  const JsonToken& token = c.token;
  const std::string_view piece = c.text.substr(token.problem_offset, token.problem_length);
  const auto fault = [&](std::string message, std::string hint) {
    return JsonSyntaxFault{token.problem_offset, token.problem_length, std::move(message), std::move(hint)};
  };
  switch (token.problem) {
    case Problem::control:
      if (piece == "\t") return fault("a tab inside a text", "write a space or \\t");
      return fault("a control character inside a text", "remove it; most editors do not show it");
    case Problem::escape: return fault(in_quotes(piece) + " means nothing in JSON", "write \\\\ for a backslash");
    case Problem::surrogate: return fault(in_quotes(piece) + " is half a character", "write the character itself");
    default: break;
  }
  const bool curly = piece.find("”") != std::string_view::npos || piece.find("“") != std::string_view::npos;
  return fault("the text is not closed on its line",
               curly ? "close it with a straight double quote: \"" : "close it with \", and write \\n for a new line");
}

JsonSyntaxFault in_number(const JsonToken& token, std::string_view number) {
  const std::string message = in_quotes(number) + " is not a number in JSON";
  const auto dots = std::count(number.begin(), number.end(), '.');
  const bool digits_only = number.find_first_not_of("0123456789.-+") == std::string_view::npos;
  std::string hint = "write digits, such as 1250 or 6.5";
  if (!digits_only) return at_token(token, message, hint);
  if (number.find('-', 1) != std::string_view::npos) {
    hint = "write a date or a code between double quotes: \"" + std::string(number.substr(0, 30)) + "\"";
  } else if (number.starts_with('+')) {
    hint = "write it without '+'";
  } else if (dots > 1) {
    hint = "write it without dots between the thousands";
  } else if (number.starts_with('.') || number.starts_with("-.") || number.ends_with('.')) {
    hint = "write a digit on both sides of the decimal point, such as 0.5";
  } else if (number.starts_with('0') || number.starts_with("-0")) {
    hint = "write it without the leading zero, or between double quotes when it is a code";
  }
  return at_token(token, message, hint);
}

JsonSyntaxFault bare_word(const JsonContext& c) {
  const std::string_view word = c.token.in(c.text);
  if (expects_key(c)) {
    return at_token(c.token, "key " + in_quotes(word) + " has no quotes",
                    "write it between double quotes: \"" + std::string(word.substr(0, 40)) + "\"");
  }
  const std::string lower = in_lower_case(word);
  if (lower == "true" || lower == "false" || lower == "null") {
    return at_token(c.token, "unknown word " + in_quotes(word), "write " + lower);
  }
  if (lower == "none" || lower == "nil" || lower == "nan" || lower == "undefined" || lower == "infinity") {
    return at_token(c.token, "unknown word " + in_quotes(word), "leave the key out when there is no value");
  }
  return at_token(c.token, "text " + in_quotes(word) + " has no quotes", "write texts between double quotes");
}

JsonSyntaxFault foreign_quote(const JsonContext& c) {
  const bool single = c.text[c.token.offset] == '\'';
  return at_token(c.token, single ? "single quotes around a text" : "quotes around a text that are not straight",
                  "write it between straight double quotes: \"…\"");
}

// Faults that show in the token itself, wherever it stands.
std::optional<JsonSyntaxFault> by_token(const JsonContext& c) {
  const bool value_or_key = expects_key(c) || expects_value(c);
  switch (c.token.kind) {
    case TokenKind::end: return end_of_file(c);
    case TokenKind::comment: return at_token(c.token, "a comment", "JSON has no comments: remove it");
    case TokenKind::string:
      if (value_or_key && c.token.problem != Problem::none) return in_string(c);
      break;
    case TokenKind::number:
      if (expects_value(c) && c.token.problem != Problem::none) return in_number(c.token, c.token.in(c.text));
      break;
    case TokenKind::quote:
      if (value_or_key) return foreign_quote(c);
      break;
    case TokenKind::word:
      if (value_or_key) return bare_word(c);
      break;
    case TokenKind::other:
      if (expects_value(c) && c.text.substr(c.token.offset).starts_with("−")) {
        return at_token(c.token, "a minus sign that is not a hyphen", "write -");
      }
      break;
    default: break;
  }
  return std::nullopt;
}

JsonSyntaxFault unexpected(const JsonContext& c, std::string hint) {
  return at_token(c.token, in_quotes(c.token.in(c.text)) + " is not expected here", std::move(hint));
}

JsonSyntaxFault wrong_bracket(const JsonContext& c) {
  return at_token(c.token, std::string("'") + c.text[c.token.offset] + "' cannot close " + open_bracket(c),
                  c.in_object ? "close it with '}' first" : "close it with ']' first");
}

bool closes_other_bracket(const JsonContext& c) {
  return c.token.closes() && !c.at_root && c.token.is(TokenKind::end_object) != c.in_object;
}

JsonSyntaxFault no_key(const JsonContext& c) {
  if (c.token.is(TokenKind::end_object)) return at_token(c.previous, "a comma after the last item", "remove it");
  if (closes_other_bracket(c)) return wrong_bracket(c);
  if (c.token.is(TokenKind::comma)) return at_token(c.token, "a comma too many", "remove it");
  // "value": 6,5 reads as the number 6 and then a key 5.
  const bool adjacent =
      c.before_previous.end_offset() == c.previous.offset && c.previous.end_offset() == c.token.offset;
  if (c.token.is(TokenKind::number) && c.previous.is(TokenKind::comma) && c.before_previous.is(TokenKind::number) &&
      adjacent) {
    const std::string whole(c.before_previous.in(c.text).substr(0, 20));
    const std::string fraction(c.token.in(c.text).substr(0, 20));
    return {c.before_previous.offset, c.token.end_offset() - c.before_previous.offset, "a decimal comma in a number",
            "write " + whole + "." + fraction};
  }
  if (c.token.is(TokenKind::number)) {
    return at_token(c.token, "key " + in_quotes(c.token.in(c.text)) + " has no quotes",
                    "write it between double quotes: \"" + std::string(c.token.in(c.text).substr(0, 40)) + "\"");
  }
  if (c.token.opens()) return at_token(c.token, "a key is missing here", "write \"key\": before it");
  return unexpected(c, "write a key between double quotes");
}

JsonSyntaxFault no_colon(const JsonContext& c) {
  if (c.token.in(c.text) == "=") return at_token(c.token, "'=' after a key", "write ':'");
  if (c.token.is(TokenKind::comma) || c.token.closes()) {
    return at_token(c.previous, "key " + in_quotes(string_value(c.text, c.previous)) + " has no value",
                    "write a ':' and its value");
  }
  return {c.previous.end_offset(), 1, "a colon is missing here", "write ':' between a key and its value"};
}

JsonSyntaxFault no_value(const JsonContext& c) {
  if (c.expected == Expected::member_value) {
    if (c.token.is(TokenKind::comma) || c.token.closes()) {
      return at_token(c.previous, "there is no value after this colon", "write a value, or remove the key");
    }
  } else {
    if (c.token.is(TokenKind::end_array) && c.previous.is(TokenKind::comma)) {
      return at_token(c.previous, "a comma after the last item", "remove it");
    }
    if (closes_other_bracket(c)) return wrong_bracket(c);
    if (c.token.is(TokenKind::comma)) return at_token(c.token, "a comma too many", "remove it");
  }
  return unexpected(c, "write a value: a text between double quotes, a number, true, false, null, { } or [ ]");
}

JsonSyntaxFault no_comma(const JsonContext& c) {
  if (closes_other_bracket(c)) return wrong_bracket(c);
  if (c.token.in(c.text) == ";") return at_token(c.token, "';' between two items", "write ','");
  if (c.token.is(TokenKind::colon)) {
    return c.in_object ? unexpected(c, "write ',' before the next key")
                       : unexpected(c, "a list holds values; keys with values stand between { and }");
  }
  const bool text_goes_on = c.token.is(TokenKind::word) || c.token.is(TokenKind::other) || c.token.is(TokenKind::quote);
  if (c.previous.is(TokenKind::string) && text_goes_on && same_line(c)) {
    return {c.previous.end_offset() - 1, 1, "a text goes on after its closing quote",
            "write \\\" for a quote inside a text"};
  }
  if (c.token.is(TokenKind::other)) return unexpected(c, "write ',' between two items");
  return {c.previous.end_offset(), 1, "a comma is missing here", "write ',' between two items"};
}

JsonSyntaxFault after_the_end(const JsonContext& c) {
  if (c.token.closes()) {
    return at_token(c.token, std::string("a '") + c.text[c.token.offset] + "' too many", "remove it");
  }
  return at_token(c.token, "text after the end of the data", "remove it, or put it inside the last bracket");
}

}  // namespace

JsonSyntaxFault explain_json_fault(const JsonContext& context) {
  if (std::optional<JsonSyntaxFault> fault = by_token(context)) return *fault;
  switch (context.expected) {
    case Expected::first_key:
    case Expected::key: return no_key(context);
    case Expected::colon: return no_colon(context);
    case Expected::comma_or_close: return no_comma(context);
    case Expected::nothing: return after_the_end(context);
    default: return no_value(context);
  }
}

}  // namespace stoplicht
