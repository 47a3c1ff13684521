#include <algorithm>

#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

constexpr std::array<Choice<Direction>, 2> directions{{{"up", Direction::up}, {"down", Direction::down}}};

void read_owner(Reading& reading, ObjectReader& object, Indicator& indicator) {
  resolve_optional(reading, reading.projects, object, "project");  // Set when it was registered.
  bool names_programmes = false;
  object.optional_texts("programmes", [&](std::string_view id, const Place& place) {
    names_programmes = true;
    const Programme* programme = resolve(reading, reading.programmes, id, place);
    if (programme != nullptr &&
        std::find(indicator.programmes.begin(), indicator.programmes.end(), programme) == indicator.programmes.end()) {
      indicator.programmes.push_back(programme);
    }
  });
  const std::string name = "indicator " + in_quotes(indicator.id);
  if (object.has("project") && names_programmes) {
    object.error("indicator-owner", object.at_key("project"), name + " belongs to a project and to programmes",
                 "keep one of the two: 'project' for its own figure, 'programmes' for a total");
  } else if (!object.has("project") && !object.has("programmes")) {
    object.error("indicator-owner", object.here(), name + " belongs to nothing",
                 "add 'programmes' for a total, or 'project' for a project's own figure");
  } else if (!object.has("project") && !names_programmes && !object.faulty()) {
    object.error("indicator-owner", object.at("programmes"), name + " belongs to nothing",
                 "name at least one programme");
  }
}

void read_target(Reading& reading, ObjectReader& object, Indicator& indicator, bool first, const Period*& previous) {
  Target target;
  const auto quantity = object.spread_quantity(indicator.unit);
  target.from = resolve(reading, reading.periods, object, "from_period");
  target.decision = object.optional_text("decision");
  if (!first && trim(target.decision).empty()) {
    object.error("target-without-decision", object.has("decision") ? object.at("decision") : object.here(),
                 "the target of " + in_quotes(indicator.id) + " moves without a decision",
                 "add 'decision': who moved it, when and why");
  }
  const auto has_time = [](const Period* period) { return period != nullptr && period->reported_on.year != 0; };
  if (has_time(target.from) && has_time(previous) && !is_earlier(*previous, *target.from)) {
    object.error("target-order", object.at("from_period"),
                 "the target from " + in_quotes(target.from->id) + " does not come after the one from " +
                     in_quotes(previous->id),
                 "list the targets of an indicator from old to new, one for a period");
  }
  if (target.from != nullptr) previous = target.from;
  if (quantity && target.from != nullptr) {
    target.quantity = *quantity;
    indicator.targets.push_back(std::move(target));
  }
}

void read_unit_label(ObjectReader& object, Indicator& indicator, bool unit_known) {
  if (!unit_known) {
    object.optional_text("unit_label");
  } else if (indicator.unit == Unit::count) {
    indicator.unit_label = object.text("unit_label");
  } else if (!object.optional_text("unit_label").empty()) {
    object.diagnostics().warning("unit-label-needless", object.at_key("unit_label"),
                                 "'unit_label' is only shown with the unit \"count\"", "leave it out");
  }
}

void read_indicator(Reading& reading, ObjectReader& object, Indicator& indicator) {
  object.id("id");
  check_id_is_own(reading.indicators, indicator, object);
  indicator.name = object.text("name");
  indicator.description = object.optional_text("description");
  const auto unit = object.choice("unit", unit_names);
  indicator.unit = unit.value_or(Unit::count);
  read_unit_label(object, indicator, unit.has_value());
  indicator.target_label = object.optional_text("target_label");
  indicator.direction = object.optional_choice("direction", directions, Direction::up);
  indicator.cumulative = object.boolean("cumulative", false);
  read_owner(reading, object, indicator);
  object.optional_object("baseline", [&](ObjectReader& baseline) {
    indicator.baseline = baseline.spread_quantity(indicator.unit);
    indicator.baseline_date = baseline.optional_date("date");
  });
  bool first = true;
  const Period* previous = nullptr;
  object.optional_objects("targets", [&](ObjectReader& target) {
    read_target(reading, target, indicator, first, previous);
    first = false;
  });
  std::stable_sort(indicator.targets.begin(), indicator.targets.end(),
                   [](const Target& a, const Target& b) { return is_earlier(*a.from, *b.from); });
}

// Totals first, then each project's, in the order in which the file lists the projects.
void sort_indicators(Site& site) {
  std::unordered_map<const Project*, std::size_t> rank;
  for (const auto& programme : site.programmes) {
    for (const auto& project : programme->projects) rank.emplace(project.get(), rank.size() + 1);
  }
  const auto rank_of = [&](const Indicator& indicator) {
    return indicator.project == nullptr ? 0 : rank.at(indicator.project);
  };
  std::stable_sort(site.indicators.begin(), site.indicators.end(),
                   [&](const auto& a, const auto& b) { return rank_of(*a) < rank_of(*b); });
}

}  // namespace

void read_indicators(Reading& reading, ObjectReader& object) {
  std::size_t next = 0;
  object.optional_objects("indicators",
                          [&](ObjectReader& item) { read_indicator(reading, item, *reading.site.indicators[next++]); });
  sort_indicators(reading.site);
}

}  // namespace stoplicht
