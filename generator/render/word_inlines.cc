#include "render/word_inlines.h"

#include <algorithm>
#include <vector>

#include "base/locale.h"
#include "base/text.h"
#include "model/placeholders.h"

namespace stoplicht {
namespace {

// A stretch of Markdown in one form.
struct Stretch {
  std::string text;
  std::string mark;  // "**", "*", "~~", or combined; empty: none.
  bool is_break = false;
};

bool is_ascii_sign(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

char32_t first_character(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_character(text, at);
}

char32_t last_character(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0) == 0x80) --at;
  return first_character(text.substr(at == 0 ? 0 : at - 1));
}

bool is_white(char32_t c) { return c == ' ' || c == '\n' || c == 0xA0; }

// ---- words --------------------------------------------------------------------------------------------------

bool begins_entity(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2 || end > 32) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return !is_ascii_sign(c) || c == '#' ? c != ' ' : false; });
}

// The address that begins a word: "https://www.hilversum.nl"; without the signs of the sentence behind it.
std::string_view address_in(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://") && !text.starts_with("www.")) return {};
  std::string_view address = text.substr(0, text.find_first_of(" \t<>\"`\\|[]*{}"));
  for (std::size_t at = address.find('&'); at != std::string_view::npos; at = address.find('&', at + 1))
    if (begins_entity(address.substr(at))) address = address.substr(0, at);
  while (!address.empty() && std::string_view(".,;:!?)'").find(address.back()) != std::string_view::npos)
    address.remove_suffix(1);
  return address.size() > (address.starts_with("www.") ? 6 : 8) ? address : std::string_view{};
}

std::string destination(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (c == ' ')
      out += "%20";
    else if (c == '(')
      out += "%28";
    else if (c == ')')
      out += "%29";
    else if (c == '<')
      out += "%3C";
    else if (c == '>')
      out += "%3E";
    else if (c == '\\')
      out += "%5C";
    else if (c == '|')
      out += "%7C";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

// One without https:// is found by whoever reads the Markdown, but only when nothing touches it.
std::string written_address(std::string_view address, bool touches) {
  if (!address.starts_with("www.")) return "<" + std::string(address) + ">";
  if (!touches && address.find('_') == std::string_view::npos) return std::string(address);
  return "[" + std::string(address) + "](http://" + destination(address) + ")";
}

// What is read as the text itself. What stands around it decides about "_" inside a word.
std::string escaped(std::string_view text, WordInlinePlace place, bool is_marked) {
  std::vector<TextRange> asked = find_placeholders(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!asked.empty() && asked.front().offset == i) {  // It stays what it is: something to be filled in.
      out += text.substr(i, asked.front().length);
      i += asked.front().length - 1;
      asked.erase(asked.begin());
      continue;
    }
    const char before = i == 0 ? ' ' : text[i - 1];
    const bool is_inside = is_word_character(last_character(text.substr(0, i)));
    if (const std::string_view address = is_inside ? "" : address_in(text.substr(i)); !address.empty()) {
      const std::string_view behind = text.substr(i + address.size());
      const std::size_t end = std::min(behind.find_first_not_of(".,;:!?"), behind.size());
      const bool touches = is_marked || (before != ' ' && before != '(') || i == 0 || end == behind.size() ||
                           (behind[end] != ' ' && behind[end] != ')');
      out += place.in_link ? std::string(address) : written_address(address, touches);
      i += address.size() - 1;
      continue;
    }
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    const char after = i + 1 < text.size() ? text[i + 1] : ' ';
    bool is_sign = std::string_view("\\`*[]~").find(c) != std::string_view::npos;
    if (c == '_')
      is_sign = i == 0 || i + 1 == text.size() || is_ascii_sign(text[i - 1]) || text[i - 1] == ' ' ||
                is_ascii_sign(after) || after == ' ';
    if (c == '<') is_sign = after != ' ' && i + 1 != text.size();
    if (c == '&') is_sign = begins_entity(rest);
    if (c == '|') is_sign = place.in_cell;
    if (c == '{') is_sign = rest.starts_with("{{");
    if (is_sign) out += '\\';
    out += c;
    if (c == '{' && is_sign) out += text[++i];
  }
  return out;
}

// ---- forms --------------------------------------------------------------------------------------------------

std::string mark_of(const WordInline& each) {
  return std::string(each.struck ? "~~" : "") + (each.strong ? "**" : "") + (each.emphasis ? "*" : "");
}

