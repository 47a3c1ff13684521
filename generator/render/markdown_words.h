#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/markdown.h"
#include "render/markdown_marks.h"
#include "render/markdown_places.h"
#include "render/markdown_tree.h"

namespace stoplicht {

// The words of a text with its figures filled in. Each figure is asked for, and reported, once.
class MarkdownWords {
 public:
  MarkdownWords(const MarkedText& marked, const MarkdownPlaces& places, const MarkdownSurroundings& surroundings,
                Diagnostics& diagnostics);

  // `text` as it came out of the parser.
  std::string filled(std::string_view text);

  // The words of a node and all in it as plain text on one line: for an id, a label, an
  // alternative text.
  std::string plain(const MarkdownTree& tree, std::size_t node);

  // Reports a mark that is no figure.
  void report(const MarkdownMark& mark) { value(mark); }

 private:
  const std::string& value(const MarkdownMark& mark);

  const MarkedText& marked_;
  const MarkdownPlaces& places_;
  const MarkdownSurroundings& surroundings_;
  Diagnostics& diagnostics_;
  std::vector<std::optional<std::string>> values_;
};

// The ids of headings, made of their words and unique within the text.
class HeadingIds {
 public:
  std::string add(std::string_view words);
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
  std::map<std::string, int> last_number_;  // Of every id given out, and the last number put behind it.
};

}  // namespace stoplicht
