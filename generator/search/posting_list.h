#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "search/postings.h"

namespace stoplicht {

// A list of postings as bits, in whole bytes; the form is described in SEARCH.md. `list`: with pages going up, each
// below `pages`, the number of all.
std::string posting_list(const std::vector<Posting>& list, std::size_t pages);

}  // namespace stoplicht
