#include "model/changes.h"

#include <algorithm>
#include <cassert>

#include "model/comparing.h"
#include "model/edition.h"
#include "model/reading.h"

namespace stoplicht {

const Project& ProjectChange::project() const {
  assert(before != nullptr || after != nullptr);
  return after != nullptr ? *after->project : *before->project;
}

bool Moment::is_withdrawn(std::string_view part) const {
  return period->edition != nullptr && period->edition->is_withdrawn(part);
}

bool ProjectChange::has_kin() const { return lineage != nullptr && lineage->kind != LineageKind::ended; }

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
         std::none_of(figures.begin(), figures.end(), differs) && budgets.empty() &&
         std::all_of(commitments.begin(), commitments.end(),
                     [](const CommitmentChange& change) { return change.move == CommitmentMove::still_overdue; }) &&
         texts.empty() && others.empty();
}

bool Changes::between_editions() const { return before.period->id == after.period->id; }

namespace {

// Money that moved from one year to another leaves the total as it was.
void compare_years(Changes& changes, const BudgetChange& line, const std::map<int, std::int64_t>& before,
                   const std::map<int, std::int64_t>& after) {
  std::map<int, std::pair<std::optional<std::int64_t>, std::optional<std::int64_t>>> years;
  for (const auto& [year, value] : before) years[year].first = value;
  for (const auto& [year, value] : after) years[year].second = value;
  for (const auto& [year, sides] : years) {
    if (sides.first == sides.second) continue;
    BudgetChange& change = changes.budgets.emplace_back(line);
    change.year = year;
    change.before = sides.first;
    change.after = sides.second;
  }
}

}  // namespace

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
  const auto line = [](const Amount& named) {
    BudgetChange change;
    change.programme_id = named.programme->id;
    change.programme = named.programme->name;
    if (named.measure != nullptr) {
      change.measure_id = named.measure->id;
      change.measure = named.measure->name;
    }
    return change;
  };
  const auto financer = [](const Amount& amount) {
    const bool named = amount.measure != nullptr && amount.measure->financer != nullptr;
    return named ? std::pair(amount.measure->financer->id, amount.measure->financer->name)
                 : std::pair<std::string, std::string>();
  };
  for (const auto& [key, amount] : after) {
    BudgetChange change = line(amount);
    change.after = amount.value;
    const auto found = known_before.find(key);
    if (found == known_before.end()) {
      changes.budgets.push_back(std::move(change));
      continue;
    }
    const Amount& earlier = found->second;
    change.before = earlier.value;
    if (financer(earlier).first != financer(amount).first) {
      change.financer_before = financer(earlier).second;
      change.financer_after = financer(amount).second;
    }
    if (change.before != change.after || change.financer_before != change.financer_after)
      changes.budgets.push_back(change);
    // A measure without an id, which is a fault, is not the total.
    if (amount.measure != nullptr && earlier.measure != nullptr)
      compare_years(changes, line(amount), earlier.measure->years, amount.measure->years);
  }
  for (const auto& [key, amount] : before) {
    if (known_after.contains(key)) continue;
    BudgetChange change = line(amount);
    change.before = amount.value;
    changes.budgets.push_back(std::move(change));
  }
}

CommitmentState state_on(const Commitment& commitment, const Period& then) {
  const Period* closed_in = commitment.closed_by != nullptr ? commitment.closed_by->period : nullptr;
  if (closed_in != nullptr && !is_earlier(then, *closed_in)) return CommitmentState::closed;
  if (commitment.status == CommitmentStatus::lapsed) return CommitmentState::lapsed;
  if (commitment.status == CommitmentStatus::closed && closed_in == nullptr) return CommitmentState::closed;
  const bool is_late = commitment.due && commitment.due->last_day() < then.reported_on.last_day();
  return is_late ? CommitmentState::overdue : CommitmentState::waiting;
}

void compare_commitments(Changes& changes, const Site& present) {
  if (changes.between_editions()) return;
  const int day_before = changes.before.period->reported_on.last_day();
  const int day_after = changes.after.period->reported_on.last_day();
  const Period& before = *changes.before.period;
  const Period& after = *changes.after.period;
  std::vector<CommitmentChange> closed, overdue, still_overdue;
  for (const auto& commitment : present.commitments) {
    const int made = commitment->made_on.last_day();
    if (made > day_before && made <= day_after) changes.commitments.push_back({commitment.get(), CommitmentMove::made});
    const CommitmentState state = state_on(*commitment, after);
    if (state == CommitmentState::closed && commitment->closed_by != nullptr &&
        is_earlier(before, *commitment->closed_by->period))
      closed.push_back({commitment.get(), CommitmentMove::closed});
    if (state != CommitmentState::overdue || made > day_after) continue;
    if (commitment->due->last_day() >= day_before)
      overdue.push_back({commitment.get(), CommitmentMove::overdue});
    else
      still_overdue.push_back({commitment.get(), CommitmentMove::still_overdue});
  }
  for (const auto* moved : {&closed, &overdue, &still_overdue})
    changes.commitments.insert(changes.commitments.end(), moved->begin(), moved->end());
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
  if (changes.between_editions()) compare_words(changes);
  return changes;
}

}  // namespace stoplicht
