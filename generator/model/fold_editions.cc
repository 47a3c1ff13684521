#include <algorithm>
#include <set>

#include "load/part_document.h"
#include "model/build_model.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"
#include "model/fold_parts.h"
#include "model/open_archive.h"

namespace stoplicht {
namespace {

const std::string site_file = "data/site.json";

template <typename List>
auto find_by_id(List& list, const Json& id) -> decltype(&list[0]) {
  for (auto& item : list)
    if (item.is_object() && item.value("id", Json()) == id) return &item;
  return nullptr;
}

template <typename Use>
void each_project(const Json& root, Use use) {
  for (const Json& programme : root.value("programmes", Json::array())) {
    if (!programme.is_object()) continue;
    for (const Json& project : programme.value("projects", Json::array()))
      if (project.is_object()) use(project);
  }
}

class Fold {
 public:
  Fold(SiteFolder folder, const Archive& archive, std::string_view except)
      : original_(std::move(folder)), archive_(archive), except_(except), folded_(original_) {}

  SiteFolder make() {
    // The newest first: what it knows is the nearest to today.
    for (auto edition = archive_.editions.rbegin(); edition != archive_.editions.rend(); ++edition) {
      if (!(*edition)->is_newest()) continue;
      if ((*edition)->period_id == except_) {
        keep_withdrawn(**edition);
      } else {
        take_out(**edition);
        add_sources_of(**edition, folded_);
        keep_what_came_of_it(**edition);
        keep_scale(**edition);
      }
      for (const char* file : {"data/organisations.json", "data/programmes.json", "data/commitments.json"})
        add_lost(file, **edition);
    }
    return std::move(folded_);
  }

 private:
  void take_out(const Edition& edition) {
    std::erase_if(folded_.content, [&](const auto& file) { return is_source_of(file.first, edition.period_id); });
    std::erase_if(folded_.attachments, [&](const auto& file) { return is_source_of(file.first, edition.period_id); });
    // The story of a closure stands elsewhere.
    for (const WithdrawnPart& part : edition.withdrawn)
      if (std::string_view(part.part).starts_with(text_part)) folded_.content.erase(part.part.substr(text_part.size()));
  }

  // What was withdrawn may have gone from the sources too: that is no fault.
  void keep_withdrawn(const Edition& edition) {
    for (const std::string& path : edition.folder.faulty)
      if (!folded_.content.contains(path) && !folded_.attachments.contains(path)) folded_.faulty.insert(path);
  }

  void add_lost(const std::string& file, const Edition& edition) {
    const auto sealed = edition.folder.data.find(file);
    if (sealed == edition.folder.data.end()) return;
    auto& today = folded_.data[file];
    if (today == nullptr) {
      if (file == "data/commitments.json" && !sealed->second->root().at("commitments").empty()) today = sealed->second;
      if (today == nullptr) folded_.data.erase(file);
      return;
    }
    if (!today->root().is_object()) return;
    Json root = today->root();
    if (add_missing(root, sealed->second->root(), [](const Json&) { return true; })) change(file, std::move(root));
  }

  // The places of a changed document are those of the one that was read, or that an edition has.
  void change(const std::string& file, Json root) {
    const auto read = original_.data.emplace(file, folded_.data.at(file)).first;
    folded_.data[file] = changed(*read->second, std::move(root));
  }

  // An announcement stays what it was; what came of it is told later, in the letter's own file.
  void keep_what_came_of_it(const Edition& edition) {
    for (auto& [path, document] : folded_.content) {
      if (!is_source_of(path, edition.period_id) || !document->root().contains("announces")) continue;
      const auto today = original_.content.find(path);
      if (today == original_.content.end() || !today->second->root().is_object()) continue;
      const Json& then = document->root()["announces"];
      const Json now = today->second->root().value("announces", Json::array());
      if (!now.is_array()) continue;
      Json front_matter = document->root();
      bool any = false;
      for (std::size_t i = 0; i < then.size() && i < now.size(); ++i) {
        if (!now[i].is_object() || !now[i].contains("done") || then[i].contains("done")) continue;
        front_matter["announces"][i]["done"] = now[i]["done"];
        any = true;
      }
      if (any) document = stored_markdown(path, std::move(front_matter), std::string(document->body()));
    }
  }

  // Old lights keep their old meaning: where a scale is no longer what it was, the period gets the old one beside it.
  void keep_scale(const Edition& edition) {
    const auto site = folded_.data.find(site_file);
    if (site == folded_.data.end() || !site->second->root().is_object()) return;
    const std::string file = period_file(edition.period_id);
    const Json& period = folded_.data.at(file)->root();
    const Json& sealed_scales = edition.folder.data.at(site_file)->root().at("status_scales");
    const std::string id = period.contains("scale") ? word(period, "scale") : word(sealed_scales.at(0), "id");
    const Json* sealed = find_by_id(sealed_scales, id);
    if (sealed == nullptr) return;
    const Json today = site->second->root().value("status_scales", Json::array());
    if (!today.is_array()) return;
    std::string name;
    for (const Json& each : today) {
      Json same = each;
      if (same.is_object()) same["id"] = id;
      if (same == *sealed && (name.empty() || word(each, "id") == id)) name = word(each, "id");
    }
    if (name.empty()) {
      name = id + "-" + edition.period_id;
      Json root = site->second->root();
      Json scale = *sealed;
      scale["id"] = name;
      root["status_scales"].push_back(std::move(scale));
      change(site_file, std::move(root));
    }
    const bool is_default = !period.contains("scale") && !today.empty() && word(today[0], "id") == name;
    if (is_default || word(period, "scale") == name) return;
    Json root = period;
    root["scale"] = name;
    folded_.data[file] = changed(*edition.folder.data.at(file), std::move(root));
  }

