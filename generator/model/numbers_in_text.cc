#include "model/numbers_in_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "base/locale.h"
#include "base/text.h"
#include "base/written_date.h"
#include "model/figure_marks.h"
#include "model/written_number.h"

namespace stoplicht {
namespace {

constexpr std::string_view no_break = "\xC2\xA0";
constexpr std::string_view euro_sign = "€";

// The blanks that the text begins with, plain ones and those that do not break.
std::size_t blanks_at(std::string_view text) {
  std::size_t length = 0;
  while (true) {
    if (text.substr(length).starts_with(' '))
      length += 1;
    else if (text.substr(length).starts_with(no_break))
      length += no_break.size();
    else
      return length;
  }
}

std::size_t blanks_before(std::string_view text, std::size_t at) {
  const std::size_t end = at;
  while (true) {
    if (text.substr(0, at).ends_with(' '))
      at -= 1;
    else if (text.substr(0, at).ends_with(no_break))
      at -= no_break.size();
    else
      return end - at;
  }
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return U' ';
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return next_character(text, start);
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_character(text, at) : U' ';
}

// The word that begins here, and the one that ends here.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t next = end;
    if (!is_word_character(next_character(text, next))) break;
    end = next;
  }
  return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  at -= blanks_before(text, at);
  std::size_t start = at;
  while (start > 0) {
    std::size_t before = start - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    std::size_t next = before;
    const char32_t c = next_character(text, next);
    if (!is_word_character(c) && c != '.') break;
    start = before;
  }
  return text.substr(start, at - start);
}

class Scan {
 public:
  Scan(std::string_view text, std::string_view language) : text_(text), language_(language) {}

  std::vector<NumberInText> all() {
    std::vector<NumberInText> found;
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_digit(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      if (const auto number = read(at, end)) found.push_back(*number);
      // The rest of what it is a part of is no number either.
      while (end < text_.size() &&
             (is_digit(text_[end]) || (is_joint(text_[end]) && end + 1 < text_.size() && is_digit(text_[end + 1]))))
        ++end;
      at = std::max(end, at + 1);
    }
    return found;
  }

 private:
  static bool is_joint(char c) { return c == '.' || c == ',' || c == '-' || c == '/' || c == ':'; }

  // The number from `at`; `end` is set behind its digits when there is one that can be read.
  std::optional<NumberInText> read(std::size_t at, std::size_t& end) const {
    const auto written = number_at_start(text_.substr(at), language_);
    if (!written) return std::nullopt;
    end = at + written->length;
    NumberInText number;
    number.digits = text_.substr(at, written->length);
    if (!stands_alone(at, end) || (written->first_digits > 1 && text_[at] == '0')) return std::nullopt;
    number.value = written->value;
    std::size_t start = at, stop = end;
    read_unit(number, start, stop);
    const bool is_plain = !written->has_groups && !written->has_decimals && start == at && stop == end;
    number.may_be_year = is_plain && written->first_digits == 4 && number.value >= 1900 && number.value < 2100;
    if (is_plain && is_part_of_something(at, end, written->first_digits)) return std::nullopt;
    number.where = {start, stop - start};
    return number;
  }

  // No letter, sign or other number touches it.
  bool stands_alone(std::size_t at, std::size_t end) const {
    const char32_t before = character_before(text_, at);
    if (is_word_character(before) || std::u32string_view(U"-–‑/.,:#^_@=&+'’").find(before) != std::u32string_view::npos)
      return false;
    const char32_t after = character_at(text_, end);
    if (is_word_character(after) || after == '_' || after == '@') return false;
    const std::string_view rest = text_.substr(end);
    if (rest.size() < 2 || !is_joint(rest[0])) return !rest.starts_with("–") || !is_digit(character(rest, 3));
    if (rest[0] == '-' || rest[0] == '/') return !is_word_character(character_at(rest, 1));
    return !is_digit(rest[1]);
  }

  static char character(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : ' '; }

  void read_unit(NumberInText& number, std::size_t& start, std::size_t& stop) const {
    const std::size_t gap = blanks_before(text_, start);
    const std::string_view before = text_.substr(0, start - gap);
    for (const std::string_view sign : {euro_sign, std::string_view("EUR"), std::string_view("euro ")})
      if (before.ends_with(sign)) {
        number.unit = Unit::euro;
        start -= gap + sign.size();
        break;
      }
    // "€ 41.400,-"
    for (const std::string_view whole : {",--", ",-", ",–", ".-", ".–"})
      if (number.unit == Unit::euro && text_.substr(stop).starts_with(whole)) {
        stop += whole.size();
        return;
      }
    read_scale(number, stop);
    const std::size_t at = stop + blanks_at(text_.substr(stop));
    if (number.unit == Unit::count && text_.substr(at).starts_with('%')) {
      number.unit = Unit::percent;
      stop = at + 1;
      return;
    }
    const std::string word = fold_case(std::string(word_at(text_, at)));
    if (number.unit == Unit::count && (word == "procent" || word == "percent")) {
      number.unit = Unit::percent;
      stop = at + word.size();
    } else if (number.unit == Unit::count && (word == "euro" || word == "euros")) {
      number.unit = Unit::euro;
      stop = at + word.size();
    }
  }

