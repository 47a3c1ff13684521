#include "search/facets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "load/document.h"

namespace stoplicht {
namespace {

using Values = std::vector<SearchFacet>;
using ValuesOf = std::function<Values(const SearchEntry&)>;

// Every value that some page has, once.
Values all_values(const std::vector<const FoundPage*>& pages, const ValuesOf& values_of) {
  Values out;
  std::set<std::string> seen;
  for (const FoundPage* page : pages)
    for (SearchFacet& value : values_of(page->entry))
      if (!value.id.empty() && seen.insert(value.id).second) out.push_back(std::move(value));
  return out;
}

// Which values each page has: a table of the sets there are, and for each run of pages with the same one [set, pages].
Json column(const std::vector<const FoundPage*>& pages, const Values& values, const ValuesOf& values_of) {
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < values.size(); ++i) place.emplace(values[i].id, i);
  std::map<std::set<std::size_t>, std::size_t> numbers;
  Json sets = Json::array(), runs = Json::array();
  std::size_t run_of = 0, length = 0;
  const auto finish = [&] {
    if (length == 0) return;
    runs.push_back(run_of);
    runs.push_back(length);
  };
  for (const FoundPage* page : pages) {
    std::set<std::size_t> set;
    for (const SearchFacet& value : values_of(page->entry))
      if (!value.id.empty()) set.insert(place.at(value.id));
    const auto [at, is_new] = numbers.try_emplace(set, numbers.size());
    if (is_new) sets.push_back(Json(set));
    if (length > 0 && at->second != run_of) {
      finish();
      length = 0;
    }
    run_of = at->second;
    ++length;
  }
  finish();
  return Json{{"sets", std::move(sets)}, {"runs", std::move(runs)}};
}

// From good to bad, as lights stand everywhere; then what has none.
int rank_of_light(const std::string& light) {
  static const std::vector<std::string> order{"green", "amber", "red", "purple", "blue", "grey"};
  return static_cast<int>(std::find(order.begin(), order.end(), light) - order.begin());
}

}  // namespace

std::string facets_json(const std::vector<const FoundPage*>& pages, const SearchKinds& kinds, const Locale& locale) {
  Json out = Json::array();
  std::map<std::string, std::pair<std::string, std::string>> signs;  // Light and shape of a status.
  for (const FoundPage* page : pages)
    if (!page->entry.light.empty())
      signs.emplace(page->entry.status.id, std::pair(page->entry.light, page->entry.shape));
  const auto add = [&](const char* name, const ValuesOf& values_of, const std::function<void(Values&)>& sort) {
    Values values = all_values(pages, values_of);
    sort(values);
    Json listed = Json::array();
    for (const SearchFacet& value : values) {
      Json told = Json::array({value.id, value.label});
      if (const auto sign = signs.find(value.id); std::string_view(name) == "status" && sign != signs.end()) {
        told.push_back(sign->second.first);
        told.push_back(sign->second.second);
      }
      listed.push_back(std::move(told));
    }
    Json field = column(pages, values, values_of);
    field["name"] = name;
    field["values"] = std::move(listed);
    out.push_back(std::move(field));
  };
  const auto alphabetical = [&](Values& values) {
    std::stable_sort(values.begin(), values.end(),
                     [&](const SearchFacet& a, const SearchFacet& b) { return locale.compare(a.label, b.label) < 0; });
  };
  std::map<std::string, std::string> date_of_period;
  std::map<std::string, int> rank_of_status;
  for (const FoundPage* page : pages) {
    const SearchEntry& entry = page->entry;
    // Of a period that was corrected the newest edition comes first.
    if (entry.kind == SearchKind::period) date_of_period.emplace(entry.period.id, entry.date);
    if (!entry.status.id.empty()) rank_of_status.emplace(entry.status.id, rank_of_light(entry.light));
  }

  add(
      "kind", [&](const SearchEntry& entry) { return Values{kinds.at(static_cast<std::size_t>(entry.kind))}; },
      [&](Values& values) {
        Values sorted;
        for (const SearchFacet& kind : kinds)
          if (std::any_of(values.begin(), values.end(), [&](const SearchFacet& each) { return each.id == kind.id; }))
            sorted.push_back(kind);
        values = std::move(sorted);
      });
  add(
      "period", [](const SearchEntry& entry) { return Values{entry.period}; },
      [&](Values& values) {
        std::stable_sort(values.begin(), values.end(), [&](const SearchFacet& a, const SearchFacet& b) {
          return date_of_period[a.id] > date_of_period[b.id];
        });
      });
  add(
      "programme", [](const SearchEntry& entry) { return Values{entry.programme}; }, alphabetical);
  add(
      "category", [](const SearchEntry& entry) { return Values{entry.category}; }, alphabetical);
  add(
      "project", [](const SearchEntry& entry) { return Values{entry.project}; }, alphabetical);
  add(
      "status", [](const SearchEntry& entry) { return Values{entry.status}; },
      [&](Values& values) {
        std::stable_sort(values.begin(), values.end(), [&](const SearchFacet& a, const SearchFacet& b) {
          return rank_of_status[a.id] < rank_of_status[b.id];
        });
      });
  add(
      "council", [](const SearchEntry& entry) { return entry.councils; }, alphabetical);
  return out.dump();
}

}  // namespace stoplicht
