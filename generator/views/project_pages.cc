#include <algorithm>
#include <set>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/datasets.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/project_figures.h"
#include "views/project_history.h"
#include "views/project_in_period.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// What the programme's budget gives the project; false when that does not name it.
Json budget_section(const Scene& scene, const Project& project, const std::string& address) {
  const Programme& programme = *project.programme;
  if (!programme.budget) return false;
  std::vector<const BudgetMeasure*> measures;
  std::set<int> years;
  for (const BudgetMeasure& measure : programme.budget->measures) {
    if (measure.project != &project) continue;
    measures.push_back(&measure);
    for (const auto& [year, amount] : measure.years) years.insert(year);
  }
  if (measures.empty()) return false;

  Table table;
  table.caption = scene.strings.say("project_budget_caption", {{"project", project.name}});
  table.columns.push_back({scene.strings.say("column_measure"), false});
  for (const int year : years) table.columns.push_back({std::to_string(year), true});
  table.columns.push_back({scene.strings.say("column_total"), true});
  table.columns.push_back({scene.strings.say("column_financer"), false});
  for (const BudgetMeasure* measure : measures) {
    std::vector<Cell> row{{measure->name, "", false}};
    for (const int year : years) {
      const auto found = measure->years.find(year);
      row.push_back(found != measure->years.end() ? Cell{scene.locale.euros(found->second), "", false}
                                                  : Cell{scene.strings.say("no_target"), "", true});
    }
    row.push_back({scene.locale.euros(measure->total), "", false});
    row.push_back(measure->financer != nullptr ? Cell{measure->financer->name, "", false}
                                               : Cell{scene.strings.say("financer_not_named"), "", true});
    table.rows.push_back(std::move(row));
  }
  return Json{{"table", table_context(scene, table)},
              {"programme", programme.name},
              {"href", relative_link(address, address_of(programme)) + "#deel_geld"}};
}

// What the project belongs to: programme, category and, of a local one, its municipalities.
Json belonging(const Scene& scene, const Project& project, const std::string& address) {
  Json out = Json::array();
  const auto item = [&](const std::string& name, const std::string& to) {
    return Json{{"label", name}, {"href", relative_link(address, to)}};
  };
  const auto add = [&](const char* key, Json links) {
    out.push_back(Json{{"label", scene.strings.say(key)}, {"links", std::move(links)}});
  };
  add("kicker_programme", Json::array({item(project.programme->name, address_of(*project.programme))}));
  if (project.category != nullptr)
    add("project_category", Json::array({item(project.category->name, address_of(*project.category))}));
  Json councils = Json::array();
  for (const Organisation* council : project.councils)
    councils.push_back(item(council->name, address_of_council(*council)));
  if (!councils.empty()) add("project_councils", std::move(councils));
  return out;
}

// With those of what it continues, under the name that those had.
Json report_list(const Scene& scene, const Project& project, const std::string& address) {
  Json out = Json::array();
  const std::vector<const Project*> forms = forms_of(scene.site, project);
  for (const auto& period : scene.site.periods) {
    const ProjectReport* report = find_in(scene, forms, *period, nullptr).report;
    if (report == nullptr) continue;
    const bool is_own = report->project == &project;
    out.push_back(Json{{"period", is_own ? period->name : with_dots({period->name, report->name})},
                       {"href", relative_link(address, address_of(*report))},
                       {"light", light(scene, *report->status, report->basis)},
                       {"computed", computed_beside(*report)},
                       {"summary", or_false(report->summary)},
                       {"why", explanation(scene, report->explanation)},
                       {"contradiction", or_false(report->contradiction)}});
  }
  return out.empty() ? Json(false) : Json{{"items", std::move(out)}};
}

std::string span_of(const Scene& scene, const Project& project) {
  const auto date = [&](const std::optional<Date>& each) { return scene.locale.date(*each); };
  if (project.from && project.until)
    return scene.strings.say("span", {{"from", date(project.from)}, {"until", date(project.until)}});
  if (project.from) return scene.strings.say("span_from", {{"from", date(project.from)}});
  if (project.until) return scene.strings.say("span_until", {{"until", date(project.until)}});
  return {};
}

