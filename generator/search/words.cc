#include "search/words.h"

#include <array>

#include "base/locale.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_form = 60;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

struct Range {
  char32_t first, last;
};

template <std::size_t n>
bool is_in(char32_t c, const std::array<Range, n>& ranges) {
  for (const Range& range : ranges)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

// Fixed here, and not asked of a library: versions of Unicode differ, and both sides must agree for ever.
bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= U'a' && c <= U'z');
  if (c < 0xB5) return false;
  static constexpr std::array<Range, 17> separators{{{0xB6, 0xBF},
                                                     {0xD7, 0xD7},
                                                     {0xF7, 0xF7},
                                                     {0x2B9, 0x2FF},
                                                     {0x55A, 0x55F},
                                                     {0x589, 0x58A},
                                                     {0x5BE, 0x5BE},
                                                     {0x60C, 0x60D},
                                                     {0x61B, 0x61F},
                                                     {0x66A, 0x66D},
                                                     {0x6D4, 0x6D4},
                                                     {0x964, 0x965},
                                                     {0x2000, 0x2BFF},
                                                     {0x2E00, 0x2E7F},
                                                     {0x3000, 0x3004},
                                                     {0x3008, 0x3030},
                                                     {0xD800, 0xF8FF}}};
  return c < 0xFE00 && !is_in(c, separators);
}

bool is_apostrophe(char32_t c) {
  return c == 0x27 || c == 0x60 || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0x2032;
}

bool is_hyphen(char32_t c) {
  return c == 0x2D || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

bool is_invisible(char32_t c) {
  static constexpr std::array<Range, 7> invisible{{{0xAD, 0xAD},
                                                   {0x200B, 0x200F},
                                                   {0x202A, 0x202E},
                                                   {0x2060, 0x2060},
                                                   {0x2066, 0x2069},
                                                   {0xFE00, 0xFE0F},
                                                   {0xFEFF, 0xFEFF}}};
  return is_in(c, invisible);
}

// Letters that newer versions of Unicode gave capitals to, which not every browser knows: they separate.
bool is_too_new(char32_t c) { return (c >= 0x1C89 && c <= 0x1C8F) || (c >= 0xA7CB && c <= 0xA7F1); }

// A folded character, and which character of the text it comes from.
struct Unit {
  char32_t character;
  std::size_t begin, end;
};

std::vector<Unit> folded(std::string_view text) {
  std::vector<Unit> out;
  out.reserve(text.size());
  std::u32string several;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (c >= U'A' && c <= U'Z') {
      out.push_back({c - U'A' + U'a', begin, at});
    } else if (is_apostrophe(c)) {
      out.push_back({U'\'', begin, at});
    } else if (is_hyphen(c)) {
      out.push_back({U'-', begin, at});
    } else if (is_too_new(c)) {
      out.push_back({U' ', begin, at});
    } else if (c < 0x80) {
      out.push_back({c, begin, at});
    } else if (!is_invisible(c)) {
      several.clear();
      append_search_fold(c, several);
      for (const char32_t each : several) out.push_back({each, begin, at});
    }
  }
  return out;
}

// The number of digits from `at` on.
std::size_t digits_from(const std::u32string& piece, std::size_t at) {
  std::size_t count = 0;
  while (at + count < piece.size() && is_digit(piece[at + count])) ++count;
  return count;
}

// A piece of a word with its numbers in one form: "41.400,50" becomes "41400.50".
std::u32string with_plain_numbers(const std::u32string& piece) {
  std::u32string out;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (piece[i] != U'.' && piece[i] != U',') {
      out += piece[i];
      continue;
    }
    const std::size_t count = digits_from(piece, i + 1);
    if (count == 3) continue;
    const bool is_last = i + 1 + count == piece.size();
    if (is_last && piece.find_first_not_of(U'0', i + 1) == std::u32string::npos) break;
    out += U'.';
  }
  return out;
}

