#pragma once
#include <map>
#include <string>
#include <vector>

#include "model/changes.h"
#include "views/frame.h"
#include "views/table.h"
#include "views/wording.h"

// What the pages that compare have in common: which comparisons there are, and each part of one.
namespace stoplicht {

// Two periods, or two editions of one period, that have a page together.
struct Comparison {
  Moment before, after;
  std::string address;
  const Edition* edition_before = nullptr;  // Of a correction; else null.
  const Edition* edition_after = nullptr;
  bool is_correction() const { return edition_after != nullptr; }
};

// What a period is to be held against: the nearest before it that tells lights when it tells lights itself, or else the
// one before it. Null for the oldest.
const Period* compared_with(const Period& period);

// Each period with the one before it, and with what it is to be held against when that is another; newest first. Each
// in the world of its newest edition.
std::vector<Comparison> period_comparisons(const Scene& scene);

// Each edition that replaced another, with that one; newest first.
std::vector<Comparison> correction_comparisons(const Scene& scene);

// A period in the world in which it is told.
Moment moment_of(const Scene& scene, const Period& period);

// Both, those between periods first.
std::vector<Comparison> all_comparisons(const Scene& scene);

// What each correction of an archive changed, worked out once: every page of a corrected edition tells of it.
class Corrections {
 public:
  Corrections(const Archive& archive, const Site& present, unsigned threads);
  const Changes* of(const Edition& correction) const;  // Null when it is none, or was withdrawn.

 private:
  std::map<const Edition*, Changes> changes_;
};

Changes changes_of(const Scene& scene, const Comparison& comparison);

bool lights_compare(const Changes& changes);  // Both sides tell at least one light.
bool tells_project(const Changes& changes,
                   const ProjectChange& change);  // Or only that one side tells of no project by itself.
bool tells_target(const Changes& changes,
                  const FigureChange& change);  // That it moved or is new; one that a period leaves out may still hold.
bool tells_figure(const Changes& changes, const FigureChange& change);  // Another value, known on one side at least.
bool tells_forecast(const Changes& changes,
                    const FigureChange& change);  // Another forecast; between periods one that both give.
long comparable_figures(const Changes& changes);  // Known on both sides.
// Whether what a file says of another value stands among the figures or lights already.
bool is_told_elsewhere(const Changes& changes, const TextChange& change);
long corrected_things(const Changes& changes);  // How much differs between two editions.

// "4 stoplichten werden beter, 2 slechter": without a full stop. Both sides must tell lights.
std::string lights_sentence(const Scene& scene, const Changes& changes);

std::string comparison_heading(const Scene& scene, const Comparison& comparison, const Changes& changes);
std::string comparison_name(const Scene& scene, const Comparison& comparison);  // "Januari 2020 → juli 2020"

// "Heette eerst: 5 Beschutte werkplekken." Empty when name and number are the same.
std::string earlier_name(const Scene& scene, const ProjectChange& change);

// What a new project came from, or what one that is gone went on in: "Afgesplitst van Taal." A sentence for each.
std::vector<std::string> kin_sentences(const Scene& scene, const Changes& changes, const ProjectChange& change);

// "ongeveer 200", "6 procentpunt": how much two values differ, whatever the way. Empty when that is not known.
std::string difference_size(const Scene& scene, const FigureChange& change);

// "Van 2022", of a line of a budget: its measure or the total, and the year when it is of one.
std::string budget_label(const Scene& scene, const BudgetChange& change);

// A value as its period tells it, with what is counted; "niet bekend", or "niet gemeld" when it is not there.
std::string value_text(const Scene& scene, const Measurement* measurement);
bool is_known(const Measurement* measurement);  // It is there, and has a value.

// The same for one side of a comparison: "ingetrokken" when it was taken out of view.
std::string side_text(const Scene& scene, const Moment& moment, const Indicator& indicator,
                      const Measurement* measurement);

// What was taken out of view of either side, by the names that people know; between periods only projects.
std::vector<std::string> withdrawn_names(const Scene& scene, const Changes& changes);
bool is_withdrawn(const Moment& moment, const Indicator& indicator);  // With its project.

// Of a period that tells of no project by itself: where the project came from or went is told, not that it is new or
// gone.
bool only_lineage(const Changes& changes, const ProjectChange& change);

// ---- parts of a page ------------------------------------------------------------------------

// Projects by what became of their light, worst first; each with "title", "folded" and the "moves" of the theme.
Json move_groups(const Scene& scene, const Comparison& comparison, const Changes& changes);

// "value-changes": those that moved; "same" and "apart" are folded: unchanged, and known on one side only.
Json figures_part(const Scene& scene, const Changes& changes);
Json budgets_part(const Scene& scene, const Changes& changes);
std::string financer_text(const Scene& scene, const std::string& name);  // Or that none is named.

// Overdue, closed, made: each with "title" and the "commitments" of "commitment-list".
Json commitment_groups(const Scene& scene, const Changes& changes, const std::string& page_address);

// "text-differences", and "value-changes" of whatever else differs. False when there is nothing.
Json texts_part(const Scene& scene, const Comparison& comparison, const Changes& changes);
Json others_part(const Scene& scene, const Changes& changes);

// Everything that differs, a row each. `address`: of the comparison's page.
Table changes_table(const Scene& scene, const Comparison& comparison, const Changes& changes);
std::string changes_csv(const std::string& address);  // vergelijk/2020-01--2020-07.csv
std::string flow_csv(const std::string& address);     // vergelijk/2020-01--2020-07-stoplichten.csv

// "changes": in a few lines what changed since what the period is to be held against, in the scene's own world; false
// for the oldest period.
Json changes_section(const Scene& scene, const Period& period, const std::string& page_address);

}  // namespace stoplicht
