#pragma once
#include <compare>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stoplicht {

// A place that a diagnostic can point at. Lines and columns count from 1 and columns count
// characters (Unicode code points), as editors show them; 0 means "not known".
struct Location {
  std::string file;  // Relative to the site folder (or the theme), with '/' between folders.
  int line = 0;
  int column = 0;
  int length = 1;         // Characters to underline; 0: a place in a spreadsheet (base/cell.h).
  std::string excerpt{};  // The source line, without its line end; empty when not known.
  int skipped = 0;        // Characters of the line before the excerpt: only the part around the
                          // place is kept of a line of more than 1,000 bytes.

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
  // The first call scans the file: meant for when a fault is reported, not before. Thread-safe.
  Location at(std::size_t offset, std::size_t length = 1) const;

  // The whole file: no line.
  Location whole() const { return Location{path_, 0, 0, 1, ""}; }

 private:
  // What lies before the start of a character; kept for one in every few thousand bytes.
  struct Milestone {
    std::size_t offset = 0;
    std::size_t characters = 0;
    std::size_t line_ends = 0;
    std::size_t line_start = 0;
  };

  Milestone milestone_before(std::size_t offset) const;
  std::size_t characters_before(std::size_t offset) const;
  void set_milestones() const;

  std::string path_;
  std::string text_;
  mutable std::once_flag milestones_set_;
  mutable std::vector<Milestone> milestones_;
};

}  // namespace stoplicht
