#include "model/edition_world.h"

#include <algorithm>
#include <set>

#include "load/json_position.h"
#include "load/part_document.h"
#include "model/build_model.h"
#include "model/edition_parts.h"

namespace stoplicht {
namespace {

std::string pointer_to(std::string_view part) { return "/parts/" + escape_pointer_part(part) + "/content"; }

class World {
 public:
  World(Edition& edition, std::shared_ptr<const Document> document,
        const std::map<std::string, std::string>& attachments)
      : edition_(edition), whole_(std::move(document)), parts_(whole_->root().at("parts")), attachments_(attachments) {}

  void make(Diagnostics& diagnostics) {
    for (const char* part : {"site", "organisations", "programmes", "period"}) {
      if (content(part) != nullptr) continue;
      diagnostics.error("edition-form", whole_->at("/parts"), "part '" + std::string(part) + "' is missing",
                        "put back the file as it was published");
      return;
    }
    add_data("data/site.json", "site");
    add_data("data/organisations.json", "organisations");
    add_data("data/programmes.json", "programmes");
    add_commitments();
    add_history();
    add_period();
    add_texts();
    add_glossary();
    // A link to what was withdrawn is no fault.
    for (const WithdrawnPart& part : edition_.withdrawn)
      for (const std::string_view kind : {text_part, attachment_part})
        if (part.part.starts_with(kind)) folder().faulty.insert(part.part.substr(kind.size()));

    Diagnostics found;
    PeriodFolders folders;
    if (!edition_.is_newest())
      folders[edition_.period_id] = "periodes/" + edition_.period_id + "/v" + std::to_string(edition_.number);
    edition_.site = build_model(folder(), std::nullopt, found, folders);
    bool faulty = false;
    for (Diagnostic& diagnostic : found.sorted()) {
      if (!is_structural(diagnostic)) continue;
      faulty = true;
      if (folder().content.contains(diagnostic.where.file))
        diagnostic.where = place_of_text(edition_, diagnostic.where.file);
      diagnostics.add(std::move(diagnostic));
    }
    edition_.period = edition_.site.find_period(edition_.period_id);
    if (edition_.period == nullptr) {
      // What kept it from being read is among those, or else it bears the name of another period.
      if (!faulty)
        diagnostics.error("edition-form", whole_->at(pointer_to("period")),
                          "the period of this edition is not '" + edition_.period_id + "'",
                          "put back the file as it was published");
      return;
    }
    settle(edition_.site, edition_);
    settle_history();
  }

  // Gives the reports of a sealed period what was computed: `computed_of` gives that by project, or null.
  template <typename ComputedOf>
  static void set_computed(Period& period, ComputedOf computed_of) {
    period.sealed = true;
    for (ProjectReport& report : period.projects) {
      const Json* computed = computed_of(report.project->id);
      const bool known = computed != nullptr && computed->is_object();
      report.computed = known ? period.scale->find(computed->value("status", "")) : nullptr;
      report.pace = known ? Pace{computed->value("of_target", 0.0), computed->value("of_time", 0.0)} : Pace{};
    }
  }

 private:
  SiteFolder& folder() { return edition_.folder; }

  // Null for a part that is not there.
  const Json* content(std::string_view part) const {
    const auto found = parts_.find(part);
    return found == parts_.end() || edition_.is_withdrawn(part) ? nullptr : &found->at("content");
  }