// Blanks at the end of a form belong outside of it, and no two follow each other.
void put_blanks_outside(std::vector<Stretch>& line) {
  std::vector<Stretch> out;
  const auto add = [&](std::string text, const std::string& mark, bool is_break = false) {
    if (text.empty() && !is_break) return;
    if (!out.empty() && !is_break && !out.back().is_break && out.back().mark == mark)
      out.back().text += text;
    else
      out.push_back({std::move(text), mark, is_break});
  };
  for (const Stretch& each : line) {
    if (each.is_break) {
      add("", "", true);
      continue;
    }
    const std::string_view words = trim(each.text);
    if (words.empty()) {  // Between two stretches of one form it is a part of both.
      add(" ", out.empty() || out.back().is_break ? "" : out.back().mark);
      continue;
    }
    const std::size_t start = static_cast<std::size_t>(words.data() - each.text.data());
    if (start > 0) add(" ", !out.empty() && !out.back().is_break && out.back().mark == each.mark ? each.mark : "");
    add(std::string(words), each.mark);
    if (start + words.size() < each.text.size()) add(" ", each.mark);
  }
  line = std::move(out);
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' || !out.ends_with(' ')) out += c;
  return out;
}

// Whether the mark is read as one on both sides of these words.
bool can_be_marked(std::string_view words, std::string_view mark, char32_t before, char32_t after) {
  const auto is_sign = [](char32_t c) { return !is_word_character(c); };
  const char32_t first = first_character(words), last = last_character(words);
  // Of two kinds of marks, the inner one is a sign beside the outer one.
  const bool is_mixed = mark.starts_with('~') && mark.ends_with('*');
  const bool opens = (!is_sign(first) && !is_mixed) || is_white(before) || (before < 0x80 && is_sign(before));
  const bool closes = (!is_sign(last) && !is_mixed) || is_white(after) || (after < 0x80 && is_sign(after));
  return opens && closes;
}

std::string joined(const std::vector<Stretch>& line, bool on_one_line) {
  std::string out;
  bool was_marked = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Stretch& each = line[i];
    if (each.is_break) {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      if (!out.empty() && i + 1 < line.size()) out += on_one_line ? " " : "\\\n";
      was_marked = false;
      continue;
    }
    std::string_view words = each.text;
    if (out.empty() || out.back() == '\n' || out.back() == ' ')
      while (words.starts_with(' ')) words.remove_prefix(1);
    const std::string_view inner = trim(words);
    if (inner.empty()) {
      out += words;
      was_marked = false;
      continue;
    }
    const std::string_view blank = words.substr(static_cast<std::size_t>(inner.data() - words.data()) + inner.size());
    const char32_t after =
        !blank.empty() || i + 1 == line.size() || line[i + 1].is_break ? U' ' : first_character(line[i + 1].text);
    const char32_t before = out.empty() ? U' ' : last_character(out);
    // Two forms that touch would read each other's marks.
    const bool touches = was_marked && !is_white(before);
    const bool is_marked = !each.mark.empty() && !touches && can_be_marked(inner, each.mark, before, after);
    if (is_marked) {
      std::string closing(each.mark.rbegin(), each.mark.rend());
      out += each.mark + std::string(inner) + closing + std::string(blank);
    } else {
      out += words;
    }
    was_marked = is_marked && blank.empty();
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  if (out.ends_with('\\') && !out.ends_with("\\\\")) out.pop_back();
  return out;
}

std::string link(const WordInline& each, WordInlinePlace place, const WordInlineNeeds& needs) {
  const bool is_kept = needs.keeps_link(each) && !place.in_link;
  place.on_one_line = true;
  place.in_link = is_kept || place.in_link;
  const std::string words = word_inlines_markdown(each.inside, place, needs);
  if (!is_kept || words.empty()) return words;
  if (words == each.text) return "<" + each.text + ">";
  return "[" + words + "](" + destination(each.text) + ")";
}

}  // namespace

std::string word_inlines_markdown(const WordWords& words, WordInlinePlace place, const WordInlineNeeds& needs) {
  // Neighbours of one form are one text: what is a sign depends on what stands beside it.
  std::vector<WordInline> merged;
  for (const WordInline& each : words) {
    const bool is_more = !merged.empty() && each.kind == WordInline::Kind::words &&
                         merged.back().kind == WordInline::Kind::words && mark_of(merged.back()) == mark_of(each);
    if (is_more)
      merged.back().text += each.text;
    else
      merged.push_back(each);
  }
  std::vector<Stretch> line;
  for (const WordInline& each : merged) {
    switch (each.kind) {
      case WordInline::Kind::words:
        line.push_back({escaped(with_single_blanks(each.text), place, !mark_of(each).empty()), mark_of(each)});
        break;
      case WordInline::Kind::line_break: line.push_back({"", "", true}); break;
      case WordInline::Kind::link: line.push_back({link(each, place, needs), mark_of(each)}); break;
      case WordInline::Kind::image: line.push_back({needs.picture(each), ""}); break;
      case WordInline::Kind::note: line.push_back({needs.note(each), ""}); break;
    }
  }
  put_blanks_outside(line);
  return joined(line, place.on_one_line);
}

}  // namespace stoplicht
