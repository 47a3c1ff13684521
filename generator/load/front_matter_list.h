#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// The text of a Markdown file with one text more in a list of its front matter, or with one less. All else stays, byte
// for byte: comments, line ends, and whether the list is one line or has a line for each. `markdown` is what
// load_markdown read without a fault, and begins with front matter; the list need not be there, nor the text that is to
// go. A line that with_list_item added goes with its last text.
std::string with_list_item(const std::string& markdown, std::string_view key, const std::string& item);
std::string without_list_item(const std::string& markdown, std::string_view key, const std::string& item);

}  // namespace stoplicht
