#include "views/project_history.h"

#include "base/paths.h"
#include "views/addresses.h"
#include "views/edition_notes.h"
#include "views/kinship.h"

#include <algorithm>
#include <set>
#include <vector>

namespace stoplicht {
namespace {

struct Happening {
  std::optional<Date> on;
  std::string title, text;
  std::string address, link_label;   // Where more of it stands; may be empty.
};

// The project, and what it continues, back to the first: one story under several ids.
std::vector<const Project*> forms_of(const Site& site, const Project& project) {
  std::vector<const Project*> out{&project};
  std::set<const Project*> seen{&project};
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const Kin& kin : kin_of(site, *out[i]))
      if (kin.line->kind == LineageKind::continues && !kin.onward && seen.insert(kin.other).second) out.push_back(kin.other);
  return out;
}

// Each report, with the name and number where they are other ones than before.
void add_reports(const Scene& scene, const std::vector<const Project*>& forms, std::vector<Happening>& out) {
  std::string told;
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    for (const Project* form : forms) {
      const ProjectReport* report = (*period)->report_of(*form);
      if (report == nullptr) continue;
      const std::string named = report->number + " " + report->name;
      const std::string numbered = scene.strings.say("numbered", {{"number", report->number}, {"name", report->name}});
      out.push_back({(*period)->reported_on,
                     scene.strings.say("event_reported", {{"period", in_sentence(scene, (*period)->name)},
                                                          {"light", in_sentence(scene, report->status->label)}}),
                     named == told ? "" : numbered, address_of(*report), scene.strings.say("event_reported_link")});
      told = named;
    }
  }
}

void add_kin(const Scene& scene, const Project& project, std::vector<Happening>& out) {
  for (const Kin& kin : kin_of(scene.site, project)) {
    Happening happening{kin.line->period != nullptr ? std::optional(kin.line->period->reported_on) : std::nullopt,
                        kin_text(scene, kin), kin.line->note, "", ""};
    if (kin.other != nullptr) {
      happening.address = address_of(*kin.other);
      happening.link_label = scene.strings.say("event_kin_link", {{"name", kin.other->name}});
    }
    out.push_back(std::move(happening));
  }
}

Happening publication(const Scene& scene, const Edition& edition) {
  const std::string period = in_sentence(scene, edition.period->name);
  const std::string n = std::to_string(edition.number);
  if (edition.before == nullptr)
    return {edition.published_on, scene.strings.say("event_published", {{"n", n}, {"period", period}}), "",
            editions_address + "#" + register_fragment(edition.period_id, ChainLink::Kind::edition, edition.number),
            scene.strings.say("event_published_link")};
  return {edition.published_on, scene.strings.say("event_corrected", {{"n", n}, {"period", period}}),
          scene.strings.say("withdrawn_reason", {{"reason", without_stop(edition.reason)}}),
          correction_address(*edition.before, edition), scene.strings.say("corrected_link")};
}

// What was published of the project, under any of its forms.
void add_publications(const Scene& scene, const std::vector<const Project*>& forms, std::vector<Happening>& out) {
  if (scene.archive == nullptr) return;
  const auto tells = [&](const Edition* edition) {
    return edition != nullptr && edition->period != nullptr && std::any_of(forms.begin(), forms.end(), [&](const Project* form) {
             return edition->period->report_of(*form) != nullptr;
           });
  };
  for (const auto& edition : scene.archive->editions) {
    if (tells(edition.get()) || tells(edition->before)) out.push_back(publication(scene, *edition));
    if (edition->after != nullptr) continue;
    for (const WithdrawnPart& part : edition->withdrawn)
      for (const Project* form : forms)
        if (part.part == "project:" + form->id)
          out.push_back({part.on, scene.strings.say("event_withdrawn", {{"period", in_sentence(scene, edition->period->name)}}),
                         scene.strings.say("withdrawn_reason", {{"reason", without_stop(part.reason)}}),
                         edition->period->folder + "/" + form->id + ".html", scene.strings.say("event_withdrawn_link")});
  }
}

}  // namespace

Json project_history(const Scene& scene, const Project& project, const std::string& page_address) {
  const std::vector<const Project*> forms = forms_of(scene.site, project);
  std::vector<Happening> happenings;
  add_kin(scene, project, happenings);
  add_reports(scene, forms, happenings);
  add_publications(scene, forms, happenings);
  std::stable_sort(happenings.begin(), happenings.end(), [](const Happening& a, const Happening& b) {
    if (!a.on || !b.on) return !a.on && b.on;
    return *a.on < *b.on;
  });
  Json out = Json::array();
  for (const Happening& each : happenings)
    out.push_back(Json{{"when", each.on ? scene.locale.date(*each.on) : scene.strings.say("event_undated")},
                       {"title", each.title},
                       {"text", or_false(each.text)},
                       {"href", each.address.empty() ? "" : relative_link(page_address, each.address)},
                       {"link_label", each.link_label},
                       {"shape", ""},
                       {"light", ""}});
  return out;
}

}  // namespace stoplicht
