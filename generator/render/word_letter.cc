#include "render/word_letter.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/locale.h"
#include "base/text.h"
#include "base/written_date.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_letterhead_line = 120;
constexpr std::size_t longest_heading = 90;
constexpr std::size_t most_letterhead_blocks = 25;

template <std::size_t N>
bool begins_with_one(std::string_view text, const std::array<std::string_view, N>& starts) {
  const std::string folded = fold_case(std::string(trim(text)));
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view each) { return folded.starts_with(each); });
}

// The first line of a paragraph; "" of anything else, and of a sentence: those begin with the same words.
std::string formula_of(const WordBlock& block) {
  constexpr std::size_t longest = 80, most_words = 5;
  if (block.kind != WordBlock::Kind::paragraph) return "";
  const std::string words(trim(plain_words(block.words)));
  const std::string line(trim(words.substr(0, words.find('\n'))));
  const bool is_sentence = line.ends_with('.') && split(line, ' ').size() > most_words;
  return is_sentence || line.size() > longest ? "" : line;
}

bool is_salutation(const WordBlock& block) {
  constexpr std::array<std::string_view, 6> starts{"geachte", "geacht ", "beste ", "dear ", "l.s.", "hooggeachte"};
  return begins_with_one(formula_of(block), starts);
}

bool is_closing(const WordBlock& block) {
  constexpr std::array<std::string_view, 8> starts{
      "hoogachtend", "met vriendelijke groet", "met hartelijke groet", "vriendelijke gr",
      "met groet",   "yours sincerely",        "yours faithfully",     "kind regards"};
  return begins_with_one(formula_of(block), starts);
}

bool is_sender(const WordBlock& block) {
  constexpr std::array<std::string_view, 4> starts{"namens het college", "burgemeester en wethouders",
                                                   "college van burgemeester", "het college van burgemeester"};
  return begins_with_one(formula_of(block), starts);
}

// Where the closing stands: above who signs, where no other words do; the number of blocks when there is none.
std::size_t find_closing(const WordBlocks& blocks) {
  constexpr std::size_t most_below = 10;
  for (std::size_t i = blocks.size(); i-- > 0;)
    if (is_closing(blocks[i])) return i;
  const std::size_t first = std::max<std::size_t>(blocks.size(), most_below + 1) - most_below;
  for (std::size_t i = first; i < blocks.size(); ++i)
    if (is_sender(blocks[i])) return i;
  return blocks.size();
}

// ---- the letterhead -----------------------------------------------------------------------------------------

