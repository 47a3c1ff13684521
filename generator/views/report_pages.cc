#include <algorithm>
#include <cmath>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/chart_parts.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/project_figures.h"
#include "views/project_in_period.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

const Status* status_with(const StatusScale& scale, Light light) {
  const auto found = std::find_if(scale.statuses.begin(), scale.statuses.end(),
                                  [&](const Status& status) { return status.light == light; });
  return found == scale.statuses.end() ? nullptr : &*found;
}

// A share of the target is no more certain than what it is made of.
std::string share_reached(const Scene& scene, const ProjectReport& report) {
  const Indicator& indicator = *report.project->rule->indicator;
  const Measurement* measured = measurement_of(indicator, *report.period);
  const Target* target = indicator.target_in(*report.period);
  const bool exact = measured != nullptr && measured->actual && measured->actual->qualifier == Qualifier::exactly &&
                     target != nullptr && target->quantity.qualifier == Qualifier::exactly;
  return exact ? share_in_percent(scene, report.pace.of_target, 1) : share_about(scene, report.pace.of_target, 1);
}

// What the project's rule says and what it is fed with: "Onder 0,9 keer … is het risico. Bereikt is 81 % …"
std::string rule_text(const Scene& scene, const ProjectReport& report) {
  const StatusRule& rule = *report.project->rule;
  std::string out;
  const auto add = [&](const char* key, Light light, double below) {
    const Status* status = status_with(*report.period->scale, light);
    if (status == nullptr || below <= 0) return;
    out +=
        scene.strings.say(key, {{"below", scene.locale.number(below)}, {"light", in_sentence(scene, status->label)}}) +
        " ";
  };
  add("rule_below", Light::amber, rule.at_risk_below);
  add("rule_below_then", Light::red, rule.off_track_below);
  // Rounded down, so that what is below a threshold is not told to be on it.
  const double ratio = std::floor(report.pace.of_target / report.pace.of_time * 100 + 1e-6) / 100;
  const Indicator& indicator = *rule.indicator;
  const std::string share = share_reached(scene, report);
  const std::string time = scene.locale.percent(report.pace.of_time * 100, 0);
  // With a start above zero the way is what counts, not what was there before.
  if (indicator.baseline && indicator.baseline->value != 0)
    return out +
           scene.strings.say("rule_pace_from", {{"target", share},
                                                {"indicator", in_sentence(scene, indicator.name)},
                                                {"baseline", quantity_text(scene, *indicator.baseline, indicator.unit)},
                                                {"time", time},
                                                {"ratio", scene.locale.number(ratio)}});
  return out + scene.strings.say("rule_pace", {{"target", share},
                                               {"indicator", in_sentence(scene, indicator.name)},
                                               {"time", time},
                                               {"ratio", scene.locale.number(ratio)}});
}

// "verdict": the reported light beside the one that the project's rule computes, where these do not agree.
Json verdict(const Scene& scene, const ProjectReport& report) {
  if (!shows_computed(report)) return false;
  Json computed = light_without_basis(*report.computed);
  computed["basis"] = scene.strings.say("basis_computed");
  return Json{{"declared", light(scene, *report.status, report.basis)},
              {"reason", or_false(report.override_reason)},
              {"no_reason", report.differs() && report.override_reason.empty()},
              {"computed", std::move(computed)},
              {"rule", rule_text(scene, report)},
              {"intro", scene.strings.say(report.differs() ? "light_differs" : "light_only_computed")}};
}

