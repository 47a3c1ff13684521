#include "views/kinship.h"

#include <algorithm>
#include <set>
#include <utility>

namespace stoplicht {
namespace {

Kin own_side(const Lineage& line) {
  switch (line.kind) {
    case LineageKind::continues: return {&line, line.project, "lineage_continues", false};
    case LineageKind::split_from: return {&line, line.project, "lineage_split_from", false};
    case LineageKind::merged_into: return {&line, line.project, "lineage_merged_into", true};
    case LineageKind::ended: break;
  }
  return {&line, nullptr, "lineage_ended", true};
}

// The same as it is told of the project at the other end.
Kin other_side(const Lineage& line, const Project& teller) {
  switch (line.kind) {
    case LineageKind::continues: return {&line, &teller, "lineage_continued_as", true};
    case LineageKind::split_from: return {&line, &teller, "lineage_split_into", true};
    case LineageKind::merged_into:
    case LineageKind::ended: break;
  }
  return {&line, &teller, "lineage_merged_from", false};
}

}  // namespace

std::vector<Kin> kin_of(const Site& site, const Project& project) {
  std::vector<Kin> kin;
  for (const Lineage& line : project.lineage) kin.push_back(own_side(line));
  for (const auto& programme : site.programmes)
    for (const auto& other : programme->projects)
      for (const Lineage& line : other->lineage)
        if (line.project == &project) kin.push_back(other_side(line, *other));
  std::stable_sort(kin.begin(), kin.end(), [](const Kin& a, const Kin& b) {
    if (a.line->period == nullptr || b.line->period == nullptr)
      return a.line->period == nullptr && b.line->period != nullptr;
    return a.line->period->reported_on < b.line->period->reported_on;
  });
  return kin;
}

std::string kin_text(const Scene& scene, const Kin& kin) {
  std::string out = scene.strings.say(kin.sentence);
  if (kin.other != nullptr) out += " " + kin.other->name;
  return out;
}

std::vector<const Project*> forms_of(const Site& site, const Project& project) {
  std::vector<const Project*> out{&project};
  std::set<const Project*> seen{&project};
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const Kin& kin : kin_of(site, *out[i]))
      if (kin.line->kind == LineageKind::continues && !kin.onward && seen.insert(kin.other).second)
        out.push_back(kin.other);
  return out;
}

std::vector<StandIn> stand_ins(const Scene& scene, const Site& site, const Project& project, const Period& here,
                               const Period& there) {
  const Project* start = site.find_project(project.id);
  if (start == nullptr) return {};
  const bool onward = here.reported_on < there.reported_on;
  std::set<const Project*> seen{start};
  // Each round goes one project further than the one before.
  std::vector<std::pair<const Project*, std::string>> round{{start, ""}};
  while (!round.empty()) {
    std::vector<StandIn> found;
    std::vector<std::pair<const Project*, std::string>> further;
    for (const auto& [at, text] : round) {
      for (const Kin& kin : kin_of(site, *at)) {
        if (kin.onward != onward || kin.other == nullptr || !seen.insert(kin.other).second) continue;
        const std::string step = kin_text(scene, kin);
        further.emplace_back(kin.other, text.empty() ? step : text + "; " + in_sentence(scene, step));
        if (const ProjectReport* report = there.report_of(*kin.other)) found.push_back({report, further.back().second});
      }
    }
    if (!found.empty()) return found;
    round = std::move(further);
  }
  return {};
}

}  // namespace stoplicht
