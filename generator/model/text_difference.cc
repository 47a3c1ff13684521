#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>

#include "model/changes.h"

// Aligns two texts from coarse to fine: what is the same in a coarse way is not looked into, what is not is cut finer.
namespace stoplicht {
namespace {

enum class Grain { paragraphs, sentences, words };

// A part of a text with the white space before it. The last of a text may be white space only.
struct TextUnit {
  std::string_view space, body;
};

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::size_t end_of_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Whether a unit ends before the white space from `from` to `until`; something stands before it.
bool ends_at(Grain grain, std::string_view text, std::size_t from, std::size_t until) {
  const std::string_view space = text.substr(from, until - from);
  const bool line_end = space.find('\n') != std::string_view::npos;
  switch (grain) {
    case Grain::paragraphs: return line_end && space.find('\n', space.find('\n') + 1) != std::string_view::npos;
    case Grain::sentences: return line_end || std::string_view(".!?:").find(text[from - 1]) != std::string_view::npos;
    case Grain::words: return true;
  }
  return true;
}

std::vector<TextUnit> cut(std::string_view text, Grain grain) {
  std::vector<TextUnit> units;
  std::size_t start = 0;
  std::size_t body = end_of_space(text, 0);
  for (std::size_t at = body; at < text.size();) {
    if (!is_space(text[at])) {
      ++at;
      continue;
    }
    const std::size_t next = end_of_space(text, at);
    if (next == text.size() || ends_at(grain, text, at, next)) {
      units.push_back({text.substr(start, body - start), text.substr(body, at - body)});
      start = at;
      body = next;
    }
    at = next;
  }
  if (start < text.size()) units.push_back({text.substr(start, body - start), text.substr(body)});
  return units;
}

using Numbers = std::span<const std::uint32_t>;  // Units by number: the same number, the same body.

struct Match {
  std::size_t before, after;
};

// Finds units that are the same on both sides, in order.
class Alignment {
 public:
  // `weights`: by number, what it is worth that a unit stays.
  Alignment(const std::vector<std::uint32_t>& weights, std::int64_t& budget) : weights_(weights), budget_(budget) {}

  std::vector<Match> of(Numbers before, Numbers after) {
    align(before, after, 0, 0, deepest);
    return std::move(matches_);
  }

 private:
  static constexpr int deepest = 16;
  static constexpr std::size_t largest_table = 250'000;

  void align(Numbers a, Numbers b, std::size_t at_a, std::size_t at_b, int depth) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
      matches_.push_back({at_a++, at_b++});
      a = a.subspan(1);
      b = b.subspan(1);
    }
    std::size_t tail = 0;
    while (tail < a.size() && tail < b.size() && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    const Numbers inner_a = a.first(a.size() - tail);
    const Numbers inner_b = b.first(b.size() - tail);
    if (!inner_a.empty() && !inner_b.empty()) align_inner(inner_a, inner_b, at_a, at_b, depth);
    for (std::size_t i = 0; i < tail; ++i) matches_.push_back({at_a + inner_a.size() + i, at_b + inner_b.size() + i});
  }

  void align_inner(Numbers a, Numbers b, std::size_t at_a, std::size_t at_b, int depth) {
    const std::size_t cells = (a.size() + 1) * (b.size() + 1);
    if (a.size() < largest_table && b.size() < largest_table && cells <= largest_table &&
        budget_ >= static_cast<std::int64_t>(cells)) {
      budget_ -= static_cast<std::int64_t>(cells);
      align_best(a, b, at_a, at_b);
    } else if (depth > 0) {
      align_by_anchors(a, b, at_a, at_b, depth);
    }
  }

