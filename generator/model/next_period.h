#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/site.h"

// What a reporting period that begins has to tell: what still runs, what is measured, and what a council waits for.
// Whoever makes a form of it (files, a sheet) takes it from here. Never a light or a value of the period before as one
// of this period: those stand here to be shown beside what is to be filled in.
namespace stoplicht {

// What the id of a period tells of its time.
struct PeriodTime {
  PeriodKind kind = PeriodKind::half_year;
  std::optional<Date> from, until;  // Months; both or neither.
};

struct NextFigure {
  const Indicator* indicator = nullptr;
  const Measurement* before = nullptr;  // What the period before measured; null when it did not.
  const Target* target = nullptr;       // The one in force then; null when none is.
};

struct NextProject {
  const Project* project = nullptr;
  const ProjectReport* before = nullptr;  // Its number and name are those of the period; null: none reports on it yet.
  std::vector<NextFigure> figures;        // All of its own.
};

// A project that the period before reports on, and this one no longer.
struct LeftOutProject {
  enum class Why { completed, ended, merged, continued } why = Why::ended;
  const Project* project = nullptr;
  const Project* into = nullptr;  // Merged or continued: the one that goes on.
};

// A letter to the councils that had one before, and what they wait for.
struct NextLetter {
  std::string id;                              // The file name without .md: that of the letter in the period before.
  const Letter* before = nullptr;              // The last one to the same councils, of whatever earlier period.
  std::vector<const Announcement*> announced;  // Of earlier letters, without `done`; oldest first.
  std::vector<const Commitment*> commitments;  // Open and in progress; by due date, those without one last.
};

struct NextPeriod {
  std::string id;
  const Period* before = nullptr;
  std::optional<PeriodTime> time;  // Empty: the id does not tell.
  // Periods of another kind that tell of some of its time already; oldest first.
  std::vector<const Period*> shared_time;
  Date reported_on;  // A guess that puts the period in its place: nobody knows the day yet.
  std::vector<const Programme*> programmes;
  std::vector<NextFigure> totals;
  std::vector<NextProject> projects;  // In the order of the period before; then those that no period reports on yet.
  std::vector<LeftOutProject> left_out;
  // What this period tells of although it was to end before it, by its own `until`.
  std::vector<const Project*> past_end;
  std::vector<const Programme*> programmes_past_end;
  // Reported on in an earlier period but not in the one before, and nothing says what became of them.
  std::vector<const Project*> vanished;
  std::vector<NextLetter> letters;
  // What councils wait for that get none of these letters.
  std::vector<const Announcement*> announced_elsewhere;
  std::vector<const Commitment*> commitments_elsewhere;
};

// What an id like "2024-h2", "2025-q1", "2025-04" or "2025" tells; nothing for any other, and for a time that does not
// exist.
std::optional<PeriodTime> time_of(std::string_view id);

// Whether an id looks like a time that does not exist: "2024-13", "2024-q5", "2024-h3".
bool is_impossible_time(std::string_view id);

// The period that `id` most likely goes on from: the newest that reports on projects, or else the newest at all; of
// those before it, as far as the site or the id tells. Null when there is none.
const Period* period_before(const Site& site, std::string_view id);

// `id` may be there already: of what it says itself only its place in time counts. An id "2024-h2", "2025-q1" or "2025"
// tells its time. So does a month, "2024-04", but not where `before` is named after the month of its report (a
// half-year "2023-10").
NextPeriod next_period(const Site& site, std::string id, const Period& before);

}  // namespace stoplicht
