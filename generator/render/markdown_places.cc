#include "render/markdown_places.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace stoplicht {

MarkdownPlaces::MarkdownPlaces(const MarkdownDocument& document) : document_(document), body_(document.body()) {
  // As cmark counts lines, which end at \n, \r or \r\n.
  starts_.push_back(0);
  for (std::size_t i = body_.find_first_of("\r\n"); i < body_.size(); i = body_.find_first_of("\r\n", i)) {
    i += body_.substr(i, 2) == "\r\n" ? 2U : 1U;
    starts_.push_back(i);
  }
}

Location MarkdownPlaces::at(std::size_t offset, std::size_t length) const {
  return document_.source().at(document_.body_offset() + offset, length);
}

std::size_t MarkdownPlaces::start_of(int line) const {
  const auto index = static_cast<std::size_t>(std::max(1, line)) - 1;
  return index < starts_.size() ? starts_[index] : body_.size();
}

std::string_view MarkdownPlaces::line_text(int line) const {
  return body_.substr(start_of(line), start_of(line + 1) - start_of(line));
}

Location MarkdownPlaces::mark(const MarkdownMark& mark) const { return at(mark.figure.offset, mark.figure.length); }

Location MarkdownPlaces::line(int line) const {
  const std::string_view text = line_text(line);
  const std::string_view words = trim(text);
  const std::size_t indent = words.empty() ? 0 : static_cast<std::size_t>(words.data() - text.data());
  return at(start_of(line) + indent, std::max<std::size_t>(1, words.size()));
}

Location MarkdownPlaces::words(std::string_view words, int first_line, int last_line) {
  const std::size_t start = start_of(first_line);
  const std::string_view block = body_.substr(0, start_of(last_line + 1));
  if (words.empty()) return line(first_line);
  std::size_t found = block.find(words, std::max(start, searched_));
  if (found == std::string_view::npos) found = block.find(words, start);
  if (found == std::string_view::npos) return line(first_line);
  searched_ = found + words.size();
  return at(found, words.size());
}

Location MarkdownPlaces::destination(std::string_view destination, int first_line, int last_line) {
  const std::string_view block = body_.substr(0, start_of(last_line + 1));
  // Behind "(" or "<" a destination is not mistaken for a word of the text.
  const auto find = [destination](std::string_view text, std::size_t from) {
    for (std::size_t i = text.find(destination, from); i != std::string_view::npos; i = text.find(destination, i + 1)) {
      const char before = i == 0 ? '\n' : text[i - 1];
      if (before == '(' || before == '<' || (i >= 2 && before == ' ' && text[i - 2] == ':')) return i;
    }
    return std::string_view::npos;
  };
  if (destination.empty()) return words("]()", first_line, last_line);
  const std::size_t start = start_of(first_line);
  std::size_t found = find(block, std::max(start, searched_));
  if (found == std::string_view::npos) found = find(block, start);
  if (found != std::string_view::npos) {
    searched_ = found + destination.size();
    return at(found, destination.size());
  }
  if (destination.find('\\') != std::string_view::npos) {
    // Written with two of them, as Markdown asks.
    std::string escaped;
    for (const char c : destination) escaped.append(c == '\\' ? 2 : 1, c);
    if (block.find(escaped, start) != std::string_view::npos) return words(escaped, first_line, last_line);
  }
  const std::size_t defined = body_.find("]: " + std::string(destination));
  if (defined != std::string_view::npos) return at(defined + 3, destination.size());
  return words(destination, first_line, last_line);
}

bool MarkdownPlaces::has_unescaped(std::string_view words, int first_line, int last_line) const {
  const std::string_view block = body_.substr(0, start_of(last_line + 1));
  for (std::size_t i = block.find(words, start_of(first_line)); i != std::string_view::npos;
       i = block.find(words, i + 1)) {
    std::size_t backslashes = 0;
    while (backslashes < i && block[i - backslashes - 1] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return true;
  }
  return false;
}

}  // namespace stoplicht
