#pragma once
#include <string>

#include "views/search_entry.h"

namespace stoplicht {

// A page that can be found, with its Markdown read: every part has its heading and its text, and no slot is left.
struct FoundPage {
  std::string address;
  SearchEntry entry;
};

}  // namespace stoplicht
