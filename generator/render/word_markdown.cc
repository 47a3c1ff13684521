#include "render/word_markdown.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"
#include "model/placeholders.h"
#include "render/word_inlines.h"
#include "render/word_tables.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_picture = std::size_t{10} << 20;

struct PictureKind {
  std::string_view ending, start;
};
constexpr std::array<PictureKind, 5> picture_kinds{
    {{".png", "\x89PNG"}, {".jpg", "\xFF\xD8\xFF"}, {".jpeg", "\xFF\xD8\xFF"}, {".gif", "GIF8"}, {".webp", "RIFF"}}};

// Texts that Word wrote by itself describe nothing.
bool describes(std::string_view text) {
  const std::string words = in_lower_case(trim(text));
  if (words.empty() || words.find("automatisch gegenereerd") != std::string::npos) return false;
  if (words.find("automatically generated") != std::string::npos) return false;
  return words.find(' ') != std::string::npos || words.find('.') == std::string::npos;
}

class Writer {
 public:
  Writer(const WordText& text, const WordFile& file, const std::string& picture_name, std::string_view language)
      : text_(text), file_(file), picture_name_(picture_name), is_dutch_(language == "nl"), language_(language) {
    needs_.note = [this](const WordInline& note) { return note_mark(note); };
    needs_.picture = [this](const WordInline& picture) { return picture_text(picture); };
    needs_.keeps_link = [this](const WordInline& link) { return keeps_link(link); };
  }

  WordMarkdown write(const WordBlocks& blocks) {
    written_.text = blocks_text(blocks, false);
    // A note may hold another one, which then comes behind it.
    for (std::size_t i = 0; i < notes_.size(); ++i) add_note(i);
    if (!written_.text.empty()) written_.text += '\n';
    for (auto& [remark, quoted] : remarks_) {
      const std::size_t found = written_.text.find(quoted);
      if (found != std::string::npos) remark.offset = found, remark.length = quoted.size();
      written_.remarks.push_back(std::move(remark));
    }
    return std::move(written_);
  }

 private:
  // Blocks below each other; in a tight list without a blank line between them.
  std::string blocks_text(const WordBlocks& blocks, bool tight) {
    std::string out;
    const WordBlock* before = nullptr;
    bool is_other = false;
    for (const WordBlock& each : blocks) {
      // Two lists of one kind would become one; with other marks they do not.
      is_other = before != nullptr && is_list(each) && before->kind == each.kind && !is_other;
      const std::string block = is_list(each) ? list(each, is_other) : block_text(each);
      if (block.empty()) continue;
      if (!out.empty()) out += tight ? "\n" : "\n\n";
      out += block;
      before = &each;
    }
    return out;
  }

  static bool is_list(const WordBlock& block) {
    return block.kind == WordBlock::Kind::bullets || block.kind == WordBlock::Kind::numbers;
  }

  std::string block_text(const WordBlock& block) {
    switch (block.kind) {
      case WordBlock::Kind::paragraph: return paragraph(block.words);
      case WordBlock::Kind::heading: {
        const std::string words = word_inlines_markdown(block.words, {.on_one_line = true}, needs_);
        if (words.empty()) return "";
        // A number sign at its end would be taken for a part of the mark.
        return std::string(static_cast<std::size_t>(block.number), '#') + " " + words +
               (words.ends_with('#') ? " #" : "");
      }
      case WordBlock::Kind::bullets:
      case WordBlock::Kind::numbers: return list(block, false);
      case WordBlock::Kind::quote: return indented(blocks_text(block.items.front(), false), "> ", "> ");
      case WordBlock::Kind::code: return code(block.code);
      case WordBlock::Kind::table: return table(block);
    }
    return "";
  }

