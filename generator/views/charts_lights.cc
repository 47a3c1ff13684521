#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/geometry.h"

namespace stoplicht {

Table lights_table(const Scene& scene, const Period& period, const std::vector<const ProjectReport*>& reports) {
  Table table;
  table.caption = scene.strings.say("lights_table", {{"period", in_sentence(period.name)}});
  table.columns = {{scene.strings.say("column_number"), false},
                   {scene.strings.say("column_project"), false},
                   {scene.strings.say("column_programme"), false},
                   {scene.strings.say("column_light"), false},
                   {scene.strings.say("column_basis"), false},
                   {scene.strings.say("column_computed"), false}};
  for (const ProjectReport* report : reports) {
    const bool reported = report->status->id != "not-reported";
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

  long attention = 0;
  std::vector<std::string> parts;
  for (const StatusCount& each : counts) {
    if (each.status->needs_explanation()) attention += each.count;
    parts.push_back(count_text(scene, each.count) + " " + in_sentence(each.status->label));
  }
  long told = 0;
  long derived = 0;
  for (const ProjectReport* report : reports) {
    if (report->status->id == "not-reported") continue;
    ++told;
    if (report->basis == Basis::derived) ++derived;
  }
  const std::string some = derived == 0 || derived == told
                               ? ""
                               : " " + scene.strings.say_count("lights_derived_some", derived, count_text(scene, derived));
  const bool all_derived = derived > 0 && derived == told;

  const std::string period_name = in_sentence(period.name);
  std::string description = scene.strings.say("lights_description", {{"counts", joined(scene, parts)}});
  description += all_derived ? " " + scene.strings.say("lights_derived") : some;
  return Json{{"id", place.id},
              {"conclusion", attention == 0 ? scene.strings.say("attention_none")
                                            : scene.strings.say_count("attention", attention, count_text(scene, attention),
                                                                      {{"total", count_text(scene, total)}})},
              {"note", all_derived ? scene.strings.say("lights_note_derived") : scene.strings.say("lights_note") + some},
              {"title", scene.strings.say_count("lights_title", total, count_text(scene, total), {{"period", period_name}})},
              {"description", std::move(description)},
              {"lights", std::move(lights)},
              {"counts", counts_context(scene, counts)},
              {"table", table_context(scene, lights_table(scene, period, reports), place.page_address, lights_csv(period))}};
}

}  // namespace stoplicht