  SiteFolder original_;
  const Archive& archive_;
  std::string_view except_;
  SiteFolder folded_;
};

// The targets that held in published periods are those of their editions, whatever the files say of them now.
void settle_targets(Site& site) {
  for (const auto& indicator : site.indicators) {
    std::vector<Target> targets;
    std::string_view last_from;  // Of the last one, where it was read.
    for (auto period = site.periods.rbegin(); period != site.periods.rend(); ++period) {
      const Edition* edition = (*period)->edition;
      const Indicator* known = indicator.get();
      const Period* moment = period->get();
      if (edition != nullptr) {
        known = edition->site.find_indicator(indicator->id);
        moment = edition->period;
      }
      const Target* target = known != nullptr ? known->target_in(*moment) : nullptr;
      if (target == nullptr) continue;
      const bool same_place = target->from->id == last_from;
      last_from = target->from->id;
      if (!targets.empty() && targets.back().quantity == target->quantity) {
        // It goes on; but one without a goal counts where it is stated, and a decision can be to keep it.
        const bool stated = !indicator->target_label.empty() ||
                            (!target->decision.empty() && target->decision != targets.back().decision);
        if (same_place || !stated) continue;
      }
      const Period* from = targets.empty() ? site.find_period(target->from->id) : period->get();
      targets.push_back({target->quantity, from != nullptr ? from : period->get(), target->decision});
    }
    indicator->targets = std::move(targets);
  }
}

}  // namespace

bool add_missing(Json& root, const Json& other, const std::function<bool(const Json& item)>& wanted) {
  std::set<std::string> projects;
  each_project(root, [&](const Json& project) { projects.insert(word(project, "id")); });
  bool added = false;
  const auto add_list = [&](Json& to_parent, const Json& from_parent, const char* key, const auto& add_item) {
    const auto from = from_parent.find(key);
    if (from == from_parent.end() || !from->is_array()) return;
    Json to = to_parent.value(key, Json::array());
    if (!to.is_array()) return;
    const std::size_t before = to.size();
    for (const Json& item : *from)
      if (item.is_object() && item.contains("id")) add_item(to, item);
    added = added || to.size() != before;
    if (!to.empty() || to_parent.contains(key)) to_parent[key] = std::move(to);
  };
  const auto add_plain = [&](Json& to, const Json& item) {
    if (find_by_id(to, item["id"]) == nullptr && wanted(item)) to.push_back(item);
  };
  const auto add_project = [&](Json& to, const Json& item) {
    if (!projects.contains(word(item, "id")) && wanted(item)) to.push_back(item);
  };
  const auto add_programme = [&](Json& to, const Json& item) {
    Json* found = find_by_id(to, item["id"]);
    if (found != nullptr) {
      add_list(*found, item, "categories", add_plain);
      add_list(*found, item, "projects", add_project);
      return;
    }
    Json whole = item;
    whole.erase("categories");
    whole["projects"] = Json::array();
    const bool is_wanted = wanted(whole);
    add_list(whole, item, "categories", add_plain);
    add_list(whole, item, "projects", add_project);
    if (is_wanted || !whole["projects"].empty()) to.push_back(std::move(whole));
  };
  add_list(root, other, "organisations", add_plain);
  add_list(root, other, "programmes", add_programme);
  add_list(root, other, "indicators", add_plain);
  add_list(root, other, "commitments", add_plain);
  return added;
}

SiteFolder fold(SiteFolder folder, const Archive& archive, std::string_view except) {
  if (archive.empty()) return folder;
  return Fold(std::move(folder), archive, except).make();
}

Site build_present(const SiteFolder& folded, const Archive& archive, std::optional<Date> as_of,
                   Diagnostics& diagnostics, std::string_view except) {
  if (archive.empty()) return build_model(folded, as_of, diagnostics);
  std::map<std::string, const Edition*, std::less<>> sealed;  // By file.
  for (const auto& edition : archive.editions) {
    if (!edition->is_newest() || edition->period_id == except) continue;
    sealed.emplace(edition->file, edition.get());
    for (const auto& [path, document] : edition->folder.content)
      if (folded.content.contains(path) && is_source_of(path, edition->period_id)) sealed.emplace(path, edition.get());
    for (const auto& commitment : edition->site.commitments)
      sealed.emplace(closure_file(commitment->id), edition.get());
  }
  // What was wrong when the files were read keeps others from being reported for the same.
  Diagnostics found;
  for (Diagnostic& diagnostic : diagnostics.sorted()) found.add(std::move(diagnostic));
  Site site = build_model(folded, as_of, found);
  for (Diagnostic& diagnostic : found.sorted()) {
    const auto edition = sealed.find(diagnostic.where.file);
    if (edition != sealed.end() && !is_structural(diagnostic)) continue;
    if (edition != sealed.end() && folded.content.contains(diagnostic.where.file))
      diagnostic.where = place_of_text(*edition->second, diagnostic.where.file);
    diagnostics.add(std::move(diagnostic));
  }
  for (const auto& edition : archive.editions)
    if (edition->is_newest() && edition->period_id != except) settle(site, *edition);
  check_published_targets(folded, site, archive, Locale(site.language), diagnostics, except);
  settle_targets(site);
  return site;
}

}  // namespace stoplicht
