#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "base/output_file.h"
#include "render/found_page.h"

namespace stoplicht {

// What the theme calls the kinds of pages: id and label, in the order of the filter.
using SearchKinds = std::vector<SearchFacet>;

struct SearchIndex {
  std::vector<OutputFile> files;  // Below search/; names hold a digest of what is in them.
  std::string root;               // The address of the file to begin with; the search page names it.
  std::size_t excerpt_bytes = 0;  // Of the files with the texts of pages.
};

// The index of a site's pages for searching in a browser; the format is described in SEARCH.md. The same pages give the
// same files. Uses `threads` threads. `locale` is of the site's language.
SearchIndex make_search_index(const std::vector<FoundPage>& pages, const SearchKinds& kinds, const Locale& locale,
                              unsigned threads);

}  // namespace stoplicht