  std::string paragraph(const WordWords& words) {
    const std::string text = word_inlines_markdown(words, {}, needs_);
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
      if (!out.empty()) out += '\n';
      out += with_plain_start(line);
    }
    return out;
  }

  // A line of words that looks like the start of something else.
  static std::string with_plain_start(std::string_view line) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const auto is_blank_at = [&](std::size_t i) { return i >= line.size() || line[i] == ' '; };
    if (digits > 0 && digits < 10 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        is_blank_at(digits + 1))
      return std::string(line.substr(0, digits)) + "\\" + std::string(line.substr(digits));
    const char first = line.empty() ? ' ' : line.front();
    const bool is_rule = !line.empty() && line.find_first_not_of("-= ") == std::string_view::npos;
    const bool is_mark =
        first == '#' || first == '>' || first == '|' || ((first == '-' || first == '+') && is_blank_at(1));
    return (is_rule || is_mark ? "\\" : "") + std::string(line);
  }

  static std::string indented(std::string_view text, std::string_view first, std::string_view others) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
      if (!out.empty()) out += '\n';
      std::string start(out.empty() ? first : others);
      while (line.empty() && start.ends_with(' ')) start.pop_back();
      out += start + std::string(line);
    }
    return out;
  }

  std::string list(const WordBlock& block, bool other_marks) {
    const bool is_tight = std::all_of(block.items.begin(), block.items.end(), [](const WordBlocks& item) {
      return std::all_of(item.begin(), item.end(), [&](const WordBlock& each) {
        return is_list(each) || (&each == &item.front() && each.kind == WordBlock::Kind::paragraph);
      });
    });
    std::string out;
    int number = block.number;
    for (const WordBlocks& item : block.items) {
      const std::string words = blocks_text(item, is_tight);
      if (words.empty()) continue;
      const std::string mark = block.kind == WordBlock::Kind::bullets
                                   ? (other_marks ? "+ " : "- ")
                                   : std::to_string(number++) + (other_marks ? ") " : ". ");
      if (!out.empty()) out += is_tight ? "\n" : "\n\n";
      out += indented(words, mark, std::string(mark.size(), ' '));
    }
    return out;
  }

  static std::string code(const std::string& words) {
    std::string fence = "```";
    while (words.find(fence) != std::string::npos) fence += '`';
    return fence + "\n" + words + (words.ends_with('\n') ? "" : "\n") + fence;
  }

  std::string table(const WordBlock& block) {
    bool was_merged = false;
    const std::string out = table_markdown(
        block, [this](const WordBlocks& blocks) { return cell(blocks); },
        [this](const WordBlocks& blocks) { return blocks_text(blocks, false); }, was_merged);
    if (was_merged)
      remark("letter-table", "the table has merged cells, which stand apart here",
             "look whether each cell still stands below the right column", out);
    return out;
  }

  // All of a cell on one line.
  std::string cell(const WordBlocks& blocks) {
    std::string out;
    const auto add = [&](const std::string& words) {
      if (words.empty()) return;
      const bool ends = out.empty() || std::string_view(".,:;!?").find(out.back()) != std::string_view::npos;
      out += (out.empty() ? "" : ends ? " " : "; ") + words;
    };
    for (const WordBlock& block : blocks) {
      add(word_inlines_markdown(block.words, {.on_one_line = true, .in_cell = true}, needs_));
      for (const WordBlocks& item : block.items) add(cell(item));
      for (const auto& row : block.rows)
        for (const WordCell& each : row) add(cell(each.blocks));
      add(block.code);
    }
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  // ---- what stands in a line ---------------------------------------------------------------------------------

  std::string note_mark(const WordInline& note) {
    notes_.push_back(note.note);
    return "[^" + std::to_string(notes_.size()) + "]";
  }

  void add_note(std::size_t index) {
    std::string words = blocks_text(text_.notes[notes_[index]], false);
    if (words.empty()) words = placeholder(language_, is_dutch_ ? "de tekst van deze noot" : "the text of this note");
    written_.text += (index == 0 ? "\n\n" : "\n") + indented(words, "[^" + std::to_string(index + 1) + "]: ", "    ");
  }

  bool keeps_link(const WordInline& link) {
    constexpr std::array<std::string_view, 4> kept{"https://", "http://", "mailto:", "tel:"};
    const std::string address = in_lower_case(link.text);
    if (std::any_of(kept.begin(), kept.end(), [&](std::string_view each) { return address.starts_with(each); }))
      return true;
    // Within the document; of a table of contents, say.
    if (address.starts_with('#') || address.empty()) return false;
    const std::string words = word_inlines_markdown(link.inside, {.on_one_line = true, .in_link = true}, needs_);
    remark("letter-link", "the link to '" + link.text + "' leads to no page of the web, and is left out",
           "attach the file to the letter ('attachments' in its front matter), or link to where readers can find it",
           words);
    return false;
  }

  std::string picture_text(const WordInline& picture) {
    const std::string part = "word/" + picture.text;
    std::string reason;
    const std::string file = picture_file(part, reason);
    if (file.empty()) {
      ++unusable_;
      const std::string number = std::to_string(unusable_);
      std::string words = placeholder(language_, is_dutch_ ? "hier stond in Word een afbeelding (" + number + ")"
                                                           : "here stood a picture in Word (" + number + ")");
      remark("letter-picture", "the picture '" + picture.text + "' " + reason,
             "save it as PNG or JPEG beside the letter, and write ![what it shows](its-name.png) here", words);
      return words;
    }
    const std::string described = word_inlines_markdown(picture.inside, {.on_one_line = true, .in_link = true}, needs_);
    const bool is_described = describes(plain_words(picture.inside));
    std::string words =
        placeholder(language_, is_dutch_ ? "wat er op deze afbeelding te zien is" : "what this picture shows");
    // The brackets of the placeholder are those of the picture.
    return "!" + (is_described ? "[" + described + "]" : words) + "(" + file + ")";
  }

  // "" with the reason when no browser could show it.
  std::string picture_file(const std::string& part, std::string& reason) {
    if (const auto known = files_.find(part); known != files_.end()) return known->second;
    const auto found = file_.parts.find(part);
    if (found == file_.parts.end()) {
      reason = "is not in the document, but was linked to";
      return "";
    }
    const std::string& bytes = found->second;
    const std::string name = in_lower_case(part);
    const auto* const kind = std::find_if(picture_kinds.begin(), picture_kinds.end(), [&](const PictureKind& each) {
      return name.ends_with(each.ending) && bytes.starts_with(each.start);
    });
    if (kind == picture_kinds.end()) {
      reason = "has a form that browsers do not show";
      return "";
    }
    if (bytes.size() > largest_picture) {
      reason = "is larger than " + std::to_string(largest_picture >> 20) + " MiB";
      return "";
    }
    std::string file = picture_name_ + "-" + std::to_string(written_.pictures.size() + 1) + std::string(kind->ending);
    written_.pictures.push_back({part, file});
    files_[part] = file;
    return file;
  }

  // `quoted`: the Markdown that it is about.
  void remark(std::string_view id, std::string message, std::string hint, std::string quoted) {
    remarks_.push_back({{std::string(id), std::move(message), std::move(hint)},
                        quoted.substr(0, std::min(quoted.find('\n'), quoted.size()))});
  }

  const WordText& text_;
  const WordFile& file_;
  const std::string& picture_name_;
  bool is_dutch_;
  std::string_view language_;
  WordInlineNeeds needs_;
  WordMarkdown written_;
  std::vector<std::size_t> notes_;            // By the number that they got, less one.
  std::map<std::string, std::string> files_;  // Of pictures, by part.
  int unusable_ = 0;
  std::vector<std::pair<LetterRemark, std::string>> remarks_;
};

}  // namespace

WordMarkdown word_markdown(const WordBlocks& blocks, const WordText& text, const WordFile& file,
                           const std::string& picture_name, std::string_view language) {
  return Writer(text, file, picture_name, language).write(blocks);
}

}  // namespace stoplicht
