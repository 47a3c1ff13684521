#include "search/postings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "search/compounds.h"
#include "search/stems.h"
#include "search/word_list.h"

namespace stoplicht {
namespace {

// Of BM25: how soon more of a word says nothing more, and how much a long page is held back.
constexpr double saturation = 4, length_share = 0.5;

// A compound is about its parts, but less than a page that names them by themselves.
constexpr float of_part_in_head = 0.8F, of_part_in_body = 0.4F;
// A page whose running text has a word only as part of compounds is told if it is among so many best pages of the word.
// Of a large site the others would be a third of the index, and stand behind all of these.
constexpr std::size_t most_with_parts = 640;

std::vector<std::vector<std::string>> parts_of_forms(const std::vector<std::string>& forms, std::string_view language,
                                                     unsigned threads) {
  std::vector<std::vector<std::string>> out(forms.size());
  if (language != "nl") return out;
  const auto is_known = [&](std::string_view word) {
    return is_dutch_word(word) || std::binary_search(forms.begin(), forms.end(), word);
  };
  parallel_for(forms.size(), threads,
               [&](std::size_t i) { out[i] = compound_parts(forms[i], is_known, is_dutch_word); });
  return out;
}

bool by_page(const Posting& a, const Posting& b) { return a.page < b.page; }

// Adds those of `more` that are among the best of both; whether these are all. Both by page, and of pages that are as
// good those of `list` go first.
bool add_best(std::vector<Posting>& list, std::vector<Posting> more) {
  bool all = true;
  if (list.size() + more.size() > most_with_parts) {
    std::array<std::size_t, most_levels + 2> at_least{};  // By level, of `list`.
    for (const Posting& posting : list) ++at_least[posting.level];
    for (std::size_t level = most_levels; level > 0; --level) at_least[level] += at_least[level + 1];
    std::stable_sort(more.begin(), more.end(), [](const Posting& a, const Posting& b) { return a.level > b.level; });
    std::size_t kept = 0;
    while (kept < more.size() && at_least[more[kept].level] + kept < most_with_parts) ++kept;
    all = kept == more.size();
    more.resize(kept);
    std::sort(more.begin(), more.end(), by_page);
  }
  const auto middle = list.insert(list.end(), more.begin(), more.end());
  std::inplace_merge(list.begin(), middle, list.end(), by_page);
  return all;
}

std::uint8_t level_of(double impact) {
  const double level = most_levels + 3 * std::log2(impact);
  return static_cast<std::uint8_t>(std::clamp(std::lround(level), 1L, static_cast<long>(most_levels)));
}

}  // namespace

SearchClasses make_classes(Vocabulary&& vocabulary, const std::vector<double>& weights, std::string_view language,
                           unsigned threads) {
  const std::size_t own = vocabulary.forms.size();
  const std::vector<std::vector<std::string>> parts = parts_of_forms(vocabulary.forms, language, threads);

  // Every form with its class; parts are forms too, and mostly are there already.
  Stemmer stemmer(language);
  std::unordered_map<std::string, std::uint32_t> class_by_stem;
  const auto class_for = [&](const std::string& form) {
    return class_by_stem.try_emplace(stemmer.stem(form), static_cast<std::uint32_t>(class_by_stem.size()))
        .first->second;
  };
  std::vector<std::uint32_t> class_of(own);
  for (std::size_t i = 0; i < own; ++i) class_of[i] = class_for(vocabulary.forms[i]);
  std::vector<std::vector<std::uint32_t>> part_classes(own);
  std::vector<std::pair<std::string, std::uint32_t>> all;
  for (std::size_t i = 0; i < own; ++i)
    for (const std::string& part : parts[i]) {
      const std::uint32_t of_part = class_for(part);
      if (of_part != class_of[i]) part_classes[i].push_back(of_part);
      all.emplace_back(part, of_part);
    }
  for (std::size_t i = 0; i < own; ++i) all.emplace_back(std::move(vocabulary.forms[i]), class_of[i]);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());

  double words = 0;
  for (const CountedPage& page : vocabulary.pages) words += page.length;
  const double average = std::max(1.0, words / std::max<double>(1, static_cast<double>(vocabulary.pages.size())));

  SearchClasses out;
  out.of.resize(class_by_stem.size());
  std::vector<std::vector<Posting>> in_parts(out.of.size());
  struct Sum {
    float head = 0, body = 0;
    bool is_own = false;  // The word is there itself, or part of a compound that is more than running text.
  };
  std::vector<Sum> sums(class_by_stem.size());
  std::vector<std::uint32_t> touched;
  for (std::size_t page = 0; page < vocabulary.pages.size(); ++page) {
    CountedPage& counted = vocabulary.pages[page];
    touched.clear();
    const auto add = [&](std::uint32_t to, float head, float body, bool is_own) {
      Sum& sum = sums[to];
      if (sum.head == 0 && sum.body == 0) touched.push_back(to);
      sum.head += head;
      sum.body += body;
      sum.is_own |= is_own;
    };
    for (const FormCount& count : counted.counts) {
      add(class_of[count.form], count.head, count.body, true);
      for (const std::uint32_t part : part_classes[count.form])
        add(part, count.head * of_part_in_head, count.body * of_part_in_body, count.head > 0);
    }
    const double norm = 1 - length_share + length_share * counted.length / average;
    for (const std::uint32_t each : touched) {
      Sum& sum = sums[each];
      const double count = sum.head + sum.body / norm;
      const Posting posting{static_cast<std::uint32_t>(page), level_of(count / (count + saturation) * weights[page])};
      (sum.is_own ? out.of : in_parts)[each].push_back(posting);
      sum = {};
    }
    std::vector<FormCount>().swap(counted.counts);
  }
  for (std::size_t i = 0; i < out.of.size(); ++i)
    out.is_complete.push_back(add_best(out.of[i], std::move(in_parts[i])));
  for (auto& [form, of_form] : all) {
    out.forms.push_back(std::move(form));
    out.class_of.push_back(of_form);
  }
  return out;
}

}  // namespace stoplicht
