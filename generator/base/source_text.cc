#include "base/source_text.h"

#include <algorithm>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Back to the first byte of the character that `offset` is in.
std::size_t start_of_character(std::string_view line, std::size_t offset) {
  std::size_t start = offset;
  while (start > 0 && start < line.size() && offset - start < 3 && is_continuation(line[start])) --start;
  std::size_t end = start;
  if (start < line.size()) next_character(line, end);
  return end > offset ? start : offset;
}

// The characters that start before `end`, which may be within the last of them.
int characters_between(std::string_view line, std::size_t start, std::size_t end) {
  int count = 0;
  for (std::size_t offset = start; offset < end; ++count) next_character(line, offset);
  return count;
}

}  // namespace

Location SourceText::at(std::size_t offset, std::size_t length) const {
  const std::string_view text = text_;
  offset = std::min(offset, text.size());
  const std::size_t range_end = offset + std::min(length, text.size() - offset);

  const std::size_t previous_end = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  std::size_t line_start = previous_end == std::string_view::npos ? 0 : previous_end + 1;
  if (line_start == 0 && text.starts_with(byte_order_mark)) line_start = byte_order_mark.size();
  std::size_t line_end = std::min(text.find('\n', std::max(offset, line_start)), text.size());
  const bool has_line_end = line_end < text.size();
  if (has_line_end && line_end > line_start && text[line_end - 1] == '\r') --line_end;

  const std::string_view line = text.substr(line_start, line_end - line_start);
  const std::size_t in_line = std::clamp(offset, line_start, line_end) - line_start;
  const std::size_t start = start_of_character(line, in_line);
  const std::size_t end = std::clamp(range_end, line_start + start, line_end) - line_start;

  const auto breaks =
      std::count(text.begin(), text.begin() + static_cast<std::string_view::difference_type>(offset), '\n');
  Location location;
  location.file = path_;
  location.line = static_cast<int>(breaks) + 1;
  location.column = characters_between(line, 0, start) + 1;
  location.length = std::max(1, characters_between(line, start, end));
  location.excerpt = std::string(line);
  return location;
}

}  // namespace stoplicht
