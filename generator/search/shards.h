#pragma once
#include <string>
#include <utility>
#include <vector>

#include "load/document.h"
#include "search/postings.h"

namespace stoplicht {

// A file of the index before it is packed: its name is made of what is in it.
struct IndexFile {
  std::string name;  // Twelve hexadecimal digits.
  std::string json;
};

struct Shards {
  Json words = Json::array();     // [beginning, name] of each shard of the dictionary, in order.
  Json reversed = Json::array();  // The same of the dictionary of reversed forms.
  std::vector<IndexFile> files;   // Shards, and lists of postings that are too long to stand in one.
};

// The dictionary with its postings, cut in shards; see SEARCH.md for what is in them.
Shards make_shards(const SearchClasses& classes, unsigned threads);

// A file with its name.
IndexFile named(std::string json);

}  // namespace stoplicht
