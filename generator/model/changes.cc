#include "model/changes.h"

#include <algorithm>
#include <cassert>

#include "model/comparing.h"
#include "model/reading.h"

namespace stoplicht {

const Project& ProjectChange::project() const {
  assert(before != nullptr || after != nullptr);
  return after != nullptr ? *after->project : *before->project;
}

bool ProjectChange::differs() const { return move != LightMove::same || renamed || renumbered; }

bool FigureChange::differs() const {
  if ((before == nullptr) != (after == nullptr) || target_moved) return true;
  return before != nullptr && (before->actual != after->actual || before->forecast != after->forecast);
}

long Changes::count(LightMove move) const {
  return std::count_if(projects.begin(), projects.end(),
                       [&](const ProjectChange& change) { return change.move == move; });
}

bool Changes::empty() const {
  const auto differs = [](const auto& change) { return change.differs(); };
  return std::none_of(projects.begin(), projects.end(), differs) &&
         std::none_of(figures.begin(), figures.end(), differs) && budgets.empty() && commitments.empty() &&
         texts.empty() && others.empty();
}

bool are_editions(const Changes& changes) { return changes.before.period->id == changes.after.period->id; }

void compare_budgets(Changes& changes) {
  struct Amount {
    const Programme* programme = nullptr;
    const BudgetMeasure* measure = nullptr;  // Null: the total.
    std::int64_t value = 0;
  };
  using Key = std::pair<std::string_view, std::string_view>;
  const auto amounts = [](const Site& site) {
    std::vector<std::pair<Key, Amount>> out;
    for (const auto& programme : site.programmes) {
      if (!programme->budget) continue;
      out.push_back({{programme->id, {}}, {programme.get(), nullptr, programme->budget->total}});
      for (const BudgetMeasure& measure : programme->budget->measures)
        out.push_back({{programme->id, measure.id}, {programme.get(), &measure, measure.total}});
    }
    return out;
  };
  const auto before = amounts(*changes.before.site);
  const auto after = amounts(*changes.after.site);
  const std::map<Key, Amount> known_before(before.begin(), before.end());
  const std::map<Key, Amount> known_after(after.begin(), after.end());
  const auto add = [&](const Amount& named, std::optional<std::int64_t> old_value,
                       std::optional<std::int64_t> new_value) {
    if (old_value == new_value) return;
    changes.budgets.push_back({named.programme->id, named.programme->name,
                               named.measure != nullptr ? named.measure->id : "",
                               named.measure != nullptr ? named.measure->name : "", old_value, new_value});
  };
  for (const auto& [key, amount] : after) {
    const auto found = known_before.find(key);
    add(amount, found != known_before.end() ? std::optional(found->second.value) : std::nullopt, amount.value);
  }
  for (const auto& [key, amount] : before)
    if (!known_after.contains(key)) add(amount, amount.value, std::nullopt);
}

void compare_commitments(Changes& changes, const Site& present) {
  if (are_editions(changes)) return;
  const int day_before = changes.before.period->reported_on.last_day();
  const int day_after = changes.after.period->reported_on.last_day();
  const Period& before = *changes.before.period;
  const Period& after = *changes.after.period;
  std::vector<CommitmentChange> closed, overdue;
  for (const auto& commitment : present.commitments) {
    const int made = commitment->made_on.last_day();
    if (made > day_before && made <= day_after) changes.commitments.push_back({commitment.get(), CommitmentMove::made});
    const Period* closed_in = commitment->closed_by != nullptr ? commitment->closed_by->period : nullptr;
    const bool closed_by_then = closed_in != nullptr && !is_earlier(after, *closed_in);
    if (closed_by_then && is_earlier(before, *closed_in)) closed.push_back({commitment.get(), CommitmentMove::closed});
    const bool waiting = commitment->status != CommitmentStatus::lapsed && !closed_by_then &&
                         (commitment->status != CommitmentStatus::closed || closed_in != nullptr);
    if (waiting && made <= day_after && commitment->due && commitment->due->last_day() < day_after)
      overdue.push_back({commitment.get(), CommitmentMove::overdue});
  }
  changes.commitments.insert(changes.commitments.end(), closed.begin(), closed.end());
  changes.commitments.insert(changes.commitments.end(), overdue.begin(), overdue.end());
}

Changes compare(const Moment& before, const Moment& after, const Site& present) {
  assert(before.site != nullptr && before.period != nullptr && after.site != nullptr && after.period != nullptr);
  Changes changes;
  changes.before = before;
  changes.after = after;
  compare_lights(changes);
  compare_figures(changes);
  compare_budgets(changes);
  compare_commitments(changes, present);
  if (are_editions(changes)) compare_words(changes);
  return changes;
}

}  // namespace stoplicht
