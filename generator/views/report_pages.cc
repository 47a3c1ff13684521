#include "base/paths.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

// The reported light beside the one that the project's rule computes; false when there is no rule's light.
Json computed_light(const Scene& scene, const ProjectReport& report) {
  if (report.computed == nullptr) return false;
  Json computed = light_without_basis(*report.computed);
  computed["basis"] = scene.strings.say("basis_computed");
  return Json{{"declared", light(scene, *report.status, report.basis)},
              {"computed", std::move(computed)},
              {"differs", report.computed != report.status},
              {"reason", or_false(report.override_reason)}};
}

Frame report_frame(const Scene& scene, const Period& period, std::size_t index) {
  const ProjectReport& report = period.projects[index];
  const std::string period_name = in_sentence(period.name);
  Frame frame;
  frame.address = address_of(report);
  frame.heading = report.name;
  frame.short_title = report.number + " " + report.name + ", " + period_name;
  frame.crumb_title = report.number + " " + report.name;
  frame.description = report.summary;
  frame.kicker = report.number;
  frame.kicker_sub = report.project->programme->name + " · " + scene.strings.say("kicker_period_sub", {{"period", period_name}});
  frame.lead = report.summary;
  frame.verdict = light(scene, *report.status, report.basis);
  frame.verdict["context"] = "";
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_state"), scene.locale.date(period.reported_on)}};
  if (report.basis == Basis::derived)
    frame.notices.push_back(notice("info", scene.strings.say("derived_title_one"), period.basis_note));
  if (!report.contradiction.empty())
    frame.notices.push_back(notice("warning", scene.strings.say("contradiction_title"), report.contradiction));
  for (const auto& each : scene.site.periods) {
    const ProjectReport* other = each->report_of(*report.project);
    frame.switch_items.push_back({each->name, other != nullptr ? other->status->label : depth_text(scene, *each),
                                  other != nullptr ? address_of(*other) : address_of(*each), each.get() == &period});
  }
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

PageView report_view(const Scene& scene, const Period& period, std::size_t index) {
  PageView view;
  const ProjectReport& report = period.projects[index];
  const std::string address = address_of(report);
  view.context = frame_context(scene, report_frame(scene, period, index));
  view.context["computed"] = computed_light(scene, report);
  view.context["explanation"] = explanation(scene, report.explanation);

  std::vector<KeyFigure> figures;
  for (const Measurement& measured : report.measurements) figures.push_back({measured.indicator, &period, ""});
  view.context["key_figures"] =
      figures.empty() ? Json(false) : Json{{"figures", key_figures(scene, figures, address, nullptr)}};
  view.context["followed_in_words"] = figures.empty() && report.project->following == Following::words;

  view.context["has_progress"] = !report.progress.empty();
  view.texts.push_back({"progress", report.progress, 2, ""});
  view.context["project_href"] = relative_link(address, address_of(*report.project));
  view.context["programme"] = Json{{"name", report.project->programme->name},
                                   {"href", relative_link(address, address_of(*report.project->programme))}};
  view.context["documents"] = letter_list(scene, letters_of(period), address);
  view.context["has_letters"] = !period.letters.empty();
  return view;
}

}  // namespace

void add_report_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& period : scene.site.periods) {
    for (std::size_t i = 0; i < period->projects.size(); ++i)
      pages.push_back({address_of(period->projects[i]), "report", archive_address,
                       period->document != nullptr ? period->document->source().whole() : Location{},
                       [&scene, period = period.get(), i] { return report_view(scene, *period, i); },
                       "project '" + period->projects[i].project->id + "' of period '" + period->id + "'"});
  }
}

}  // namespace stoplicht