// "Onderwerp: voortgang" is about "voortgang"; nothing when the line has none of the labels.
template <std::size_t N>
std::optional<std::string> labelled(std::string_view line, const std::array<std::string_view, N>& labels) {
  const std::string folded = fold_case(std::string(line));
  for (const std::string_view label : labels) {
    if (!folded.starts_with(label) || folded.size() <= label.size()) continue;
    if (folded[label.size()] != ':' && folded[label.size()] != ' ') continue;
    std::string_view rest = trim(line.substr(label.size()));
    if (rest.starts_with(':')) rest = trim(rest.substr(1));
    if (!rest.empty()) return std::string(rest);
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 6> subject_labels{"onderwerp", "betreft", "betreffende",
                                                         "subject",   "inzake",  "re"};
constexpr std::array<std::string_view, 4> date_labels{"datum", "date", "verzenddatum", "datum brief"};

std::vector<std::string> lines_of_block(const WordBlock& block) {
  std::vector<std::string> lines;
  for (const WordWords& line : lines_of(block.words)) lines.push_back(plain_words(line));
  for (const auto& row : block.rows) {
    std::string& line = lines.emplace_back();
    for (const WordCell& cell : row) line += std::string(trim(plain_words(cell.blocks))) + " ";
  }
  for (const WordBlocks& item : block.items) lines.push_back(plain_words(item));
  for (std::string& line : lines) line = std::string(trim(line));
  std::erase(lines, "");
  return lines;
}

bool is_letterhead(const WordBlock& block, const std::vector<std::string>& lines) {
  if (block.kind == WordBlock::Kind::heading || block.kind == WordBlock::Kind::code) return false;
  return std::all_of(lines.begin(), lines.end(),
                     [](const std::string& line) { return line.size() <= longest_letterhead_line; });
}

void read_letterhead_line(const std::string& line, WordLetter& letter) {
  if (const auto subject = labelled(line, subject_labels); subject && letter.subject.empty()) {
    letter.subject = *subject;
    letter.subject_line = line;
  }
  if (const auto date = labelled(line, date_labels); date && find_written_date(*date)) {
    letter.date = find_written_date(*date);
    letter.date_line = line;
  }
}

// Takes the letterhead away from the front of the blocks.
void take_letterhead(WordLetter& letter) {
  WordBlocks& blocks = letter.blocks;
  const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(blocks.size(), most_letterhead_blocks));
  const auto salutation = std::find_if(blocks.begin(), end, is_salutation);
  std::optional<Date> elsewhere;  // "Hilversum, 18 oktober 2023"
  std::string elsewhere_line;
  WordBlocks kept;
  for (auto block = blocks.begin(); block != end && (salutation == end || block != salutation); ++block) {
    const std::vector<std::string> lines = lines_of_block(*block);
    for (const std::string& line : lines) {
      read_letterhead_line(line, letter);
      if (salutation != end && !elsewhere && line.size() <= longest_letterhead_line &&
          !fold_case(line).starts_with("uw ")) {
        elsewhere = find_written_date(line);
        elsewhere_line = line;
      }
    }
    if (salutation == end) continue;
    if (is_letterhead(*block, lines))
      letter.letterhead.insert(letter.letterhead.end(), lines.begin(), lines.end());
    else
      kept.push_back(std::move(*block));
  }
  if (!letter.date && elsewhere) {
    letter.date = elsewhere;
    letter.date_line = elsewhere_line;
  }
  if (salutation == end) return;
  kept.insert(kept.end(), std::make_move_iterator(salutation), std::make_move_iterator(blocks.end()));
  blocks = std::move(kept);
}

// ---- the text -----------------------------------------------------------------------------------------------

// A mark that was typed before a point of a list: its length with the blank; a dash may be a dash.
std::size_t typed_bullet(std::string_view line, bool& is_dash) {
  constexpr std::array<std::string_view, 10> bullets{"•", "·", "▪", "◦", "‣", "●", "○", "■", "➢", "✓"};
  for (const std::string_view each : bullets)
    if (line.starts_with(each)) return each.size();
  for (const std::string_view each : {"- ", "– ", "* "})
    if (line.starts_with(each)) {
      is_dash = true;
      return each.size();
    }
  return 0;
}

void remove_start(WordWords& words, std::size_t length) {
  while (!words.empty() && length >= words.front().text.size() && words.front().kind == WordInline::Kind::words) {
    length -= words.front().text.size();
    words.erase(words.begin());
  }
  if (!words.empty() && words.front().kind == WordInline::Kind::words) words.front().text.erase(0, length);
}

// A list in the making, of lines that begin with a mark.
struct TypedList {
  std::vector<WordBlocks> items;
  WordBlocks as_typed;
  bool is_sure = false;
};

void flush(TypedList& list, WordBlocks& out) {
  if (list.items.empty()) return;
  if (list.is_sure || list.items.size() > 1)
    out.push_back({.kind = WordBlock::Kind::bullets, .items = std::move(list.items)});
  else
    out.insert(out.end(), list.as_typed.begin(), list.as_typed.end());
  list = {};
}

WordBlocks with_typed_lists(WordBlocks blocks) {
  WordBlocks out;
  TypedList list;
  for (WordBlock& block : blocks) {
    if (block.kind != WordBlock::Kind::paragraph) {
      flush(list, out);
      out.push_back(std::move(block));
      continue;
    }
    WordBlock plain;
    for (WordWords& line : lines_of(block.words)) {
      while (!line.empty() && line.front().kind == WordInline::Kind::words && trim(line.front().text).empty())
        line.erase(line.begin());
      bool is_dash = false;
      const std::size_t mark = typed_bullet(plain_words(line), is_dash);
      if (mark == 0) {
        flush(list, out);
        if (!plain.words.empty()) plain.words.push_back({.kind = WordInline::Kind::line_break});
        plain.words.insert(plain.words.end(), line.begin(), line.end());
        continue;
      }
      if (!plain.words.empty()) out.push_back(std::exchange(plain, {}));
      list.as_typed.push_back({.words = line});
      remove_start(line, mark);
      list.items.push_back({WordBlock{.words = std::move(line)}});
      list.is_sure = list.is_sure || !is_dash;
    }
    if (!plain.words.empty()) {
      flush(list, out);
      out.push_back(std::move(plain));
    }
  }
  flush(list, out);
  return out;
}

bool is_heading_line(const WordWords& line) {
  bool all_strong = true, all_underlined = true;
  for (const WordInline& each : line) {
    if (each.kind == WordInline::Kind::words && trim(each.text).empty()) continue;
    if (each.kind == WordInline::Kind::image || each.kind == WordInline::Kind::link) return false;
    if (each.kind == WordInline::Kind::note) continue;
    all_strong = all_strong && each.strong;
    all_underlined = all_underlined && each.underlined;
  }
  const std::string words(trim(plain_words(line)));
  if ((!all_strong && !all_underlined) || words.size() < 2 || words.size() > longest_heading) return false;
  return std::string_view(".,;!").find(words.back()) == std::string_view::npos;
}

void remove_forms(WordWords& words) {
  for (WordInline& each : words) each.strong = each.underlined = false;
}

WordBlocks with_bold_headings(WordBlocks blocks, std::size_t& made) {
  const bool has_headings = std::any_of(blocks.begin(), blocks.end(),
                                        [](const WordBlock& each) { return each.kind == WordBlock::Kind::heading; });
  int level = has_headings ? 2 : 1;
  WordBlocks out;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    WordBlock& block = blocks[i];
    if (block.kind == WordBlock::Kind::heading) level = block.number + 1;
    const std::vector<WordWords> lines = lines_of(block.words);
    const bool has_text = lines.size() > 1 || (i + 1 < blocks.size() && blocks[i + 1].kind != WordBlock::Kind::heading);
    const bool is_one = block.kind == WordBlock::Kind::paragraph && has_text && is_heading_line(lines.front()) &&
                        (lines.size() == 1 || !is_heading_line(lines[1]));
    if (!is_one) {
      out.push_back(std::move(block));
      continue;
    }
    ++made;
    WordBlock heading{.kind = WordBlock::Kind::heading, .words = lines.front(), .number = level};
    remove_forms(heading.words);
    for (auto last = heading.words.rbegin(); last != heading.words.rend(); ++last) {
      if (last->kind != WordInline::Kind::words || trim(last->text).empty()) continue;
      if (trim(last->text).ends_with(':')) last->text.erase(last->text.rfind(':'));
      break;
    }
    out.push_back(std::move(heading));
    WordBlock rest;
    for (std::size_t line = 1; line < lines.size(); ++line) {
      if (line > 1) rest.words.push_back({.kind = WordInline::Kind::line_break});
      rest.words.insert(rest.words.end(), lines[line].begin(), lines[line].end());
    }
    if (!rest.words.empty()) out.push_back(std::move(rest));
  }
  return out;
}

