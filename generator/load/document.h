#pragma once
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace stoplicht {

using Json = nlohmann::json;

// Structured values that know where they stand in their file: a JSON data file, or the YAML front
// matter of a Markdown file. Immutable.
class Document {
 public:
  virtual ~Document() = default;

  const SourceText& source() const { return *source_; }
  const Json& root() const { return root_; }

  // Where the value of a JSON pointer ("/projects/3/status") stands. A pointer that does not exist
  // gives the place of its nearest parent. Scans the text: for faults only.
  virtual Location at(std::string_view pointer) const = 0;
  // Where the key of an object's member stands, the quotes included.
  virtual Location at_key(std::string_view pointer) const = 0;

 protected:
  std::shared_ptr<const SourceText> source_;
  Json root_;
};

// Reads strict JSON (RFC 8259). Reports, each at its place: a syntax fault with a hint for the
// usual ones (comma after the last item, missing comma, single quotes, comment, text after the
// end), a duplicate key (at the second), bytes that are not UTF-8, a byte order mark, nesting
// deeper than 64, a number out of range. Nothing is returned only after a syntax fault; after
// a duplicate key the first value counts and reading goes on.
std::unique_ptr<const Document> load_json(std::shared_ptr<const SourceText> source, Diagnostics& diagnostics);

// A Markdown file: front matter between two lines "---" at the very top (may be absent: root()
// is then an empty object) and the text below it.
class MarkdownDocument : public Document {
 public:
  // The text below the front matter, a view into source().
  std::string_view body() const { return std::string_view(source_->text()).substr(body_offset_); }
  std::size_t body_offset() const { return body_offset_; }
  int body_line() const { return body_line_; }  // Line in the file on which body() begins, from 1.

 protected:
  std::size_t body_offset_ = 0;
  int body_line_ = 1;
};

// Reads a Markdown file. Front matter is the YAML 1.2 core that a form needs: mappings, lists,
// strings, numbers, true/false, null; anchors, tags and merge keys are reported. A plain scalar
// that looks like a date or a number with a leading zero stays a string. Reports syntax faults,
// duplicate keys, bytes that are not UTF-8, a front matter that is not closed. The same rule as
// load_json for when nothing is returned.
std::unique_ptr<const MarkdownDocument> load_markdown(std::shared_ptr<const SourceText> source,
                                                      Diagnostics& diagnostics);

}  // namespace stoplicht
