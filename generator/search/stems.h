#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// Forms of one word have one stem: "bedrijf" and "bedrijven" both "bedrijf". By libstemmer, with what its Dutch rules
// (Porter's) leave apart put together: v and f, z and s at the end of a stem, plurals after a vowel ("foto's"), and
// irregular ones ("stad", "steden"). A stem is a name for a class of forms, not always a word.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);  // "nl" or "en".
  ~Stemmer();

  // `form` as search_words gives it. One with a digit is its own stem. Not to be called from several threads.
  std::string stem(std::string_view form);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Words that say nothing of what a text is about ("de", "het", "van"): not indexed. Sorted.
const std::vector<std::string_view>& stop_words(std::string_view language);
bool is_stop_word(std::string_view form, std::string_view language);

}  // namespace stoplicht
