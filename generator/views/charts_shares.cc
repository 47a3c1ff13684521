#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

// The parts of one measurement, sorted for the reader.
struct Shares {
  std::vector<const CouncilValue*> known;    // Largest first.
  std::vector<const CouncilValue*> unknown;  // In the order of the file.
  std::optional<double> total;               // Of what percentages are taken: all is known exactly.
};

Shares shares_of(const Measurement& measured) {
  Shares shares;
  for (const CouncilValue& each : measured.councils) (each.actual ? shares.known : shares.unknown).push_back(&each);
  std::stable_sort(shares.known.begin(), shares.known.end(),
                   [](const CouncilValue* a, const CouncilValue* b) { return a->actual->value > b->actual->value; });
  const auto is_exact = [](const std::optional<Quantity>& quantity) {
    return quantity && quantity->qualifier == Qualifier::exactly && quantity->value >= 0;
  };
  const bool all_exact = std::all_of(measured.councils.begin(), measured.councils.end(),
                                     [&](const CouncilValue& each) { return is_exact(each.actual); });
  if (all_exact && is_exact(measured.actual) && measured.actual->value > 0) shares.total = measured.actual->value;
  return shares;
}

// How many of the largest have at least half together; 0 when that is nearly everybody, or when others have as much
// as the last of them.
std::size_t half_of(const Shares& shares) {
  double sum = 0;
  for (std::size_t i = 0; i < shares.known.size() && i < 3; ++i) {
    sum += shares.known[i]->actual->value;
    if (sum * 2 < *shares.total) continue;
    if (i + 1 == shares.known.size()) return i == 0 ? 1 : 0;
    return shares.known[i]->actual->value > shares.known[i + 1]->actual->value ? i + 1 : 0;
  }
  return 0;
}

std::string largest_sentence(const Scene& scene, const Indicator& indicator, const Shares& shares) {
  if (shares.known.empty()) return {};
  const auto told = [&](const CouncilValue* each) {
    return each->council->name + " (" + quantity_text(scene, *each->actual, indicator.unit) + ")";
  };
  const auto first = [&](std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < count; ++i) names.push_back(told(shares.known[i]));
    return joined(scene, names);
  };
  if (const std::size_t count = shares.total ? half_of(shares) : 0; count > 0) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += shares.known[i]->actual->value;
    return scene.strings.say_count(
        "shares_half", static_cast<long>(count), count_text(scene, static_cast<long>(count)),
        {{"councils", first(count)}, {"share", share_in_percent(scene, sum, *shares.total)}});
  }
  if (shares.known.size() == 1) return scene.strings.say("shares_only", {{"council", first(1)}});

  const Quantity& most = *shares.known[0]->actual;
  std::size_t count = 0;
  bool exact = true;
  for (const CouncilValue* each : shares.known) {
    if (each->actual->value == most.value) ++count;
    if (each->actual->qualifier != Qualifier::exactly) exact = false;
  }
  if (exact && count == shares.known.size())
    return scene.strings.say("shares_equal", {{"value", quantity_text(scene, most, indicator.unit)}});
  return scene.strings.say_count(exact && shares.unknown.empty() ? "shares_most" : "shares_most_known",
                                 static_cast<long>(count), count_text(scene, static_cast<long>(count)),
                                 {{"councils", first(count)}});
}

std::string unknown_sentence(const Scene& scene, const Shares& shares) {
  const long count = static_cast<long>(shares.unknown.size());
  if (count == 0) return {};
  if (shares.known.empty()) return scene.strings.say("shares_none_known");
  return scene.strings.say_count("shares_unknown", count, count_text(scene, count));
}

Cell value_cell(const Scene& scene, const std::optional<Quantity>& quantity, Unit unit) {
  if (!quantity) return {scene.strings.say("unknown"), "", true};
  const bool exact = quantity->qualifier == Qualifier::exactly;
  return {quantity_text(scene, *quantity, unit), exact ? plain_number(quantity->value) : "", false};
}