  // Calls `use` with the rest of the name and the content of each part of a kind.
  template <typename Use>
  void each_part(std::string_view kind, Use use) const {
    for (const auto& [name, part] : parts_.items())
      if (std::string_view(name).starts_with(kind) && !edition_.is_withdrawn(name))
        use(name.substr(kind.size()), part.at("content"));
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

  // The reports of the periods before this one, in the order in which they stood.
  using Reports =
      std::map<std::string, std::vector<std::pair<std::string, const Json*>>>;  // By period: a part's name and content.

  Reports reports_of_history() const {
    Reports out;
    each_part(history_part, [&](const std::string& name, const Json& report) {
      const std::size_t slash = name.find('/');
      if (slash != std::string::npos)
        out[name.substr(0, slash)].emplace_back(std::string(history_part) + name, &report);
    });
    for (auto& [period, reports] : out)
      std::stable_sort(reports.begin(), reports.end(),
                       [](const auto& a, const auto& b) { return a.second->at("place") < b.second->at("place"); });
    return out;
  }

  void add_history() {
    const Reports reports = reports_of_history();
    each_part(history_part, [&](const std::string& id, const Json& told) {
      if (id.find('/') != std::string::npos) return;
      Json root = told.at("period");
      // Where a light is derived a period says how; of an earlier one no page shows it.
      root.emplace("basis_note", id);
      std::vector<std::string> parts;
      if (const auto found = reports.find(id); found != reports.end()) {
        for (const auto& [name, report] : found->second) {
          Json& told_of = root["projects"].emplace_back(report->at("report"));
          // The edition does not keep why a light of an earlier period was what it was; not to ask for it saves looking
          // for its place.
          for (const char* key : {"cause", "action"}) told_of.emplace(key, nullptr);
          parts.push_back(name);
        }
      } else if (word(root, "depth") == "projects") {
        root["projects"] = Json::array();  // All of them were withdrawn.
      }
      add(period_file(id), std::move(root),
          in_reports(pointer_to(std::string(history_part) + id) + "/period", std::move(parts)));
      // Every period has a headline; of an earlier one no page shows it.
      add_text("content/periods/" + id + "/summary.md", Json{{"headline", id}}, "");
    });
  }

  void settle_history() {
    for (const auto& period : edition_.site.periods) {
      if (period.get() == edition_.period) continue;
      const std::string prefix = std::string(history_part) + period->id + "/";
      set_computed(*period, [&](const std::string& project) -> const Json* {
        const Json* report = content(prefix + project);
        return report == nullptr ? nullptr : &report->at("computed");
      });
    }
  }

  // Where things stand in a period file that is made of a part `period` and of a part for each of its reports.
  static PointerInWhole in_reports(std::string period, std::vector<std::string> parts) {
    return [period = std::move(period), parts = std::move(parts)](std::string_view pointer) {
      constexpr std::string_view list = "/projects/";
      if (!pointer.starts_with(list)) return period + std::string(pointer);
      const std::size_t end = std::min(pointer.find('/', list.size()), pointer.size());
      const std::size_t index = std::stoul(std::string(pointer.substr(list.size(), end - list.size())));
      if (index >= parts.size()) return period;
      return pointer_to(parts[index]) + "/report" + std::string(pointer.substr(end));
    };
  }

  void add_period() {
    Json root = *content("period");
    std::vector<std::string> parts;
    if (const auto order = root.find("projects"); order != root.end()) {
      Json reports = Json::array();
      for (const Json& id : *order) {
        std::string name = std::string(project_part) + id.get<std::string>();
        const Json* report = content(name);
        if (report == nullptr) continue;
        reports.push_back(report->at("report"));
        parts.push_back(std::move(name));
      }
      *order = std::move(reports);
    }
    add(period_file(edition_.period_id), std::move(root), in_reports(pointer_to("period"), std::move(parts)));
  }

  std::string name_of(const Json& period) const {
    const std::string name = word(period, "name");
    return name.empty() ? edition_.period_id : name;
  }

  void add_text(const std::string& path, Json front_matter, std::string text) {
    folder().content[path] = stored_markdown(path, std::move(front_matter), std::move(text));
  }

  // What {{ … }} stood for in a text.
  void add_figures(const Json& text) {
    for (const auto& [path, value] : text.at("figures").items()) edition_.figures[path] = value.get<std::string>();
  }

  void add_texts() {
    each_part(text_part, [&](const std::string& path, const Json& text) {
      add_text(path, text.at("front_matter"), text.at("text"));
      add_figures(text);
    });
    const std::string summary = "content/periods/" + edition_.period_id + "/summary.md";
    if (edition_.is_withdrawn(std::string(text_part) + summary))
      add_text(summary, Json{{"headline", name_of(*content("period"))}}, "");
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
    for (const char* key : {"path", "figures"}) front_matter.erase(key);
    add_text(glossary->at("path"), std::move(front_matter), "");
    add_figures(*glossary);
  }

  Edition& edition_;
  std::shared_ptr<const Document> whole_;
  const Json& parts_;
  const std::map<std::string, std::string>& attachments_;
};

}  // namespace

bool is_structural(const Diagnostic& diagnostic) {
  static const std::set<std::string_view> ids{
      "type-wrong",   "key-missing",        "reference-unknown", "measurement-owner", "status-unknown", "value-unknown",
      "council-kind", "local-text-council", "date-impossible",   "id-form",           "list-empty"};
  return diagnostic.severity == Severity::error && ids.contains(diagnostic.id);
}

Location place_of_text(const Edition& edition, const std::string& path) {
  return edition.document->at(pointer_to(std::string(text_part) + path));
}

void make_world(Edition& edition, std::shared_ptr<const Document> document,
                const std::map<std::string, std::string>& attachments, Diagnostics& diagnostics) {
  edition.document = document;
  World(edition, std::move(document), attachments).make(diagnostics);
}

bool is_own_text(const Edition& edition, std::string_view path) {
  const auto& commitments = edition.site.commitments;
  return is_source_of(path, edition.period_id) ||
         std::any_of(commitments.begin(), commitments.end(),
                     [&](const auto& each) { return closure_file(each->id) == path; });
}

void add_sources_of(const Edition& edition, SiteFolder& folder) {
  folder.data[period_file(edition.period_id)] = edition.folder.data.at(period_file(edition.period_id));
  for (const auto& [path, document] : edition.folder.content)
    if (is_own_text(edition, path)) folder.content[path] = document;
  for (const auto& [path, bytes] : edition.folder.attachments)
    if (is_source_of(path, edition.period_id)) folder.attachments[path] = bytes;
  folder.faulty.insert(edition.folder.faulty.begin(), edition.folder.faulty.end());
}

void settle(Site& site, const Edition& edition) {
  if (edition.period == nullptr) return;
  for (const auto& period : site.periods) {
    if (period->id != edition.period_id) continue;
    const Json& parts = edition.document->root().at("parts");
    World::set_computed(*period, [&](const std::string& project) -> const Json* {
      const auto part = parts.find(std::string(project_part) + project);
      return part == parts.end() ? nullptr : &part->at("content").at("resolved").at("computed");
    });
    // A project that got another name since was called what it was called.
    for (ProjectReport& report : period->projects)
      if (const ProjectReport* published = edition.period->report_of(*report.project)) report.name = published->name;
    period->edition = &edition;
  }
}

}  // namespace stoplicht
