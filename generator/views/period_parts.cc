#include "views/period_parts.h"

#include <algorithm>

#include "views/datasets.h"
#include "views/documents.h"
#include "views/lists.h"

namespace stoplicht {
namespace {

// "Deze stoplichten zijn afgeleid uit de tekst.", or how many are; empty when none is.
std::string derived_title(const Scene& scene, const Period& period) {
  long told = 0;
  long derived = 0;
  const auto count = [&](const Status& status, Basis basis) {
    if (!status.told()) return;
    ++told;
    if (basis == Basis::derived) ++derived;
  };
  for (const ProjectReport& report : period.projects) count(*report.status, report.basis);
  for (const ProgrammeReport& report : period.programmes) count(*report.status, report.basis);
  if (derived == 0) return {};
  return derived == told ? scene.strings.say("derived_title")
                         : scene.strings.say_count("lights_derived_some", derived, count_text(scene, derived));
}

// Of an edition: reports that were taken out of view, and that the period counts.
long withdrawn_reports(const Period& period) {
  if (period.edition == nullptr) return 0;
  const auto& withdrawn = period.edition->withdrawn;
  return std::count_if(withdrawn.begin(), withdrawn.end(),
                       [](const WithdrawnPart& part) { return part.part.starts_with("project:"); });
}

}  // namespace

Json depth_notices(const Scene& scene, const Period& period) {
  Json notices = Json::array();
  if (const std::string title = derived_title(scene, period); !title.empty())
    notices.push_back(notice("info", title, period.basis_note));
  switch (period.depth) {
    case Depth::projects: break;
    case Depth::totals:
      notices.push_back(
          notice("info", scene.strings.say("depth_totals_title"), scene.strings.say("depth_totals_text")));
      break;
    case Depth::letter:
      notices.push_back(
          notice("info", scene.strings.say("depth_letter_title"), scene.strings.say("depth_letter_text")));
      break;
    case Depth::known:
      notices.push_back(notice("info", scene.strings.say("depth_known_title"), scene.strings.say("depth_known_text")));
      break;
  }
  const long withdrawn = withdrawn_reports(period);
  const long reported = static_cast<long>(period.projects.size()) + withdrawn;
  if (period.stated_projects && !period.projects.empty() && *period.stated_projects != reported)
    notices.push_back(
        notice("warning", scene.strings.say("stated_differs_title"),
               scene.strings.say("stated_differs_text", {{"stated", count_text(scene, *period.stated_projects)},
                                                         {"reported", count_text(scene, reported)}})));
  return notices;
}

Json meanings(const Scene& scene, const StatusScale& scale) {
  Json items = Json::array();
  for (const Status& status : scale.statuses) {
    Json item = light_without_basis(status);
    item["meaning"] = status.meaning;
    items.push_back(std::move(item));
  }
  // Only where there are several is it of use to know which one this is.
  const bool one = scene.site.scales.size() == 1;
  return Json{
      {"title", one ? scene.strings.say("meanings") : scene.strings.say("meanings_of", {{"scale", scale.name}})},
      {"items", std::move(items)}};
}

Json events_section(const Scene& scene, const Period& period) {
  std::vector<const Event*> events;
  for (const Event& event : period.events) events.push_back(&event);
  return events.empty() ? Json(false) : Json{{"events", event_list(scene, events)}};
}

Json sources_section(const Scene& scene, const Period& period, const std::string& address) {
  if (period.sources.empty() && period.figures.empty() && period.limits.empty() && period.reported_note.empty())
    return false;
  Json limits = Json::array();
  for (const std::string& limit : period.limits) limits.push_back(limit);
  return Json{{"has_documents", !period.sources.empty()},
              {"documents", source_list(period.sources)},
              {"figures_table", period.figures.empty()
                                    ? Json(false)
                                    : table_context(scene, figures_table(scene, period), address, figures_csv(period))},
              {"reported_note", or_false(period.reported_note)},
              {"has_limits", !period.limits.empty()},
              {"limits", std::move(limits)}};
}

}  // namespace stoplicht
