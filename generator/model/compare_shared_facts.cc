#include <algorithm>
#include <unordered_map>

#include "model/compare_json.h"
#include "model/comparing.h"
#include "model/edition_parts.h"
#include "model/reading.h"
#include "model/shared_facts.h"

// What two worlds say of the things that both have: the world of an edition lacks what came later, so that what only
// one of them has is no difference. Where the period tells of it, the period's own file says so.
namespace stoplicht {
namespace {

// Calls `compare` for what has the same id in both lists, in the order of the newer.
template <typename Items, typename Compare>
void compare_both(const Items& before, const Items& after, Compare compare) {
  std::unordered_map<std::string_view, decltype(&*before.front())> known;
  for (const auto& item : before) known.emplace(item->id, &*item);
  for (const auto& item : after)
    if (const auto found = known.find(item->id); found != known.end()) compare(*found->second, *item);
}

void compare_facts(Changes& changes, const std::string& subject, const std::string& project_id, const Json& before,
                   const Json& after) {
  compare_json({subject, project_id, "", false}, &before, &after, {}, changes);
}

// Of a project of the period the name that the period gives is told with the period's own file.
void compare_name(Changes& changes, const Project& before, const Project& after) {
  if (before.name == after.name) return;
  const ProjectReport* old_report = changes.before.period->report_of(before);
  const ProjectReport* new_report = changes.after.period->report_of(after);
  if (old_report != nullptr && new_report != nullptr && old_report->name == before.name &&
      new_report->name == after.name)
    return;
  add_other(changes, {after.id, after.id, "", false}, "/name", before.name, after.name);
}

std::vector<const Project*> projects_of(const Site& site) {
  std::vector<const Project*> out;
  for (const auto& programme : site.programmes)
    for (const auto& project : programme->projects) out.push_back(project.get());
  return out;
}

std::vector<const Commitment*> closed_by(const Period& period) {
  std::vector<const Commitment*> out;
  for (const auto& letter : period.letters) out.insert(out.end(), letter->closes.begin(), letter->closes.end());
  return out;
}

Json landscape_of(const Site& site) { return site.landscape ? facts_of(*site.landscape) : Json::object(); }

Json terms_of(const Site& site) {
  const ContentPage* glossary = site.glossary();
  return glossary != nullptr ? facts_of(glossary->terms) : Json::object();
}

// The periods before it, with whose lights and values its own are shown. Their headlines have their figures filled in
// once they are published.
void compare_history(Changes& changes) {
  std::map<std::string_view, std::pair<const Period*, const Period*>> earlier;
  for (const Period* period = changes.before.period->previous; period != nullptr; period = period->previous)
    earlier[period->id].first = period;
  for (const Period* period = changes.after.period->previous; period != nullptr; period = period->previous)
    earlier[period->id].second = period;
  const bool published = changes.before.period->edition != nullptr && changes.after.period->edition != nullptr;
  const auto facts = [&](const Period* period) {
    Json out = period != nullptr ? facts_of(*period) : Json::object();
    if (period != nullptr && published) out["headline"] = period->headline;
    if (out.contains("projects")) {
      // What one side tells no more, because it was withdrawn, is no difference.
      Json& reports = out["projects"];
      reports.erase(std::remove_if(reports.begin(), reports.end(),
                                   [&](const Json& report) {
                                     const std::string part = std::string(history_part) + period->id + "/" +
                                                              report.at("project").get<std::string>();
                                     return changes.before.is_withdrawn(part) || changes.after.is_withdrawn(part);
                                   }),
                    reports.end());
    }
    return out;
  };
  for (const auto& [id, sides] : earlier)
    compare_facts(changes, std::string(id), "", facts(sides.first), facts(sides.second));
}

}  // namespace

void compare_shared_facts(Changes& changes) {
  const Site& before = *changes.before.site;
  const Site& after = *changes.after.site;
  const Period& old_period = *changes.before.period;
  const Period& new_period = *changes.after.period;
  compare_facts(changes, "site", "", facts_of(before), facts_of(after));
  compare_facts(changes, "scale", "", facts_of(*old_period.scale), facts_of(*new_period.scale));
  compare_both(before.programmes, after.programmes, [&](const Programme& a, const Programme& b) {
    compare_facts(changes, b.id, "", facts_of(a), facts_of(b));
  });
  compare_both(projects_of(before), projects_of(after), [&](const Project& a, const Project& b) {
    compare_name(changes, a, b);
    compare_facts(changes, b.id, b.id, facts_of(a, old_period), facts_of(b, new_period));
  });
  compare_both(before.indicators, after.indicators, [&](const Indicator& a, const Indicator& b) {
    compare_facts(changes, b.id, b.project != nullptr ? b.project->id : "", facts_of(a, old_period),
                  facts_of(b, new_period));
  });
  compare_both(before.organisations, after.organisations, [&](const Organisation& a, const Organisation& b) {
    compare_facts(changes, b.id, "", facts_of(a), facts_of(b));
  });
  compare_facts(changes, "landscape", "", landscape_of(before), landscape_of(after));
  compare_facts(changes, "glossary", "", terms_of(before), terms_of(after));
  compare_both(closed_by(old_period), closed_by(new_period), [&](const Commitment& a, const Commitment& b) {
    compare_facts(changes, b.id, "", facts_of(a), facts_of(b));
  });
  compare_history(changes);
}

}  // namespace stoplicht
