#include "base/paths.h"
#include "views/addresses.h"
#include "views/edition_notes.h"
#include "views/pages.h"

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
Stone stone_of_text(const Scene& scene, const Period& period, const std::string& path) {
  const auto named = [&](const char* key, const std::string& name) { return scene.strings.say(key, {{"name", name}}); };
  if (path == "summary.md") return {nullptr, scene.strings.say("part_summary"), ""};
  if (is_between(path, "letters/", ".md")) {
    const std::string id = without(path, "letters/", ".md");
    return {nullptr, named("part_letter", id), period.folder + "/brieven/" + id + ".html"};
  }
  if (is_between(path, "progress/", ".md")) return {nullptr, named("part_progress", project_name(scene, without(path, "progress/", ".md"))), ""};
  if (is_between(path, "councils/", ".md")) return {nullptr, named("part_council", council_name(scene, without(path, "councils/", ".md"))), ""};
  // A page whose front matter gave it another name is not known by that any more: its front matter was withdrawn with it.
  const std::string id = without(path, "", ".md");
  return {nullptr, named("part_page", id), period.folder + "/" + id + ".html"};
}

Stone stone_of(const Scene& scene, const Period& period, const WithdrawnPart& part) {
  const std::size_t colon = part.part.find(':');
  const std::string kind = part.part.substr(0, colon);
  const std::string id = colon == std::string::npos ? "" : part.part.substr(colon + 1);
  const std::string folder = "content/periods/" + period.id + "/";
  const auto named = [&](const char* key, const std::string& name) { return scene.strings.say(key, {{"name", name}}); };
  Stone stone{nullptr, part.part, ""};
  if (kind == "project") stone = {nullptr, named("part_project", project_name(scene, id)), period.folder + "/" + id + ".html"};
  if (kind == "commitment") stone.name = named("part_commitment", id);
  if (kind == "attachment") stone.name = named("part_attachment", id.substr(id.rfind('/') + 1));
  if (kind == "text" && is_between(id, "content/commitments/", ".md"))
    stone.name = named("part_closure", without(id, "content/commitments/", ".md"));
  if (kind == "text" && is_between(id, folder, ".md")) stone = stone_of_text(scene, period, without(id, folder, ""));
  stone.part = &part;
  return stone;
}

PageView withdrawn_view(const Scene& scene, const Period& period, const Stone& stone) {
  PageView view;
  Frame frame;
  frame.address = stone.address;
  frame.heading = scene.strings.say("withdrawn_heading", {{"part", stone.name}});
  frame.short_title = scene.strings.say("withdrawn_short", {{"part", stone.name}, {"period", in_sentence(scene, period.name)}});
  frame.crumb_title = stone.name;
  frame.kicker = scene.strings.say("kicker_period", {{"period", in_sentence(scene, period.name)}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_withdrawn"), scene.locale.date(stone.part->on)}};
  tell_edition(scene, period, {PeriodSubject::Kind::text, ""}, frame);
  view.context = frame_context(scene, frame);
  view.context["title"] = scene.strings.say("withdrawn_title", {{"date", scene.locale.date(stone.part->on)}});
  view.context["reason"] = stone.part->reason;
  view.context["part"] = stone.part->part;
  view.context["register"] = relative_link(stone.address, editions_address);
  view.context["period"] = Json{{"name", in_sentence(scene, period.name)}, {"href", relative_link(stone.address, address_of(period))}};
  return view;
}

}  // namespace

std::vector<Stone> stones_of(const Scene& scene, const Period& period) {
  std::vector<Stone> out;
  if (period.edition == nullptr) return out;
  for (const WithdrawnPart& part : period.edition->withdrawn) out.push_back(stone_of(scene, period, part));
  return out;
}

void add_withdrawn_pages(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  for (const Stone& stone : stones_of(scene, period))
    if (!stone.address.empty())
      pages.push_back({stone.address, "withdrawn", archive_address, Location{},
                       [&scene, &period, stone] { return withdrawn_view(scene, period, stone); }});
}

}  // namespace stoplicht
