#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/figure_marks.h"

namespace stoplicht {

enum class MarkKind {
  figure,
  // A line that would cost cmark-gfm minutes or gigabytes; the mark before it takes its meaning away.
  wide_table,
  large_table,
  deep_block,
};

struct MarkdownMark {
  MarkKind kind = MarkKind::figure;
  FigureMark figure;  // Of the other kinds only the place: the line as far as it matters.
};

// A stretch of text, or a mark in it.
struct MarkedPart {
  std::string_view text;
  const MarkdownMark* mark = nullptr;
};

// A body in which every {{ figure }} is a token that Markdown takes for a plain word: two
// characters of Unicode's private use with the mark's number between them. Whatever a figure's
// value is, it comes in after Markdown is done. Lines are those of the body.
class MarkedText {
 public:
  explicit MarkedText(std::string_view body);

  const std::string& text() const { return text_; }

  // `text`, which came out of text(), cut at its tokens.
  std::vector<MarkedPart> parts(std::string_view text) const;

  // `text` as the writer wrote it.
  std::string restored(std::string_view text) const;

  bool has_figure(std::string_view text) const;

  // The first mark in `text` that is no figure; null when there is none.
  const MarkdownMark* fault(std::string_view text) const;

  const std::vector<MarkdownMark>& marks() const { return marks_; }

 private:
  void mark_line(std::size_t start, std::size_t end, std::size_t rows_below);
  void add(MarkdownMark mark);

  std::string_view body_;
  std::string text_;
  std::vector<MarkdownMark> marks_;
};

}  // namespace stoplicht
