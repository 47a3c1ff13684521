#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::int64_t largest_total = 1'000'000'000'000'000;  // Of a whole budget.
constexpr std::int64_t largest_measure = 10'000'000'000'000;   // So that no sum of measures can overflow.

std::string sum_fault(const std::string& what, std::int64_t stated, const std::string& parts, std::int64_t computed) {
  return what + " is stated as " + std::to_string(stated) + ", but " + parts + " add up to " + std::to_string(computed);
}

// One measure, and whether its figures could be read.
struct MeasureRead {
  BudgetMeasure measure;
  std::int64_t sum_of_years = 0;
  bool complete = false;
};

MeasureRead read_measure(Reading& reading, ObjectReader& object, std::set<std::string, std::less<>>& seen) {
  MeasureRead read;
  BudgetMeasure& measure = read.measure;
  measure.id = object.id("id");
  measure.name = object.text("name");
  check_id_is_new(seen, measure.id, "measure of this budget", object);
  measure.project = resolve_optional(reading, reading.projects, object, "project");
  measure.financer = resolve_optional(reading, reading.organisations, object, "financer");
  const bool years_read = object.years("years", measure.years);
  const auto total = object.integer("total", -largest_measure, largest_measure);
  measure.total = total.value_or(0);
  for (const auto& [year, amount] : measure.years) read.sum_of_years += amount;
  read.complete = years_read && total;
  if (read.complete && measure.total != read.sum_of_years) {
    object.error("budget-sum", object.at("total"),
                 sum_fault("the total of " + in_quotes(measure.id), measure.total, "its years", read.sum_of_years),
                 "correct the total or the years");
  }
  return read;
}

// The sums of the measures against what the budget states.
struct Sums {
  std::map<int, std::int64_t> years;
  std::int64_t total = 0;           // Of the measures' totals as stated.
  std::int64_t total_of_years = 0;  // Of their years: differs only when a measure is at fault itself.
};

void check_years(ObjectReader& object, const Budget& budget, const Sums& sums) {
  const Place years = object.place().member("years");
  for (const auto& [year, computed] : sums.years) {
    const auto stated = budget.years.find(year);
    const std::string name = std::to_string(year);
    if (stated == budget.years.end()) {
      if (computed == 0) continue;
      object.error(
          "budget-sum", years.value(),
          "the year " + name + " is not stated, but the measures add up to " + std::to_string(computed) + " in it",
          "add \"" + name + "\": " + std::to_string(computed));
    } else if (stated->second != computed) {
      object.error("budget-sum", years.member(name).value(),
                   sum_fault("the year " + name, stated->second, "the measures", computed),
                   "correct the year or the measures");
    }
  }
  for (const auto& [year, stated] : budget.years) {
    if (stated == 0 || sums.years.contains(year)) continue;
    const std::string name = std::to_string(year);
    object.error("budget-sum", years.member(name).value(), sum_fault("the year " + name, stated, "the measures", 0),
                 "correct the year or the measures");
  }
}

void read_fields(Reading& reading, ObjectReader& object, Budget& budget) {
  Sums sums;
  bool complete = object.has("measures");
  std::set<std::string, std::less<>> seen;
  object.objects("measures", [&](ObjectReader& item) {
    MeasureRead read = read_measure(reading, item, seen);
    complete = complete && read.complete;
    for (const auto& [year, amount] : read.measure.years) sums.years[year] += amount;
    sums.total += read.measure.total;
    sums.total_of_years += read.sum_of_years;
    budget.measures.push_back(std::move(read.measure));
  });
  complete = object.years("years", budget.years) && complete;
  const auto total = object.integer("total", -largest_total, largest_total);
  budget.total = total.value_or(0);
  budget.source = object.optional_text("source");
  budget.note = object.optional_text("note");
  if (!complete || !total) return;

  check_years(object, budget, sums);
  if (budget.total != sums.total && budget.total != sums.total_of_years) {
    object.error("budget-sum", object.at("total"),
                 sum_fault("the total of the budget", budget.total, "the measures", sums.total),
                 "correct the total or the measures");
  }
}

}  // namespace

std::optional<Budget> read_budget(Reading& reading, ObjectReader& programme) {
  std::optional<Budget> budget;
  programme.optional_object("budget", [&](ObjectReader& object) { read_fields(reading, object, budget.emplace()); });
  return budget;
}

}  // namespace stoplicht
