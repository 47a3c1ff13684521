#include <algorithm>
#include <cassert>

#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/geometry.h"

namespace stoplicht {

Table lights_table(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports) {
  Table table;
  table.caption = scene.strings.say("lights_table", {{"period", in_sentence(scene, period.name)}});
  table.columns = {{scene.strings.say("column_number"), false},    {scene.strings.say("column_project"), false},
                   {scene.strings.say("column_programme"), false}, {scene.strings.say("column_light"), false},
                   {scene.strings.say("column_basis"), false},     {scene.strings.say("column_computed"), false}};
  for (const ProjectReport* report : reports) {
    const bool reported = report->status->told();
    table.rows.push_back({{report->number, "", false},
                          {report->name, "", false},
                          {report->project->programme->name, "", false},
                          {report->status->label, "", !reported},
                          {reported ? basis_text(scene, report->basis) : "–", "", false},
                          {report->computed != nullptr ? report->computed->label : "–", "", false}});
  }
  return table;
}

std::vector<const ProjectReport*> reports_of(const Period& period, const Programme* programme) {
  std::vector<const ProjectReport*> out;
  for (const ProjectReport& report : period.projects)
    if (programme == nullptr || report.project->programme == programme) out.push_back(&report);
  return out;
}

std::vector<StatusCount> count_statuses(const std::vector<const ProjectReport*>& reports, const StatusScale& scale) {
  std::vector<StatusCount> out;
  for (const Status& status : scale.statuses) {
    long count = 0;
    for (const ProjectReport* report : reports)
      if (report->status == &status) ++count;
    if (count > 0) out.push_back({&status, count});
  }
  return out;
}

LightCounts count_lights(const std::vector<const ProjectReport*>& reports) {
  LightCounts out;
  for (const ProjectReport* report : reports) {
    ++(report->status->told() ? out.told : out.untold);
    if (report->status->needs_explanation()) ++out.attention;
  }
  return out;
}

const Period* newest_with_lights(const Site& site) {
  for (const auto& period : site.periods)
    if (count_lights(reports_of(*period)).told > 0) return period.get();
  return nullptr;
}

std::string attention_text(const Scene& scene, const LightCounts& counts) {
  const std::string attention = count_text(scene, counts.attention);
  const std::string told = count_text(scene, counts.told);
  const std::string untold = count_text(scene, counts.untold);
  if (counts.told == 0) return scene.strings.say("attention_unknown");
  if (counts.untold == 0)
    return counts.attention == 0 ? scene.strings.say("attention_none")
                                 : scene.strings.say_count("attention", counts.attention, attention, {{"total", told}});
  if (counts.attention == 0)
    return scene.strings.say_count("attention_none_of_told", counts.told, told, {{"untold", untold}});
  return scene.strings.say_count("attention_of_told", counts.attention, attention,
                                 {{"total", told}, {"untold", untold}});
}

std::string attention_then(const Scene& scene, const Period& period, const LightCounts& counts) {
  assert(counts.told > 0);
  const std::string name = in_sentence(scene, period.name);
  const std::string attention = count_text(scene, counts.attention);
  const std::string told = count_text(scene, counts.told);
  const std::string untold = count_text(scene, counts.untold);
  if (counts.untold == 0)
    return counts.attention == 0 ? scene.strings.say("attention_then_none", {{"period", name}})
                                 : scene.strings.say_count("attention_then", counts.attention, attention,
                                                           {{"period", name}, {"total", told}});
  if (counts.attention == 0)
    return scene.strings.say_count("attention_then_none_of_told", counts.told, told,
                                   {{"period", name}, {"untold", untold}});
  return scene.strings.say_count("attention_then_of_told", counts.attention, attention,
                                 {{"period", name}, {"total", told}, {"untold", untold}});
}

Json counts_context(const Scene& scene, const std::vector<StatusCount>& counts) {
  Json out = Json::array();
  for (const StatusCount& each : counts) {
    Json item = light_without_basis(*each.status);
    item["count"] = count_text(scene, each.count);
    out.push_back(std::move(item));
  }
  return out;
}

Json ribbon_chart(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports,
                  const ChartPlace& place) {
  const std::vector<StatusCount> counts = count_statuses(reports, *period.scale);
  const long total = static_cast<long>(reports.size());

  // One cell a project, and half a cell between two statuses.
  const double cells = static_cast<double>(total) + 0.5 * static_cast<double>(counts.empty() ? 0 : counts.size() - 1);
  const double cell = 100.0 / cells;
  Json lights = Json::array();
  double x = 0;
  for (const StatusCount& each : counts) {
    for (long i = 0; i < each.count; ++i, x += cell) {
      Json item = light_without_basis(*each.status);
      item["x"] = percent_of_width(x);
      item["width"] = percent_of_width(cell * 0.9);
      lights.push_back(std::move(item));
    }
    x += cell / 2;
  }

  std::vector<std::string> parts;
  for (const StatusCount& each : counts)
    parts.push_back(count_text(scene, each.count) + " " + in_sentence(scene, each.status->label));
  const LightCounts known = count_lights(reports);
  const long told = known.told;
  const long derived = std::count_if(reports.begin(), reports.end(), [](const ProjectReport* report) {
    return report->status->told() && report->basis == Basis::derived;
  });
  const std::string some =
      derived == 0 || derived == told
          ? ""
          : " " + scene.strings.say_count("lights_derived_some", derived, count_text(scene, derived));
  const bool all_derived = derived > 0 && derived == told;

  const std::string period_name = in_sentence(scene, period.name);
  std::string description = scene.strings.say("lights_description", {{"counts", joined(scene, parts)}});
  description += all_derived ? " " + scene.strings.say("lights_derived") : some;
  return Json{
      {"id", place.id},
      {"conclusion", attention_text(scene, known)},
      {"note", all_derived ? scene.strings.say("lights_note_derived") : scene.strings.say("lights_note") + some},
      {"title", scene.strings.say_count("lights_title", total, count_text(scene, total), {{"period", period_name}})},
      {"description", std::move(description)},
      {"lights", std::move(lights)},
      {"counts", counts_context(scene, counts)},
      {"table", table_context(scene, lights_table(scene, period, reports), place.page_address, lights_csv(period))}};
}

}  // namespace stoplicht
