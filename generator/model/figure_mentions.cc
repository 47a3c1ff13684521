#include "model/figure_mentions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/locale.h"
#include "base/text.h"
#include "model/numbers_in_text.h"

namespace stoplicht {
namespace {

constexpr double small = 100;           // Below it, numbers are met everywhere.
constexpr double closeness = 0.02;      // Of the figure.
constexpr std::size_t stem_length = 5;  // Words that begin alike are one word: trajecten, traject.

// The words of a text that tell something, folded.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (length_in_characters(word) >= 4) words.push_back(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (is_word_character(next_character(text, at)))
      word += fold_case(std::string(text.substr(start, at - start)));
    else
      end_word();
  }
  end_word();
  return words;
}

bool same_word(const std::string& a, const std::string& b) {
  if (a == b) return true;
  return a.size() >= stem_length && b.size() >= stem_length &&
         std::string_view(a).substr(0, stem_length) == std::string_view(b).substr(0, stem_length);
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t start = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
  return text.substr(start, std::min(text.find('\n', offset), text.size()) - start);
}

// What is said of a cell of a table: its row, and what stands at the top of its column.
std::string words_around_cell(std::string_view text, std::size_t offset) {
  const std::string_view row = line_at(text, offset);
  std::string_view top = row;
  while (top.data() > text.data()) {
    const std::string_view above = line_at(text, static_cast<std::size_t>(top.data() - text.data()) - 1);
    if (!above.starts_with('|')) break;
    top = above;
  }
  const std::size_t in_row = offset - static_cast<std::size_t>(row.data() - text.data());
  const auto column =
      static_cast<std::size_t>(std::count(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(in_row), '|'));
  const std::vector<std::string_view> heads = split(top, '|');
  return std::string(row) + " " + std::string(column < heads.size() ? heads[column] : "");
}

std::string words_around(std::string_view text, const TextRange& where) {
  if (line_at(text, where.offset).starts_with('|')) return words_around_cell(text, where.offset);
  const auto ends = [&](std::size_t i) {
    const char c = text[i];
    if (c == '\n') return true;
    return (c == '.' || c == '!' || c == '?') && i + 1 < text.size() && text[i + 1] == ' ';
  };
  std::size_t start = where.offset;
  while (start > 0 && !ends(start - 1)) --start;
  std::size_t end = where.offset + where.length;
  while (end < text.size() && !ends(end)) ++end;
  return std::string(text.substr(start, end - start));
}

bool says_about(std::string_view text, std::size_t offset) {
  constexpr std::array<std::string_view, 15> words{"ongeveer", "circa",  "ca.",    "ruim",   "bijna",
                                                   "rond",     "zo'n",   "zo’n",   "dan",    "minste",
                                                   "about",    "nearly", "almost", "around", "over"};
  std::string_view before = trim(text.substr(offset > 24 ? offset - 24 : 0, std::min<std::size_t>(offset, 24)));
  const std::size_t blank = before.rfind(' ');
  if (blank != std::string_view::npos) before.remove_prefix(blank + 1);
  const std::string word = fold_case(std::string(before));
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

// Two neighbours in the other order.
bool is_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::size_t first = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
         a.substr(first + 2) == b.substr(first + 2);
}

bool is_same(double a, double b) { return std::abs(a - b) < 1e-6 * std::max(1.0, std::abs(b)); }

// Looks at one number after the other.
class Search {
 public:
  Search(std::string_view text, const std::vector<KnownFigure>& figures, const std::vector<KnownFigure>& before)
      : text_(text), figures_(described(figures)), before_(described(before)) {}

  void look_at(const NumberInText& number, FigureMentions& found) {
    sentence_ = telling_words(words_around(text_, number.where));
    const bool tells_itself =
        !number.may_be_year && (number.unit != Unit::count || number.value >= small) && number.value != 0;
    std::vector<const Described*> all, meant;
    for (const Described& each : figures_) {
      if (each.figure->unit != number.unit || !is_same(each.figure->value, number.value)) continue;
      all.push_back(&each);
      if (is_named(each)) meant.push_back(&each);
    }
    // What the sentence names is meant, but for a share or a number of projects that happens to be the same.
    if (meant.empty() && tells_itself) meant = all;
    if (!meant.empty()) {
      FigureMention mention{number.where, {}};
      for (const Described* each : best(meant, number)) mention.paths.push_back(each->figure->path);
      found.equal.push_back(std::move(mention));
    } else if (all.empty() && !number.may_be_year && number.value != 0) {
      look_near(number, tells_itself, found);
    }
  }

 private:
  struct Described {
    const KnownFigure* figure = nullptr;
    std::vector<std::string> words;
  };

  static std::vector<Described> described(const std::vector<KnownFigure>& figures) {
    std::vector<Described> out;
    for (const KnownFigure& each : figures) out.push_back({&each, telling_words(each.about)});
    return out;
  }

