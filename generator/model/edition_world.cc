#include "model/edition_world.h"

#include "load/json_position.h"
#include "load/part_document.h"
#include "model/build_model.h"
#include "model/edition_parts.h"

#include <algorithm>
#include <set>

namespace stoplicht {
namespace {

std::string pointer_to(std::string_view part) { return "/parts/" + escape_pointer_part(part) + "/content"; }

class World {
 public:
  World(Edition& edition, std::shared_ptr<const Document> document, const std::map<std::string, std::string>& attachments)
      : edition_(edition), whole_(std::move(document)), parts_(whole_->root().at("parts")), attachments_(attachments) {}

  void make(Diagnostics& diagnostics) {
    add_data("data/site.json", "site");
    add_data("data/organisations.json", "organisations");
    add_data("data/programmes.json", "programmes");
    add_commitments();
    add_history();
    add_period();
    add_texts();
    add_glossary();
    if (const Json* figures = content("figures"))
      for (const auto& [path, text] : figures->items()) edition_.figures[path] = text.get<std::string>();
    // A link to what was withdrawn is no fault.
    for (const WithdrawnPart& part : edition_.withdrawn)
      for (const std::string_view kind : {text_part, attachment_part})
        if (part.part.starts_with(kind)) folder().faulty.insert(part.part.substr(kind.size()));

    Diagnostics found;
    PeriodFolders folders;
    if (!edition_.is_newest())
      folders[edition_.period_id] = "periodes/" + edition_.period_id + "/v" + std::to_string(edition_.number);
    edition_.site = build_model(folder(), std::nullopt, found, folders);
    for (Diagnostic& diagnostic : found.sorted())
      if (is_structural(diagnostic)) diagnostics.add(std::move(diagnostic));
    edition_.period = edition_.site.find_period(edition_.period_id);
    if (edition_.period == nullptr) return;
    settle(edition_.site, edition_);
    if (const Json* history = content("history"))
      for (const auto& period : edition_.site.periods)
        if (period.get() != edition_.period) set_computed(*period, history->at("computed").value(period->id, Json::object()));
  }

  static void set_computed(Period& period, const Json& computed) {
    period.sealed = true;
    for (ProjectReport& report : period.projects) {
      const auto found = computed.find(report.project->id);
      const bool known = found != computed.end() && found->is_object();
      report.computed = known ? period.scale->find(found->value("status", "")) : nullptr;
      report.pace = known ? Pace{found->value("of_target", 0.0), found->value("of_time", 0.0)} : Pace{};
    }
  }

 private:
  SiteFolder& folder() { return edition_.folder; }

  bool is_withdrawn(std::string_view part) const {
    return std::any_of(edition_.withdrawn.begin(), edition_.withdrawn.end(), [&](const auto& each) { return each.part == part; });
  }

  // Null for a part that is not there.
  const Json* content(std::string_view part) const {
    const auto found = parts_.find(part);
    return found == parts_.end() || is_withdrawn(part) ? nullptr : &found->at("content");
  }

  // Calls `use` with the rest of the name and the content of each part of a kind.
  template <typename Use>
  void each_part(std::string_view kind, Use use) const {
    for (const auto& [name, part] : parts_.items())
      if (std::string_view(name).starts_with(kind) && !is_withdrawn(name)) use(name.substr(kind.size()), part.at("content"));
  }

  void add(const std::string& path, Json root, PointerInWhole in_whole) {
    folder().data[path] = part_of(*whole_, std::move(root), std::move(in_whole));
  }

  void add_data(const std::string& path, const std::string& part) {
    if (const Json* root = content(part))
      add(path, *root, [prefix = pointer_to(part)](std::string_view pointer) { return prefix + std::string(pointer); });
  }

  void add_commitments() {
    Json list = Json::array();
    each_part(commitment_part, [&](const std::string&, const Json& commitment) { list.push_back(commitment); });
    add("data/commitments.json", Json{{"commitments", std::move(list)}},
        [](std::string_view) { return std::string("/parts"); });
  }

  void add_history() {
    const Json* history = content("history");
    if (history == nullptr) return;
    std::size_t index = 0;
    for (const Json& each : history->at("periods")) {
      const std::string id = each.at("period").at("id");
      const std::string prefix = pointer_to("history") + "/periods/" + std::to_string(index++) + "/period";
      add(period_file(id), each.at("period"),
          [prefix](std::string_view pointer) { return prefix + std::string(pointer); });
      // Every period has a headline; of an earlier one no page shows it.
      add_text("content/periods/" + id + "/summary.md", Json{{"headline", id}}, "");
    }
  }

