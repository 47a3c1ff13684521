#include "views/project_in_period.h"

#include <algorithm>

#include "views/addresses.h"
#include "views/chart_parts.h"

namespace stoplicht {

const WithdrawnPart* withdrawn_report(const Site& site, const Project& project, const Period& period) {
  // An edition tells the periods before its own by parts of itself.
  const Edition* edition = period.edition;
  std::string name = "project:" + project.id;
  if (edition == nullptr) {
    edition = site.newest() != nullptr ? site.newest()->edition : nullptr;
    name = "history:" + period.id + "/" + project.id;
  }
  return edition == nullptr ? nullptr : edition->withdrawal_of(name);
}

ProjectInPeriod find_in(const Scene& scene, const std::vector<const Project*>& forms, const Period& period,
                        const Period* here) {
  ProjectInPeriod found;
  found.period = &period;
  for (const Project* form : forms)
    if (found.report == nullptr) found.report = period.report_of(*form);
  if (found.report != nullptr) return found;
  for (const Project* form : forms) {
    if (found.withdrawn != nullptr) break;
    found.project = form;
    found.withdrawn = withdrawn_report(scene.site, *form, period);
  }
  if (found.withdrawn == nullptr && here != nullptr)
    found.kin = stand_ins(scene, scene.present(), *forms.front(), *here, period);
  return found;
}

std::vector<ProjectInPeriod> through_time(const Scene& scene, const Project& project) {
  std::vector<ProjectInPeriod> out;
  const std::vector<const Project*> forms = forms_of(scene.site, project);
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period)
    out.push_back(find_in(scene, forms, **period, nullptr));
  const auto is_there = [](const ProjectInPeriod& each) { return each.report != nullptr || each.withdrawn != nullptr; };
  const auto first = std::find_if(out.begin(), out.end(), is_there);
  if (first == out.end()) return out;
  const auto last = std::find_if(out.rbegin(), out.rend(), is_there).base() - 1;
  for (auto each = out.begin(); each != first; ++each)
    each->kin = stand_ins(scene, scene.site, project, *first->period, *each->period);
  for (auto each = last + 1; each != out.end(); ++each)
    each->kin = stand_ins(scene, scene.site, project, *last->period, *each->period);
  return out;
}

std::string no_light_text(const Scene& scene, const Project& project, const ProjectInPeriod& found) {
  if (found.told()) return {};
  if (found.report != nullptr) return scene.strings.say("light_not_reported");
  if (found.withdrawn != nullptr)
    return scene.strings.say("project_withdrawn", {{"date", scene.locale.date(found.withdrawn->on)}});
  std::string kin;
  for (const StandIn& each : found.kin) kin += (kin.empty() ? "" : "; ") + in_sentence(scene, each.text);
  if (!kin.empty()) return kin;
  if (has_ended(project, *found.period)) return scene.strings.say("project_ended");
  return scene.strings.say(found.period->depth == Depth::projects ? "project_not_in_period" : "no_light_per_project");
}

std::string address_of(const ProjectInPeriod& found) {
  if (found.report != nullptr) return address_of(*found.report);
  if (found.withdrawn != nullptr) return address_of_report(*found.project, *found.period);
  return found.kin.empty() ? address_of(*found.period) : address_of(*found.kin.front().report);
}

void add_project_switch(const Scene& scene, const Project& project, const Period& here, Frame& frame) {
  for (const auto& period : scene.present().periods) {
    const bool current = period->id == here.id;
    const ProjectInPeriod found = find_in(scene, {&project}, current ? here : *period, current ? nullptr : &here);
    // What was split has two ways to go.
    for (const StandIn& kin : found.kin)
      frame.switch_items.push_back(
          {period->name, in_sentence(scene, kin.text), address_of(*kin.report), false, kin.text, kin.report->name});
    if (!found.kin.empty()) continue;
    std::string sub = found.report != nullptr ? found.report->status->label : no_light_text(scene, project, found);
    if (found.report == nullptr && found.withdrawn == nullptr && period->depth != Depth::projects &&
        !has_ended(project, *period))
      sub = depth_text(scene, *period);
    frame.switch_items.push_back({period->name, std::move(sub), current ? frame.address : address_of(found), current});
  }
}

}  // namespace stoplicht
