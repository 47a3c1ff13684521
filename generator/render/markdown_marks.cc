#include "render/markdown_marks.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::string_view token_start = "\xEE\x80\x80";  // U+E000
constexpr std::string_view token_end = "\xEE\x80\x81";    // U+E001
constexpr std::string_view blanks = " \t\v\f";

constexpr std::size_t most_columns = 40;
constexpr std::size_t most_cells = 200'000;
constexpr std::size_t most_nested = 100;
constexpr std::size_t longest_number = 20;

struct Line {
  std::size_t start = 0;
  std::size_t end = 0;   // Before the line end.
  std::size_t next = 0;  // Behind the line end.
};

// Lines end as cmark ends them: at \n, \r or \r\n.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    const std::size_t next = std::min(end + (text.substr(end, 2) == "\r\n" ? 2U : 1U), text.size());
    lines.push_back({start, end, next});
    start = next;
  }
  return lines;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(blanks) == std::string_view::npos; }

// For every line, how many follow it up to the next blank one.
std::vector<std::size_t> rows_below(std::string_view text, const std::vector<Line>& lines) {
  std::vector<std::size_t> rows(lines.size(), 0);
  for (std::size_t i = lines.size(); i-- > 1;) {
    const bool blank = is_blank(text.substr(lines[i].start, lines[i].end - lines[i].start));
    rows[i - 1] = blank ? 0 : rows[i] + 1;
  }
  return rows;
}

// Where in a line a table's delimiter row ("|---|:--:|") may begin: the line may be quoted.
std::size_t delimiter_row(std::string_view line) {
  const std::size_t last_other = line.find_last_not_of("|:- \t\v\f");
  return last_other == std::string_view::npos ? 0 : last_other + 1;
}

std::size_t cells_of(std::string_view row) {
  if (row.find('|') == std::string_view::npos) return 0;
  const std::vector<std::string_view> cells = split(row, '|');
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [](auto cell) { return cell.find('-') != std::string_view::npos; }));
}

// How many quotes and lists a line opens or continues at most, by its first characters.
std::size_t nesting_of(std::string_view line) {
  std::size_t count = 0;
  std::size_t i = 0;
  for (;;) {
    i = std::min(line.find_first_not_of(blanks, i), line.size());
    if (i == line.size()) break;
    const auto is_blank_at = [line](std::size_t at) {
      return at >= line.size() || blanks.find(line[at]) != std::string_view::npos;
    };
    std::size_t marker = i;
    while (marker < line.size() && line[marker] >= '0' && line[marker] <= '9') ++marker;
    const bool number = marker > i && marker < line.size() && (line[marker] == '.' || line[marker] == ')');
    const bool bullet = line[i] == '-' || line[i] == '*' || line[i] == '+';
    if (line[i] == '>') {
      ++i;
    } else if ((bullet && is_blank_at(i + 1)) || (number && is_blank_at(marker + 1))) {
      i = (bullet ? i : marker) + 1;
    } else {
      return count;
    }
    ++count;
  }
  // "- - - -" is a line across the page.
  const bool rule = line.find_first_not_of("-*_ \t") == std::string_view::npos;
  return rule ? 0 : count;
}

}  // namespace

MarkedText::MarkedText(std::string_view body) : body_(body) {
  text_.reserve(body.size() + 64);
  const std::vector<Line> lines = lines_of(body);
  const std::vector<std::size_t> rows = rows_below(body, lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    mark_line(lines[i].start, lines[i].end, rows[i]);
    text_ += body.substr(lines[i].end, lines[i].next - lines[i].end);
  }
}

void MarkedText::add(MarkdownMark mark) {
  text_ += token_start;
  text_ += std::to_string(marks_.size());
  text_ += token_end;
  marks_.push_back(std::move(mark));
}

void MarkedText::mark_line(std::size_t start, std::size_t end, std::size_t rows_below) {
  const std::string_view line = body_.substr(start, end - start);
  std::vector<MarkdownMark> marks;
  const std::size_t indent = std::min(line.find_first_not_of(blanks), line.size());
  if (nesting_of(line) > most_nested) {
    marks.push_back({MarkKind::deep_block, {start + indent, line.size() - indent, "", true}});
  }
  const std::size_t row_start = delimiter_row(line);
  const std::size_t cells = cells_of(line.substr(row_start));
  if (cells > most_columns || cells * rows_below > most_cells) {
    const MarkKind kind = cells > most_columns ? MarkKind::wide_table : MarkKind::large_table;
    marks.push_back({kind, {start + row_start, line.size() - row_start, "", true}});
  }
  for (FigureMark& figure : find_figures(line)) {
    figure.offset += start;
    marks.push_back({MarkKind::figure, std::move(figure)});
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& a, const auto& b) { return a.figure.offset < b.figure.offset; });

  std::size_t taken = start;
  // Up to `offset`, without the characters that tokens are made of.
  const auto take_until = [&](std::size_t offset) {
    while (taken < offset) {
      const std::string_view rest = body_.substr(taken, offset - taken);
      // Both tokens begin with the same two bytes; one search for these keeps the way through the text a single one.
      const std::size_t length = std::min(rest.find(token_start.substr(0, 2)), rest.size());
      const std::string_view found = rest.substr(length, token_start.size());
      const bool is_token = found == token_start || found == token_end;
      const std::size_t kept = is_token ? length : std::min(length + 2, rest.size());
      text_ += rest.substr(0, kept);
      taken += is_token ? length + token_start.size() : kept;
    }
  };
  for (MarkdownMark& mark : marks) {
    take_until(mark.figure.offset);
    if (mark.kind == MarkKind::figure) taken = mark.figure.offset + mark.figure.length;
    add(std::move(mark));
  }
  take_until(end);
}

std::vector<MarkedPart> MarkedText::parts(std::string_view text) const {
  std::vector<MarkedPart> parts;
  std::size_t taken = 0;
  for (std::size_t start = text.find(token_start); start != std::string_view::npos;) {
    // An entity such as &#xE000; can make what looks like a token, so nothing is taken for granted.
    const std::string_view digits = text.substr(start + token_start.size(), longest_number);
    std::size_t index = marks_.size();
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const auto end = static_cast<std::size_t>(stop - text.data());
    if (error != std::errc() || index >= marks_.size() || !text.substr(end).starts_with(token_end)) {
      start = text.find(token_start, start + token_start.size());
      continue;
    }
    if (start > taken) parts.push_back({text.substr(taken, start - taken), nullptr});
    parts.push_back({"", &marks_[index]});
    taken = end + token_end.size();
    start = text.find(token_start, taken);
  }
  if (taken < text.size()) parts.push_back({text.substr(taken), nullptr});
  return parts;
}

std::string MarkedText::restored(std::string_view text) const {
  std::string out;
  for (const MarkedPart& part : parts(text)) {
    if (part.mark == nullptr) {
      out += part.text;
    } else if (part.mark->kind == MarkKind::figure) {
      out += body_.substr(part.mark->figure.offset, part.mark->figure.length);
    }
  }
  return out;
}

bool MarkedText::has_figure(std::string_view text) const {
  const std::vector<MarkedPart> all = parts(text);
  return std::any_of(all.begin(), all.end(), [](const MarkedPart& part) {
    return part.mark != nullptr && part.mark->kind == MarkKind::figure;
  });
}

const MarkdownMark* MarkedText::fault(std::string_view text) const {
  for (const MarkedPart& part : parts(text)) {
    if (part.mark != nullptr && part.mark->kind != MarkKind::figure) return part.mark;
  }
  return nullptr;
}

}  // namespace stoplicht
