#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/vocabulary.h"

namespace stoplicht {

// A page that has a word, and how much it is about it.
struct Posting {
  std::uint32_t page = 0;
  std::uint8_t level = 0;  // 1 to most_levels; each is a factor 2^(1/3) above the one before.
};

inline constexpr int most_levels = 24;

// The words of a site: classes of forms with one stem, and for each the pages that have one of its forms.
struct SearchClasses {
  std::vector<std::string> forms;        // Sorted by bytes: those of the site, and the parts of its compounds.
  std::vector<std::uint32_t> class_of;   // By form.
  std::vector<std::vector<Posting>> of;  // By class; postings by page.
  std::vector<bool> is_complete;         // By class: whether all of its pages are there; see postings.cc.
};

// `weights`: of each page among others that fit as well. Dutch compounds count for their parts, at a lower weight.
// Takes the vocabulary apart while it goes, to keep memory low.
SearchClasses make_classes(Vocabulary&& vocabulary, const std::vector<double>& weights, std::string_view language,
                           unsigned threads);

}  // namespace stoplicht
