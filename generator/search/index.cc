#include "search/index.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "search/deflate.h"
#include "search/excerpts.h"
#include "search/facets.h"
#include "search/postings.h"
#include "search/shards.h"
#include "search/stems.h"
#include "search/vocabulary.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

constexpr int format = 1;
// A small site's index is one file: nothing more to ask for while somebody types.
constexpr std::size_t most_in_one_file = 40'000;
// What a browser takes at once from a folder, in bytes.
constexpr std::size_t most_in_script = 8'000'000;
// What another page replaced is not what is meant, unless nothing else has the words.
constexpr double of_superseded = 0.2;

std::string address_in(std::string_view name) { return "search/" + std::string(name) + ".bin"; }

// Of each group the date of its newest page; empty when no page of it has one.
using NewestDates = std::map<std::string, std::string>;

NewestDates newest_dates(const std::vector<FoundPage>& pages) {
  NewestDates out;
  for (const FoundPage& page : pages) {
    std::string& date = out[page.entry.group];
    date = std::max(date, date_without_quarter(page.entry.date));
  }
  return out;
}

// Groups with the newest page first, and in each what holds now before what was replaced, newest first. What has no
// date tells of today. Of results that fit equally well, the earlier one in this order stands first.
std::vector<const FoundPage*> in_order(const std::vector<FoundPage>& pages, const NewestDates& newest) {
  const auto or_today = [](const std::string& date) { return date.empty() ? "9" : date; };
  std::vector<const FoundPage*> out;
  for (const FoundPage& page : pages) out.push_back(&page);
  std::stable_sort(out.begin(), out.end(), [&](const FoundPage* a, const FoundPage* b) {
    const SearchEntry &x = a->entry, &y = b->entry;
    if (x.group != y.group) {
      const std::string of_x = or_today(newest.at(x.group)), of_y = or_today(newest.at(y.group));
      return of_x != of_y ? of_x > of_y : x.group < y.group;
    }
    if (x.superseded.empty() != y.superseded.empty()) return x.superseded.empty();
    return or_today(date_without_quarter(x.date)) > or_today(date_without_quarter(y.date));
  });
  return out;
}

// From which page on groups are so many years older than the newest one: [page, years].
Json age_steps(const std::vector<const FoundPage*>& pages, const NewestDates& newest) {
  Json out = Json::array();
  int first = 0, before = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string& date = newest.at(pages[i]->entry.group);
    if (date.size() < 4 || date.find_first_not_of("0123456789") < 4) continue;
    const int year = std::stoi(date.substr(0, 4));
    if (first == 0) first = before = year;
    if (year < before) out.push_back({i, first - year});
    before = std::min(before, year);
  }
  return out;
}

// Where each group begins, as steps from the one before.
Json group_steps(const std::vector<const FoundPage*>& pages) {
  Json out = Json::array();
  std::size_t before = 0;
  for (std::size_t i = 1; i < pages.size(); ++i) {
    if (pages[i]->entry.group == pages[i - 1]->entry.group) continue;
    out.push_back(i - before);
    before = i;
  }
  return out;
}

// About how long the script is that brings all files.
std::size_t size_in_script(const std::vector<IndexFile>& files, const std::vector<const FoundPage*>& pages) {
  std::size_t size = 0;
  for (const IndexFile& file : files) size += file.content.size();
  for (const FoundPage* page : pages)
    for (const SearchPart& part : page->entry.parts) size += part.text.size();
  return size;
}

// A site that is opened from a folder cannot fetch, but its pages run scripts: one that brings every file, as JSON.
// `files`: those that do not stand in the root.
OutputFile all_in_script(const IndexFile& root, const std::vector<IndexFile>& files, const Excerpts& excerpts) {
  std::string script = "globalThis.stoplichtSearch={\"" + root.name + ".bin\":" + root.content;
  for (const IndexFile& file : files) script += ",\n\"" + file.name + ".bin\":" + as_json(file);
  for (std::size_t page = 0; page < excerpts.json.size(); ++page)
    script += ",\n\"" + excerpt_name(excerpts.folders[page / excerpts_in_folder], page) + "\":" + excerpts.json[page];
  return {"search/" + root.name + ".js", script + "};\n"};
}

// Two words that stand in the same pages have one list.
void drop_repeated(std::vector<IndexFile>& files) {
  std::set<std::string> there;
  std::erase_if(files, [&](const IndexFile& file) { return !there.insert(file.name).second; });
}

}  // namespace

SearchIndex make_search_index(const std::vector<FoundPage>& found, const SearchKinds& kinds, const Locale& locale,
                              unsigned threads) {
  SearchIndex out;
  const NewestDates newest = newest_dates(found);
  const std::vector<const FoundPage*> pages = in_order(found, newest);
  Json kind_labels = Json::array();
  std::vector<std::string> kind_words;
  for (const SearchFacet& kind : kinds) {
    kind_labels.push_back(kind.label);
    kind_words.push_back(kind.label);
  }
  std::vector<double> weights;
  for (const FoundPage* page : pages)
    weights.push_back(page->entry.weight * (page->entry.superseded.empty() ? 1 : of_superseded));

  const std::string& language = locale.language();
  const SearchClasses classes =
      make_classes(count_words(pages, kind_words, language, threads), weights, language, threads);
  Shards shards = make_shards(classes, pages.size(), threads);
  shards.files.push_back(named(facets_json(pages, kinds, locale)));
  const std::string facets = shards.files.back().name;
  drop_repeated(shards.files);
  const bool brings_all = size_in_script(shards.files, pages) <= most_in_script;

  std::vector<std::string> packed(shards.files.size());
  parallel_for(packed.size(), threads, [&](std::size_t i) { packed[i] = deflated(shards.files[i].content); });
  const std::size_t size = std::accumulate(packed.begin(), packed.end(), std::size_t{0},
                                           [](std::size_t sum, const std::string& file) { return sum + file.size(); });

  Json inside = Json::object();
  if (size <= most_in_one_file) {
    for (const IndexFile& file : shards.files) inside[file.name] = Json::parse(as_json(file));
    shards.files.clear();
  }
  for (std::size_t i = 0; i < shards.files.size(); ++i)
    out.files.push_back({address_in(shards.files[i].name), std::move(packed[i])});
  const Excerpts excerpts = add_excerpts(pages, brings_all, threads, out.files);
  for (auto file = out.files.end() - static_cast<std::ptrdiff_t>(pages.size()); file != out.files.end(); ++file)
    out.excerpt_bytes += file->bytes.size();
  Json stop = Json::array();
  for (const std::string_view word : stop_words(language)) stop.push_back(std::string(word));
  const Json root{{"format", format},
                  {"language", language},
                  {"pages", pages.size()},
                  {"levels", most_levels},
                  {"longest", longest_in_shard},
                  {"stop", std::move(stop)},
                  {"kinds", std::move(kind_labels)},
                  {"groups", group_steps(pages)},
                  {"ages", age_steps(pages, newest)},
                  {"folder_size", excerpts_in_folder},
                  {"folders", excerpts.folders},
                  {"words", std::move(shards.words)},
                  {"reversed", std::move(shards.reversed)},
                  {"facets", facets},
                  {"inside", std::move(inside)}};
  const IndexFile file = named(root.dump());
  out.root = address_in(file.name);
  if (brings_all) out.files.push_back(all_in_script(file, shards.files, excerpts));
  out.files.push_back({out.root, deflated(file.content)});
  return out;
}

}  // namespace stoplicht
