#include "views/search_parts.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"
#include "views/charts.h"
#include "views/edition_notes.h"

namespace stoplicht {

SearchEntry search_entry(SearchKind kind, const std::string& title, const std::string& address) {
  SearchEntry entry;
  entry.kind = kind;
  entry.title = title;
  entry.group = address;
  entry.weight = search_weight(kind);
  return entry;
}

SearchEntry register_entry(const std::string& title, const std::string& lead, const std::string& address) {
  SearchEntry entry = search_entry(SearchKind::text, title, address);
  entry.summary = lead;
  entry.weight = search_weight_of_register();
  return entry;
}

// ---- where a page belongs ---------------------------------------------------------------------

SearchFacet facet_of(const Scene& scene, const Programme& programme) {
  const Programme* now = scene.present().find_programme(programme.id);
  return {programme.id, now != nullptr ? now->name : programme.name};
}

SearchFacet facet_of(const Scene& scene, const Project& project) {
  const Project* now = scene.present().find_project(project.id);
  return {project.id, now != nullptr ? now->name : project.name};
}

std::vector<SearchFacet> facets_of(const Scene& scene, const std::vector<const Organisation*>& councils) {
  std::vector<SearchFacet> out;
  const auto& all = scene.present().organisations;
  for (const Organisation* council : councils) {
    const auto now = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each->id == council->id; });
    out.push_back({council->id, now != all.end() ? (*now)->name : council->name});
  }
  return out;
}

void set_category(const Scene& scene, const Category& category, SearchEntry& entry) {
  entry.programme = facet_of(scene, *category.programme);
  entry.category = {category.programme->id + "/" + category.id, category.name};
  if (const Programme* now = scene.present().find_programme(category.programme->id); now != nullptr)
    for (const Category& each : now->categories)
      if (each.id == category.id) entry.category.label = each.name;
}

void set_project(const Scene& scene, const Project& project, SearchEntry& entry) {
  entry.programme = facet_of(scene, *project.programme);
  if (project.category != nullptr) set_category(scene, *project.category, entry);
  entry.project = facet_of(scene, project);
  entry.councils = facets_of(scene, project.councils);
}

void set_period(const Scene& scene, const Period& period, SearchEntry& entry) {
  const Period* now = scene.present().find_period(period.id);
  entry.period = {period.id, now != nullptr ? now->name : period.name};
  entry.date = to_iso(period.reported_on);
  const Edition* edition = period.edition;
  if (edition == nullptr || edition->after == nullptr) return;
  entry.superseded = scene.strings.say(
      "entry_superseded",
      {{"old", std::to_string(edition->number)}, {"new", std::to_string(newest_edition_of(period).edition->number)}});
}

std::string lasting_address(const Period& period, const std::string& address) {
  assert(address.starts_with(period.folder + "/"));
  return "periodes/" + period.id + address.substr(period.folder.size());
}

// ---- its words --------------------------------------------------------------------------------

void add_part(SearchEntry& entry, const std::string& heading, const std::string& fragment, const std::string& text) {
  if (!text.empty()) entry.parts.push_back({heading, fragment, text, ""});
}

void add_slot(SearchEntry& entry, const std::string& heading, const std::string& fragment, const MarkdownSlot& slot) {
  if (!slot.text.empty()) entry.parts.push_back({heading, fragment, "", slot.key});
}

std::string date_without_quarter(const std::string& iso) {
  const std::optional<Date> date = parse_date(iso);
  if (!date || date->quarter == 0) return iso;
  return to_iso({date->year, 0, date->quarter * 3 - 2, 0});
}

void add_sentence(std::string& text, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!text.empty()) {
    const bool ends = text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':');
    text += ends ? " " : ". ";
  }
  text += sentence;
}

std::string paragraphs(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!out.empty()) out += '\n';
    out += text;
  }
  return out;
}

std::string labelled(const Scene& scene, const std::string& label, const std::string& value) {
  return scene.strings.say("entry_line", {{"label", label}, {"value", value}});
}

namespace {

std::string figure_text(const Scene& scene, const KeyFigure& figure) {
  const Indicator& indicator = *figure.indicator;
  const Period& period = *figure.period;
  const Measurement* measured = measurement_of(indicator, period);
  const Target* target = shown_target(indicator, period);
  const bool known = measured != nullptr && measured->actual;
  const bool goal = target != nullptr && indicator.target_label.empty();
  const char* const nothing = measured != nullptr || period.depth == Depth::known ? "unknown" : "not_reported";
  const std::string value =
      known ? quantity_text(scene, *measured->actual, indicator.unit) : scene.strings.say(nothing);
  const std::string wanted = target != nullptr ? quantity_text(scene, target->quantity, indicator.unit) : "";
  std::string out = known && goal ? scene.strings.say("entry_figure_of",
                                                      {{"label", indicator.name}, {"value", value}, {"target", wanted}})
                                  : labelled(scene, indicator.name, value);
  if (known && !indicator.unit_label.empty()) out += " " + indicator.unit_label;
  if (target != nullptr && !(known && goal))
    out +=
        ", " + (goal ? scene.strings.say("target_label", {{"value", wanted}})
                     : scene.strings.say("target_label_other", {{"value", wanted}, {"label", indicator.target_label}}));
  add_sentence(out, indicator.description);
  add_sentence(out, figure.remark);
  if (measured != nullptr) add_sentence(out, measured->note);
  return out;
}

}  // namespace

std::string figures_text(const Scene& scene, const std::vector<KeyFigure>& figures) {
  std::vector<std::string> out;
  for (const KeyFigure& figure : figures) out.push_back(figure_text(scene, figure));
  return paragraphs(out);
}

std::string explanation_text(const Scene& scene, const Explanation& explanation) {
  std::vector<std::string> out;
  const auto add = [&](const char* label, const std::optional<std::string>& text) {
    if (text) out.push_back(labelled(scene, scene.strings.say(label), *text));
  };
  add("cause", explanation.cause);
  add("consequence", explanation.consequence);
  add("action", explanation.action);
  return paragraphs(out);
}

std::string announcements_text(const Scene& scene, const std::vector<Announcement>& announcements) {
  std::vector<std::string> out;
  for (const Announcement& announcement : announcements) {
    std::string& text = out.emplace_back(announcement.what);
    if (announcement.by)
      add_sentence(text, labelled(scene, scene.strings.say("expected_by"), scene.locale.date(*announcement.by)));
    add_sentence(text, announcement.done);
  }
  return paragraphs(out);
}

std::string attachments_text(const std::vector<Attachment>& attachments) {
  std::vector<std::string> out;
  for (const Attachment& attachment : attachments) {
    if (!attachment.withdrawn_file.empty()) continue;
    add_sentence(out.emplace_back(attachment.title), attachment.note);
  }
  return paragraphs(out);
}

void add_decisions(const Scene& scene, const std::vector<Decision>& decisions, SearchEntry& entry) {
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    add_part(entry, label(scene, "decision") + " " + number, "beslispunt_" + number,
             paragraphs({decisions[i].text, decisions[i].outcome}));
  }
}

}  // namespace stoplicht
