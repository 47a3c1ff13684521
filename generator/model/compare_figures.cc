#include <unordered_map>

#include "model/comparing.h"

namespace stoplicht {
namespace {

using Indicators = std::unordered_map<std::string_view, const Indicator*>;

Indicators indicators_by_id(const Site& site) {
  Indicators out;
  for (const auto& indicator : site.indicators) out.emplace(indicator->id, indicator.get());
  return out;
}

const Indicator* find(const Indicators& indicators, const Indicator& indicator) {
  const auto found = indicators.find(indicator.id);
  return found != indicators.end() ? found->second : nullptr;
}

// What is no goal, but available or planned, holds only in the period that states it.
const Target* target_of(const Indicator* indicator, const Period& period) {
  const Target* target = indicator != nullptr ? indicator->target_in(period) : nullptr;
  return target != nullptr && !indicator->target_label.empty() && target->from->id != period.id ? nullptr : target;
}

bool is_a_number(const Measurement* measurement) {
  return measurement != nullptr && measurement->actual &&
         (measurement->actual->qualifier == Qualifier::exactly || measurement->actual->qualifier == Qualifier::about);
}

class Figures {
 public:
  explicit Figures(Changes& changes)
      : changes_(changes),
        known_before_(indicators_by_id(*changes.before.site)),
        known_after_(indicators_by_id(*changes.after.site)) {}

  // The measurements of one owner on either side.
  void add(const std::vector<Measurement>& before, const std::vector<Measurement>& after) {
    std::unordered_map<std::string_view, const Measurement*> by_id_before, by_id_after;
    for (const Measurement& each : before) by_id_before.emplace(each.indicator->id, &each);
    for (const Measurement& each : after) by_id_after.emplace(each.indicator->id, &each);
    for (const Measurement& each : after) {
      const auto found = by_id_before.find(each.indicator->id);
      add(*each.indicator, found != by_id_before.end() ? found->second : nullptr, &each);
    }
    for (const Measurement& each : before)
      if (!by_id_after.contains(each.indicator->id)) add(*each.indicator, &each, nullptr);
  }

 private:
  void add(const Indicator& measured, const Measurement* before, const Measurement* after) {
    const Indicator* old_indicator = find(known_before_, measured);
    const Indicator* new_indicator = find(known_after_, measured);
    FigureChange change;
    change.indicator = new_indicator != nullptr ? new_indicator : &measured;
    change.before = before;
    change.after = after;
    compare_targets(change, target_of(old_indicator, *changes_.before.period),
                    target_of(new_indicator, *changes_.after.period));
    change.counts_otherwise = old_indicator != nullptr && (old_indicator->unit != change.indicator->unit ||
                                                           old_indicator->unit_label != change.indicator->unit_label);
    if (old_indicator != nullptr && !change.counts_otherwise && is_a_number(before) && is_a_number(after)) {
      const double difference = after->actual->value - before->actual->value;
      const bool up = change.indicator->direction == Direction::up;
      change.difference = difference;
      // A figure that was put right is neither better nor worse than it was told.
      const bool is_ranked = !changes_.between_editions();
      change.better = is_ranked && (up ? difference > 0 : difference < 0);
      change.worse = is_ranked && (up ? difference < 0 : difference > 0);
    }
    changes_.figures.push_back(std::move(change));
  }

  void compare_targets(FigureChange& change, const Target* before, const Target* after) const {
    if (before != nullptr) change.target_before = before->quantity;
    if (after != nullptr) change.target_after = after->quantity;
    // What a period states and the next does not state did not move.
    const bool stated_once = !change.indicator->target_label.empty() && (before == nullptr || after == nullptr);
    change.target_moved = change.target_before != change.target_after && (!stated_once || changes_.between_editions());
    if (change.target_moved && after != nullptr) change.decision = after->decision;
  }

  Changes& changes_;
  Indicators known_before_, known_after_;
};

}  // namespace

void compare_figures(Changes& changes) {
  static const std::vector<Measurement> none;
  Figures figures(changes);
  figures.add(changes.before.period->totals, changes.after.period->totals);
  for (const ProjectChange& project : changes.projects)
    figures.add(project.before != nullptr ? project.before->measurements : none,
                project.after != nullptr ? project.after->measurements : none);
}

}  // namespace stoplicht
