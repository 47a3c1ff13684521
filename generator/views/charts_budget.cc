#include <algorithm>

#include "base/text.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

constexpr std::size_t most_series = 4;

enum class Whose { one, several, nobody };  // Nobody: the financer is not named.

// What one financer has of each year.
struct Series {
  Whose whose = Whose::one;
  const Organisation* financer = nullptr;  // Of one only.
  std::string name;
  std::map<int, std::int64_t> years;
  std::int64_t total = 0;

  void add(const std::map<int, std::int64_t>& amounts) {
    for (const auto& [year, amount] : amounts) years[year] += amount;
    for (const auto& [year, amount] : amounts) total += amount;
  }
  std::int64_t in(int year) const {
    const auto found = years.find(year);
    return found == years.end() ? 0 : found->second;
  }
};

// The largest first; the smallest of too many as one, and last what nobody is named for.
std::vector<Series> series_of(const Scene& scene, const Budget& budget) {
  std::vector<Series> named;
  Series unnamed{Whose::nobody, nullptr, scene.strings.say("financer_not_named"), {}, 0};
  bool has_unnamed = false;
  for (const BudgetMeasure& measure : budget.measures) {
    if (measure.financer == nullptr) {
      unnamed.add(measure.years);
      has_unnamed = true;
      continue;
    }
    auto found =
        std::find_if(named.begin(), named.end(), [&](const Series& each) { return each.financer == measure.financer; });
    if (found == named.end())
      found = named.insert(named.end(), Series{Whose::one, measure.financer, measure.financer->name, {}, 0});
    found->add(measure.years);
  }
  std::stable_sort(named.begin(), named.end(), [](const Series& a, const Series& b) { return a.total > b.total; });

  const std::size_t room = most_series - (has_unnamed ? 1 : 0);
  if (named.size() > room) {
    const auto rest = named.begin() + static_cast<std::ptrdiff_t>(room) - 1;
    const long count = static_cast<long>(named.end() - rest);
    Series others{
        Whose::several, nullptr, scene.strings.say_count("budget_others", count, count_text(scene, count)), {}, 0};
    for (auto each = rest; each != named.end(); ++each) others.add(each->years);
    named.erase(rest, named.end());
    named.push_back(std::move(others));
  }
  if (has_unnamed) named.push_back(std::move(unnamed));
  return named;
}

// Whether every part may stand as thousands: no more than half a percent is lost.
bool thousands_will_do(const std::vector<Series>& series) {
  for (const Series& each : series)
    for (const auto& [year, amount] : each.years) {
      const std::int64_t off = std::abs(amount - (amount + 500) / 1000 * 1000);
      if (off * 200 > amount) return false;
    }
  return true;
}

bool has_negative(const std::vector<Series>& series, int year) {
  return std::any_of(series.begin(), series.end(), [&](const Series& each) { return each.in(year) < 0; });
}

// The parts of one year's bar: where each stands, and its amount inside it, or beside the last one. What has no
// room on a telephone stands on wider screens; what has no room there stands in the table only.
Json segments_of(const Scene& scene, const std::vector<Series>& series, int year, std::int64_t most, bool thousands) {
  Json out = Json::array();
  double x = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < series.size(); ++i)
    if (series[i].in(year) > 0) last = i;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const std::int64_t amount = series[i].in(year);
    if (amount <= 0) continue;
    const double width = static_cast<double>(amount) / static_cast<double>(most) * 100;
    const std::string text =
        thousands ? count_text(scene, static_cast<long>((amount + 500) / 1000)) : scene.locale.euros(amount);
    const double room = text_width(text) + 14;
    const auto fits = [&](double space, double screen) { return space / 100 * screen >= room; };
    const bool beside = i == last && !fits(width, narrow_width) && fits(100 - x - width, narrow_width);
    Json label = false;
    if (beside || fits(width, wide_width))
      label = Json{{"text", text},
                   {"x", percent_of_width(beside ? x + width : x)},
                   {"inverse", i == 0 && !beside},
                   {"wide", !beside && !fits(width, narrow_width)}};
    out.push_back(Json{{"kind", std::to_string(i + 1)},
                       {"striped", i == 2},
                       {"x", percent_of_width(x)},
                       {"end", percent_of_width(x + width)},
                       {"width", percent_of_width(width)},
                       {"label", std::move(label)}});
    x += width;
  }
  return out;
}

// "De begroting is € 2.000.000 over 2019 tot en met 2021; het meeste, € 827.550, in 2020."
std::string sum_sentence(const Scene& scene, const Budget& budget) {
  const std::string total = scene.locale.euros(budget.total);
  if (budget.years.empty()) return scene.strings.say("budget_sum", {{"total", total}});
  const std::string from = std::to_string(budget.years.begin()->first);
  if (budget.years.size() == 1) return scene.strings.say("budget_in_year", {{"total", total}, {"year", from}});
  const std::string until = std::to_string(budget.years.rbegin()->first);
  const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto most = std::max_element(budget.years.begin(), budget.years.end(), less);
  const auto as_much = std::count_if(budget.years.begin(), budget.years.end(),
                                     [&](const auto& year) { return year.second == most->second; });
  if (as_much > 1) return scene.strings.say("budget_in_years", {{"total", total}, {"from", from}, {"until", until}});
  return scene.strings.say("budget_most_in", {{"total", total},
                                              {"from", from},
                                              {"until", until},
                                              {"amount", scene.locale.euros(most->second)},
                                              {"year", std::to_string(most->first)}});
}