  // The heaviest common subsequence.
  void align_best(Numbers a, Numbers b, std::size_t at_a, std::size_t at_b) {
    const std::size_t width = b.size() + 1;
    std::vector<std::uint32_t> best((a.size() + 1) * width, 0);  // Of what is left from (i, j) on.
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t j = b.size(); j-- > 0;) {
        std::uint32_t& cell = best[i * width + j];
        cell = std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
        if (a[i] == b[j]) cell = std::max(cell, best[(i + 1) * width + j + 1] + weights_[a[i]]);
      }
    }
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i] == b[j] && best[i * width + j] == best[(i + 1) * width + j + 1] + weights_[a[i]]) {
        matches_.push_back({at_a + i++, at_b + j++});
      } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  // Units that stand once on either side hold the rest in place (the patience method): its longest ascending run.
  void align_by_anchors(Numbers a, Numbers b, std::size_t at_a, std::size_t at_b, int depth) {
    struct Count {
      std::size_t in_a = 0, in_b = 0, place_b = 0;
    };
    std::unordered_map<std::uint32_t, Count> counts;
    for (const std::uint32_t unit : a) ++counts[unit].in_a;
    for (std::size_t j = 0; j < b.size(); ++j) {
      Count& count = counts[b[j]];
      ++count.in_b;
      count.place_b = j;
    }
    std::vector<Match> once;
    for (std::size_t i = 0; i < a.size(); ++i)
      if (const Count& count = counts[a[i]]; count.in_a == 1 && count.in_b == 1) once.push_back({i, count.place_b});
    std::size_t from_a = 0;
    std::size_t from_b = 0;
    for (const Match& anchor : ascending(once)) {
      align(a.subspan(from_a, anchor.before - from_a), b.subspan(from_b, anchor.after - from_b), at_a + from_a,
            at_b + from_b, depth - 1);
      matches_.push_back({at_a + anchor.before, at_b + anchor.after});
      from_a = anchor.before + 1;
      from_b = anchor.after + 1;
    }
    if (from_a == 0) return;  // Nothing holds: what is there is not looked into further.
    align(a.subspan(from_a), b.subspan(from_b), at_a + from_a, at_b + from_b, depth - 1);
  }

  static std::vector<Match> ascending(const std::vector<Match>& matches) {
    std::vector<std::size_t> piles;                            // The match that ends the best run of each length.
    std::vector<std::size_t> under(matches.size(), SIZE_MAX);  // The match before it in its run.
    for (std::size_t i = 0; i < matches.size(); ++i) {
      const auto pile =
          std::lower_bound(piles.begin(), piles.end(), matches[i].after,
                           [&](std::size_t top, std::size_t place) { return matches[top].after < place; });
      if (pile != piles.begin()) under[i] = *(pile - 1);
      if (pile == piles.end()) {
        piles.push_back(i);
      } else {
        *pile = i;
      }
    }
    std::vector<Match> run;
    for (std::size_t i = piles.empty() ? SIZE_MAX : piles.back(); i != SIZE_MAX; i = under[i])
      run.push_back(matches[i]);
    std::reverse(run.begin(), run.end());
    return run;
  }

  const std::vector<std::uint32_t>& weights_;
  std::int64_t& budget_;
  std::vector<Match> matches_;
};

// Pieces in the making: within a stretch that differs what is removed comes before what is added.
class Pieces {
 public:
  void same(std::string_view text) {
    if (text.empty()) return;
    settle();
    append(TextPiece::Kind::same, text);
  }
  void replace(std::string_view removed, std::string_view added) {
    removed_ += removed;
    added_ += added;
  }
  std::vector<TextPiece> take() {
    settle();
    for (std::size_t i = 1; i + 1 < pieces_.size(); ++i) slide(pieces_[i - 1], pieces_[i], pieces_[i + 1]);
    return std::move(pieces_);
  }

 private:
  // Numbers that were put between others, or taken away, come with the white space behind them: a whole paragraph, and
  // not the end of one with the beginning of the next.
  static void slide(TextPiece& before, TextPiece& piece, TextPiece& after) {
    const bool alone = piece.kind != TextPiece::Kind::same && before.kind == TextPiece::Kind::same &&
                       after.kind == TextPiece::Kind::same;
    const std::string space = piece.text.substr(0, end_of_space(piece.text, 0));
    if (!alone || space.size() == piece.text.size() || space.size() >= after.text.size() ||
        !after.text.starts_with(space))
      return;
    before.text += space;
    piece.text = piece.text.substr(space.size()) + space;
    after.text.erase(0, space.size());
  }

  // White space that both begin or end with stays: a word is what differs.
  void settle() {
    std::string_view removed = removed_;
    std::string_view added = added_;
    std::size_t head = 0;
    while (head < removed.size() && head < added.size() && removed[head] == added[head] && is_space(added[head]))
      ++head;
    append(TextPiece::Kind::same, removed.substr(0, head));
    removed.remove_prefix(head);
    added.remove_prefix(head);
    std::size_t tail = 0;
    while (tail < removed.size() && tail < added.size() &&
           removed[removed.size() - 1 - tail] == added[added.size() - 1 - tail] &&
           is_space(added[added.size() - 1 - tail])) {
      ++tail;
    }
    append(TextPiece::Kind::removed, removed.substr(0, removed.size() - tail));
    append(TextPiece::Kind::added, added.substr(0, added.size() - tail));
    append(TextPiece::Kind::same, removed.substr(removed.size() - tail));
    removed_.clear();
    added_.clear();
  }
  void append(TextPiece::Kind kind, std::string_view text) {
    if (text.empty()) return;
    if (pieces_.empty() || pieces_.back().kind != kind) pieces_.push_back({kind, {}});
    pieces_.back().text += text;
  }

