#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace stoplicht {

struct TemplateNode {
  enum class Kind : std::uint8_t { text, escaped, unescaped, section, inverted, partial };

  Kind kind = Kind::text;
  // Stands first on a line of its template: where a partial is indented, the indent goes before it.
  bool starts_line = false;
  std::string_view text;       // The text itself; of a tag: the name in it.
  std::string_view indent;     // Of a partial alone on its line: the blanks before it.
  bool alone_on_line = false;  // Only of a partial.
  std::size_t first_part = 0;  // Index in ParsedTemplate::parts.
  std::size_t part_count = 0;  // 0 for ".", the context itself.
  std::size_t end = 0;         // Of a section: index of the first node past its content.
  std::size_t offset = 0;      // Where the whole tag stands in the source.
  std::size_t length = 0;
};

// A template as a flat list: a section's content follows the section, up to its `end`. All texts
// are views of the source.
struct ParsedTemplate {
  std::shared_ptr<const SourceText> source;
  std::vector<TemplateNode> nodes;
  std::vector<std::string_view> parts;  // Of names, split on '.'.
};

// Reports every fault [template-syntax]. What comes back can be rendered even so: a faulty tag is
// left out, and a section that is not closed ends where the template ends.
ParsedTemplate parse_template(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics);

}  // namespace stoplicht
