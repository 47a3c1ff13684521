// What the program takes for words, for a test that holds the script to it: reads texts as a JSON list on standard
// input, writes for each a list of [form, part, …].
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "search/words.h"

int main() {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  nlohmann::json out = nlohmann::json::array();
  for (const nlohmann::json& text : nlohmann::json::parse(input)) {
    nlohmann::json words = nlohmann::json::array();
    for (const stoplicht::SearchWord& word : stoplicht::search_words(text.get<std::string>())) {
      nlohmann::json forms = word.parts;
      forms.insert(forms.begin(), word.form);
      words.push_back(std::move(forms));
    }
    out.push_back(std::move(words));
  }
  std::cout << out.dump() << '\n';
}
