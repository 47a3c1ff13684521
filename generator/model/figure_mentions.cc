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

// The words of a text, folded; with `telling`, those of names only that are no "van" or "het": abbreviations and words
// of four characters.
std::vector<std::string> single_words(std::string_view text, bool telling) {
  std::vector<std::string> words;
  std::string word;
  int capitals = 0;
  const auto end_word = [&] {
    if (!word.empty() && (!telling || capitals > 1 || length_in_characters(word) >= 4)) words.push_back(word);
    word.clear();
    capitals = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t character = next_character(text, at);
    if (!is_word_character(character)) {
      end_word();
      continue;
    }
    word += fold_case(text.substr(start, at - start));
    if (is_capital(character)) ++capitals;
  }
  end_word();
  return words;
}

// Of a sentence about what is to be reached, not what was.
bool is_word_of_targets(std::string_view word) {
  constexpr std::array<std::string_view, 11> whole{"doel", "doelen", "moet", "moeten", "wil",   "willen",
                                                   "goal", "goals",  "aim",  "aims",   "should"};
  constexpr std::array<std::string_view, 9> starts{"doelstelling", "streef", "streven",  "afgesproken", "verwacht",
                                                   "prognose",     "target", "forecast", "expected"};
  return std::find(whole.begin(), whole.end(), word) != whole.end() ||
         std::any_of(starts.begin(), starts.end(), [&](std::string_view each) { return word.starts_with(each); });
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
    sentence_ = single_words(words_around(text_, number.where), false);
    const bool tells_itself =
        !number.may_be_year && (number.unit != Unit::count || number.value >= small) && number.value != 0;
    const std::vector<const Described*> all = equal_to(number);
    if (all.empty()) {
      if (!number.may_be_year && number.value != 0) look_near(number, tells_itself, found);
      return;
    }
    const bool is_for_councils =
        std::all_of(all.begin(), all.end(), [](const Described* each) { return each->figure->is_of_council; });
    if (is_for_councils || (!tells_itself && !is_named(*all.front()))) return;
    FigureMention mention{number.where, {}, all.size() == 1 && is_named(*all.front()) && suits(*all.front()->figure)};
    for (const Described* each : all) mention.paths.push_back(each->figure->path);
    found.equal.push_back(std::move(mention));
  }

 private:
  struct Described {
    const KnownFigure* figure = nullptr;
    std::vector<std::string> words, apart;
  };

  static std::vector<Described> described(const std::vector<KnownFigure>& figures) {
    std::vector<Described> out;
    for (const KnownFigure& each : figures) {
      out.push_back({&each, single_words(each.about, true), single_words(each.apart, true)});
      // "Verwachte instroom" is not what every sentence with "verwacht" is about.
      std::erase_if(out.back().words, is_word_of_targets);
    }
    return out;
  }

  std::size_t shared(const std::vector<std::string>& words) const {
    return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
      return std::any_of(sentence_.begin(), sentence_.end(), [&](const auto& other) { return same_word(word, other); });
    }));
  }
  bool is_named(const Described& each) const { return shared(each.words) > 0; }

  // Whether the sentence speaks of targets where the figure is one, and of what was reached where it is that.
  bool suits(const KnownFigure& figure) const {
    const bool speaks_of_targets = std::any_of(sentence_.begin(), sentence_.end(), is_word_of_targets);
    return figure.sort == KnownFigure::Sort::other || (figure.sort == KnownFigure::Sort::target) == speaks_of_targets;
  }

  // The figures with the value: first those that share the most words with the sentence. Of an amount and its rounded
  // form, the one that is written so: those are one figure.
  std::vector<const Described*> equal_to(const NumberInText& number) const {
    std::vector<const Described*> all;
    for (const Described& each : figures_)
      if (each.figure->unit == number.unit && is_same(each.figure->value, number.value)) all.push_back(&each);
    const bool is_rounded = number.value >= 1e6 && digits_of(number.digits).size() < 6;
    std::vector<const Described*> out;
    for (const Described* each : all) {
      const std::string& path = each->figure->path;
      const bool has_both = std::any_of(all.begin(), all.end(), [&](const Described* other) {
        return other->figure->path == path + "|rounded" || other->figure->path + "|rounded" == path;
      });
      if (!has_both || path.ends_with("|rounded") == is_rounded) out.push_back(each);
    }
    const auto closeness_of = [&](const Described* each) {
      const std::size_t names = shared(each->words);
      return names == 0 ? 0 : names + shared(each->apart);
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const Described* a, const Described* b) { return closeness_of(a) > closeness_of(b); });
    return out;
  }

  void look_near(const NumberInText& number, bool tells_itself, FigureMentions& found) const {
    const auto tell = [&](NearFigure::Why why, const Described& each, std::string value) {
      found.near.push_back({number.where, why, each.figure->path, std::move(value)});
    };
    const std::string digits = digits_of(number.digits);
    for (const Described& each : figures_)
      if (!each.figure->is_of_council && each.figure->unit == number.unit && digits.size() > 1 &&
          is_swapped(digits, digits_of(each.figure->text)) && (is_named(each) || (tells_itself && digits.size() > 2)))
        return tell(NearFigure::Why::swapped, each, each.figure->text);
    for (const Described& each : before_) {
      if (each.figure->is_of_council || each.figure->unit != number.unit ||
          !is_same(each.figure->value, number.value) || !is_named(each))
        continue;
      const Described* now = nullptr;
      for (const Described& other : figures_)
        if (other.figure->path == each.figure->path) now = &other;
      return tell(NearFigure::Why::before, each, now != nullptr ? now->figure->text : "");
    }
    for (const Described& each : figures_) {
      const double difference = std::abs(each.figure->value - number.value);
      if (!each.figure->is_of_council && each.figure->unit == number.unit && is_named(each) &&
          !says_about(text_, number.where.offset) && difference <= closeness * std::abs(each.figure->value))
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
    if (!each.is_sure) continue;
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
