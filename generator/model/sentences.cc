#include "model/sentences.h"

#include <algorithm>

#include "base/locale.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view ascii_digits = "0123456789";

// How many bytes of a line mark an item of a list, a quotation or nothing: "- ", "12. ", "> ".
std::size_t mark_length(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") || line.starts_with("> ")) return 2;
  const std::size_t number = std::min(line.find_first_not_of(ascii_digits), line.size());
  const bool numbered = number > 0 && number < 10 && line.size() > number + 1 &&
                        (line[number] == '.' || line[number] == ')') && line[number + 1] == ' ';
  return numbered ? number + 2 : 0;
}

bool begins_capital(std::string_view text) {
  // Marks before a word: quotes, emphasis, brackets.
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    if (is_word_character(character)) return is_capital(character) || (character >= U'0' && character <= U'9');
    if (character == U'{') return true;
  }
  return true;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "{{") {
      const std::size_t end = text.find("}}", at);
      if (end != std::string_view::npos) {
        if (!in_word) ++words;
        in_word = true;
        at = end + 2;
        continue;
      }
    }
    if (text.substr(at, 2) == "](") {
      const std::size_t end = text.find(')', at);
      if (end != std::string_view::npos) {
        at = end + 1;
        continue;
      }
    }
    const char32_t character = next_character(text, at);
    if (character < 0x80 && white_space.find(static_cast<char>(character)) != std::string_view::npos) {
      in_word = false;
    } else if (!in_word && is_word_character(character)) {
      in_word = true;
      ++words;
    }
  }
  return words;
}

// Cuts the bytes [start, end) of a text, one block of it, into sentences.
void cut_into_sentences(std::string_view text, std::size_t start, std::size_t end, std::vector<Sentence>& out) {
  const auto add = [&](std::size_t until) {
    const std::size_t first = text.find_first_not_of(white_space, start);
    if (first != std::string_view::npos && first < until) {
      const std::size_t last = text.find_last_not_of(white_space, until - 1);
      const std::size_t words = count_words(text.substr(first, last + 1 - first));
      if (words > 0) out.push_back({first, last + 1 - first, words});
    }
    start = until;
  };
  for (std::size_t at = start; at < end; ++at) {
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
    const std::size_t blank = std::min(text.find_first_of(white_space, at), end);
    // Between the mark and the blank stands at most what closes a quotation or a bracket.
    if (blank - at > 6 || blank == end) continue;
    bool closes = true;
    for (std::size_t each = at + 1; each < blank && closes;) closes = !is_word_character(next_character(text, each));
    if (closes && begins_capital(text.substr(blank, end - blank))) add(blank);
  }
  add(end);
}

// Calls `take(start, end)` for each block of running text: a paragraph, an item of a list.
template <typename Take>
void for_blocks(std::string_view text, Take take) {
  bool in_code = false;
  std::size_t start = std::string_view::npos;
  std::size_t end = 0;
  const auto finish = [&] {
    if (start != std::string_view::npos) take(start, end);
    start = std::string_view::npos;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('\n', at), text.size());
    const std::size_t first = std::min(text.find_first_not_of(" \t", at), next);
    const std::string_view line = trim(text.substr(first, next - first));
    const bool fence = line.starts_with("```") || line.starts_with("~~~");
    const bool passed = in_code || fence || line.empty() || line.starts_with('#') || line.starts_with('|') ||
                        line.find_first_not_of("-*_= ") == std::string_view::npos;
    if (fence) in_code = !in_code;
    const std::size_t mark = passed ? 0 : mark_length(line);
    if (passed || mark > 0) finish();
    if (!passed) {
      if (start == std::string_view::npos) start = first + mark;
      end = next;
    }
    at = next + 1;
  }
  finish();
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view markdown) {
  std::vector<Sentence> out;
  for_blocks(markdown, [&](std::size_t start, std::size_t end) { cut_into_sentences(markdown, start, end, out); });
  return out;
}

bool has_words(std::string_view markdown) {
  bool found = false;
  for_blocks(markdown, [&](std::size_t start, std::size_t end) {
    found = found || count_words(markdown.substr(start, end - start)) > 0;
  });
  return found;
}

}  // namespace stoplicht