WordBlocks without_indents(WordBlocks blocks) {
  constexpr std::array<std::string_view, 6> signs{"“", "\"", "„", "‘", "«", "'"};
  WordBlocks out;
  for (WordBlock& block : blocks) {
    if (block.kind != WordBlock::Kind::quote || begins_with_one(plain_words(block.items.front()), signs)) {
      out.push_back(std::move(block));
      continue;
    }
    for (WordBlock& each : without_indents(std::move(block.items.front()))) out.push_back(std::move(each));
  }
  return out;
}

// The highest level that is used becomes the second, and none is skipped on the way down.
void settle_levels(WordBlocks& blocks) {
  std::set<int> used;
  for (const WordBlock& block : blocks)
    if (block.kind == WordBlock::Kind::heading) used.insert(block.number);
  int before = 1;
  for (WordBlock& block : blocks) {
    if (block.kind != WordBlock::Kind::heading) continue;
    const int rank = static_cast<int>(std::distance(used.begin(), used.find(block.number)));
    block.number = std::min({rank + 2, before + 1, 6});
    before = block.number;
    remove_forms(block.words);
  }
}

void drop_pictures(WordBlocks& blocks, std::size_t& dropped) {
  for (WordBlock& block : blocks) {
    dropped += std::erase_if(block.words, [](const WordInline& each) { return each.kind == WordInline::Kind::image; });
    for (auto& row : block.rows)
      for (WordCell& cell : row) drop_pictures(cell.blocks, dropped);
  }
}

