#include <map>
#include <set>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/edition_notes.h"
#include "views/pages.h"
#include "views/project_in_period.h"

// What was taken out of view keeps its address, with a stone that says when and why.
namespace stoplicht {
namespace {

std::string without(std::string_view text, std::string_view start, std::string_view end) {
  return std::string(text.substr(start.size(), text.size() - start.size() - end.size()));
}

bool is_between(std::string_view text, std::string_view start, std::string_view end) {
  return text.size() > start.size() + end.size() && text.starts_with(start) && text.ends_with(end);
}

std::string project_name(const Scene& scene, const std::string& id) {
  const Project* project = scene.site.find_project(id);
  return project != nullptr ? project->name : id;
}

std::string council_name(const Scene& scene, const std::string& id) {
  for (const auto& organisation : scene.site.organisations)
    if (organisation->id == id) return organisation->name;
  return id;
}

// A text of the period, by its path below the period's folder of content/.
std::string name_of_text(const Scene& scene, const std::string& path) {
  const auto named = [&](const char* key, const std::string& name) { return scene.strings.say(key, {{"name", name}}); };
  if (path == "summary.md") return scene.strings.say("part_summary");
  if (is_between(path, "letters/", ".md")) return named("part_letter", without(path, "letters/", ".md"));
  if (is_between(path, "progress/", ".md"))
    return named("part_progress", project_name(scene, without(path, "progress/", ".md")));
  if (is_between(path, "councils/", ".md"))
    return named("part_council", council_name(scene, without(path, "councils/", ".md")));
  return named("part_page", without(path, "", ".md"));
}

// "2020-07/ggz", of the period that told the light.
std::string name_of_history(const Scene& scene, const std::string& id) {
  const std::size_t slash = std::min(id.find('/'), id.size());
  const Period* period = scene.present().find_period(id.substr(0, slash));
  const std::string name = period != nullptr ? in_sentence(scene, period->name) : id.substr(0, slash);
  return scene.strings.say(
      "part_history", {{"name", slash < id.size() ? project_name(scene, id.substr(slash + 1)) : id}, {"period", name}});
}

}  // namespace

std::string name_of_part(const Scene& scene, const Period& period, const std::string& part) {
  const std::size_t colon = std::min(part.find(':'), part.size());
  const std::string kind = part.substr(0, colon);
  const std::string id = colon < part.size() ? part.substr(colon + 1) : "";
  const std::string folder = "content/periods/" + period.id + "/";
  const auto named = [&](const char* key, const std::string& name) { return scene.strings.say(key, {{"name", name}}); };
  if (kind == "project") return named("part_project", project_name(scene, id));
  if (kind == "history") return name_of_history(scene, id);
  if (kind == "commitment") return named("part_commitment", id);
  if (kind == "attachment") return named("part_attachment", id.substr(id.rfind('/') + 1));
  if (kind == "text" && is_between(id, "content/commitments/", ".md"))
    return named("part_closure", without(id, "content/commitments/", ".md"));
  if (kind == "text" && is_between(id, folder, ".md")) return name_of_text(scene, without(id, folder, ""));
  return part;
}

namespace {

Stone stone_of(const Scene& scene, const Period& period, const WithdrawnPart& part) {
  return {&part, name_of_part(scene, period, part.part), part.page.empty() ? "" : period.folder + "/" + part.page};
}

std::string place_in_register(const Scene& scene, const WithdrawnPart& part) {
  if (scene.archive != nullptr)
    for (const ChainLink& link : scene.archive->chain)
      if (link.sequence == part.sequence) return "#" + register_fragment(link.period_id, link.kind, link.number);
  return {};
}

// Whose report or progress it was; null when it was of no project.
const Project* project_of(const Scene& scene, const Stone& stone) {
  constexpr std::string_view kind = "project:";
  return stone.part->part.starts_with(kind) ? scene.present().find_project(stone.part->part.substr(kind.size()))
                                            : nullptr;
}

PageView withdrawn_view(const Scene& scene, const Period& period, const Stone& stone) {
  PageView view;
  Frame frame;
  frame.address = stone.address;
  frame.heading = scene.strings.say("withdrawn_heading", {{"part", stone.name}});
  frame.short_title =
      scene.strings.say("withdrawn_short", {{"part", stone.name}, {"period", in_sentence(scene, period.name)}});
  frame.crumb_title = stone.name;
  frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(scene, period.name)}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_withdrawn"), scene.locale.date(stone.part->on)}};
  frame.cite_date = scene.locale.date(stone.part->on);
  if (const Project* project = project_of(scene, stone); project != nullptr)
    add_project_switch(scene, *project, period, frame);
  tell_edition(scene, period, {PeriodSubject::Kind::stone, ""}, frame);
  view.context = frame_context(scene, frame);
  view.context["title"] = scene.strings.say("withdrawn_title", {{"date", scene.locale.date(stone.part->on)}});
  view.context["reason"] = stone.part->reason;
  view.context["part"] = stone.part->part;
  view.context["register"] = relative_link(stone.address, editions_address + place_in_register(scene, *stone.part));
  const Project* project = project_of(scene, stone);
  view.context["project"] =
      project == nullptr ? Json(false)
                         : Json{{"name", project->name}, {"href", relative_link(stone.address, address_of(*project))}};
  view.context["period"] =
      Json{{"name", in_sentence(scene, period.name)}, {"href", relative_link(stone.address, address_of(period))}};
  return view;
}

// ---- a whole edition ------------------------------------------------------------------------

constexpr const char* paper_name = "afdruk.html";

// A page of an edition that was withdrawn, or a comparison with it.
struct GonePage {
  const Edition* edition;
  std::string address;
  std::string name;   // Within the edition, "werkplaats.html"; empty: a comparison.
  std::string label;  // What stood there; empty: the period itself.
};

PageView gone_view(const Scene& scene, const GonePage& page) {
  const auto& [gone, address, name, label] = page;
  const Edition& edition = *gone;
  PageView view;
  const WithdrawnPart& part = *edition.withdrawal_of("period");
  // Its newest edition: today's site may have the period as its files are now, or not at all.
  const Period& period = *scene.archive->newest(edition.period_id)->period;
  const std::string period_name = in_sentence(scene, period.name);
  Frame frame;
  frame.address = address;
  frame.heading =
      scene.strings.say("gone_edition_heading", {{"n", std::to_string(edition.number)}, {"period", period_name}});
  if (!label.empty())
    frame.short_title = scene.strings.say(
        "gone_edition_short", {{"page", label}, {"n", std::to_string(edition.number)}, {"period", period_name}});
  frame.kicker = scene.strings.say("kicker_period", {{"period", period_name}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_withdrawn"), scene.locale.date(part.on)}};
  frame.cite_date = scene.locale.date(part.on);
  const bool same = has_page(period, name);
  // As for the pages that told something: a search engine is led to the newest edition, a page for paper is cited as
  // its period.
  if (same) frame.canonical_address = name == paper_name ? address_of(period) : period.folder + "/" + name;
  if (name == paper_name) frame.cite_address = folder_of_replaced(edition) + "/index.html";
  frame.notices.push_back(notice("info", scene.strings.say("gone_edition_title"),
                                 scene.strings.say("gone_edition_text"),
                                 {{scene.strings.say(same ? "replaced_link_page" : "replaced_link_period",
                                                     {{"n", std::to_string(period.edition->number)}}),
                                   same ? period.folder + "/" + name : address_of(period)}},
                                 address));
  view.context = frame_context(scene, frame);
  view.context["title"] = scene.strings.say("withdrawn_title", {{"date", scene.locale.date(part.on)}});
  view.context["reason"] = part.reason;
  view.context["part"] = false;
  view.context["register"] = relative_link(address, editions_address + place_in_register(scene, part));
  view.context["project"] = false;
  view.context["period"] = Json{{"name", period_name}, {"href", relative_link(address, address_of(period))}};
  return view;
}

}  // namespace

std::vector<GoneComparison> gone_comparisons(const Scene& scene) {
  std::vector<GoneComparison> out;
  if (scene.archive == nullptr) return out;
  for (const auto& edition : scene.archive->editions) {
    const Edition* before = edition->before;
    if (before == nullptr || !(before->is_gone() || edition->is_gone())) continue;
    const Edition* gone = before->is_gone() ? before : edition.get();
    out.push_back({gone, gone == before ? edition.get() : before, correction_address(*before, *edition)});
  }
  return out;
}

void add_gone_edition_pages(const Scene& scene, std::vector<Page>& pages) {
  if (scene.archive == nullptr) return;
  const auto add = [&](GonePage page) {
    pages.push_back(
        {page.address, "withdrawn", archive_address, Location{}, [&scene, page] { return gone_view(scene, page); }});
  };
  for (const auto& edition : scene.archive->editions) {
    if (edition->is_gone()) {
      std::map<std::string, std::string> labels{{"index.html", ""}, {paper_name, scene.strings.say("print_crumb")}};
      for (const WithdrawnPart& part : edition->withdrawn)
        if (!part.page.empty())
          labels.emplace(part.page, name_of_part(scene, *scene.archive->newest(edition->period_id)->period, part.part));
      for (const auto& [name, label] : labels)
        add({edition.get(), folder_of_replaced(*edition) + "/" + name, name, label});
    }
  }
  for (const auto& [gone, other, address] : gone_comparisons(scene))
    add({gone, address, "", scene.strings.say("gone_edition_comparison", {{"n", std::to_string(other->number)}})});
}

std::vector<Stone> stones_of(const Scene& scene, const Period& period) {
  std::vector<Stone> out;
  if (period.edition == nullptr) return out;
  for (const WithdrawnPart& part : period.edition->withdrawn) out.push_back(stone_of(scene, period, part));
  return out;
}

void add_withdrawn_pages(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  std::set<std::string> addresses;  // Two texts may have had one address, one after the other.
  for (const Stone& stone : stones_of(scene, period))
    // A later edition may have another page there.
    if (!stone.address.empty() && !has_page(period, stone.part->page) && addresses.insert(stone.address).second)
      pages.push_back({stone.address, "withdrawn", archive_address, Location{},
                       [&scene, &period, stone] { return withdrawn_view(scene, period, stone); }});
}

}  // namespace stoplicht
