#include "base/source_text.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t bytes_between_milestones = 4096;
constexpr std::size_t longest_excerpt = 1000;   // Bytes.
constexpr std::size_t kept_around_place = 110;  // Characters on either side, a little more than are shown.

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
std::size_t characters_between(std::string_view text, std::size_t start, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t offset = start; offset < end; ++count) next_character(text, offset);
  return count;
}

// At most `count` characters before or after `offset`, which is the start of one.
std::size_t back(std::string_view line, std::size_t offset, std::size_t count) {
  for (; count > 0 && offset > 0; --count) offset = start_of_character(line, offset - 1);
  return offset;
}

std::size_t forth(std::string_view line, std::size_t offset, std::size_t count) {
  for (; count > 0 && offset < line.size(); --count) next_character(line, offset);
  return offset;
}

}  // namespace

void SourceText::set_milestones() const {
  Milestone next;
  milestones_.push_back(next);
  while (next.offset < text_.size()) {
    const bool is_line_end = text_[next.offset] == '\n';
    next_character(text_, next.offset);
    ++next.characters;
    if (is_line_end) {
      ++next.line_ends;
      next.line_start = next.offset;
    }
    if (next.offset - milestones_.back().offset >= bytes_between_milestones) milestones_.push_back(next);
  }
}

SourceText::Milestone SourceText::milestone_before(std::size_t offset) const {
  std::call_once(milestones_set_, [this] { set_milestones(); });
  const auto after = std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                                      [](std::size_t wanted, const Milestone& each) { return wanted < each.offset; });
  return *std::prev(after);
}

std::size_t SourceText::characters_before(std::size_t offset) const {
  const Milestone milestone = milestone_before(offset);
  return milestone.characters + characters_between(text_, milestone.offset, offset);
}

Location SourceText::at(std::size_t offset, std::size_t length) const {
  const std::string_view text = text_;
  offset = std::min(offset, text.size());
  const std::size_t range_end = offset + std::min(length, text.size() - offset);

  const Milestone milestone = milestone_before(offset);
  const std::string_view since = text.substr(milestone.offset, offset - milestone.offset);
  const std::size_t last_end = since.rfind('\n');
  std::size_t line_start = last_end == std::string_view::npos ? milestone.line_start : milestone.offset + last_end + 1;
  if (line_start == 0 && text.starts_with(byte_order_mark)) line_start = byte_order_mark.size();
  std::size_t line_end = std::min(text.find('\n', std::max(offset, line_start)), text.size());
  const bool has_line_end = line_end < text.size();
  if (has_line_end && line_end > line_start && text[line_end - 1] == '\r') --line_end;

  const std::string_view line = text.substr(line_start, line_end - line_start);
  const std::size_t in_line = std::clamp(offset, line_start, line_end) - line_start;
  const std::size_t start = start_of_character(line, in_line);
  const std::size_t end = std::clamp(range_end, line_start + start, line_end) - line_start;
  const std::size_t before = characters_before(line_start + start) - characters_before(line_start);

  Location location;
  location.file = path_;
  location.line =
      static_cast<int>(milestone.line_ends) + static_cast<int>(std::count(since.begin(), since.end(), '\n')) + 1;
  location.column = static_cast<int>(before) + 1;
  const std::size_t characters = characters_before(line_start + end) - characters_before(line_start + start);
  location.length = std::max(1, static_cast<int>(characters));
  if (line.size() <= longest_excerpt) {
    location.excerpt = std::string(line);
    return location;
  }
  const std::size_t from = back(line, start, kept_around_place);
  location.skipped = static_cast<int>(before - characters_between(line, from, start));
  location.excerpt = std::string(line.substr(from, forth(line, start, kept_around_place) - from));
  return location;
}

}  // namespace stoplicht
