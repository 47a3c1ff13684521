#include "search/compounds.h"

#include <algorithm>
#include <array>
#include <optional>

namespace stoplicht {
namespace {

constexpr std::size_t shortest_part = 4, shortest_end = 3;
constexpr std::size_t longest_compound = 48;

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that begin other words without making a compound that is about them: "voortgang" is not about "voort".
bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 40> particles{
      "aaneen", "achter", "aldus", "alleen", "anders", "beneden", "boven", "binnen", "buiten", "daar",
      "daarom", "door",   "eens",  "even",   "gelijk", "heen",    "hier",  "hoog",   "langs",  "mede",
      "meer",   "minder", "naar",  "neder",  "neer",   "onder",   "over",  "rond",   "samen",  "tegen",
      "terug",  "tussen", "vast",  "veel",   "voor",   "voort",   "waar",  "weder",  "weer",   "zonder"};
  return is_one_of(word, particles);
}

// Endings that are words as well, and mostly are no part of a compound.
bool is_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 59> endings{
      "aard",   "achtig",  "aren",    "baar",   "baarheid", "bare",     "chillen",  "dien",     "ellen",  "ende",
      "enden",  "enten",   "erbij",   "eren",   "ering",    "eringen",  "erken",    "gaten",    "ging",   "gingen",
      "heden",  "heid",    "iteit",   "kende",  "kenden",   "kenen",    "lagen",    "lende",    "lering", "lijk",
      "lijke",  "lijks",   "ling",    "lingen", "loos",     "loosheid", "loze",     "matig",    "nemen",  "nemend",
      "reeks",  "rekken",  "rijk",    "rijke",  "roken",    "schap",    "schappen", "schillen", "sleden", "staan",
      "stelde", "stelden", "stellen", "sten",   "tien",     "uren",     "vaardig",  "waarts",   "zichten"};
  return is_one_of(word, endings);
}

// The few words of three letters that compounds often end in ("participatiewet", "buurtbus"): of all others far too
// many would be found by accident.
bool is_short_end(std::string_view word) {
  static constexpr std::array<std::string_view, 6> ends{"bus", "dag", "kas", "les", "weg", "wet"};
  return is_one_of(word, ends);
}

// What may stand between two parts; of "raadsleden" no sled is a part.
constexpr std::array<std::string_view, 3> links{"s", "en", ""};

struct Splitter {
  std::string_view form;
  const IsWord& is_known;

  // The fewest parts that make up what begins at `begin`: at most `most`. Nothing: none do.
  std::optional<std::vector<std::string_view>> from(std::size_t begin, std::size_t most) const {
    const std::string_view rest = form.substr(begin);
    if (most == 0) return std::nullopt;
    if (begin > 0 && is_short_end(rest)) return std::vector<std::string_view>{rest};
    if (rest.size() < shortest_part) return std::nullopt;
    if (begin > 0 && !is_ending(rest) && is_known(rest)) return std::vector<std::string_view>{rest};
    std::optional<std::vector<std::string_view>> best;
    // Longer first parts first: of two ways with as many parts it is the better one.
    for (std::size_t size = rest.size() - shortest_end; size >= shortest_part; --size) {
      const std::string_view part = rest.substr(0, size);
      if (is_ending(part) || (begin == 0 && is_particle(part)) || !is_known(part)) continue;
      for (const std::string_view link : links) {
        if (!rest.substr(size).starts_with(link) || (best && best->size() == 2)) continue;
        const std::size_t left = best ? best->size() - 2 : most - 1;
        auto others = from(begin + size + link.size(), left);
        if (!others) continue;
        others->insert(others->begin(), part);
        best = std::move(others);
      }
      if (best && best->size() <= 2) break;
    }
    return best;
  }
};

// An inflection of a word that is known: what is left without its ending.
bool is_inflection(std::string_view form, const IsWord& is_known) {
  for (const std::string_view ending :
       {"en", "s", "e", "n", "t", "je", "jes", "er", "ers", "ing", "ingen", "st", "ste"})
    if (form.ends_with(ending) && form.size() - ending.size() >= shortest_part &&
        is_known(form.substr(0, form.size() - ending.size())))
      return true;
  return false;
}

}  // namespace

std::vector<std::string> compound_parts(std::string_view form, const IsWord& is_known, const IsWord& is_listed) {
  if (form.size() < shortest_part + shortest_end || form.size() > longest_compound) return {};
  for (const char c : form)
    if (c < 'a' || c > 'z') return {};
  const bool whole = is_listed(form) || is_inflection(form, is_listed);
  const auto parts = Splitter{form, is_known}.from(0, whole ? 2 : 4);
  if (!parts || parts->size() < 2) return {};
  // Both must be long enough to be no accident.
  if (whole && parts->back().size() < 5 && parts->front().size() < 5) return {};
  return {parts->begin(), parts->end()};
}

}  // namespace stoplicht
