#pragma once
#include <string>
#include <vector>

#include "base/locale.h"
#include "render/found_page.h"
#include "search/index.h"

namespace stoplicht {

// What results can be narrowed to, and which pages have it; the format is described in SEARCH.md.
std::string facets_json(const std::vector<const FoundPage*>& pages, const SearchKinds& kinds, const Locale& locale);

}  // namespace stoplicht
