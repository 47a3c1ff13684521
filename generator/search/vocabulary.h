#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "render/found_page.h"
#include "views/search_entry.h"

namespace stoplicht {

// How often a form stands in a page, weighed by where: BM25F, with the weights of vocabulary.cc.
struct FormCount {
  std::uint32_t form = 0;  // Its place among the forms.
  float head = 0;          // In titles, names and headings.
  float body = 0;          // In running text.
};

struct CountedPage {
  std::vector<FormCount> counts;  // One for each form, in the order of the text.
  float length = 0;               // Words of running text.
};

struct Vocabulary {
  std::vector<std::string> forms;  // Sorted by bytes.
  std::vector<CountedPage> pages;  // In the order of those that were counted.
};

// Every form of every page. `kind_labels` by SearchKind. Stop words are left out.
Vocabulary count_words(const std::vector<const FoundPage*>& pages, const std::vector<std::string>& kind_labels,
                       std::string_view language, unsigned threads);

}  // namespace stoplicht
