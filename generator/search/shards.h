#pragma once
#include <string>
#include <utility>
#include <vector>

#include "load/document.h"
#include "search/postings.h"

namespace stoplicht {

// A class on more pages has its list in a file of its own.
inline constexpr std::size_t longest_in_shard = 128;

// A file of the index before it is packed: its name is made of what is in it.
struct IndexFile {
  std::string name;  // Twelve hexadecimal digits.
  std::string content;
  bool is_list = false;  // The content is the bytes of a list of postings, and JSON otherwise.
};

// What stands for a file where there is only JSON: a list in base64.
std::string as_json(const IndexFile& file);

struct Shards {
  Json words = Json::array();     // [beginning, name] of each shard of the dictionary, in order.
  Json reversed = Json::array();  // The same of the dictionary of reversed forms.
  std::vector<IndexFile> files;   // Shards, and lists of postings.
};

// The dictionary with its postings in `pages` pages, cut in shards; see SEARCH.md for what is in them.
Shards make_shards(const SearchClasses& classes, std::size_t pages, unsigned threads);

IndexFile named(std::string content, bool is_list = false);

}  // namespace stoplicht
