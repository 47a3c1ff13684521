#include <optional>
#include <string>
#include <utility>

#include "load/document.h"
#include "load/encoding.h"
#include "load/front_matter.h"
#include "load/json_position.h"

namespace stoplicht {
namespace {

constexpr std::string_view fence = "---";

class FrontMatterDocument : public MarkdownDocument {
 public:
  FrontMatterDocument(std::shared_ptr<const SourceText> source, FrontMatter front_matter, ByteRange top,
                      std::size_t body_offset, int body_line)
      : places_(std::move(front_matter.places)), top_(top) {
    source_ = std::move(source);
    root_ = std::move(front_matter.values);
    body_offset_ = body_offset;
    body_line_ = body_line;
  }

  Location at(std::string_view pointer) const override { return locate(pointer, &FrontMatterPlace::value); }
  Location at_key(std::string_view pointer) const override { return locate(pointer, &FrontMatterPlace::key); }

 private:
  Location locate(std::string_view pointer, ByteRange FrontMatterPlace::*part) const {
    for (; !pointer.empty(); pointer = parent_pointer(pointer), part = &FrontMatterPlace::value) {
      const auto found = places_.find(pointer);
      if (found != places_.end()) return source_->at((found->second.*part).offset, (found->second.*part).length);
    }
    return source_->at(top_.offset, top_.length);
  }

  std::map<std::string, FrontMatterPlace, std::less<>> places_;
  ByteRange top_;  // The line that opens the front matter, or the start of the file.
};

// Offset of the line after the one that `offset` is in.
std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find('\n', offset);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// The line at `offset` without its line end.
std::string_view line_at(std::string_view text, std::size_t offset) {
  std::string_view line = text.substr(offset, text.find('\n', offset) - offset);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// True also for a fence with spaces after it, which nobody sees; those are reported.
bool is_fence(const SourceText& source, std::size_t offset, Diagnostics& diagnostics) {
  const std::string_view line = line_at(source.text(), offset);
  if (line == fence) return true;
  if (!line.starts_with(fence) || line.find_first_not_of(" \t", fence.size()) != std::string_view::npos) return false;
  diagnostics.warning("front-matter-syntax", source.at(offset + fence.size(), line.size() - fence.size()),
                      "spaces after ---", "remove them");
  return true;
}

void check_control_characters(const SourceText& source, Diagnostics& diagnostics) {
  const std::string_view text = source.text();
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if ((byte >= 0x20 && byte != 0x7F) || byte == '\t' || byte == '\n' || byte == '\r') continue;
    constexpr std::string_view digits = "0123456789ABCDEF";
    const std::string code = {'U', '+', '0', '0', digits[byte >> 4], digits[byte & 15]};
    diagnostics.error("text-control-character", source.at(offset), "control character " + code,
                      "remove it; most editors do not show it");
    return;  // One is enough: a file with many of them is not a text.
  }
}

}  // namespace

std::unique_ptr<const MarkdownDocument> load_markdown(std::shared_ptr<const SourceText> source,
                                                      Diagnostics& diagnostics) {
  if (!check_encoding(*source, diagnostics)) return nullptr;
  check_control_characters(*source, diagnostics);

  std::string storage;
  const std::string_view text = with_valid_utf8(source->text(), storage);
  const std::size_t begin = byte_order_mark_length(text);
  if (!text.substr(begin).starts_with(fence) || !is_fence(*source, begin, diagnostics)) {
    return std::make_unique<const FrontMatterDocument>(std::move(source), FrontMatter(), ByteRange{begin, 1}, begin, 1);
  }

  const ByteRange top{begin, fence.size()};
  std::size_t end = next_line(text, begin);
  while (end < text.size() && !is_fence(*source, end, diagnostics)) end = next_line(text, end);
  if (end >= text.size()) {
    diagnostics.error("front-matter-syntax", source->at(begin, fence.size()), "the front matter is not closed",
                      "put a line --- under its last key");
    return nullptr;
  }
  std::optional<FrontMatter> front_matter = read_front_matter(*source, text, begin, end, diagnostics);
  if (!front_matter) return nullptr;
  const std::size_t body = next_line(text, end);
  const int body_line = line_of(text, end) + 1;
  return std::make_unique<const FrontMatterDocument>(std::move(source), std::move(*front_matter), top, body, body_line);
}

}  // namespace stoplicht
