#include "load/front_matter_syntax_fault.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "load/encoding.h"

namespace stoplicht {
namespace {

using Fault = FrontMatterSyntaxFault;

constexpr std::string_view between_quotes = "write the whole text between double quotes";
constexpr std::string_view write_a_key = "write a key, a colon, a space and a value; indent the second line of a text";

// A line of front matter, taken apart: "  - key: value".
struct Line {
  std::size_t offset = 0;   // Of the line in the text.
  std::string_view text;    // Without its line end.
  std::size_t content = 0;  // Where the first character after indentation and "- " stands in it.
  std::size_t value = 0;    // Where what follows "key: " begins; content when there is no key.
  bool has_key = false;

  std::string_view value_text() const { return text.substr(value); }
};

// The colon that ends a key: followed by a space or the end of the line.
std::size_t find_key_end(std::string_view text, std::size_t from) {
  for (std::size_t colon = text.find(':', from); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    if (colon + 1 == text.size() || text[colon + 1] == ' ' || text[colon + 1] == '\t') return colon;
  }
  return std::string_view::npos;
}

Line take_apart(std::string_view text, std::size_t offset) {
  Line line;
  line.offset = offset;
  line.text = text.substr(offset, text.find('\n', offset) - offset);
  while (!line.text.empty() && (line.text.back() == '\r' || line.text.back() == ' ')) line.text.remove_suffix(1);
  const auto skip_blanks = [&line](std::size_t from) {
    return std::min(line.text.find_first_not_of(' ', from), line.text.size());
  };
  line.content = skip_blanks(0);
  while (line.text.substr(line.content).starts_with("- ")) line.content = skip_blanks(line.content + 2);
  line.value = line.content;
  const bool begins_quoted = line.content < line.text.size() &&
                             std::string_view("\"'").find(line.text[line.content]) != std::string_view::npos;
  const std::size_t colon = begins_quoted ? std::string_view::npos : find_key_end(line.text, line.content);
  if (colon != std::string_view::npos) {
    line.has_key = true;
    line.value = skip_blanks(colon + 1);
  }
  return line;
}

Fault in_line(const Line& line, std::size_t from, std::size_t length, std::string message, std::string_view hint) {
  return {line.offset + from, std::max<std::size_t>(length, 1), std::move(message), std::string(hint)};
}

std::optional<Fault> in_quoted_value(const Line& line) {
  const std::string_view value = line.value_text();
  const bool is_double = value.front() == '"';
  const std::size_t close = find_closing_quote(value);
  const std::string_view hint = is_double ? "write \\\" for a quote inside the text, and \" at its end"
                                          : "write '' for a quote inside the text, and ' at its end";
  if (close == std::string_view::npos) {
    return in_line(line, line.value, value.size(), "the text is not closed on its line", hint);
  }
  const std::string_view rest = value.substr(close + 1);
  const std::size_t next = rest.find_first_not_of(' ');
  if (next == std::string_view::npos || rest[next] == ':' || rest.substr(0, next + 1).ends_with(" #")) {
    return std::nullopt;
  }
  return in_line(line, line.value + close, 1, "a text goes on after its closing quote", hint);
}

// Inside a list or mapping in brackets.
std::optional<Fault> in_bracketed_value(const Line& line) {
  const std::string_view value = line.value_text();
  if (value.starts_with("{{")) {
    const std::size_t close = value.find("}}");
    const std::size_t length = close == std::string_view::npos ? 2 : close + 2;
    return in_line(line, line.value, length, "a text may not begin with '{{'", between_quotes);
  }
  const bool is_list = value.front() == '[';
  if (value.find(is_list ? ']' : '}') != std::string_view::npos) return std::nullopt;
  return in_line(
      line, line.value, 1, std::string("the '") + value.front() + "' is not closed on its line",
      is_list ? "write a list as [a, b], or put the text between double quotes" : "put the text between double quotes");
}

std::optional<Fault> in_value(const Line& line) {
  const std::string_view value = line.value_text();
  if (value.empty()) return std::nullopt;
  const char first = value.front();
  if (first == '"' || first == '\'') return in_quoted_value(line);
  if (first == '[' || first == '{') return in_bracketed_value(line);
  if (std::string_view("@`%,]}&*!").find(first) != std::string_view::npos) {
    return in_line(line, line.value, 1, std::string("a text may not begin with '") + first + "'", between_quotes);
  }
  if (first == '#' || first == '|' || first == '>') return std::nullopt;
  if (!line.has_key) return std::nullopt;
  const std::size_t colon = find_key_end(line.text, line.value);
  if (colon == std::string_view::npos) return std::nullopt;
  return in_line(line, colon, 1, "a colon in a text without quotes", between_quotes);
}

std::optional<Fault> in_key(const Line& line) {
  if (line.has_key || line.content == line.text.size() || line.text[line.content] == '#') return std::nullopt;
  const std::string_view content = line.text.substr(line.content);
  // "key:value": a word and a colon, with the space left out.
  const std::size_t colon = content.find(':');
  const bool key_like = colon != std::string_view::npos && colon > 0 &&
                        content.substr(0, colon).find_first_of(" \"'[{") == std::string_view::npos;
  if (!key_like || content.substr(colon).starts_with("://")) return std::nullopt;
  return in_line(
      line, line.content + colon, 1, "no space after the colon of a key",
      "write " +
          in_quotes(std::string(content.substr(0, colon + 1)) + " " + std::string(trim(content.substr(colon + 1)))) +
          ", with a space");
}

std::optional<Fault> in_indentation(const Line& line) {
  const std::size_t first = line.text.find_first_not_of(" \t");
  const std::size_t tab = line.text.find('\t');
  if (first == std::string_view::npos || tab >= first) return std::nullopt;
  return in_line(line, tab, 1, "a tab at the start of a line", "indent with spaces");
}

// A key that stands deeper than the line above it allows, or a line above it without a key.
std::optional<Fault> between_lines(const Line& above, const Line& line) {
  if (!line.has_key || above.content == above.text.size()) return std::nullopt;
  if (!above.has_key && above.content == above.text.find_first_not_of(' ')) {
    return in_line(above, above.content, above.text.size() - above.content, "a line without 'key: value'", write_a_key);
  }
  if (line.content <= above.text.find_first_not_of(' ')) return std::nullopt;
  return in_line(line, line.content, 1, "this line is indented too far", "align it with the key above it");
}

}  // namespace

std::size_t find_closing_quote(std::string_view text) {
  const char quote = text.front();
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == quote) {
      if (quote == '"' || !text.substr(i + 1).starts_with('\'')) return i;
      ++i;  // '' inside single quotes.
    } else if (quote == '"' && text[i] == '\\') {
      ++i;
    }
  }
  return std::string_view::npos;
}