Frame project_frame(const Scene& scene, const Project& project) {
  const auto& all = project.programme->projects;
  Frame frame;
  frame.address = address_of(project);
  frame.heading = project.name;
  frame.kicker = scene.strings.say("kicker_project");
  frame.kicker_sub = project.programme->name;
  if (project.category != nullptr) frame.kicker_sub += " · " + project.category->name;
  frame.lead = project.description;
  frame.description = project.description;
  frame.crumbs = {{scene.strings.say("menu_programmes"), programmes_address},
                  {project.programme->name, address_of(*project.programme)}};
  if (project.category != nullptr) frame.crumbs.push_back({project.category->name, address_of(*project.category)});
  if (const ProjectReport* newest = newest_report(scene.site, project); newest != nullptr) {
    frame.verdict = light(scene, *newest->status, newest->basis);
    std::string context = in_sentence(scene, newest->period->name);
    // A head that shows one light must not hide that the figures give another.
    if (newest->differs())
      context += " · " + scene.strings.say("strip_computed", {{"light", in_sentence(scene, newest->computed->label)}});
    frame.verdict["context"] = std::move(context);
    frame.facts = {{scene.strings.say("fact_state"), in_sentence(scene, newest->period->name)}};
  }
  if (const std::string span = span_of(scene, project); !span.empty())
    frame.facts.push_back({scene.strings.say("fact_runs"), span});
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.get() == &project; });
  if (at != all.begin())
    frame.previous = {scene.strings.say("previous_project"), (*(at - 1))->name, address_of(**(at - 1))};
  if (at + 1 != all.end()) frame.next = {scene.strings.say("next_project"), (*(at + 1))->name, address_of(**(at + 1))};
  return frame;
}

// The parts that the page has, in the order of its layout.
std::vector<Part> project_parts(const Scene& scene, const Json& sections) {
  std::vector<Part> parts{{"deel_verloop", label(scene, "through_time")}};
  const auto add = [&](const char* section, const char* id, const char* key) {
    if (sections[section] != false) parts.push_back({id, label(scene, key)});
  };
  add("key_figures", "deel_cijfers", "figures");
  add("reports", "deel_periodes", "reported");
  add("budget", "deel_geld", "money");
  add("commitments", "deel_toezeggingen", "commitments");
  add("history", "deel_geschiedenis", "history");
  return parts;
}

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

// What the programme's budget gives it, and where it came from or went. Each period's report is a page of its own.
SearchEntry entry_of(const Scene& scene, const Project& project, const std::vector<KeyFigure>& figures) {
  SearchEntry entry = search_entry(SearchKind::project, project.name, address_of(project));
  entry.group = "project:" + project.id;
  entry.summary = project.description;
  set_project(scene, project, entry);
  for (const auto& period : scene.site.periods) {
    const ProjectReport* report = period->report_of(project);
    if (report == nullptr) continue;
    // A number of before may be another project's now.
    if (entry.identifiers.empty())
      add_once(entry.identifiers, report->number);
    else if (report->number != entry.identifiers.front())
      add_once(entry.names, report->number);
    if (report->name != project.name) add_once(entry.names, report->name);
  }
  add_part(entry, label(scene, "figures"), "deel_cijfers", figures_text(scene, figures));
  std::vector<std::string> money;
  if (project.programme->budget)
    for (const BudgetMeasure& measure : project.programme->budget->measures)
      if (measure.project == &project)
        money.push_back(labelled(scene, measure.name, scene.locale.euros(measure.total)));
  add_part(entry, label(scene, "money"), "deel_geld", paragraphs(money));
  std::vector<std::string> history;
  for (const Kin& kin : kin_of(scene.site, project))
    add_sentence(history.emplace_back(kin_text(scene, kin)), kin.line->note);
  add_part(entry, label(scene, "history"), "deel_geschiedenis", paragraphs(history));
  return entry;
}

PageView project_view(const Scene& scene, const Project& project) {
  PageView view;
  const std::string address = address_of(project);
  const std::vector<KeyFigure> figures = newest_figures(scene, project.indicators);
  Json sections{{"strip", strip_chart(scene, project, nullptr, {address, "verloop"})},
                {"key_figures", project_figures(scene, figures, address)},
                {"followed_in_words", project.following == Following::words},
                {"reports", report_list(scene, project, address)},
                {"budget", budget_section(scene, project, address)},
                {"belonging", belonging(scene, project, address)}};
  Json events = project_history(scene, project, address);
  sections["history"] = events.empty() ? Json(false) : Json{{"events", std::move(events)}};

  std::vector<const Commitment*> commitments;
  for (const auto& commitment : scene.site.commitments)
    if (std::find(commitment->projects.begin(), commitment->projects.end(), &project) != commitment->projects.end())
      commitments.push_back(commitment.get());
  sections["commitments"] =
      commitments.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, commitments, address)}};

  Frame frame = project_frame(scene, project);
  frame.parts = project_parts(scene, sections);
  view.context = frame_context(scene, frame);
  view.context.update(sections);
  view.search = entry_of(scene, project, figures);
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
