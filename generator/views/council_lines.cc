#include "views/council_lines.h"

#include <algorithm>

#include "views/charts.h"
#include "views/datasets.h"

namespace stoplicht {
namespace {

const CouncilValue* part_of(const Measurement& measured, const Organisation& council) {
  const auto found = std::find_if(measured.councils.begin(), measured.councils.end(),
                                  [&](const CouncilValue& value) { return value.council == &council; });
  return found == measured.councils.end() ? nullptr : &*found;
}

Cell council_cell(const Scene& scene, const std::optional<Quantity>& quantity, Unit unit) {
  if (!quantity) return {scene.strings.say("unknown"), "", true};
  return {quantity_text(scene, *quantity, unit), "", false};
}

// "34 van de 430 inwoners, juli 2020"; of an unknown total only the part.
std::string newest_line(const Scene& scene, const Indicator& indicator, const Measurement& measured,
                        const Quantity& part, const Period& period) {
  const std::string value = quantity_text(scene, part, indicator.unit);
  const std::string unit = indicator.unit_label.empty() ? "" : " " + indicator.unit_label;
  const std::string when = in_sentence(scene, period.name);
  if (!measured.actual) return scene.strings.say("council_line", {{"value", value + unit}, {"period", when}});
  return scene.strings.say(
      "council_line_of",
      {{"value", value}, {"total", quantity_text(scene, *measured.actual, indicator.unit) + unit}, {"period", when}});
}

// False when no period tells this municipality's part of it.
Json line_of(const Scene& scene, const Indicator& indicator, const Organisation& council,
             const std::string& page_address) {
  Table table;
  table.caption = scene.strings.say("council_line_table", {{"indicator", indicator.name}, {"council", council.name}});
  table.columns = {
      {scene.strings.say("column_period"), false}, {council.name, true}, {scene.strings.say("column_all"), true}};
  std::string newest;
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const Measurement* measured = measurement_of(indicator, **period);
    const CouncilValue* part = measured != nullptr ? part_of(*measured, council) : nullptr;
    if (part == nullptr) continue;
    table.rows.push_back({{(*period)->name, "", false},
                          council_cell(scene, part->actual, indicator.unit),
                          council_cell(scene, measured->actual, indicator.unit)});
    if (part->actual) newest = newest_line(scene, indicator, *measured, *part->actual, **period);
  }
  if (table.rows.empty()) return false;
  return Json{{"name", indicator.name},
              {"project", indicator.project != nullptr ? or_false(indicator.project->name) : Json(false)},
              {"unknown", newest.empty()},
              {"text", newest.empty() ? scene.strings.say("unknown") : newest},
              {"table", table_context(scene, table, page_address, shares_csv(indicator))}};
}

}  // namespace

Json council_lines(const Scene& scene, const Organisation& council, const std::string& page_address) {
  Json out = Json::array();
  for (const auto& indicator : scene.site.indicators)
    if (Json line = line_of(scene, *indicator, council, page_address); line.is_object()) out.push_back(std::move(line));
  return out;
}

}  // namespace stoplicht
