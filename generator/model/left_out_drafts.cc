#include "model/left_out_drafts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "model/edition_parts.h"
#include "model/thinned_document.h"

namespace stoplicht {
namespace {

constexpr std::string_view folder_of_periods = "data/periods/";
constexpr std::string_view data_end = ".json";
const std::string commitments_data = "data/commitments.json";
const std::string programmes_data = "data/programmes.json";

using DataFiles = std::map<std::string, std::shared_ptr<const Document>>;

bool is_source_of_any(const std::set<std::string>& periods, std::string_view path) {
  return std::any_of(periods.begin(), periods.end(), [&](const std::string& id) { return is_source_of(path, id); });
}

// The commitments that the letters in a folder close.
void add_closed(const SiteFolder& folder, const std::set<std::string>& periods, std::set<std::string>& closed) {
  for (const auto& [path, document] : folder.content) {
    if (!is_source_of_any(periods, path) || !document->root().is_object()) continue;
    for (const Json& id : document->root().value("closes", Json::array()))
      if (id.is_string()) closed.insert(id.get<std::string>());
  }
}

// As the newest edition that has it tells it.
std::string sealed_status(const Archive& archive, const std::string& commitment) {
  for (auto edition = archive.editions.rbegin(); edition != archive.editions.rend(); ++edition) {
    const auto sealed = (*edition)->folder.data.find(commitments_data);
    if (!(*edition)->is_newest() || sealed == (*edition)->folder.data.end()) continue;
    for (const Json& each : sealed->second->root().value("commitments", Json::array()))
      if (word(each, "id") == commitment) return word(each, "status");
  }
  return "open";
}

using Empty = ThinnedDocument::Empty;

// The projects of which only drafts tell.
std::set<std::string> told_only_by(const std::set<std::string>& drafts, const DataFiles& data, const Archive& archive) {
  std::set<std::string> out;
  for (const std::string& id : drafts) {
    const auto file = data.find(period_file(id));
    if (file == data.end() || !file->second->root().is_object()) continue;
    for (const Json& report : file->second->root().value("projects", Json::array()))
      out.insert(word(report, "project"));
  }
  const auto spare = [&](const Json& item, const char* key) { out.erase(word(item, key)); };
  for (const auto& edition : archive.editions) {
    const auto sealed = edition->folder.data.find(programmes_data);
    if (sealed == edition->folder.data.end()) continue;
    for (const Json& programme : sealed->second->root().value("programmes", Json::array()))
      for (const Json& project : programme.value("projects", Json::array())) spare(project, "id");
  }
  // What a budget has money for was told already.
  if (const auto today = data.find(programmes_data); today != data.end() && today->second->root().is_object())
    for (const Json& programme : today->second->root().value("programmes", Json::array()))
      if (programme.is_object() && programme.contains("budget") && programme["budget"].is_object())
        for (const Json& measure : programme["budget"].value("measures", Json::array())) spare(measure, "project");
  return out;
}

// A project that only drafts tell of, what measures it, and what begins with a draft: a target, a split.
void leave_out_of_programmes(ThinnedDocument& document, const std::set<std::string>& drafts,
                             const std::set<std::string>& gone) {
  std::set<std::string> without_target;
  document.keep("/indicators", Empty::stays, [&](const Json& each) { return !gone.contains(word(each, "project")); });
  const std::size_t indicators = document.root().value("indicators", Json::array()).size();
  for (std::size_t i = 0; i < indicators; ++i) {
    document.keep("/indicators/" + std::to_string(i) + "/targets", Empty::goes,
                  [&](const Json& target) { return !drafts.contains(word(target, "from_period")); });
    const Json& indicator = document.root()["indicators"][i];
    if (indicator.is_object() && !indicator.contains("targets")) without_target.insert(word(indicator, "id"));
  }
  const std::size_t programmes = document.root().value("programmes", Json::array()).size();
  for (std::size_t i = 0; i < programmes; ++i) {
    const std::string list = "/programmes/" + std::to_string(i) + "/projects";
    document.keep(list, Empty::stays, [&](const Json& project) { return !gone.contains(word(project, "id")); });
    const Json::json_pointer place(list);
    const std::size_t projects = document.root().contains(place) ? document.root().at(place).size() : 0;
    for (std::size_t j = 0; j < projects; ++j) {
      document.keep(list + "/" + std::to_string(j) + "/lineage", Empty::goes, [&](const Json& line) {
        return !drafts.contains(word(line, "period")) && !gone.contains(word(line, "project"));
      });
      // A rule weighs a target; without one there is nothing to weigh.
      Json& project = document.root().at(place)[j];
      if (const auto rule = project.find("rule");
          rule != project.end() && without_target.contains(word(*rule, "indicator")))
        project.erase(rule);
    }
  }
}

template <typename Change>
void thin(SiteFolder& folder, const std::string& file, Change change) {
  const auto found = folder.data.find(file);
  if (found == folder.data.end() || !found->second->root().is_object()) return;
  ThinnedDocument document(*found->second);
  change(document);
  if (document.root() != found->second->root()) found->second = std::move(document).make();
}

}  // namespace

std::set<std::string> draft_ids(const SiteFolder& folder, const Archive& archive) {
  std::set<std::string> ids;
  if (archive.empty()) return ids;
  const auto add = [&](std::string_view path) {
    if (!path.starts_with(folder_of_periods) || !path.ends_with(data_end)) return;
    std::string id(path.substr(folder_of_periods.size(), path.size() - folder_of_periods.size() - data_end.size()));
    if (id.find('/') == std::string::npos && archive.newest(id) == nullptr) ids.insert(std::move(id));
  };
  for (const auto& [path, document] : folder.data) add(path);
  for (const std::string& path : folder.faulty) add(path);
  return ids;
}

void leave_out(const std::set<std::string>& drafts, SiteFolder& folder, const Archive& archive) {
  if (drafts.empty()) return;
  std::set<std::string> closed;
  add_closed(folder, drafts, closed);
  for (const auto& edition : archive.editions) {
    if (!edition->is_newest()) continue;
    std::set<std::string> published;
    add_closed(edition->folder, {edition->period_id}, published);
    for (const std::string& id : published) closed.erase(id);
  }
  const DataFiles whole = folder.data;
  const auto is_left_out = [&](std::string_view path) { return is_source_of_any(drafts, path); };
  std::erase_if(folder.data, [&](const auto& file) { return is_left_out(file.first); });
  std::erase_if(folder.content, [&](const auto& file) { return is_left_out(file.first); });
  std::erase_if(folder.attachments, [&](const auto& file) { return is_left_out(file.first); });
  std::erase_if(folder.faulty, is_left_out);
  for (const std::string& id : closed) folder.content.erase(closure_file(id));

  const std::set<std::string> gone = told_only_by(drafts, whole, archive);
  thin(folder, programmes_data, [&](ThinnedDocument& document) { leave_out_of_programmes(document, drafts, gone); });
  thin(folder, commitments_data, [&](ThinnedDocument& document) {
    if (!document.root().contains("commitments")) return;
    Json& list = document.root()["commitments"];
    for (std::size_t i = 0; i < list.size(); ++i) {
      document.keep("/commitments/" + std::to_string(i) + "/projects", Empty::goes,
                    [&](const Json& id) { return !id.is_string() || !gone.contains(id.get<std::string>()); });
      if (const std::string id = word(list[i], "id"); word(list[i], "status") == "closed" && closed.contains(id))
        list[i]["status"] = sealed_status(archive, id);
    }
  });
}

}  // namespace stoplicht
