#pragma once
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/site.h"

namespace stoplicht {

// True for a form with two or more capitals, such as WW and KPI: a text uses it only when it is
// written just so. Other forms are found whatever their case.
bool is_written_exactly(std::string_view form);

// Finds the words of a glossary in texts. Immutable; find() may be called from several threads.
// Keeps pointers to the terms.
class TermFinder {
 public:
  explicit TermFinder(const std::vector<Term>& terms);
  explicit TermFinder(std::vector<Term>&&) = delete;

  struct Use {
    std::size_t offset = 0;
    std::size_t length = 0;
    const Term* term = nullptr;
  };

  // Whole words only, in order, none over another: of those that begin at the same place the
  // longest. A blank in a term stands for any white space. `before` and `after`: the characters
  // around the text, 0 for none.
  std::vector<Use> find(std::string_view text, char32_t before = 0, char32_t after = 0) const;

 private:
  struct Form {
    std::vector<char32_t> characters;  // Folded, unless it is to be exact.
    bool exact = false;
    const Term* term = nullptr;
  };
  struct Character;

  void add(std::string_view form, const Term& term);
  static std::size_t end_of_match(const Form& form, const std::vector<Character>& text, std::size_t start);

  std::unordered_map<char32_t, std::vector<Form>> by_first_;  // By the folded first character; longest first.
};

}  // namespace stoplicht