FrontMatterSyntaxFault explain_front_matter_fault(std::string_view text, std::size_t begin, std::size_t end,
                                                  std::size_t offset, std::string_view what) {
  offset = std::clamp(offset, begin, end);
  const std::size_t body = std::min(text.find('\n', begin), end);  // The line end of the opening "---".
  std::size_t line_end = std::min(text.find('\n', offset), end);
  while (line_end > body) {
    const std::size_t start = text.rfind('\n', line_end - 1) + 1;
    const Line line = take_apart(text, start);
    for (const auto& look : {in_indentation, in_value, in_key}) {
      if (std::optional<Fault> fault = look(line)) return *fault;
    }
    line_end = start - 1;
  }

  // Nothing by itself; then it is how the line follows on the one above.
  const Line line = take_apart(text, offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1);
  if (line.offset > body) {
    if (!line.has_key && line.content < line.text.size()) {
      return in_line(line, line.content, line.text.size() - line.content, "a line without 'key: value'", write_a_key);
    }
    std::size_t above = line.offset - 1;  // The line end before it.
    while (above > body &&
           trim(text.substr(text.rfind('\n', above - 1), above - text.rfind('\n', above - 1))).empty()) {
      above = text.rfind('\n', above - 1);
    }
    if (above > body) {
      const Line line_above = take_apart(text, text.rfind('\n', above - 1) + 1);
      if (std::optional<Fault> fault = between_lines(line_above, line)) return *fault;
    }
  }
  return {offset, 1, "this is not YAML (" + std::string(what) + ")",
          "put a text with special characters between double quotes, and align keys of one level"};
}

}  // namespace stoplicht
