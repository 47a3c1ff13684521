#include <algorithm>

#include "base/paths.h"
#include "model/changes.h"
#include "views/addresses.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/edition_notes.h"
#include "views/project_in_period.h"

namespace stoplicht {
namespace {

constexpr std::size_t most_abreast = 10;  // More stand below one another, on a wide screen too.

// The same light in several told periods, the first and the last at these places of `moments`. Where a period between
// them is not told, nobody knows that the light held: then it is told of how many periods it is known.
std::string run_text(const Scene& scene, const std::vector<ProjectInPeriod>& moments, std::size_t first,
                     std::size_t last, std::size_t run, bool always) {
  const Status& status = *moments[last].report->status;
  const std::string light = in_sentence(scene, status.label);
  const std::string from = in_sentence(scene, moments[first].period->name);
  const std::string until = in_sentence(scene, moments[last].period->name);
  const std::string n = count_text(scene, static_cast<long>(run));
  if (last - first + 1 != run)
    return scene.strings.say(always ? "strip_always_known" : "strip_run_known",
                             {{"light", light},
                              {"from", from},
                              {"until", until},
                              {"n", n},
                              {"periods", count_text(scene, static_cast<long>(last - first + 1))}});
  if (always) return scene.strings.say("strip_always", {{"light", light}, {"from", from}, {"until", until}});
  if (last + 1 != moments.size())
    return scene.strings.say("strip_run", {{"light", light}, {"from", from}, {"until", until}});
  if (run > 2 && status.needs_explanation())
    return scene.strings.say("strip_in_a_row", {{"n", n}, {"light", light}, {"from", from}});
  return scene.strings.say("strip_since", {{"light", light}, {"from", from}});
}

// "Sinds voorjaar 2023: ‘op koers’.", "Slechter dan najaar 2023: van ‘op koers’ naar ‘risico’."
std::string conclusion_of(const Scene& scene, const std::vector<ProjectInPeriod>& moments) {
  std::vector<std::size_t> told;  // Where in `moments` a light is told.
  for (std::size_t i = 0; i < moments.size(); ++i)
    if (moments[i].told()) told.push_back(i);
  if (told.empty()) return scene.strings.say("strip_none");

  const ProjectInPeriod& last = moments[told.back()];
  const std::string light = in_sentence(scene, last.report->status->label);
  const std::string period = in_sentence(scene, last.period->name);
  if (told.size() == 1) return scene.strings.say("strip_one", {{"light", light}, {"period", period}});

  std::size_t run = 1;
  while (run < told.size() && same_light(*moments[told[told.size() - 1 - run]].report->status, *last.report->status))
    ++run;
  if (run > 1) return run_text(scene, moments, told[told.size() - run], told.back(), run, run == told.size());
  const ProjectInPeriod& before = moments[told[told.size() - 2]];
  const auto now_rank = rank(last.report->status->light);
  const auto then_rank = rank(before.report->status->light);
  const char* key = !now_rank || !then_rank || *now_rank == *then_rank ? "strip_changed"
                    : *now_rank > *then_rank                           ? "strip_better"
                                                                       : "strip_worse";
  return scene.strings.say(key, {{"light", light},
                                 {"period", period},
                                 {"old", in_sentence(scene, before.report->status->label)},
                                 {"then", in_sentence(scene, before.period->name)}});
}

std::string note_of(const Scene& scene, const Project& project, const std::vector<ProjectInPeriod>& moments) {
  std::string out = scene.strings.say("strip_note");
  long told = 0;
  long derived = 0;
  long differs = 0;
  const ProjectInPeriod* last = nullptr;
  for (const ProjectInPeriod& moment : moments) {
    if (moment.report != nullptr && moment.report->differs()) ++differs;
    if (!moment.told()) continue;
    ++told;
    if (moment.report->basis == Basis::derived) ++derived;
    last = &moment;
  }
  if (derived > 0)
    out +=
        " " + (derived == told ? scene.strings.say("lights_derived")
                               : scene.strings.say_count("lights_derived_some", derived, count_text(scene, derived)));
  if (differs > 0) out += " " + scene.strings.say_count("strip_differs", differs, count_text(scene, differs));
  if (last != nullptr && last != &moments.back() && (last + 1)->kin.empty() && !has_ended(project, *(last + 1)->period))
    out += " " + scene.strings.say("last_known", {{"period", in_sentence(scene, last->period->name)}});
  return out;
}

// The name and number that the period gave the project, where they are not its own; the light of its rule, where
// it is another one; the light that a correction gave it later.
std::string remark_of(const Scene& scene, const Project& project, const ProjectInPeriod& moment,
                      const std::string& newest_number) {
  if (moment.report == nullptr) return {};
  const ProjectReport& report = *moment.report;
  std::string named;
  if (report.number != newest_number) named = report.number;
  if (report.name != project.name) named += (named.empty() ? "" : " ") + report.name;
  std::string computed;
  if (shows_computed(report))
    computed = scene.strings.say("strip_computed", {{"light", in_sentence(scene, report.computed->label)}});
  std::string corrected;
  if (const Edition* since = corrected_since(scene, *moment.period); since != nullptr)
    if (const ProjectReport* now = since->period->report_of(*report.project);
        now != nullptr && !same_light(*now->status, *report.status))
      corrected = scene.strings.say("strip_corrected", {{"light", in_sentence(scene, now->status->label)}});
  return with_dots({named, computed, corrected});
}

std::string newest_number_of(const std::vector<ProjectInPeriod>& moments) {
  std::string out;
  for (const ProjectInPeriod& moment : moments)
    if (moment.report != nullptr) out = moment.report->number;
  return out;
}

}  // namespace

Json strip_chart(const Scene& scene, const Project& project, const Period* current, const ChartPlace& place) {
  const std::vector<ProjectInPeriod> moments = through_time(scene, project);
  const std::string number = newest_number_of(moments);
  Json items = Json::array();
  for (const ProjectInPeriod& moment : moments) {
    items.push_back(
        Json{{"period", moment.period->name},
             {"href", relative_link(place.page_address, address_of(moment))},
             {"light", moment.told() ? light(scene, *moment.report->status, moment.report->basis) : Json(false)},
             {"unknown", moment.told() ? Json(false) : Json(no_light_text(scene, project, moment))},
             {"note", or_false(remark_of(scene, project, moment, number))},
             {"current", moment.period == current},
             {"gap", !moment.told()}});
  }
  // A line with an unknown end is dotted, so the gap begins at the last light before it.
  for (std::size_t i = 1; i < items.size(); ++i)
    if (items[i]["gap"].get<bool>()) items[i - 1]["gap"] = true;
  return Json{{"id", place.id},
              {"conclusion", conclusion_of(scene, moments)},
              {"note", note_of(scene, project, moments)},
              {"title", scene.strings.say("strip_title", {{"project", project.name}})},
              {"items", std::move(items)},
              {"long", moments.size() > most_abreast},
              {"table", table_context(scene, strip_table(scene, project), place.page_address,
                                      csv_of(scene, history_csv(project)))}};
}

Table strip_table(const Scene& scene, const Project& project) {
  Table table;
  table.caption = scene.strings.say("strip_title", {{"project", project.name}});
  for (const char* key :
       {"column_period", "column_number", "column_project", "column_light", "column_basis", "column_computed"})
    table.columns.push_back({scene.strings.say(key), false});
  // An edition keeps the lights and figures of earlier periods, and not their texts.
  const bool with_summary = &scene.site == &scene.present();
  if (with_summary) table.columns.push_back({scene.strings.say("column_summary"), false});
  const Cell none{"–", "", false};
  for (const ProjectInPeriod& moment : through_time(scene, project)) {
    const ProjectReport* report = moment.report;
    const auto text = [&](const std::string& value) { return value.empty() ? none : Cell{value, "", false}; };
    table.rows.push_back(
        {{moment.period->name, "", false},
         text(report != nullptr ? report->number : ""),
         text(report != nullptr ? report->name : ""),
         moment.told() ? Cell{report->status->label, "", false} : Cell{no_light_text(scene, project, moment), "", true},
         text(moment.told() ? basis_text(scene, report->basis) : ""),
         text(report != nullptr && report->computed != nullptr ? report->computed->label : "")});
    if (with_summary) table.rows.back().push_back(text(report != nullptr ? report->summary : ""));
  }
  return table;
}

}  // namespace stoplicht
