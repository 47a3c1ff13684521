#include "search/postings.h"

#include <algorithm>
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
  struct Sum {
    float head = 0, body = 0;
  };
  std::vector<Sum> sums(class_by_stem.size());
  std::vector<std::uint32_t> touched;
  for (std::size_t page = 0; page < vocabulary.pages.size(); ++page) {
    CountedPage& counted = vocabulary.pages[page];
    touched.clear();
    const auto add = [&](std::uint32_t to, float head, float body) {
      Sum& sum = sums[to];
      if (sum.head == 0 && sum.body == 0) touched.push_back(to);
      sum.head += head;
      sum.body += body;
    };
    for (const FormCount& count : counted.counts) {
      add(class_of[count.form], count.head, count.body);
      for (const std::uint32_t part : part_classes[count.form])
        add(part, count.head * of_part_in_head, count.body * of_part_in_body);
    }
    const double norm = 1 - length_share + length_share * counted.length / average;
    for (const std::uint32_t each : touched) {
      Sum& sum = sums[each];
      const double count = sum.head + sum.body / norm;
      out.of[each].push_back(
          {static_cast<std::uint32_t>(page), level_of(count / (count + saturation) * weights[page])});
      sum = {};
    }
    std::vector<FormCount>().swap(counted.counts);
  }
  for (auto& [form, of_form] : all) {
    out.forms.push_back(std::move(form));
    out.class_of.push_back(of_form);
  }
  return out;
}

}  // namespace stoplicht