// Who has the largest part; empty when no one has, or when an amount below zero would make a share of the total say
// something else.
std::string largest_sentence(const Scene& scene, const Budget& budget, const std::vector<Series>& series) {
  if (budget.total <= 0 || series.empty()) return {};
  for (const Series& each : series)
    for (const auto& [year, amount] : each.years)
      if (amount < 0) return {};
  if (series.size() == 1 && series[0].whose == Whose::nobody) return scene.strings.say("budget_nobody_named");
  if (series.size() == 1) return scene.strings.say("budget_all_of", {{"financer", series[0].name}});
  const auto less = [](const Series& a, const Series& b) { return a.total < b.total; };
  const auto most = std::max_element(series.begin(), series.end(), less);
  if (std::count_if(series.begin(), series.end(), [&](const Series& each) { return each.total == most->total; }) > 1)
    return {};
  const std::string share =
      share_in_percent(scene, static_cast<double>(most->total), static_cast<double>(budget.total));
  switch (most->whose) {
    case Whose::one: return scene.strings.say("budget_largest", {{"share", share}, {"financer", most->name}});
    case Whose::several: return {};  // Several smaller ones together are the largest of nobody.
    case Whose::nobody: return scene.strings.say("budget_largest_not_named", {{"share", share}});
  }
  return {};
}

Cell euros(const Scene& scene, std::int64_t amount) {
  return {scene.locale.euros(amount), std::to_string(amount), false};
}

}  // namespace

Table budget_table(const Scene& scene, const Programme& programme) {
  const Budget& budget = *programme.budget;
  Table table;
  table.caption = scene.strings.say("budget_caption", {{"programme", programme.name}});
  table.columns.push_back({scene.strings.say("column_measure"), false});
  for (const auto& [year, amount] : budget.years) table.columns.push_back({std::to_string(year), true});
  table.columns.push_back({scene.strings.say("column_total"), true});
  table.columns.push_back({scene.strings.say("column_financer"), false});
  const auto row = [&](const std::string& name, const std::map<int, std::int64_t>& years, std::int64_t total,
                       Cell financer) {
    std::vector<Cell> cells{{name, "", false}};
    for (const auto& [year, amount] : budget.years) {
      const auto found = years.find(year);
      if (found != years.end())
        cells.push_back(euros(scene, found->second));
      else
        cells.push_back({scene.strings.say("not_named"), "", true});
    }
    cells.push_back(euros(scene, total));
    cells.push_back(std::move(financer));
    table.rows.push_back(std::move(cells));
  };
  for (const BudgetMeasure& measure : budget.measures)
    row(measure.name, measure.years, measure.total,
        measure.financer != nullptr ? Cell{measure.financer->name, "", false}
                                    : Cell{scene.strings.say("financer_not_named"), "", true});
  row(scene.strings.say("row_total"), budget.years, budget.total, {"–", "", false});
  table.total_row = true;
  return table;
}

Json budget_chart(const Scene& scene, const Programme& programme, const ChartPlace& place) {
  const Budget& budget = *programme.budget;
  const std::vector<Series> series = series_of(scene, budget);
  std::int64_t most = 0;
  bool some_negative = false;
  for (const auto& [year, amount] : budget.years) {
    if (has_negative(series, year))
      some_negative = true;
    else
      most = std::max(most, amount);
  }
  const bool thousands = thousands_will_do(series);

  Json years = Json::array();
  for (const auto& [year, amount] : budget.years) {
    std::vector<std::string> parts;
    for (const Series& each : series)
      if (each.in(year) != 0) parts.push_back(each.name + " " + scene.locale.euros(each.in(year)));
    const std::string of_which =
        parts.empty() ? "" : scene.strings.say("budget_parts", {{"parts", joined(scene, parts)}});
    years.push_back(Json{
        {"year", std::to_string(year)},
        {"total", scene.locale.euros(amount)},
        {"parts", or_false(of_which)},
        {"segments",
         has_negative(series, year) || most <= 0 ? Json::array() : segments_of(scene, series, year, most, thousands)}});
  }
  Json legend = Json::array();
  for (std::size_t i = 0; i < series.size(); ++i)
    legend.push_back(Json{{"kind", std::to_string(i + 1)},
                          {"striped", i == 2},
                          {"name", series[i].name},
                          {"total", scene.locale.euros(series[i].total)}});

  std::vector<std::string> note;
  if (thousands && !series.empty()) note.push_back(scene.strings.say("budget_thousands"));
  if (some_negative) note.push_back(scene.strings.say("budget_negative"));
  if (!budget.source.empty()) note.push_back(source_sentence(scene, budget.source));
  const std::string largest = largest_sentence(scene, budget, series);
  return Json{{"id", place.id},
              {"conclusion", sum_sentence(scene, budget) + (largest.empty() ? "" : " " + largest)},
              {"note", or_false(join(note, " "))},
              {"title", scene.strings.say("budget_title", {{"programme", programme.name}})},
              {"legend", std::move(legend)},
              {"years", std::move(years)},
              {"table", table_context(scene, budget_table(scene, programme), place.page_address,
                                      csv_of(scene, budget_csv(programme)))}};
}

}  // namespace stoplicht