// Of one period, in the order of the drawing; the CSV holds all periods.
Table table_of(const Scene& scene, const Indicator& indicator, const Period& period, const Shares& shares) {
  Table table;
  table.caption =
      scene.strings.say("shares_title", {{"indicator", indicator.name}, {"period", in_sentence(scene, period.name)}});
  table.columns = {{scene.strings.say("column_council"), false}, {scene.strings.say("column_actual"), true}};
  if (shares.total) table.columns.push_back({scene.strings.say("column_share"), true});
  for (const CouncilValue* each : shares.known) {
    table.rows.push_back({{each->council->name, "", false}, value_cell(scene, each->actual, indicator.unit)});
    if (shares.total)
      table.rows.back().push_back({share_in_percent(scene, each->actual->value, *shares.total), "", false});
  }
  for (const CouncilValue* each : shares.unknown)
    table.rows.push_back({{each->council->name, "", false}, value_cell(scene, std::nullopt, indicator.unit)});
  return table;
}

}  // namespace

Table shares_table(const Scene& scene, const Indicator& indicator) {
  Table table;
  table.caption = scene.strings.say("shares_table", {{"indicator", indicator.name}});
  table.columns = {{scene.strings.say("column_period"), false},
                   {scene.strings.say("column_council"), false},
                   {scene.strings.say("column_actual"), true}};
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const Measurement* measured = measurement_of(indicator, **period);
    if (measured == nullptr) continue;
    for (const CouncilValue& each : measured->councils)
      table.rows.push_back({{(*period)->name, "", false},
                            {each.council->name, "", false},
                            value_cell(scene, each.actual, indicator.unit)});
  }
  return table;
}

Json shares_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place) {
  const Measurement* measured = measurement_of(indicator, period);
  if (measured == nullptr || measured->councils.empty()) return false;
  const Shares shares = shares_of(*measured);

  // A bar is a part of the total where that is known, also while parts of it are not; else of the largest part.
  double whole = measured->actual ? measured->actual->value : 0;
  const double sum =
      std::accumulate(shares.known.begin(), shares.known.end(), 0.0,
                      [](double before, const CouncilValue* each) { return before + each->actual->value; });
  const bool of_total = whole > 0 && sum <= whole && (shares.known.empty() || shares.known.back()->actual->value >= 0);
  if (!of_total) whole = shares.known.empty() ? 0 : shares.known.front()->actual->value;

  Json rows = Json::array();
  for (const CouncilValue* each : shares.known) {
    const double value = each->actual->value;
    rows.push_back(Json{{"name", each->council->name},
                        {"value", quantity_text(scene, *each->actual, indicator.unit)},
                        {"share", shares.total ? Json(share_in_percent(scene, value, *shares.total)) : Json(false)},
                        {"unknown", false},
                        {"width", percent_of_width(whole > 0 ? std::max(0.0, value / whole * 100) : 0)}});
  }
  const std::string unknown = scene.strings.say("unknown");
  for (const CouncilValue* each : shares.unknown)
    rows.push_back(Json{
        {"name", each->council->name}, {"value", unknown}, {"share", false}, {"unknown", true}, {"width", "0.00%"}});

  std::vector<std::string> conclusion;
  for (std::string sentence : {largest_sentence(scene, indicator, shares), unknown_sentence(scene, shares)})
    if (!sentence.empty()) conclusion.push_back(std::move(sentence));

  std::vector<std::string> note{
      scene.strings.say("shares_note", {{"indicator", indicator.name}, {"period", in_sentence(scene, period.name)}})};
  const std::string unit = indicator.unit_label.empty() ? "" : " " + indicator.unit_label;
  if (measured->actual) {
    const std::string total = quantity_text(scene, *measured->actual, indicator.unit) + unit;
    note.push_back(scene.strings.say(shares.total ? "shares_of_total" : "shares_total", {{"total", total}}));
  }
  if (!measured->note.empty()) note.push_back(measured->note);

  Table table = table_of(scene, indicator, period, shares);
  return Json{{"id", place.id},
              {"conclusion", join(conclusion, " ")},
              {"note", join(note, " ")},
              {"title", table.caption},
              {"of_total", of_total},
              {"rows", std::move(rows)},
              {"table", table_context(scene, table, place.page_address, csv_of(scene, shares_csv(indicator)))}};
}

}  // namespace stoplicht