std::string form_of(std::u32string_view characters) {
  std::string out;
  for (const char32_t c : characters.substr(0, longest_form)) append_character(out, c);
  return out;
}

bool all_digits(const std::u32string& piece) {
  for (const char32_t c : piece)
    if (!is_digit(c)) return false;
  return true;
}

bool no_digits(const std::u32string& piece) {
  for (const char32_t c : piece)
    if (is_digit(c)) return false;
  return true;
}

void add_word(const std::vector<std::u32string>& pieces, std::size_t begin, std::size_t end,
              std::vector<SearchWord>& out) {
  SearchWord word;
  word.begin = begin;
  word.end = end;
  if (pieces.size() == 1) {
    word.form = form_of(pieces.front());
  } else {
    std::u32string joined;
    bool numbers = true;  // A range of numbers: "2019-2021".
    for (const std::u32string& piece : pieces) {
      joined += piece;
      numbers = numbers && all_digits(piece);
    }
    word.form = form_of(joined);
    for (const std::u32string& piece : pieces) {
      const bool is_year = piece.size() == 4 && all_digits(piece);
      if (numbers || is_year || (piece.size() >= 2 && no_digits(piece))) word.parts.push_back(form_of(piece));
    }
  }
  out.push_back(std::move(word));
}

// The words of a stretch without blanks, which stands at `offset` of the text.
void add_words(std::string_view stretch, std::size_t offset, std::vector<SearchWord>& out) {
  const std::vector<Unit> units = folded(stretch);
  const auto at = [&](std::size_t i) { return i < units.size() ? units[i].character : U' '; };
  std::vector<std::u32string> pieces;
  for (std::size_t i = 0; i < units.size();) {
    if (!is_letter_or_digit(at(i))) {
      ++i;
      continue;
    }
    const std::size_t first = i;
    pieces.assign(1, {});
    for (;; ++i) {
      const char32_t c = at(i);
      if (is_letter_or_digit(c)) {
        pieces.back() += c;
        continue;
      }
      const char32_t before = at(i - 1), after = at(i + 1);
      if (i + 1 >= units.size() || !is_letter_or_digit(after)) break;
      const bool between_digits = is_digit(before) && is_digit(after);
      if (c == U'\'') continue;
      if (c == U'-' || (c == U'/' && between_digits)) {
        pieces.emplace_back();
      } else if ((c == U'.' || c == U',') && between_digits) {
        pieces.back() += c;
      } else {
        break;
      }
    }
    for (std::u32string& piece : pieces) piece = with_plain_numbers(piece);
    add_word(pieces, offset + units[first].begin, offset + units[i - 1].end, out);
  }
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Signs that never join: what stands around most words.
bool is_plain_sign(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '?' || c == '!';
}

// Most words are letters with a sign before or behind them: for these nothing has to be folded. False for others.
bool add_plain_word(std::string_view stretch, std::size_t offset, std::vector<SearchWord>& out) {
  std::size_t begin = 0, end = stretch.size();
  while (begin < end && is_plain_sign(stretch[begin])) ++begin;
  while (end > begin && is_plain_sign(stretch[end - 1])) --end;
  if (end - begin > longest_form) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (!is_plain_letter(stretch[i])) return false;
  if (begin == end) return true;
  SearchWord& word = out.emplace_back();
  word.form = stretch.substr(begin, end - begin);
  for (char& c : word.form) c = static_cast<char>(c | 0x20);
  word.begin = offset + begin;
  word.end = offset + end;
  return true;
}

}  // namespace

std::vector<SearchWord> search_words(std::string_view text) {
  std::vector<SearchWord> out;
  out.reserve(text.size() / 6);
  for (std::size_t begin = 0; begin < text.size();) {
    if (is_blank(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && !is_blank(text[end])) ++end;
    const std::string_view stretch = text.substr(begin, end - begin);
    if (!add_plain_word(stretch, begin, out)) add_words(stretch, begin, out);
    begin = end;
  }
  return out;
}

}  // namespace stoplicht
