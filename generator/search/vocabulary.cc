#include "search/vocabulary.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/parallel.h"
#include "search/stems.h"
#include "search/words.h"

namespace stoplicht {
namespace {

// What a word weighs by where it stands, a word of running text being 1. Who types an identifier means its page, and
// who types words of a title that page; the label of a project, a council or a kind of page tells pages apart
// ("toezegging hilversum", "brief juli 2020"), but must not make a page one that is about it.
constexpr float of_identifier = 60, of_title = 16, of_name = 9, of_heading = 3, of_summary = 2, of_project = 3,
                of_council = 6, of_period = 2.5F, of_kind = 4, of_programme = 0.3F;
constexpr float of_hyphenated_part = 0.6F;
// A title with more words says less with each: this many have the whole weight together.
constexpr float words_of_title = 3;

// Forms, numbered as they come. It is asked for every word of every text, so a form is looked up in one place: a table
// with open addressing, of which a quarter is filled at most.
class FormNumbers {
 public:
  // The number of a form, and whether it is new.
  std::pair<std::uint32_t, bool> number_of(std::string_view form) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(form));
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].number != none; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].hash == hash && forms_[slots_[at].number] == form) return {slots_[at].number, false};
    const auto number = static_cast<std::uint32_t>(forms_.size());
    slots_[at] = {hash, number};
    forms_.emplace_back(form);
    if (forms_.size() * 4 > slots_.size()) grow();
    return {number, true};
  }

  std::vector<std::string> take() { return std::move(forms_); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Slot {
    std::uint32_t hash = 0, number = none;
  };

  void grow() {
    std::vector<Slot> before(slots_.size() * 4);
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.number == none) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].number != none) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1 << 12);
  std::vector<std::string> forms_;
};

// The words of some pages, numbered as they come.
class Counter {
 public:
  explicit Counter(std::string_view language) : language_(language) {}

  void head(std::string_view text, float weight) {
    for (const SearchWord& word : search_words(text)) add(word, weight, &FormCount::head);
  }

  void title(std::string_view text, float weight) {
    const std::vector<SearchWord> words = search_words(text);
    float count = 0;
    for (const SearchWord& word : words)
      if (!is_stop_word(word.form, language_)) ++count;
    const float each = weight * std::min(1.0F, words_of_title / std::max(count, 1.0F));
    for (const SearchWord& word : words) add(word, each, &FormCount::head);
  }

  void body(std::string_view text, float weight = 1) {
    const std::vector<SearchWord> words = search_words(text);
    length_ += static_cast<float>(words.size());
    for (const SearchWord& word : words) add(word, weight, &FormCount::body);
  }

  CountedPage take() {
    CountedPage page{{}, length_};
    page.counts.swap(counts_);
    for (const FormCount& count : page.counts) place_[count.form] = none;
    length_ = 0;
    return page;
  }

  std::vector<std::string> take_forms() { return numbers_.take(); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  void add(const SearchWord& word, float weight, float FormCount::*where) {
    count(word.form, weight, where);
    for (const std::string& part : word.parts) count(part, weight * of_hyphenated_part, where);
  }

  void count(const std::string& form, float weight, float FormCount::*where) {
    const auto [id, is_new] = numbers_.number_of(form);
    if (is_new) {
      place_.push_back(none);
      is_stop_.push_back(is_stop_word(form, language_));
    }
    if (is_stop_[id]) return;
    if (place_[id] == none) {
      place_[id] = static_cast<std::uint32_t>(counts_.size());
      counts_.push_back({id, 0, 0});
    }
    counts_[place_[id]].*where += weight;
  }

  std::string_view language_;
  FormNumbers numbers_;
  std::vector<std::uint32_t> place_;  // By id: where in counts_ it is; none when this page does not have it yet.
  std::vector<bool> is_stop_;
  std::vector<FormCount> counts_;
  float length_ = 0;
};

// "T21-03" gives "T21-3".
std::string without_leading_zeros(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_number = i == 0 || !is_digit(text[i - 1]) || (!out.empty() && out.back() != text[i - 1]);
    if (text[i] == '0' && begins_number && i + 1 < text.size() && is_digit(text[i + 1])) continue;
    out += text[i];
  }
  return out;
}

void count_page(const SearchEntry& entry, const std::vector<std::string>& kind_labels, Counter& counter) {
  for (const std::string& identifier : entry.identifiers) {
    counter.head(identifier, of_identifier);
    // "WaW 6" is also typed as one word, and "T21-03" as "T21-3".
    std::string joined = identifier;
    std::erase(joined, ' ');
    if (joined != identifier) counter.head(joined, of_identifier);
    if (const std::string bare = without_leading_zeros(joined); bare != joined) counter.head(bare, of_identifier);
  }
  counter.title(entry.title, of_title);
  for (const std::string& name : entry.names) counter.title(name, of_name);
  counter.body(entry.summary, of_summary);
  if (entry.project.label != entry.title) counter.title(entry.project.label, of_project);
  for (const SearchFacet& council : entry.councils) counter.head(council.label, of_council);
  if (entry.period.label != entry.title) counter.head(entry.period.label, of_period);
  counter.head(entry.programme.label, of_programme);
  counter.head(entry.category.label, of_programme);
  counter.head(entry.status.label, of_kind);
  counter.head(kind_labels.at(static_cast<std::size_t>(entry.kind)), of_kind);
  for (const SearchPart& part : entry.parts) {
    counter.head(part.heading, of_heading);
    counter.body(part.text);
  }
}

}  // namespace

Vocabulary count_words(const std::vector<const FoundPage*>& pages, const std::vector<std::string>& kind_labels,
                       std::string_view language, unsigned threads) {
  // Each stretch of pages numbers its own forms: nothing is shared between threads.
  constexpr std::size_t stretch = 2048;
  const std::size_t stretches = (pages.size() + stretch - 1) / stretch;
  Vocabulary out;
  out.pages.resize(pages.size());
  std::vector<std::vector<std::string>> forms(stretches);
  parallel_for(stretches, threads, [&](std::size_t i) {
    Counter counter(language);
    for (std::size_t page = i * stretch; page < std::min(pages.size(), (i + 1) * stretch); ++page) {
      count_page(pages[page]->entry, kind_labels, counter);
      out.pages[page] = counter.take();
    }
    forms[i] = counter.take_forms();
  });

  std::vector<std::string_view> all;
  for (const std::vector<std::string>& each : forms) all.insert(all.end(), each.begin(), each.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase_if(all, [&](std::string_view form) { return is_stop_word(form, language); });
  out.forms.assign(all.begin(), all.end());
  parallel_for(stretches, threads, [&](std::size_t i) {
    std::vector<std::uint32_t> number(forms[i].size());
    for (std::size_t form = 0; form < forms[i].size(); ++form)
      number[form] = static_cast<std::uint32_t>(std::lower_bound(out.forms.begin(), out.forms.end(), forms[i][form]) -
                                                out.forms.begin());
    for (std::size_t page = i * stretch; page < std::min(pages.size(), (i + 1) * stretch); ++page)
      for (FormCount& count : out.pages[page].counts) count.form = number[count.form];
  });
  return out;
}

}  // namespace stoplicht
