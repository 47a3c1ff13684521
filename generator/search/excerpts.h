#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/output_file.h"
#include "render/found_page.h"

namespace stoplicht {

// A page's excerpt has a file of its own, in a folder with its neighbours' that is named after what is in all of them.
inline constexpr std::size_t excerpts_in_folder = 64;

struct Excerpts {
  std::vector<std::string> folders;  // Their names, in order.
  std::vector<std::string> json;     // Of each page, when it was asked to be kept.
};

// What results show of a page, and the text to take an excerpt from: packed into `files`, one for each page.
Excerpts add_excerpts(const std::vector<const FoundPage*>& pages, bool keep_json, unsigned threads,
                      std::vector<OutputFile>& files);

// The name of a page's file below search/.
std::string excerpt_name(const std::string& folder, std::size_t page);

}  // namespace stoplicht