  std::size_t names(const Described& each) const {
    return static_cast<std::size_t>(std::count_if(each.words.begin(), each.words.end(), [&](const std::string& word) {
      return std::any_of(sentence_.begin(), sentence_.end(), [&](const auto& other) { return same_word(word, other); });
    }));
  }
  bool is_named(const Described& each) const { return names(each) > 0; }

  // Those that share the most words with the sentence; of an amount and its rounded form, the one that is written so.
  std::vector<const Described*> best(const std::vector<const Described*>& all, const NumberInText& number) const {
    std::size_t most = 0;
    for (const Described* each : all) most = std::max(most, names(*each));
    const bool is_rounded = number.value >= 1e6 && digits_of(number.digits).size() < 6;
    std::vector<const Described*> out;
    for (const Described* each : all) {
      const std::string& path = each->figure->path;
      const bool has_both = std::any_of(all.begin(), all.end(), [&](const Described* other) {
        return other->figure->path == path + "|rounded" || other->figure->path + "|rounded" == path;
      });
      if (names(*each) == most && (!has_both || path.ends_with("|rounded") == is_rounded)) out.push_back(each);
    }
    return out;
  }

  void look_near(const NumberInText& number, bool tells_itself, FigureMentions& found) const {
    const auto tell = [&](NearFigure::Why why, const Described& each, std::string value) {
      found.near.push_back({number.where, why, each.figure->path, std::move(value)});
    };
    const std::string digits = digits_of(number.digits);
    for (const Described& each : figures_)
      if (each.figure->unit == number.unit && digits.size() > 1 && is_swapped(digits, digits_of(each.figure->text)) &&
          (is_named(each) || (tells_itself && digits.size() > 2)))
        return tell(NearFigure::Why::swapped, each, each.figure->text);
    for (const Described& each : before_) {
      if (each.figure->unit != number.unit || !is_same(each.figure->value, number.value) || !is_named(each)) continue;
      const Described* now = nullptr;
      for (const Described& other : figures_)
        if (other.figure->path == each.figure->path) now = &other;
      return tell(NearFigure::Why::before, each, now != nullptr ? now->figure->text : "");
    }
    for (const Described& each : figures_) {
      const double difference = std::abs(each.figure->value - number.value);
      if (each.figure->unit == number.unit && is_named(each) && !says_about(text_, number.where.offset) &&
          difference <= closeness * std::abs(each.figure->value))
        return tell(NearFigure::Why::close, each, each.figure->text);
    }
  }

  std::string_view text_;
  std::vector<Described> figures_, before_;
  std::vector<std::string> sentence_;
};

}  // namespace

FigureMentions find_figure_mentions(std::string_view markdown, const std::vector<KnownFigure>& figures,
                                    const std::vector<KnownFigure>& before, std::string_view language) {
  FigureMentions found;
  const std::string text = only_running_text(markdown);
  Search search(text, figures, before);
  for (const NumberInText& number : numbers_in_text(text, language)) search.look_at(number, found);
  return found;
}

FigureMentions find_figure_mentions(std::string_view markdown, const Site& site, const Period& period) {
  const Locale locale(site.language);
  const std::vector<KnownFigure> before =
      period.previous != nullptr ? known_figures(site, *period.previous, locale) : std::vector<KnownFigure>{};
  return find_figure_mentions(markdown, known_figures(site, period, locale), before, site.language);
}

void warn_of_near_figure(const NearFigure& near, std::string_view written, const std::string& before, Location where,
                         Diagnostics& diagnostics) {
  std::string message = "'" + std::string(written) + "' ";
  std::string hint = "look which of the two is right; where the figure is meant, write {{ " + near.path + " }}";
  switch (near.why) {
    case NearFigure::Why::swapped:
      message += "looks like " + near.path + " with two digits swapped: " + near.value;
      break;
    case NearFigure::Why::close: message += "is nearly " + near.path + ": " + near.value; break;
    case NearFigure::Why::before:
      message += "is " + near.path + " of period " + before + "; in this one it is " +
                 (near.value.empty() ? "not known" : near.value);
      hint = "where the earlier period is meant, write {{ " + before + ": " + near.path + " }}";
      break;
  }
  diagnostics.warning("letter-figure", std::move(where), std::move(message), std::move(hint));
}

std::string with_figures(std::string_view markdown, const std::vector<FigureMention>& mentions) {
  std::string out;
  std::size_t taken = 0;
  for (const FigureMention& each : mentions) {
    if (each.paths.size() != 1) continue;
    out += markdown.substr(taken, each.where.offset - taken);
    // In a table a bar would end the cell.
    const std::size_t line = markdown.rfind('\n', each.where.offset) + 1;
    std::string path = each.paths.front();
    const std::size_t bar = path.find('|');
    if (bar != std::string::npos && markdown.substr(line).starts_with('|')) path.insert(bar, "\\");
    out += "{{ " + path + " }}";
    taken = each.where.offset + each.where.length;
  }
  return out + std::string(markdown.substr(taken));
}

}  // namespace stoplicht
