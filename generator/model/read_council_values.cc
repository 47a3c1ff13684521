#include <algorithm>
#include <cmath>

#include "model/reading.h"

// Each municipality's part of a measurement.
namespace stoplicht {
namespace {

bool is_exact(const std::optional<Quantity>& quantity) { return quantity && quantity->qualifier == Qualifier::exactly; }

// The parts that are exactly known, added up.
struct Sum {
  double value = 0;
  bool of_all = true;
  bool has_negative = false;
};

Sum sum_of(const std::vector<CouncilValue>& parts) {
  Sum sum;
  for (const CouncilValue& part : parts) {
    if (is_exact(part.actual)) {
      sum.value += part.actual->value;
    } else {
      sum.of_all = false;
    }
    if (part.actual && part.actual->value < 0) sum.has_negative = true;
  }
  sum.value = std::round(sum.value * 1e6) / 1e6;  // So that 0.1 and 0.2 are told as 0.3.
  return sum;
}

void check_sum(ObjectReader& object, const Measurement& measurement) {
  if (!is_exact(measurement.actual)) return;
  const Sum sum = sum_of(measurement.councils);
  const double stated = measurement.actual->value;
  const double rounding = std::max(1e-6, 1e-12 * std::abs(stated));
  const std::string what = "parts of " + in_quotes(measurement.indicator->id) + " add up to " + number_text(sum.value) +
                           ", but 'actual' is " + number_text(stated);
  if (sum.of_all && std::abs(sum.value - stated) > rounding) {
    object.error(
        "council-sum", object.at_key("by_council"), "the " + what,
        sum.value > stated
            ? "correct a number, or leave out what is counted twice"
            : "correct a number, or add the municipality that is missing, with null when its part is not known");
  } else if (!sum.of_all && !sum.has_negative && sum.value > stated + rounding) {
    object.error("council-sum", object.at_key("by_council"), "the known " + what,
                 "correct a number, or leave out what is counted twice");
  }
}

std::string ids_of(const std::vector<const Organisation*>& councils) {
  std::string ids;
  for (const Organisation* council : councils) ids += (ids.empty() ? "" : ", ") + council->id;
  return ids;
}

// Null, after one report, when the id is not of a municipality that can have a part.
const Organisation* read_council(Reading& reading, std::string_view id, const Place& place,
                                 const Indicator* indicator) {
  const Organisation* council = resolve_municipality(reading, id, place, true);
  const Project* project = indicator != nullptr ? indicator->project : nullptr;
  if (council == nullptr || project == nullptr || project->councils.empty()) return council;
  const auto& own = project->councils;
  if (std::find(own.begin(), own.end(), council) != own.end() || reading.councils_missed.contains(project)) {
    return council;
  }
  reading.diagnostics.error("council-outside-project", place.key(),
                            in_quotes(id) + " does not take part in the local project " + in_quotes(project->id),
                            "use one of: " + ids_of(own) + "; or add it to the 'councils' of the project");
  return nullptr;
}

}  // namespace

void read_council_values(Reading& reading, ObjectReader& object, Measurement& measurement) {
  const Indicator* indicator = measurement.indicator;
  const Unit unit = indicator != nullptr ? indicator->unit : Unit::count;
  std::unordered_map<const Organisation*, std::optional<Quantity>> parts;
  std::size_t named = 0;
  object.optional_members("by_council", [&](ObjectReader& values, std::string_view id) {
    ++named;
    const auto actual = values.optional_quantity(id, unit, true);
    const Organisation* council = read_council(reading, id, values.place().member(id), indicator);
    if (council == nullptr) {
      values.set_faulty();
    } else {
      parts.emplace(council, actual);
    }
  });
  if (!object.has("by_council")) return;
  for (const auto& council : reading.site.organisations) {
    const auto part = parts.find(council.get());
    if (part != parts.end()) measurement.councils.push_back({council.get(), part->second});
  }
  if (object.faulty()) return;

  if (named == 0) {
    object.error("list-empty", object.at("by_council"), "'by_council' is empty",
                 "name the municipalities with their numbers, or leave 'by_council' out");
  } else if (indicator != nullptr && unit == Unit::percent) {
    object.error("council-percent", object.at_key("by_council"),
                 in_quotes(indicator->id) + " is a percentage: it does not consist of parts",
                 "leave 'by_council' out here; it is for numbers and amounts that add up");
  } else {
    check_sum(object, measurement);
  }
}

}  // namespace stoplicht