// Words as they are compared: whatever stands between them, and however they are raised or written.
std::string bare(std::string_view text) {
  std::u32string folded;
  for (std::size_t at = 0; at < text.size();) append_search_fold(next_character(text, at), folded);
  std::string out;
  for (const char32_t c : folded) {
    if (!is_word_character(c)) continue;
    for (int shift = 0; shift < 24; shift += 8)
      if (shift == 0 || (c >> shift) != 0) out += static_cast<char>((c >> shift) & 0xFF);
  }
  return out;
}

}  // namespace

WordLetter read_word_letter(const WordText& text) {
  WordLetter letter;
  letter.blocks = without_indents(text.blocks);
  take_letterhead(letter);
  if (letter.subject.empty()) letter.subject = std::string(trim(plain_words(text.title)));
  std::replace(letter.subject.begin(), letter.subject.end(), '\n', ' ');

  // Below the closing stand names.
  const auto closing = letter.blocks.begin() + static_cast<std::ptrdiff_t>(find_closing(letter.blocks));
  WordBlocks end(std::make_move_iterator(closing), std::make_move_iterator(letter.blocks.end()));
  letter.blocks.erase(closing, letter.blocks.end());
  drop_pictures(end, letter.signatures);
  letter.blocks = with_bold_headings(with_typed_lists(std::move(letter.blocks)), letter.headings);
  for (WordBlock& block : end) letter.blocks.push_back(std::move(block));
  settle_levels(letter.blocks);
  return letter;
}

std::vector<std::string> left_behind(const WordFile& file, const WordText& text) {
  std::string there = bare(plain_words(text.title)) + "\n" + bare(plain_words(text.blocks));
  for (const WordBlocks& note : text.notes) there += "\n" + bare(plain_words(note));
  std::set<std::string> told;
  std::vector<std::string> out;
  std::size_t from = 0;  // They come in the same order, but for notes.
  for (const char* const part : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"}) {
    const auto found = file.parts.find(part);
    if (found == file.parts.end()) continue;
    for (std::string& paragraph : paragraphs_of(found->second)) {
      const std::string words = bare(paragraph);
      if (words.empty()) continue;
      std::size_t at = there.find(words, from);
      if (at == std::string::npos) at = there.find(words);
      if (at != std::string::npos)
        from = at;
      else if (told.insert(words).second)
        out.push_back(std::move(paragraph));
    }
  }
  return out;
}

std::vector<std::string> page_margins(const WordFile& file) {
  std::set<std::string> there;
  std::vector<std::string> out;
  for (const auto& [name, bytes] : file.parts) {
    if (!name.starts_with("word/header") && !name.starts_with("word/footer")) continue;
    for (std::string& line : paragraphs_of(bytes))
      if (there.insert(line).second) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace stoplicht