  void read_scale(NumberInText& number, std::size_t& stop) const {
    struct Scale {
      std::string_view word;
      double factor;
    };
    constexpr std::array<Scale, 9> scales{{{"miljoen", 1e6},
                                           {"miljard", 1e9},
                                           {"mln", 1e6},
                                           {"mld", 1e9},
                                           {"million", 1e6},
                                           {"billion", 1e9},
                                           {"duizend", 1e3},
                                           {"thousand", 1e3},
                                           {"m", 1e6}}};
    const std::size_t at = stop + blanks_at(text_.substr(stop));
    const std::string_view written = word_at(text_, at);
    const std::string word = fold_case(std::string(written));
    for (const Scale& each : scales) {
      if (word != each.word || (word == "m" && number.unit != Unit::euro)) continue;
      number.value = std::round(number.value * each.factor * 100) / 100;
      stop = at + written.size();
      if (word.starts_with("ml") && text_.substr(stop).starts_with('.')) ++stop;
      return;
    }
  }

  // Of a date, a postal code, a telephone number, or what has this as its number.
  bool is_part_of_something(std::size_t at, std::size_t end, std::size_t length) const {
    constexpr std::array<std::string_view, 26> named{
        "artikel",  "art.",    "bijlage", "bijlagen",   "pagina",  "blz.",     "p.",        "nummer",    "nr.",
        "noot",     "lid",     "week",    "kwartaal",   "q",       "fase",     "hoofdstuk", "paragraaf", "tel.",
        "telefoon", "postbus", "stap",    "beslispunt", "article", "appendix", "page",      "kenmerk"};
    const std::size_t next = end + blanks_at(text_.substr(end));
    const std::string_view after = word_at(text_, next);
    if (month_of(after) != 0 && after.size() > 2) return true;
    const std::string before = fold_case(std::string(word_before(text_, at)));
    if (std::find(named.begin(), named.end(), before) != named.end()) return true;
    if (length <= 2 && month_of(before) != 0) return true;  // "October 18, 2023"
    const bool is_postal =
        length == 4 && after.size() == 2 && after[0] >= 'A' && after[0] <= 'Z' && after[1] >= 'A' && after[1] <= 'Z';
    return is_postal;
  }

  std::string_view text_, language_;
};

void blank_out(std::string& text, std::size_t from, std::size_t end) {
  for (std::size_t i = from; i < std::min(end, text.size()); ++i)
    if (text[i] != '\n') text[i] = ' ';
}

// "[^1]", "](kaart.png)", "`code`", "<https://…>"
void blank_out_pieces(std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escaped = backslashes_before(text, i) % 2 != 0;
    if (is_escaped) continue;
    const std::string_view rest = std::string_view(text).substr(i);
    const auto until = [&](std::string_view end) {
      const std::size_t found = rest.find(end);
      const std::size_t line = rest.find('\n');
      return found < line ? i + found + end.size() : i;
    };
    std::size_t end = i;
    if (rest.starts_with("[^")) end = until("]");
    if (rest.starts_with("](")) end = until(")");
    if (rest.starts_with("<")) end = until(">");
    if (rest.starts_with("`")) {
      const std::size_t ticks = std::min(rest.find_first_not_of('`'), rest.size());
      const std::size_t found = rest.find(std::string(ticks, '`'), ticks);
      end = found == std::string_view::npos ? i : i + found + ticks;
    }
    blank_out(text, i, end);
  }
}

}  // namespace

std::vector<NumberInText> numbers_in_text(std::string_view text, std::string_view language) {
  return Scan(text, language).all();
}

std::string only_running_text(std::string_view markdown) {
  std::string text(markdown);
  for (const TextRange& each : find_placeholders(markdown)) blank_out(text, each.offset, each.offset + each.length);
  for (const FigureMark& each : find_figures(markdown)) blank_out(text, each.offset, each.offset + each.length);
  blank_out_pieces(text);
  std::size_t start = 0;
  for (const std::string_view line : split(markdown, '\n')) {  // "## 1. Aanleiding", "1. ", "1\. "
    const std::size_t from = std::min(line.find_first_not_of(" #>"), line.size());
    std::size_t end = std::min(line.find_first_not_of("0123456789.", from), line.size());
    while (end < line.size() && (line[end] == '\\' || line[end] == '.' || line[end] == ')')) ++end;
    const bool is_number =
        end > from && (line[end - 1] == '.' || line[end - 1] == ')' || (line.starts_with('#') && end - from <= 2));
    if (is_number && (end == line.size() || line[end] == ' ')) blank_out(text, start + from, start + end);
    start += line.size() + 1;
  }
  return text;
}

}  // namespace stoplicht