  std::vector<TextPiece> pieces_;
  std::string removed_, added_;
};

// From the beginning of one view to the end of another, later one of the same text.
std::string_view stretch(const std::vector<TextUnit>& units, std::size_t from, std::size_t until) {
  if (from == until) return {};
  const char* begin = units[from].space.data();
  const std::string_view last = units[until - 1].body;
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

// Drops words that stayed by chance, such as "de" amid a sentence that was written anew: runs of matches shorter than
// what differs on both sides of them.
void drop_chance_matches(const std::vector<TextUnit>& before, const std::vector<TextUnit>& after,
                         std::vector<Match>& matches) {
  struct Run {
    std::size_t first, last;  // In `matches`.
    std::size_t length = 0;   // In bytes.
    std::size_t gap = 0;      // What differs before it.
  };
  const auto length = [](const std::vector<TextUnit>& units, std::size_t from, std::size_t until) {
    std::size_t out = 0;
    for (std::size_t i = from; i < until; ++i) out += units[i].body.size();
    return out;
  };
  std::vector<Run> runs;
  std::size_t a = 0;
  std::size_t b = 0;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Match& match = matches[i];
    const std::size_t gap = std::max(length(before, a, match.before), length(after, b, match.after));
    if (gap == 0 && !runs.empty() && match.before == a && match.after == b) {
      runs.back().last = i;
    } else {
      runs.push_back({i, i, 0, gap});
    }
    runs.back().length += before[match.before].body.size();
    a = match.before + 1;
    b = match.after + 1;
  }
  const std::size_t end_gap = std::max(length(before, a, before.size()), length(after, b, after.size()));
  std::vector<Run> kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Run run = runs[i];
    // With a run dropped its neighbours' differences become one; look back while that makes others too short.
    const std::size_t next_gap = i + 1 < runs.size() ? runs[i + 1].gap : end_gap;
    if (run.length <= run.gap && run.length <= next_gap) {
      if (i + 1 < runs.size()) runs[i + 1].gap += run.gap + run.length;
      continue;
    }
    kept.push_back(run);
  }
  std::vector<Match> out;
  for (const Run& run : kept)
    out.insert(out.end(), matches.begin() + static_cast<std::ptrdiff_t>(run.first),
               matches.begin() + static_cast<std::ptrdiff_t>(run.last) + 1);
  matches = std::move(out);
}

void compare_texts(std::string_view before, std::string_view after, Grain grain, std::int64_t& budget, Pieces& pieces) {
  const std::vector<TextUnit> units_before = cut(before, grain);
  const std::vector<TextUnit> units_after = cut(after, grain);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  std::vector<std::uint32_t> weights;
  const auto numbered = [&](const std::vector<TextUnit>& units) {
    std::vector<std::uint32_t> out;
    for (const TextUnit& unit : units) {
      const auto [found, is_new] = numbers.emplace(unit.body, static_cast<std::uint32_t>(weights.size()));
      if (is_new) weights.push_back(static_cast<std::uint32_t>(std::min<std::size_t>(unit.body.size(), 10'000) + 1));
      out.push_back(found->second);
    }
    return out;
  };
  const std::vector<std::uint32_t> numbers_before = numbered(units_before);
  const std::vector<std::uint32_t> numbers_after = numbered(units_after);
  std::vector<Match> matches = Alignment(weights, budget).of(numbers_before, numbers_after);
  if (grain == Grain::words) drop_chance_matches(units_before, units_after, matches);
  matches.push_back({units_before.size(), units_after.size()});

  std::size_t a = 0;
  std::size_t b = 0;
  for (const Match& match : matches) {
    const std::string_view removed = stretch(units_before, a, match.before);
    const std::string_view added = stretch(units_after, b, match.after);
    if (removed.empty() || added.empty() || grain == Grain::words) {
      pieces.replace(removed, added);
    } else {
      compare_texts(removed, added, grain == Grain::paragraphs ? Grain::sentences : Grain::words, budget, pieces);
    }
    if (match.before == units_before.size()) break;
    const TextUnit& old_unit = units_before[match.before];
    const TextUnit& new_unit = units_after[match.after];
    if (old_unit.space == new_unit.space) {
      pieces.same(old_unit.space);
    } else {
      pieces.replace(old_unit.space, new_unit.space);
    }
    pieces.same(old_unit.body);
    a = match.before + 1;
    b = match.after + 1;
  }
}

}  // namespace

std::vector<TextPiece> text_difference(std::string_view before, std::string_view after) {
  constexpr std::int64_t most_work = 50'000'000;
  std::int64_t budget = most_work;
  Pieces pieces;
  compare_texts(before, after, Grain::paragraphs, budget, pieces);
  return pieces.take();
}

}  // namespace stoplicht
