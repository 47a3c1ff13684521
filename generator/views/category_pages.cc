#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

std::vector<const Project*> projects_of(const Category& category) {
  std::vector<const Project*> out;
  for (const auto& project : category.programme->projects)
    if (project->category == &category) out.push_back(project.get());
  return out;
}

std::vector<const ProjectReport*> reports_of(const Category& category, const Period& period) {
  std::vector<const ProjectReport*> out;
  for (const ProjectReport& report : period.projects)
    if (report.project->category == &category) out.push_back(&report);
  return out;
}

// How many projects had which light, period by period, newest first; those that tell nothing of them are named too.
Json counts_by_period(const Scene& scene, const Category& category, const std::string& address) {
  Json rows = Json::array();
  for (const auto& period : scene.site.periods) {
    const auto reports = reports_of(category, *period);
    const bool told = !reports.empty();
    rows.push_back(
        Json{{"name", period->name},
             {"href", relative_link(address, address_of(*period))},
             {"unknown", told ? Json(false)
                              : Json(scene.strings.say(period->depth == Depth::projects ? "no_project_in_period"
                                                                                        : "no_light_per_project"))},
             {"counts", counts_context(scene, count_statuses(reports, *period->scale))}});
  }
  return Json{{"rows", std::move(rows)}};
}

// Each project with the name of its newest light, and its history.
Json histories(const Scene& scene, const std::vector<const Project*>& projects, const std::string& address) {
  Json out = newest_project_list(scene, projects, address);
  for (std::size_t i = 0; i < projects.size(); ++i) {
    Json strip = strip_chart(scene, *projects[i], nullptr, {address, "verloop-" + projects[i]->id});
    // The project's own page has the table, and tells what else a period says of it.
    strip["table"] = false;
    strip["note"] = false;
    out[i]["strip"] = std::move(strip);
  }
  return out;
}

// Lights of an older period are told in the past.
Json ribbon_of(const Scene& scene, const Category& category, const Period& period, const std::string& address) {
  const auto reports = reports_of(category, period);
  Json ribbon = ribbon_chart(scene, period, reports, {address, "stoplichten"});
  if (&period != scene.site.newest()) ribbon["conclusion"] = attention_then(scene, period, count_lights(reports));
  return ribbon;
}

Frame category_frame(const Scene& scene, const Category& category) {
  const Programme& programme = *category.programme;
  Frame frame;
  frame.address = address_of(category);
  frame.heading = category.name;
  frame.kicker = scene.strings.say("kicker_category");
  frame.kicker_sub = programme.name;
  frame.lead = category.description;
  frame.description = category.description;
  frame.crumbs = {{scene.strings.say("menu_programmes"), programmes_address}, {programme.name, address_of(programme)}};
  const auto& all = programme.categories;
  const std::size_t index = static_cast<std::size_t>(&category - all.data());
  if (index > 0)
    frame.previous = {scene.strings.say("previous_category"), all[index - 1].name, address_of(all[index - 1])};
  if (index + 1 < all.size())
    frame.next = {scene.strings.say("next_category"), all[index + 1].name, address_of(all[index + 1])};
  return frame;
}

// `conclusion`: of its newest lights; may be empty.
SearchEntry entry_of(const Scene& scene, const Category& category, const std::string& conclusion) {
  SearchEntry entry = search_entry(SearchKind::programme, category.name, address_of(category));
  entry.weight = search_weight_of_category();
  entry.summary = category.description;
  set_category(scene, category, entry);
  add_part(entry, label(scene, "lights"), "deel_stoplichten", conclusion);
  return entry;
}

PageView category_view(const Scene& scene, const Category& category) {
  PageView view;
  const std::string address = address_of(category);
  const std::vector<const Project*> projects = projects_of(category);
  const Period* lights = nullptr;
  for (const auto& period : scene.site.periods)
    if (lights == nullptr && count_lights(reports_of(category, *period)).told > 0) lights = period.get();

  Frame frame = category_frame(scene, category);
  if (lights != nullptr) frame.facts = {{scene.strings.say("fact_state"), in_sentence(scene, lights->name)}};
  view.context = frame_context(scene, frame);
  view.context["ribbon"] = lights == nullptr ? Json(false) : ribbon_of(scene, category, *lights, address);
  const long count = static_cast<long>(projects.size());
  view.context["projects_count"] = scene.strings.say_count("projects", count, count_text(scene, count));
  view.context["has_projects"] = count > 0;
  view.context["projects"] = histories(scene, projects, address);
  view.context["by_period"] = count > 0 ? counts_by_period(scene, category, address) : Json(false);
  const Json& ribbon = view.context["ribbon"];
  view.search = entry_of(scene, category, ribbon.is_object() ? ribbon["conclusion"].get<std::string>() : std::string());
  return view;
}

}  // namespace

void add_category_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& programme : scene.site.programmes)
    for (const Category& category : programme->categories)
      pages.push_back({address_of(category), "category", programmes_address,
                       Location{"data/programmes.json", 0, 0, 1, ""},
                       [&scene, &category] { return category_view(scene, category); },
                       "category '" + category.id + "' of programme '" + programme->id + "'"});
}

}  // namespace stoplicht
