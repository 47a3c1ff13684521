#include "model/find_terms.h"

#include <algorithm>

#include "base/locale.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr char32_t no_break_space = 0xA0;

bool is_white_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == no_break_space; }

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) out.push_back(next_character(text, i));
  return out;
}

}  // namespace

struct TermFinder::Character {
  char32_t written = 0;
  char32_t folded = 0;
  std::size_t offset = 0;
};

bool is_written_exactly(std::string_view form) {
  const std::vector<char32_t> characters = characters_of(form);
  return std::count_if(characters.begin(), characters.end(), is_capital) >= 2;
}

TermFinder::TermFinder(const std::vector<Term>& terms) {
  for (const Term& term : terms) {
    add(term.term, term);
    for (const std::string& form : term.also) add(form, term);
  }
  for (auto& [first, forms] : by_first_) {
    std::stable_sort(forms.begin(), forms.end(),
                     [](const Form& a, const Form& b) { return a.characters.size() > b.characters.size(); });
  }
}

void TermFinder::add(std::string_view form, const Term& term) {
  Form added{characters_of(form), is_written_exactly(form), &term};
  if (added.characters.empty()) return;
  const char32_t first = fold_case(added.characters.front());
  if (!added.exact) {
    for (char32_t& c : added.characters) c = fold_case(c);
  }
  by_first_[first].push_back(std::move(added));
}

// Behind the form in the text, when that begins at `start`; else `start`.
std::size_t TermFinder::end_of_match(const Form& form, const std::vector<Character>& text, std::size_t start) {
  std::size_t at = start;
  for (const char32_t wanted : form.characters) {
    if (at == text.size()) return start;
    if (wanted == ' ') {
      if (!is_white_space(text[at].written)) return start;
      while (at < text.size() && is_white_space(text[at].written)) ++at;
    } else {
      if ((form.exact ? text[at].written : text[at].folded) != wanted) return start;
      ++at;
    }
  }
  return at;
}

std::vector<TermFinder::Use> TermFinder::find(std::string_view text, char32_t before, char32_t after) const {
  std::vector<Use> uses;
  if (by_first_.empty()) return uses;
  std::vector<Character> characters;
  characters.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t offset = i;
    const char32_t c = next_character(text, i);
    characters.push_back({c, fold_case(c), offset});
  }
  const auto written = [&](std::size_t at) { return at < characters.size() ? characters[at].written : after; };
  const auto inside_word = [](char32_t a, char32_t b) { return is_word_character(a) && is_word_character(b); };
  for (std::size_t i = 0; i < characters.size();) {
    const auto forms = by_first_.find(characters[i].folded);
    std::size_t next = i + 1;
    if (forms != by_first_.end() && !inside_word(i == 0 ? before : characters[i - 1].written, characters[i].written)) {
      for (const Form& form : forms->second) {
        const std::size_t end = end_of_match(form, characters, i);
        if (end == i || inside_word(characters[end - 1].written, written(end))) continue;
        const std::size_t end_offset = end < characters.size() ? characters[end].offset : text.size();
        uses.push_back({characters[i].offset, end_offset - characters[i].offset, form.term});
        next = end;
        break;
      }
    }
    i = next;
  }
  return uses;
}

}  // namespace stoplicht
