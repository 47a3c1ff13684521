#include "views/lists.h"

#include <algorithm>

#include "base/paths.h"
#include "model/changes.h"
#include "views/addresses.h"

namespace stoplicht {
namespace {

const char* kind_of(const Commitment& commitment) {
  if (commitment.overdue) return "overdue";
  switch (commitment.status) {
    case CommitmentStatus::open: return "open";
    case CommitmentStatus::in_progress: return "in-progress";
    case CommitmentStatus::closed: return "closed";
    case CommitmentStatus::lapsed: return "lapsed";
  }
  return "open";
}

const char* kind_of(const Announcement& announcement) {
  if (!announcement.done.empty()) return "closed";
  return announcement.overdue ? "overdue" : "open";
}

// Where an indicator started, and when.
Json baseline_text(const Scene& scene, const Indicator& indicator) {
  if (!indicator.baseline) return false;
  const std::string value = quantity_text(scene, *indicator.baseline, indicator.unit);
  if (!indicator.baseline_date) return scene.strings.say("baseline", {{"value", value}});
  return scene.strings.say("baseline_on", {{"value", value}, {"date", scene.locale.date(*indicator.baseline_date)}});
}

// The first totals that are known, and how many more are; empty when none is.
std::string known_totals(const Scene& scene, const Period& period) {
  constexpr long most = 2;
  std::string out;
  long known = 0;
  for (const Measurement& measured : period.totals) {
    if (!measured.actual || ++known > most) continue;
    out += (out.empty() ? "" : "; ") + quantity_text(scene, *measured.actual, measured.indicator->unit) + " " +
           in_sentence(scene, measured.indicator->name);
  }
  if (known > most)
    out += "; " + scene.strings.say_count("more_figures", known - most, count_text(scene, known - most));
  return out;
}

// "3 van de 22 vragen aandacht"; where some are not told, of how many is known whether they do.
std::string attention_short(const Scene& scene, const LightCounts& lights) {
  const std::string attention = count_text(scene, lights.attention);
  const std::string told = count_text(scene, lights.told);
  if (lights.untold == 0)
    return scene.strings.say_count("attention_short", lights.attention, attention, {{"total", told}});
  return scene.strings.say_count("attention_short_of_told", lights.attention, attention,
                                 {{"total", told}, {"untold", count_text(scene, lights.untold)}});
}

// "Raadsbrief, Infosheet", of many only how many; empty when there is none.
std::string letter_kinds(const Scene& scene, const Period& period) {
  const long count = static_cast<long>(period.letters.size());
  if (count > 2) return scene.strings.say_count("letters_number", count, count_text(scene, count));
  std::string out;
  for (const auto& letter : period.letters) out += (out.empty() ? "" : ", ") + letter->kind_label;
  return out;
}

}  // namespace

Json computed_beside(const ProjectReport& report) {
  if (!shows_computed(report)) return false;
  return light_without_basis(*report.computed);
}

Json project_list(const Scene& scene, const std::vector<const ProjectReport*>& reports, const std::string& page_address,
                  bool explained) {
  Json out = Json::array();
  for (const ProjectReport* report : reports)
    out.push_back(Json{{"light", light(scene, *report->status, report->basis)},
                       {"computed", computed_beside(*report)},
                       {"number", report->number},
                       {"name", report->name},
                       {"href", relative_link(page_address, address_of(*report))},
                       {"summary", or_false(report->summary)},
                       {"why", explained ? explanation(scene, report->explanation) : Json(false)},
                       {"contradiction", explained ? or_false(report->contradiction) : Json(false)}});
  return out;
}

const ProjectReport* newest_report(const Site& site, const Project& project) {
  for (const auto& period : site.periods)
    if (const ProjectReport* report = period->report_of(project)) return report;
  return nullptr;
}

Json newest_project_list(const Scene& scene, const std::vector<const Project*>& projects,
                         const std::string& page_address) {
  Json out = Json::array();
  for (const Project* project : projects) {
    const ProjectReport* newest = newest_report(scene.site, *project);
    Json item{{"light", false},
              {"computed", false},
              {"number", newest != nullptr ? newest->number : ""},
              {"name", project->name},
              {"href", relative_link(page_address, address_of(*project))},
              {"summary", or_false(project->description)},
              {"why", false},
              {"contradiction", false}};
    if (newest != nullptr) {
      const bool told = newest->status->told();
      item["light"] = light_without_basis(*newest->status);
      item["light"]["basis"] =
          (told ? basis_text(scene, newest->basis) + ", " : std::string()) + in_sentence(scene, newest->period->name);
      item["computed"] = computed_beside(*newest);
    } else if (!scene.site.scales.empty()) {
      item["light"] = light_without_basis(scene.site.scales.front()->not_reported());
    }
    out.push_back(std::move(item));
  }
  return out;
}

Json attention_section(const Scene& scene, const Period& period, const std::string& page_address, std::size_t most) {
  std::vector<const ProjectReport*> attention;
  for (const ProjectReport& report : period.projects)
    if (report.status->needs_explanation()) attention.push_back(&report);
  if (attention.empty()) return false;
  std::stable_sort(attention.begin(), attention.end(), [](const ProjectReport* a, const ProjectReport* b) {
    return (a->status->light == Light::red) > (b->status->light == Light::red);
  });
  Json rest = false;
  if (attention.size() > most) {
    const long left = static_cast<long>(attention.size() - most);
    attention.resize(most);
    rest = Json{{"label", scene.strings.say_count("attention_rest", left, count_text(scene, left))},
                {"href", relative_link(page_address, address_of(period)) + "#deel_aandacht"}};
  }
  return Json{{"projects", project_list(scene, attention, page_address, true)}, {"rest", std::move(rest)}};
}

std::vector<KeyFigure> newest_figures(const Scene& scene, const std::vector<const Indicator*>& indicators) {
  std::vector<KeyFigure> out;
  const Period* newest = scene.site.newest();
  if (newest == nullptr) return out;
  for (const Indicator* indicator : indicators) {
    const Period* known = nullptr;
    for (const auto& period : scene.site.periods) {
      const Measurement* measured = measurement_of(*indicator, *period);
      if (known == nullptr && measured != nullptr && measured->actual) known = period.get();
    }
    KeyFigure figure{indicator, known != nullptr ? known : newest, ""};
    if (known != nullptr && known != newest)
      figure.remark = scene.strings.say("last_known", {{"period", in_sentence(scene, known->name)}});
    out.push_back(std::move(figure));
  }
  return out;
}

bool has_trend(const Site& site, const Indicator& indicator) {
  return std::count_if(site.periods.begin(), site.periods.end(), [&](const auto& period) {
           const Measurement* measured = measurement_of(indicator, *period);
           return measured != nullptr && measured->actual;
         }) >= 2;
}

Json key_figures(const Scene& scene, const std::vector<KeyFigure>& figures, const std::string& page_address) {
  Json out = Json::array();
  for (const KeyFigure& each : figures) {
    const Indicator& indicator = *each.indicator;
    const ChartPlace place{page_address, "cijfer-" + indicator.id};
    Json bullet = target_chart(scene, indicator, *each.period, place);
    if (!each.remark.empty())
      bullet["note"] = bullet["note"].is_string() ? each.remark + " " + bullet["note"].get<std::string>() : each.remark;
    const bool unknown = bullet["unknown"].get<bool>();
    out.push_back(Json{{"label", indicator.name},
                       {"about", or_false(indicator.description)},
                       {"baseline", baseline_text(scene, indicator)},
                       {"value", bullet["value"]},
                       {"unknown", unknown},
                       {"suffix", unknown ? Json(false) : or_false(indicator.unit_label)},
                       {"note", bullet["note"]},
                       {"bullet", std::move(bullet)}});
  }
  return out;
}

std::string councils_text(const Scene& scene, const std::vector<const Organisation*>& councils) {
  if (councils.size() > 3)
    return scene.strings.say_count("councils", static_cast<long>(councils.size()),
                                   count_text(scene, static_cast<long>(councils.size())));
  return council_names(councils);
}

std::string council_names(const std::vector<const Organisation*>& councils) {
  std::string out;
  for (const Organisation* council : councils) out += (out.empty() ? "" : ", ") + council->name;
  return out;
}

std::vector<const Letter*> letters_of(const Period& period) {
  std::vector<const Letter*> out;
  for (const auto& letter : period.letters) out.push_back(letter.get());
  return out;
}

Json letter_list(const Scene& scene, const std::vector<const Letter*>& letters, const std::string& page_address) {
  Json out = Json::array();
  for (const Letter* letter : letters)
    out.push_back(Json{{"title", letter->title},
                       {"href", relative_link(page_address, letter->address)},
                       {"meta", with_dots({letter->kind_label, letter_date(scene, *letter),
                                           councils_text(scene, letter->councils)})}});
  return out;
}

Json page_list(const Scene& scene, const std::vector<const ContentPage*>& pages, const std::string& page_address) {
  Json out = Json::array();
  for (const ContentPage* page : pages)
    out.push_back(
        Json{{"title", page->title},
             {"href", relative_link(page_address, page->address)},
             {"meta", with_dots({page->kind_label, page->date ? scene.locale.date(*page->date) : page->date_note,
                                 councils_text(scene, page->councils), page->description})}});
  return out;
}

Json source_list(const std::vector<Source>& sources) {
  Json out = Json::array();
  for (const Source& source : sources)
    out.push_back(Json{{"title", source.title},
                       {"href", source.url},
                       {"meta", with_dots({source.publisher, source.date, source.note})}});
  return out;
}

std::string commitments_summary(const Scene& scene) {
  long closed = 0;
  long lapsed = 0;
  for (const auto& commitment : scene.site.commitments) {
    if (commitment->status == CommitmentStatus::closed) ++closed;
    if (commitment->status == CommitmentStatus::lapsed) ++lapsed;
  }
  const long open = static_cast<long>(scene.site.commitments.size()) - closed - lapsed;
  std::string out = open == 0 ? scene.strings.say("commitments_none_open")
                              : scene.strings.say_count("commitments_open", open, count_text(scene, open));
  const long overdue = std::count_if(scene.site.commitments.begin(), scene.site.commitments.end(),
                                     [](const auto& commitment) { return commitment->overdue; });
  if (overdue > 0) out += " " + scene.strings.say_count("commitments_overdue", overdue, count_text(scene, overdue));
  if (closed > 0) out += " " + scene.strings.say_count("commitments_settled", closed, count_text(scene, closed));
  if (lapsed > 0) out += " " + scene.strings.say_count("commitments_lapsed", lapsed, count_text(scene, lapsed));
  return out;
}

bool is_running(const Commitment& commitment) {
  return commitment.status == CommitmentStatus::open || commitment.status == CommitmentStatus::in_progress;
}

std::string status_text(const Scene& scene, const Commitment& commitment) {
  if (!commitment.overdue) return scene.strings.say(std::string("commitment_") + kind_of(commitment));
  const char* status = commitment.status == CommitmentStatus::open ? "commitment_open" : "commitment_in-progress";
  return scene.strings.say("commitment_overdue", {{"status", scene.strings.say(status)}});
}

std::string status_text(const Scene& scene, const Announcement& announcement) {
  return scene.strings.say(std::string("announcement_") + kind_of(announcement));
}

namespace {

// The badge of a commitment.
Json badge_of(const Scene& scene, const Commitment& commitment, const Period* then) {
  if (then == nullptr) return Json{{"label", status_text(scene, commitment)}, {"kind", kind_of(commitment)}};
  const std::string waiting = scene.strings.say("commitment_waiting");
  switch (state_on(commitment, *then)) {
    case CommitmentState::closed: return Json{{"label", scene.strings.say("commitment_closed")}, {"kind", "closed"}};
    case CommitmentState::overdue:
      return Json{{"label", scene.strings.say("commitment_overdue", {{"status", waiting}})}, {"kind", "overdue"}};
    case CommitmentState::lapsed:
      return Json{{"label", scene.strings.say("commitment_lapsed_now")}, {"kind", "lapsed"}};
    case CommitmentState::waiting: break;
  }
  return Json{{"label", waiting}, {"kind", "open"}};
}

// Whether it stands otherwise now than on that day.
bool has_moved_on(const Commitment& commitment, const Period& then) {
  switch (state_on(commitment, then)) {
    case CommitmentState::waiting: return commitment.overdue || !is_running(commitment);
    case CommitmentState::overdue: return !is_running(commitment);
    case CommitmentState::closed:
    case CommitmentState::lapsed: break;
  }
  return false;
}

}  // namespace

Json commitment_list(const Scene& scene, const std::vector<const Commitment*>& commitments,
                     const std::string& page_address, const Period* then) {
  Json out = Json::array();
  for (const Commitment* commitment : commitments) {
    const bool closed = then == nullptr || state_on(*commitment, *then) == CommitmentState::closed;
    Json meta = Json::array();
    const auto add = [&](const char* label, const std::string& value) {
      if (!value.empty()) meta.push_back(Json{{"label", scene.strings.say(label)}, {"value", value}});
    };
    add("made_on", scene.locale.date(commitment->made_on));
    add("made_by", commitment->by);
    if (commitment->council != nullptr) add("council", commitment->council->name);
    if (commitment->closed_by != nullptr && closed)
      add("closed_by",
          scene.strings.say("letter_of_period", {{"letter", commitment->closed_by->title},
                                                 {"period", in_sentence(scene, commitment->closed_by->period->name)}}));
    else if (commitment->due)
      add("due", scene.locale.date(*commitment->due));
    else if (commitment->status != CommitmentStatus::lapsed)
      add("due", scene.strings.say("no_due_date"));
    add("lapsed_because", commitment->lapsed_reason);
    if (then != nullptr && has_moved_on(*commitment, *then)) add("commitment_now", status_text(scene, *commitment));
    out.push_back(Json{{"id", commitment->id},
                       {"href", relative_link(page_address, commitment->address)},
                       {"title", commitment->title},
                       {"text", commitment->text},
                       {"status", badge_of(scene, *commitment, then)},
                       {"meta", std::move(meta)}});
  }
  return out;
}

std::vector<const Announcement*> all_announcements(const Site& site) {
  std::vector<const Announcement*> out;
  for (const auto& period : site.periods)
    for (const auto& letter : period->letters)
      for (const Announcement& announcement : letter->announces) out.push_back(&announcement);
  return out;
}

Json announcement_list(const Scene& scene, const std::vector<const Announcement*>& announcements,
                       const std::string& page_address) {
  Json out = Json::array();
  for (const Announcement* announcement : announcements) {
    const Letter& letter = *announcement->letter;
    Json meta = Json::array();
    meta.push_back(
        Json{{"label", scene.strings.say("expected_by")},
             {"value", announcement->by ? scene.locale.date(*announcement->by) : scene.strings.say("no_due_date")},
             {"href", ""}});
    meta.push_back(
        Json{{"label", scene.strings.say("announced_in")},
             {"value", scene.strings.say("letter_of_period", {{"letter", letter.kind_label},
                                                              {"period", in_sentence(scene, letter.period->name)}})},
             {"href", relative_link(page_address, letter.address)}});
    out.push_back(Json{{"what", announcement->what},
                       {"status", {{"label", status_text(scene, *announcement)}, {"kind", kind_of(*announcement)}}},
                       {"meta", std::move(meta)},
                       {"done", or_false(announcement->done)}});
  }
  return out;
}

Json period_list(const Scene& scene, const Period* current, const std::string& page_address, std::size_t most) {
  Json rows = Json::array();
  const auto cell = [](const std::string& text, bool unknown) { return Json{{"text", text}, {"unknown", unknown}}; };
  for (const auto& period : scene.site.periods) {
    if (rows.size() == most) break;
    Json projects;
    const LightCounts lights = count_lights(reports_of(*period));
    if (lights.told > 0)
      projects = cell(attention_short(scene, lights), false);
    else if (lights.untold > 0)
      projects = cell(scene.strings.say("no_light_per_project"), true);
    else if (period->stated_projects)
      projects =
          cell(scene.strings.say("projects_stated", {{"count", count_text(scene, *period->stated_projects)}}), true);
    else
      projects = cell(scene.strings.say("unknown"), true);

    const std::string totals = known_totals(scene, *period);
    const std::string letters = letter_kinds(scene, *period);

    rows.push_back(
        Json{{"name", period->name},
             {"href", relative_link(page_address, address_of(*period))},
             {"depth", depth_text(scene, *period)},
             {"reported", scene.locale.date(period->reported_on)},
             {"projects", std::move(projects)},
             {"totals", totals.empty() ? cell(scene.strings.say("unknown"), true) : cell(totals, false)},
             {"letters", letters.empty() ? cell(scene.strings.say("not_in_archive"), true) : cell(letters, false)},
             {"current", period.get() == current}});
  }
  return Json{{"caption", scene.strings.say("period_list_caption")}, {"rows", std::move(rows)}};
}

}  // namespace stoplicht
