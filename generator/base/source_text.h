#pragma once
#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace stoplicht {

// A place that a diagnostic can point at. Lines and columns count from 1 and columns count
// characters (Unicode code points), as editors show them; 0 means "not known".
struct Location {
  std::string file;  // Relative to the site folder (or the theme), with '/' between folders.
  int line = 0;
  int column = 0;
  int length = 1;         // Characters to underline.
  std::string excerpt{};  // The whole source line, without its line end; empty when not known.

  friend auto operator<=>(const Location&, const Location&) = default;
};

// One file's text as it was read, and where things stand in it. Immutable; documents keep a
// pointer to it, so it must outlive them.
class SourceText {
 public:
  SourceText(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }

  // Where the byte range [offset, offset + length) stands. Offsets past the end give the end.
  // Costs a scan of the file: meant for when a fault is reported, not before.
  Location at(std::size_t offset, std::size_t length = 1) const;

  // The whole file: no line.
  Location whole() const { return Location{path_, 0, 0, 1, ""}; }

 private:
  std::string path_;
  std::string text_;
};

}  // namespace stoplicht
