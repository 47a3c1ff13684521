#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "model/comparing.h"
#include "model/edition_parts.h"
#include "model/reading.h"

namespace stoplicht {

std::optional<int> rank(Light light) {
  switch (light) {
    case Light::red: return 0;
    case Light::amber: return 1;
    case Light::green: return 2;
    case Light::blue:
    case Light::purple:
    case Light::grey: return std::nullopt;
  }
  return std::nullopt;
}

namespace {

using ById = std::unordered_map<std::string_view, const ProjectReport*>;

ById reports_by_id(const Period& period) {
  ById out;
  for (const ProjectReport& report : period.projects) out.emplace(report.project->id, &report);
  return out;
}

bool says_the_same(const StatusScale& a, const StatusScale& b) {
  const auto sorted = [](const StatusScale& scale) {
    std::vector<std::tuple<std::string_view, std::string_view, std::string_view, Light>> out;
    for (const Status& status : scale.statuses) out.emplace_back(status.id, status.label, status.meaning, status.light);
    std::sort(out.begin(), out.end());
    return out;
  };
  return &a == &b || sorted(a) == sorted(b);
}

LightMove move_between(const Status& before, const Status& after, bool same_scale) {
  if (!before.told() || !after.told()) {
    return before.told() == after.told() ? LightMove::same : after.told() ? LightMove::told : LightMove::untold;
  }
  if (before.light == after.light) return same_scale && before.id != after.id ? LightMove::sideways : LightMove::same;
  const auto old_rank = rank(before.light);
  const auto new_rank = rank(after.light);
  if (!old_rank || !new_rank) return LightMove::sideways;
  return *new_rank > *old_rank ? LightMove::better : LightMove::worse;
}

// A line that tells what became of a project, and the project on the other end of it.
struct Kin {
  const Lineage* line = nullptr;
  const Project* other = nullptr;  // Null: the line tells that it ended.
};

// Where projects came from and where they went, as far as the later period knows: by project's id.
struct Descent {
  std::unordered_map<std::string_view, std::vector<Kin>> from, to;
};

void add_lines(const Project& project, const Changes& changes, Descent& descent) {
  for (const Lineage& line : project.lineage) {
    if (line.period != nullptr && is_earlier(*changes.after.period, *line.period)) continue;
    const bool begins = line.kind == LineageKind::continues || line.kind == LineageKind::split_from;
    // What came of a project long ago does not explain that another is told of again, or no longer.
    const bool is_new =
        changes.between_editions() || line.period == nullptr || is_earlier(*changes.before.period, *line.period);
    if (!begins || is_new) (begins ? descent.from : descent.to)[project.id].push_back({&line, line.project});
    if (line.project != nullptr && is_new)
      (begins ? descent.to : descent.from)[line.project->id].push_back({&line, &project});
  }
}

// The later world knows more of what became of projects; the earlier one tells of those that are not in it.
Descent descent_of(const Changes& changes) {
  Descent descent;
  std::unordered_set<std::string_view> known;
  for (const Site* site : {changes.after.site, changes.before.site}) {
    for (const auto& programme : site->programmes)
      for (const auto& project : programme->projects)
        if (known.insert(project->id).second) add_lines(*project, changes, descent);
    if (changes.before.site == changes.after.site) break;
  }
  return descent;
}

void add_kin(const std::unordered_map<std::string_view, std::vector<Kin>>& kin, ProjectChange& change) {
  const auto found = kin.find(change.project().id);
  if (found == kin.end()) return;
  // A project's own words go before those of another.
  change.lineage = found->second.front().line;
  for (const Lineage& own : change.project().lineage)
    for (const Kin& each : found->second)
      if (each.line == &own) change.lineage = &own;
  for (const Kin& each : found->second) {
    if (each.other == nullptr || each.line->kind != change.lineage->kind) continue;
    if (std::find(change.relatives.begin(), change.relatives.end(), each.other) == change.relatives.end())
      change.relatives.push_back(each.other);
  }
}

ProjectChange changed(const Changes& changes, const Descent& descent, const ProjectReport* before,
                      const ProjectReport* after) {
  ProjectChange change;
  change.before = before;
  change.after = after;
  if (before != nullptr && after != nullptr) {
    change.move = move_between(*before->status, *after->status, changes.same_scale);
    const bool is_ranked = change.move == LightMove::better || change.move == LightMove::worse;
    if (is_ranked && changes.between_editions()) change.move = LightMove::sideways;
    change.renamed = before->name != after->name;
    change.renumbered = before->number != after->number;
    return change;
  }
  if ((after != nullptr ? changes.before : changes.after)
          .is_withdrawn(std::string(project_part) + change.project().id)) {
    change.move = LightMove::withdrawn;
    return change;
  }
  add_kin(after != nullptr ? descent.from : descent.to, change);
  // A period that tells of no project by itself says nothing of which projects there were; lineage does.
  const Period& silent = after != nullptr ? *changes.before.period : *changes.after.period;
  const ProjectReport& told = after != nullptr ? *after : *before;
  if (!silent.projects.empty() || change.lineage != nullptr) {
    change.move = after != nullptr ? LightMove::started : LightMove::stopped;
  } else if (told.status->told()) {
    change.move = after != nullptr ? LightMove::told : LightMove::untold;
  }
  return change;
}

}  // namespace

void compare_lights(Changes& changes) {
  changes.same_scale = says_the_same(*changes.before.period->scale, *changes.after.period->scale);
  const ById before = reports_by_id(*changes.before.period);
  const ById after = reports_by_id(*changes.after.period);
  const Descent descent = descent_of(changes);
  for (const ProjectReport& report : changes.after.period->projects) {
    const auto found = before.find(report.project->id);
    changes.projects.push_back(changed(changes, descent, found != before.end() ? found->second : nullptr, &report));
  }
  for (const ProjectReport& report : changes.before.period->projects)
    if (!after.contains(report.project->id)) changes.projects.push_back(changed(changes, descent, &report, nullptr));
}

}  // namespace stoplicht
