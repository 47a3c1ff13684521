#include "views/project_history.h"

#include <algorithm>
#include <vector>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/chart_parts.h"
#include "views/edition_notes.h"
#include "views/kinship.h"

namespace stoplicht {
namespace {

struct Happening {
  std::optional<Date> on;
  std::string title, text;
  std::string address, link_label;  // Where more of it stands; may be empty.
};

// The first edition of a period that can be read; null when it was not published.
const Edition* first_edition(const Scene& scene, const Period& period) {
  for (const Edition* edition : editions_of(scene, period))
    if (edition->period != nullptr) return edition;
  return nullptr;
}

// The period as the edition tells it; of one that was withdrawn as a whole, as its newest does.
const Period& told_by(const Scene& scene, const Edition& edition) {
  return edition.period != nullptr ? *edition.period : *scene.archive->newest(edition.period_id)->period;
}

// Published on the day of the report itself, which is then one happening.
bool is_published_at_once(const Edition& edition) {
  return edition.before == nullptr && edition.period != nullptr && edition.published_on == edition.period->reported_on;
}

// Each report, with its light as it was first published, and with the name and number where they are other ones than
// before.
void add_reports(const Scene& scene, const std::vector<const Project*>& forms, std::vector<Happening>& out) {
  std::string told;
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    for (const Project* form : forms) {
      const ProjectReport* report = (*period)->report_of(*form);
      if (report == nullptr) continue;
      const std::string named = report->number + " " + report->name;
      const Edition* first = first_edition(scene, **period);
      const ProjectReport* published = first != nullptr ? first->period->report_of(*form) : nullptr;
      const Status& status = published != nullptr ? *published->status : *report->status;
      std::string text =
          named == told ? "" : scene.strings.say("numbered", {{"number", report->number}, {"name", report->name}});
      if (published != nullptr && is_published_at_once(*first))
        text += (text.empty() ? "" : " ") +
                scene.strings.say("event_published_at_once", {{"n", std::to_string(first->number)}});
      if (published != nullptr && first->before != nullptr)
        text +=
            (text.empty() ? "" : " ") + scene.strings.say("event_first_gone", {{"n", std::to_string(first->number)}});
      out.push_back({(*period)->reported_on,
                     scene.strings.say("event_reported", {{"period", in_sentence(scene, (*period)->name)},
                                                          {"light", in_sentence(scene, status.label)}}),
                     text, address_of(*report), scene.strings.say("event_reported_link")});
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

// "op koers → risico", when a correction changed the light; empty when not.
std::string moved_light(const Scene& scene, const Edition& edition, const std::vector<const Project*>& forms) {
  if (edition.is_gone() || edition.before->is_gone()) return "";
  for (const Project* form : forms) {
    const ProjectReport* before = edition.before->period->report_of(*form);
    const ProjectReport* after = edition.period->report_of(*form);
    if (before != nullptr && after != nullptr && !same_light(*before->status, *after->status))
      return scene.strings.say("event_light_corrected", {{"old", in_sentence(scene, before->status->label)},
                                                         {"new", in_sentence(scene, after->status->label)}});
  }
  return "";
}

Happening publication(const Scene& scene, const Edition& edition, const std::vector<const Project*>& forms) {
  const std::string period = in_sentence(scene, told_by(scene, edition).name);
  const std::string n = std::to_string(edition.number);
  if (edition.before == nullptr)
    return {edition.published_on, scene.strings.say("event_published", {{"n", n}, {"period", period}}), "",
            editions_address + "#" + register_fragment(edition.period_id, ChainLink::Kind::edition, edition.number),
            scene.strings.say("event_published_link")};
  const NoticeLink link = correction_link(scene, edition);
  const std::string moved = moved_light(scene, edition, forms);
  const std::string reason = scene.strings.say("withdrawn_reason", {{"reason", without_stop(edition.reason)}});
  return {edition.published_on, scene.strings.say("event_corrected", {{"n", n}, {"period", period}}),
          moved.empty() ? reason : moved + " " + reason, link.address, link.label};
}

Happening whole_withdrawal(const Scene& scene, const Edition& edition) {
  const WithdrawnPart& part = *edition.withdrawal_of("period");
  return {part.on,
          scene.strings.say("event_withdrawn_edition", {{"n", std::to_string(edition.number)},
                                                        {"period", in_sentence(scene, told_by(scene, edition).name)}}),
          scene.strings.say("withdrawn_reason", {{"reason", without_stop(part.reason)}}),
          folder_of_replaced(edition) + "/index.html", scene.strings.say("event_withdrawn_report_link")};
}

// What was taken out of view of the project: its whole report, or the text about its progress.
void add_withdrawals(const Scene& scene, const Edition& edition, const std::vector<const Project*>& forms,
                     std::vector<Happening>& out) {
  const std::string period = in_sentence(scene, edition.period->name);
  for (const WithdrawnPart& part : edition.withdrawn)
    for (const Project* form : forms) {
      const bool is_report = part.part == "project:" + form->id;
      if (!is_report && part.part != "text:content/periods/" + edition.period_id + "/progress/" + form->id + ".md")
        continue;
      out.push_back({part.on,
                     scene.strings.say(is_report ? "event_withdrawn" : "event_withdrawn_text", {{"period", period}}),
                     scene.strings.say("withdrawn_reason", {{"reason", without_stop(part.reason)}}),
                     address_of_report(*form, *edition.period),
                     scene.strings.say(is_report ? "event_withdrawn_report_link" : "event_withdrawn_link")});
    }
}

// What was published of the project, under any of its forms.
void add_publications(const Scene& scene, const std::vector<const Project*>& forms, std::vector<Happening>& out) {
  if (scene.archive == nullptr) return;
  // Of an edition that was withdrawn as a whole nobody can read whether it did: the newest tells of the same project.
  const auto tells = [&](const Edition* edition) {
    return edition != nullptr && std::any_of(forms.begin(), forms.end(), [&](const Project* form) {
             return told_by(scene, *edition).report_of(*form) != nullptr;
           });
  };
  for (const auto& edition : scene.archive->editions) {
    const bool told = tells(edition.get()) && is_published_at_once(*edition);  // With its report.
    if (!told && (tells(edition.get()) || tells(edition->before))) out.push_back(publication(scene, *edition, forms));
    if (edition->is_gone() && tells(edition.get())) out.push_back(whole_withdrawal(scene, *edition));
    if (edition->after != nullptr) continue;
    add_withdrawals(scene, *edition, forms, out);
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