Frame report_frame(const Scene& scene, const Period& period, std::size_t index) {
  const ProjectReport& report = period.projects[index];
  const Project& project = *report.project;
  const std::string period_name = in_sentence(scene, period.name);
  Frame frame;
  frame.address = address_of(report);
  frame.heading = report.name;
  frame.short_title = report.number + " " + report.name + ", " + period_name;
  frame.crumb_title = report.number + " " + report.name;
  frame.description = report.summary;
  frame.kicker = report.number;
  frame.kicker_sub =
      project.programme->name + " · " + scene.strings.say("kicker_period_sub", {{"period", period_name}});
  frame.lead = report.summary;
  frame.verdict = light(scene, *report.status, report.basis);
  // A head that shows one light must not hide that the figures give another.
  frame.verdict["context"] =
      report.differs() ? scene.strings.say("strip_computed", {{"light", in_sentence(scene, report.computed->label)}})
      : report.computed != nullptr && report.computed == report.status ? scene.strings.say("computed_same")
                                                                       : "";
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_state"), scene.locale.date(period.reported_on)}};
  if (report.basis == Basis::derived)
    frame.notices.push_back(notice("info", scene.strings.say("derived_title_one"), period.basis_note));
  if (!report.contradiction.empty())
    frame.notices.push_back(notice("warning", scene.strings.say("contradiction_title"), report.contradiction));
  add_project_switch(scene, project, period, frame);
  tell_edition(scene, period, {PeriodSubject::Kind::project, project.id}, frame);
  if (index > 0) {
    const ProjectReport& other = period.projects[index - 1];
    frame.previous = {scene.strings.say("previous_project"), other.number + " " + other.name, address_of(other)};
  }
  if (index + 1 < period.projects.size()) {
    const ProjectReport& other = period.projects[index + 1];
    frame.next = {scene.strings.say("next_project"), other.number + " " + other.name, address_of(other)};
  }
  return frame;
}

SearchEntry entry_of(const Scene& scene, const ProjectReport& report, const std::vector<KeyFigure>& figures,
                     const MarkdownSlot& progress) {
  SearchEntry entry = search_entry(SearchKind::report, report.name, address_of(report));
  entry.group = "project:" + report.project->id;
  if (!report.number.empty()) entry.identifiers = {report.number};
  entry.summary = report.summary;
  set_project(scene, *report.project, entry);
  set_period(scene, *report.period, entry);
  if (entry.project.label != report.name) entry.names = {entry.project.label};
  entry.status = {report.status->id, report.status->label};
  entry.light = light_id(report.status->light);
  entry.shape = report.status->shape;
  std::string contradiction;
  if (!report.contradiction.empty()) contradiction = scene.strings.say("contradiction_title");
  add_sentence(contradiction, report.contradiction);
  add_part(entry, "", "", contradiction);
  if (shows_computed(report)) add_part(entry, label(scene, "light"), "", report.override_reason);
  add_part(entry, label(scene, "explanation"), "", explanation_text(scene, report.explanation));
  add_slot(entry, label(scene, "progress"), "", progress);
  add_part(entry, label(scene, "figures"), "", figures_text(scene, figures));
  return entry;
}

PageView report_view(const Scene& scene, const Period& period, std::size_t index) {
  PageView view;
  const ProjectReport& report = period.projects[index];
  const Project& project = *report.project;
  const std::string address = address_of(report);
  view.context = frame_context(scene, report_frame(scene, period, index));
  view.context["both_lights"] = verdict(scene, report);
  view.context["explanation"] = explanation(scene, report.explanation);

  std::vector<KeyFigure> figures;
  for (const Measurement& measured : report.measurements) figures.push_back({measured.indicator, &period, ""});
  view.context["key_figures"] = project_figures(scene, figures, address);
  view.context["followed_in_words"] = figures.empty() && project.following == Following::words;

  view.context["has_progress"] = !report.progress.empty();
  view.texts.push_back({"progress", report.progress, 2, ""});
  view.search = entry_of(scene, report, figures, view.texts.back());
  view.context["strip"] = strip_chart(scene, project, &period, {address, "verloop"});
  view.context["project_href"] = relative_link(address, address_of(project));
  view.context["programme"] =
      Json{{"name", project.programme->name}, {"href", relative_link(address, address_of(*project.programme))}};
  view.context["category"] =
      project.category == nullptr
          ? Json(false)
          : Json{{"name", project.category->name}, {"href", relative_link(address, address_of(*project.category))}};
  view.context["documents"] = letter_list(scene, letters_of(period), address);
  view.context["has_letters"] = !period.letters.empty();
  return view;
}

}  // namespace

void add_report_pages(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  for (std::size_t i = 0; i < period.projects.size(); ++i)
    pages.push_back({address_of(period.projects[i]), "report", archive_address,
                     period.document != nullptr ? period.document->source().whole() : Location{},
                     [&scene, &period, i] { return report_view(scene, period, i); },
                     "project '" + period.projects[i].project->id + "' of period '" + period.id + "'"});
}

}  // namespace stoplicht
