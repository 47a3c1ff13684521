#include "base/paths.h"
#include "views/addresses.h"
#include "views/charts.h"

#include <algorithm>
#include <set>

namespace stoplicht {
namespace {

// Whether a project that a period does not report had ended by then: by its own end date, or by lineage.
bool has_ended(const Project& project, const Period& period) {
  if (project.until && project.until->last_day() < period.reported_on.first_day()) return true;
  return std::any_of(project.lineage.begin(), project.lineage.end(), [&](const Lineage& line) {
    return (line.kind == LineageKind::ended || line.kind == LineageKind::merged_into) && line.period != nullptr &&
           line.period->reported_on <= period.reported_on;
  });
}

Json matrix_cell(const Scene& scene, const Project& project, const Period& period, const std::string& page_address) {
  Json cell{{"href", ""},       {"label", ""},           {"shape", ""},         {"light", ""},
            {"kind_sign", false}, {"kind_no_data", false}, {"kind_ended", false}, {"kind_absent", false}};
  const auto says = [&](const std::string& what) { cell["label"] = period.name + ": " + what; };
  if (const ProjectReport* report = period.report_of(project)) {
    cell["kind_sign"] = true;
    cell["href"] = relative_link(page_address, address_of(*report));
    cell["shape"] = report->status->shape;
    cell["light"] = light_name(report->status->light);
    const bool told = report->status->id != "not-reported";
    says(report->status->label + (told ? ", " + basis_text(scene, report->basis) : ""));
  } else if (has_ended(project, period)) {
    cell["kind_ended"] = true;
    says(scene.strings.say("project_ended"));
  } else if (period.depth != Depth::projects) {
    cell["kind_no_data"] = true;
    says(scene.strings.say("no_light_per_project"));
  } else {
    cell["kind_absent"] = true;
    says(scene.strings.say("project_not_in_period"));
  }
  return cell;
}

// A column's head: the period's name without its year, and the year below it. A name that has no
// year gets that of the report; one that is nothing but a year has none below it.
std::pair<std::string, std::string> column_head(const Period& period) {
  const auto is_digit = [&](std::size_t i) { return i < period.name.size() && period.name[i] >= '0' && period.name[i] <= '9'; };
  std::string name = period.name;
  std::string year;
  for (std::size_t i = 0; i < name.size() && year.empty(); ++i) {
    if (!is_digit(i) || (i > 0 && is_digit(i - 1))) continue;
    if (is_digit(i + 1) && is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4)) year = name.substr(i, 4);
    if (!year.empty()) name.erase(i, 4);
  }
  if (year.empty()) return {name, std::to_string(period.reported_on.year)};
  while (!name.empty() && (name.back() == ' ' || name.back() == ',')) name.pop_back();
  while (!name.empty() && (name.front() == ' ' || name.front() == ',')) name.erase(0, 1);
  if (name.empty()) std::swap(name, year);
  return {name, year};
}

// The newest number that a period gave the project.
std::string newest_number(const Site& site, const Project& project) {
  for (const auto& period : site.periods)
    if (const ProjectReport* report = period->report_of(project)) return report->number;
  return {};
}

Table matrix_table(const Scene& scene, const std::string& caption) {
  const auto& periods = scene.site.periods;
  Table table;
  table.caption = caption;
  table.columns = {{scene.strings.say("column_number"), false}, {scene.strings.say("column_project"), false}};
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) table.columns.push_back({(*period)->name, false});
  for (const auto& programme : scene.site.programmes) {
    for (const auto& project : programme->projects) {
      std::vector<Cell> row{{newest_number(scene.site, *project), "", false}, {project->name, "", false}};
      for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
        const Json cell = matrix_cell(scene, *project, **period, home_address);
        // The label begins with the period, which the column already says.
        row.push_back({cell["label"].get_ref<const std::string&>().substr((*period)->name.size() + 2), "",
                       !cell["kind_sign"].get<bool>()});
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace

Json matrix_chart(const Scene& scene, const ChartPlace& place) {
  const auto& periods = scene.site.periods;
  Json columns = Json::array();
  long with_lights = 0;
  std::set<const Status*> seen;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    if ((*period)->depth == Depth::projects) ++with_lights;
    for (const ProjectReport& report : (*period)->projects) seen.insert(report.status);
    const auto [name, year] = column_head(**period);
    columns.push_back(Json{{"name", (*period)->name},
                           {"short", name},
                           {"sub", year},
                           {"href", relative_link(place.page_address, address_of(**period))}});
  }

  long projects = 0;
  Json groups = Json::array();
  for (const auto& programme : scene.site.programmes) {
    Json rows = Json::array();
    for (const auto& project : programme->projects) {
      ++projects;
      Json cells = Json::array();
      for (auto period = periods.rbegin(); period != periods.rend(); ++period)
        cells.push_back(matrix_cell(scene, *project, **period, place.page_address));
      rows.push_back(Json{{"number", newest_number(scene.site, *project)},
                          {"name", project->name},
                          {"href", relative_link(place.page_address, address_of(*project))},
                          {"cells", std::move(cells)}});
    }
    if (!rows.empty()) groups.push_back(Json{{"name", programme->name}, {"rows", std::move(rows)}});
  }

  // One legend for all scales: a word that two scales share is told once.
  Json legend = Json::array();
  std::set<std::string> words;
  for (const auto& scale : scene.site.scales)
    for (const Status& status : scale->statuses)
      if (seen.contains(&status) && words.insert(status.label).second) legend.push_back(light_without_basis(status));

  const std::string caption = scene.strings.say("matrix_caption");
  const long count = static_cast<long>(periods.size());
  if (place.files != nullptr)
    table_context(scene, matrix_table(scene, caption), place.page_address, place.csv_name, place.files);
  return Json{{"id", place.id},
              {"conclusion", with_lights == count ? scene.strings.say("matrix_all_lights")
                                                  : scene.strings.say_count("matrix_lights", with_lights,
                                                                            count_text(scene, with_lights),
                                                                            {{"periods", count_text(scene, count)}})},
              {"note", scene.strings.say_count("matrix_note", projects, count_text(scene, projects))},
              {"caption", caption},
              {"periods", std::move(columns)},
              {"count", count},
              {"groups", std::move(groups)},
              {"legend", std::move(legend)},
              {"csv", place.files == nullptr ? Json(false) : Json{{"href", place.csv_name}, {"name", place.csv_name}}}};
}

}  // namespace stoplicht
