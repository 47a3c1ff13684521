#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

#include <algorithm>

namespace stoplicht {
namespace {

const char* lineage_sentence(LineageKind kind) {
  switch (kind) {
    case LineageKind::continues: return "lineage_continues";
    case LineageKind::split_from: return "lineage_split_from";
    case LineageKind::merged_into: return "lineage_merged_into";
    case LineageKind::ended: return "lineage_ended";
  }
  return "lineage_ended";
}

// Where the project came from and went to, and the names and numbers it had.
Json origin_list(const Scene& scene, const Project& project, const std::string& address) {
  Json out = Json::array();
  for (const Lineage& line : project.lineage)
    out.push_back(Json{{"when", line.period != nullptr ? or_false(line.period->name) : Json(false)},
                       {"text", scene.strings.say(lineage_sentence(line.kind))},
                       {"note", or_false(line.note)},
                       {"link", line.project == nullptr ? Json(false)
                                                        : Json{{"label", line.project->name},
                                                               {"href", relative_link(address, address_of(*line.project))}}}});
  std::string told;
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const ProjectReport* report = (*period)->report_of(project);
    if (report == nullptr) continue;
    const std::string named = report->number + " " + report->name;
    if (named == told) continue;
    told = named;
    out.push_back(Json{{"when", (*period)->name},
                       {"text", scene.strings.say("numbered", {{"number", report->number}, {"name", report->name}})},
                       {"note", false},
                       {"link", false}});
  }
  return out;
}

PageView project_view(const Scene& scene, const Project& project) {
  PageView view;
  const std::string address = address_of(project);
  const ProjectReport* newest = nullptr;
  for (const auto& period : scene.site.periods)
    if (newest == nullptr) newest = period->report_of(project);

  Frame frame;
  frame.address = address;
  frame.heading = project.name;
  frame.kicker = scene.strings.say("kicker_project");
  frame.kicker_sub = project.programme->name;
  if (project.category != nullptr) frame.kicker_sub += " · " + project.category->name;
  frame.lead = project.description;
  frame.description = project.description;
  frame.crumbs = {{scene.strings.say("menu_programmes"), programmes_address},
                  {project.programme->name, address_of(*project.programme)}};
  if (newest != nullptr) {
    frame.verdict = light(scene, *newest->status, newest->basis);
    frame.verdict["context"] = in_sentence(newest->period->name);
    frame.facts = {{scene.strings.say("fact_state"), in_sentence(newest->period->name)}};
  }
  view.context = frame_context(scene, frame);
  view.context["strip"] = strip_chart(scene, project, nullptr, address);

  Json reports = Json::array();
  for (const auto& period : scene.site.periods)
    if (const ProjectReport* report = period->report_of(project))
      reports.push_back(Json{{"period", period->name},
                             {"href", relative_link(address, address_of(*report))},
                             {"light", light(scene, *report->status, report->basis)},
                             {"summary", or_false(report->summary)},
                             {"why", explanation(scene, report->explanation)},
                             {"contradiction", or_false(report->contradiction)}});
  view.context["has_reports"] = !reports.empty();
  view.context["reports"] = std::move(reports);

  const std::vector<KeyFigure> figures = newest_figures(scene, project.indicators);
  view.context["key_figures"] =
      figures.empty() ? Json(false) : Json{{"figures", key_figures(scene, figures, address, nullptr)}};
  view.context["followed_in_words"] = project.following == Following::words;

  Json origin = origin_list(scene, project, address);
  view.context["has_origin"] = !origin.empty();
  view.context["origin"] = std::move(origin);

  std::vector<const Commitment*> commitments;
  for (const auto& commitment : scene.site.commitments)
    if (std::find(commitment->projects.begin(), commitment->projects.end(), &project) != commitment->projects.end())
      commitments.push_back(commitment.get());
  view.context["commitments"] =
      commitments.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, commitments, address)}};
  return view;
}

}  // namespace

void add_project_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& programme : scene.site.programmes)
    for (const auto& project : programme->projects)
      pages.push_back({address_of(*project), "project", programmes_address,
                       Location{"data/programmes.json", 0, 0, 1, ""},
                       [&scene, project = project.get()] { return project_view(scene, *project); },
                       "project '" + project->id + "'"});
}

}  // namespace stoplicht
