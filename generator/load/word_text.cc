#include "load/word_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr int deepest = 40;  // Beyond it no person nests, and what is there is left out.

constexpr char32_t no_break_space = 0xA0;

bool is_blank(char32_t c) {
  return c == no_break_space || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0x2028 || c == 0x2029 || c == '\t';
}
bool is_hidden(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || is_harmful(c); }
bool is_hyphen(char32_t c) { return c == 0x2010 || c == 0x2011; }
// Signs of the fonts Symbol and Wingdings, with which Word draws the bullets that are typed.
bool is_drawn_bullet(char32_t c) { return c >= 0xF020 && c <= 0xF0FF; }

std::string clean(std::string_view text) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (c == no_break_space && before == 0x20AC) {
      out += text.substr(start, at - start);  // The amount stays on the line of its €.
    } else if (is_blank(c)) {
      out += ' ';
    } else if (is_hyphen(c)) {
      out += '-';
    } else if (is_drawn_bullet(c)) {
      out += "•";
    } else if (!is_hidden(c)) {
      out += text.substr(start, at - start);
    }
    before = c;
  }
  return out;
}

// "1" raised is "¹": pressed against the word before it, it would be read as a part of that. As it is when some of it
// has no such form.
std::string raised(std::string_view text, bool up) {
  constexpr std::array<std::string_view, 10> below{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string out;
  for (const char c : text) {
    if (!is_digit(c)) return std::string(text);
    out += up ? raised_digit(c) : below[static_cast<std::size_t>(c - '0')];
  }
  return out;
}

class WordReading {
 public:
  explicit WordReading(WordText& text) : text_(text) {}

  WordBlocks blocks(const Json& list, int depth) {
    WordBlocks out;
    if (depth > deepest) return out;
    for (const Json& each : list) block(each, depth, out);
    return out;
  }

  WordWords words(const Json& list, WordInline style, int depth) {
    WordWords out;
    if (depth > deepest) return out;
    for (const Json& each : list) inlines(each, style, depth, out);
    return out;
  }

 private:
  void block(const Json& block, int depth, WordBlocks& out) {
    const std::string& kind = block.at("t").get_ref<const std::string&>();
    if (kind == "HorizontalRule" || kind == "RawBlock" || kind == "Null") return;
    const Json& c = block.at("c");
    if (kind == "Para" || kind == "Plain") return paragraph(c, depth, out);
    WordBlock made;
    if (kind == "Header") {
      made.kind = WordBlock::Kind::heading;
      made.number = c.at(0).get<int>();
      made.words = words(c.at(2), {}, depth + 1);
    } else if (kind == "BulletList" || kind == "OrderedList") {
      const bool is_numbered = kind == "OrderedList";
      made.kind = is_numbered ? WordBlock::Kind::numbers : WordBlock::Kind::bullets;
      if (is_numbered) made.number = c.at(0).at(0).get<int>();
      for (const Json& item : is_numbered ? c.at(1) : c) made.items.push_back(blocks(item, depth + 1));
    } else if (kind == "BlockQuote") {
      made.kind = WordBlock::Kind::quote;
      made.items.push_back(blocks(c, depth + 1));
    } else if (kind == "CodeBlock") {
      made.kind = WordBlock::Kind::code;
      made.code = c.at(1).get<std::string>();
    } else if (kind == "Table") {
      made = table(c, depth);
    } else if (kind == "LineBlock") {
      for (const Json& line : c) {
        if (!made.words.empty()) made.words.push_back({.kind = WordInline::Kind::line_break});
        for (WordInline& each : words(line, {}, depth + 1)) made.words.push_back(std::move(each));
      }
    } else {  // Div: its attributes and blocks; Figure: the caption between them.
      for (WordBlock& each : blocks(c.at(c.size() - 1), depth + 1)) out.push_back(std::move(each));
      return;
    }
    out.push_back(std::move(made));
  }

  // One whose end was taken away goes on in the next.
  void paragraph(const Json& content, int depth, WordBlocks& out) {
    const bool goes_on = std::exchange(end_taken_away_, false);
    WordWords all = words(content, {}, depth + 1);
    if (goes_on && !out.empty() && out.back().kind == WordBlock::Kind::paragraph) {
      for (WordInline& each : all) out.back().words.push_back(std::move(each));
    } else if (!all.empty()) {
      out.push_back({.words = std::move(all)});
    }
  }

  WordBlock table(const Json& c, int depth) {
    WordBlock made{.kind = WordBlock::Kind::table};
    const auto add = [&](const Json& rows) {
      for (const Json& row : rows) {
        std::vector<WordCell>& cells = made.rows.emplace_back();
        for (const Json& cell : row.at(1)) {
          cells.push_back({.blocks = blocks(cell.at(4), depth + 1),
                           .columns = cell.at(3).get<std::size_t>(),
                           .rows = cell.at(2).get<std::size_t>()});
        }
      }
    };
    add(c.at(3).at(1));
    made.header = !made.rows.empty();
    for (const Json& body : c.at(4)) {
      add(body.at(2));
      add(body.at(3));
    }
    add(c.at(5).at(1));
    return made;
  }

  void inlines(const Json& node, WordInline style, int depth, WordWords& out) {
    const std::string& kind = node.at("t").get_ref<const std::string&>();
    const auto say = [&](std::string words) {
      if (words.empty()) return;
      style.text = std::move(words);
      out.push_back(style);
    };
    if (kind == "Space" || kind == "SoftBreak") return say(" ");
    if (kind == "LineBreak") return out.push_back({.kind = WordInline::Kind::line_break});
    const Json& c = node.at("c");
    if (kind == "Str") return say(clean(c.get_ref<const std::string&>()));
    if (kind == "Code" || kind == "Math") return say(clean(c.at(1).get_ref<const std::string&>()));
    if (kind == "Superscript" || kind == "Subscript")
      return say(raised(plain_words(words(c, style, depth + 1)), kind == "Superscript"));
    if (kind == "RawInline") return;
    if (kind == "Span") return span(c, style, depth, out);
    if (kind == "Note") {
      WordBlocks note = blocks(c, depth + 1);
      text_.notes.push_back(std::move(note));
      return out.push_back({.kind = WordInline::Kind::note, .note = text_.notes.size() - 1});
    }
    if (kind == "Link" || kind == "Image") {
      style.kind = kind == "Link" ? WordInline::Kind::link : WordInline::Kind::image;
      style.text = c.at(2).at(0).get<std::string>();
      style.inside = words(c.at(1), {}, depth + 1);
      return out.push_back(std::move(style));
    }
    style.strong = style.strong || kind == "Strong";
    style.emphasis = style.emphasis || kind == "Emph";
    style.struck = style.struck || kind == "Strikeout";
    style.underlined = style.underlined || kind == "Underline";
    // Quoted and Cite have their words behind something else.
    const Json& inner = kind == "Quoted" || kind == "Cite" ? c.at(1) : c;
    for (WordInline& each : words(inner, style, depth + 1)) out.push_back(std::move(each));
  }

  void span(const Json& c, const WordInline& style, int depth, WordWords& out) {
    for (const Json& each : c.at(0).at(1)) {
      const std::string& kind = each.get_ref<const std::string&>();
      if (kind == "comment-start") {
        text_.comments.emplace_back(trim(plain_words(words(c.at(1), {}, depth + 1))));
        return;
      }
      if (kind == "deletion" || kind == "paragraph-deletion") {
        ++text_.removed;
        end_taken_away_ = end_taken_away_ || kind == "paragraph-deletion";
        return;
      }
      if (kind == "insertion") ++text_.added;
    }
    for (WordInline& each : words(c.at(1), style, depth + 1)) out.push_back(std::move(each));
  }

  WordText& text_;
  bool end_taken_away_ = false;
};

void append_words(const WordBlocks& blocks, std::string& out) {
  for (const WordBlock& block : blocks) {
    out += plain_words(block.words) + " ";
    for (const WordBlocks& item : block.items) append_words(item, out);
    for (const auto& row : block.rows)
      for (const WordCell& cell : row) append_words(cell.blocks, out);
    out += block.code;
  }
}

}  // namespace

std::optional<WordText> read_word_text(const Json& document) {
  WordText text;
  WordReading reading(text);
  try {
    text.blocks = reading.blocks(document.at("blocks"), 0);
    const Json& meta = document.at("meta");
    if (meta.contains("title") && meta.at("title").at("t") == "MetaInlines")
      text.title = reading.words(meta.at("title").at("c"), {}, 0);
  } catch (const Json::exception&) {
    return std::nullopt;
  }
  return text;
}

std::string plain_words(const WordWords& words) {
  std::string out;
  for (const WordInline& each : words) {
    if (each.kind == WordInline::Kind::words) out += each.text;
    if (each.kind == WordInline::Kind::line_break) out += '\n';
    if (each.kind == WordInline::Kind::link) out += plain_words(each.inside);
  }
  return out;
}

std::string plain_words(const WordBlocks& blocks) {
  std::string out;
  append_words(blocks, out);
  return out;
}

std::vector<WordWords> lines_of(const WordWords& words) {
  std::vector<WordWords> lines(1);
  for (const WordInline& each : words) {
    if (each.kind == WordInline::Kind::line_break)
      lines.emplace_back();
    else
      lines.back().push_back(each);
  }
  return lines;
}

}  // namespace stoplicht
