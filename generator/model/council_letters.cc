#include "model/council_letters.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/placeholders.h"

namespace stoplicht {

bool goes_to(const Letter& letter, const Organisation& council) {
  return std::find(letter.councils.begin(), letter.councils.end(), &council) != letter.councils.end();
}

const Letter* last_letter_to(const Period& period, const Organisation& council) {
  const auto find_in = [&](const Period& each) -> const Letter* {
    const Letter* newest = nullptr;
    for (const auto& letter : each.letters)
      if (letter->councils.size() == 1 && goes_to(*letter, council) &&
          (newest == nullptr || (letter->date && (!newest->date || *newest->date < *letter->date))))
        newest = letter.get();
    return newest;
  };
  for (const Period* each = period.previous; each != nullptr; each = each->previous)
    if (const Letter* letter = find_in(*each)) return letter;
  return find_in(period);
}

std::vector<std::string> filled_in_keys(const Letter& draft) {
  constexpr std::array<std::string_view, 4> always_there{"title", "kind", "from", "councils"};
  std::vector<std::string> keys;
  if (draft.text.document == nullptr) return keys;
  for (const auto& [key, value] : draft.text.document->root().items()) {
    const bool is_always_there = std::find(always_there.begin(), always_there.end(), key) != always_there.end();
    if (!is_always_there && find_placeholders(value.dump()).empty()) keys.push_back(key);
  }
  return keys;
}

std::vector<std::string> questions_of(const Letter& draft) {
  std::vector<std::string> questions;
  if (draft.text.document == nullptr) return questions;
  for (const std::string_view line : split(draft.text.document->body(), '\n')) {
    const std::vector<TextRange> asked = find_placeholders(line);
    constexpr std::string_view point = "- ";
    if (!line.starts_with(point) || asked.empty()) continue;
    std::string_view about = trim(line.substr(point.size(), asked.front().offset - point.size()));
    if (about.ends_with(':')) about.remove_suffix(1);
    std::string question(about);
    // Of a link its words.
    const std::size_t words_end = question.find("](");
    const std::size_t link_end = question.find(')', words_end);
    if (question.starts_with('[') && words_end != std::string::npos && link_end != std::string::npos)
      question = question.substr(1, words_end - 1) + question.substr(link_end + 1);
    if (!question.empty()) questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace stoplicht