  void add_period() {
    const Json* period = content("period");
    if (period == nullptr) return;
    Json root = *period;
    std::vector<std::string> ids;
    if (const auto order = root.find("projects"); order != root.end()) {
      Json reports = Json::array();
      for (const Json& id : *order) {
        const Json* report = content(std::string(project_part) + id.get<std::string>());
        if (report == nullptr) continue;
        reports.push_back(report->at("report"));
        ids.push_back(id);
      }
      *order = std::move(reports);
    }
    add(period_file(edition_.period_id), std::move(root), [ids](std::string_view pointer) {
      constexpr std::string_view list = "/projects/";
      if (!pointer.starts_with(list)) return pointer_to("period") + std::string(pointer);
      const std::size_t end = std::min(pointer.find('/', list.size()), pointer.size());
      const std::size_t index = std::stoul(std::string(pointer.substr(list.size(), end - list.size())));
      if (index >= ids.size()) return pointer_to("period");
      return pointer_to(std::string(project_part) + ids[index]) + "/report" + std::string(pointer.substr(end));
    });
  }

  void add_text(const std::string& path, Json front_matter, std::string text) {
    folder().content[path] = stored_markdown(path, std::move(front_matter), std::move(text));
  }

  void add_texts() {
    each_part(text_part, [&](const std::string& path, const Json& text) {
      add_text(path, text.at("front_matter"), text.at("text"));
    });
    const std::string summary = "content/periods/" + edition_.period_id + "/summary.md";
    if (is_withdrawn(std::string(text_part) + summary))
      add_text(summary, Json{{"headline", content("period")->value("name", edition_.period_id)}}, "");
    each_part(attachment_part, [&](const std::string& path, const Json& attachment) {
      const auto bytes = attachments_.find(attachment.at("sha256").get<std::string>());
      if (bytes == attachments_.end()) return;
      edition_.attachments[path] = bytes->first;
      folder().attachments[path] = bytes->second;
    });
  }

  void add_glossary() {
    const Json* glossary = content("glossary");
    if (glossary == nullptr) return;
    Json front_matter = *glossary;
    front_matter.erase("path");
    add_text(glossary->at("path"), std::move(front_matter), "");
  }

  Edition& edition_;
  std::shared_ptr<const Document> whole_;
  const Json& parts_;
  const std::map<std::string, std::string>& attachments_;
};

}  // namespace

bool is_structural(const Diagnostic& diagnostic) {
  static const std::set<std::string_view> ids{"type-wrong", "key-missing", "reference-unknown", "measurement-owner",
                                              "status-unknown", "value-unknown", "council-kind", "local-text-council"};
  return diagnostic.severity == Severity::error && ids.contains(diagnostic.id);
}

void make_world(Edition& edition, std::shared_ptr<const Document> document,
                const std::map<std::string, std::string>& attachments, Diagnostics& diagnostics) {
  edition.document = document;
  World(edition, std::move(document), attachments).make(diagnostics);
}

void add_sources_of(const Edition& edition, SiteFolder& folder) {
  const auto is_closure = [&](const std::string& path) {
    const auto& commitments = edition.site.commitments;
    return std::any_of(commitments.begin(), commitments.end(), [&](const auto& each) { return closure_file(each->id) == path; });
  };
  folder.data[period_file(edition.period_id)] = edition.folder.data.at(period_file(edition.period_id));
  for (const auto& [path, document] : edition.folder.content)
    if (is_source_of(path, edition.period_id) || is_closure(path)) folder.content[path] = document;
  for (const auto& [path, bytes] : edition.folder.attachments)
    if (is_source_of(path, edition.period_id)) folder.attachments[path] = bytes;
  folder.faulty.insert(edition.folder.faulty.begin(), edition.folder.faulty.end());
}

void settle(Site& site, const Edition& edition) {
  for (const auto& period : site.periods) {
    if (period->id != edition.period_id) continue;
    Json computed = Json::object();
    for (const auto& [name, part] : edition.document->root().at("parts").items())
      if (std::string_view(name).starts_with(project_part))
        computed[name.substr(project_part.size())] = part.at("content").at("resolved").at("computed");
    World::set_computed(*period, computed);
    // A project that got another name since was called what it was called.
    for (ProjectReport& report : period->projects)
      if (const ProjectReport* published = edition.period->report_of(*report.project)) report.name = published->name;
    period->edition = &edition;
  }
}

}  // namespace stoplicht
