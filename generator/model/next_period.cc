#include "model/next_period.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

enum class IdForm { year, half_year, quarter, month, other };

bool has_year(std::string_view id) {
  return id.size() >= 4 && std::all_of(id.begin(), id.begin() + 4, is_digit) && parse_date(id.substr(0, 4));
}

// By its look; the number in it may be impossible.
IdForm form_of(std::string_view id) {
  if (!has_year(id)) return IdForm::other;
  if (id.size() == 4) return IdForm::year;
  if (id.size() != 7 || id[4] != '-' || !is_digit(id[6])) return IdForm::other;
  if (id[5] == 'h') return IdForm::half_year;
  if (id[5] == 'q') return IdForm::quarter;
  return is_digit(id[5]) ? IdForm::month : IdForm::other;
}

Date month(int year, int number) { return Date{year, 0, number, 0}; }

// Half-yearly reports may be named after the month in which they came.
bool is_named_after_report(const Period& before) {
  return form_of(before.id) == IdForm::month && before.kind != PeriodKind::month;
}

Date month_after(const Date& date) {
  const int day = date.last_day();
  const int number = day / 100 % 100;
  return number == 12 ? month(day / 10000 + 1, 1) : month(day / 10000, number + 1);
}

bool same_councils(const Letter& a, const Letter& b) {
  return std::set(a.councils.begin(), a.councils.end()) == std::set(b.councils.begin(), b.councils.end());
}

bool is_for(const Letter& letter, const Organisation& council) {
  return std::find(letter.councils.begin(), letter.councils.end(), &council) != letter.councils.end();
}

bool shares_a_council(const Letter& a, const Letter& b) {
  return std::any_of(b.councils.begin(), b.councils.end(), [&](const Organisation* each) { return is_for(a, *each); });
}

class Maker {
 public:
  Maker(const Site& site, std::string id, const Period& before) : site_(site), before_(before) {
    next_.id = std::move(id);
    next_.before = &before;
    set_time();
    then_.id = next_.id;
    then_.reported_on = next_.reported_on;
    if (next_.time) then_.from = next_.time->from, then_.until = next_.time->until;
    const Period* own = site.find_period(next_.id);
    if (own == nullptr) return;
    then_.reported_on = own->reported_on;
    then_.from = own->from;
    then_.until = own->until;
  }

  NextPeriod make() {
    if (next_.time) add_shared_time();
    for (const ProgrammeReport& report : before_.programmes) next_.programmes.push_back(report.programme);
    for (const Measurement& total : before_.totals) next_.totals.push_back(figure(*total.indicator, &total));
    for (const auto& indicator : site_.indicators) {
      if (indicator->project != nullptr || before_.total_of(*indicator) != nullptr) continue;
      const auto measured = [&](const Period& period) { return period.total_of(*indicator) != nullptr; };
      if (is_due(measured)) next_.totals.push_back(figure(*indicator, nullptr));
    }
    add_projects();
    add_letters();
    add_announcements();
    add_commitments();
    return std::move(next_);
  }

 private:
  void set_time() {
    const std::optional<PeriodTime> told = time_of(next_.id);
    const bool names_report = told && told->kind == PeriodKind::month && is_named_after_report(before_);
    if (told && !names_report) next_.time = told;
    next_.reported_on = told ? *told->until : month_after(before_.reported_on);
    // A late report must not put the period before the one that it goes on from.
    const bool is_later = !told || (before_.until && before_.until->last_day() < told->until->last_day());
    const bool sorts_before = next_.reported_on.last_day() <= before_.reported_on.last_day();
    if (is_later && sorts_before && !names_report) next_.reported_on = month_after(before_.reported_on);
  }

  // Two of one kind are a fault, which check tells.
  void add_shared_time() {
    for (auto period = site_.periods.rbegin(); period != site_.periods.rend(); ++period) {
      const Period& each = **period;
      if (each.id == next_.id || each.kind == next_.time->kind || !each.from || !each.until) continue;
      if (each.from->first_day() <= next_.time->until->last_day() &&
          next_.time->from->first_day() <= each.until->last_day())
        next_.shared_time.push_back(&each);
    }
  }

  bool is_past(const Period& period) const { return period.id != next_.id && is_earlier(period, then_); }

  // Whether it is to be expected though the period before does not have it: nobody had it yet, or a later period did.
  template <typename Has>
  bool is_due(Has has) const {
    bool ever = false;
    for (const auto& period : site_.periods) {
      if (period->id == next_.id || !has(*period)) continue;
      if (is_past(*period) && is_earlier(before_, *period)) return true;
      ever = true;
    }
    return !ever;
  }

  NextFigure figure(const Indicator& indicator, const Measurement* before) const {
    // What is available is no goal: it holds only where it is stated.
    const Target* target = indicator.target_label.empty() ? indicator.target_in(then_) : nullptr;
    return {&indicator, before, target};
  }

  // ---- projects -----------------------------------------------------------------------------------------------

  NextProject next_project(const Project& project, const ProjectReport* report) const {
    NextProject out{&project, report, {}};
    if (report != nullptr)
      for (const Measurement& each : report->measurements) out.figures.push_back(figure(*each.indicator, &each));
    for (const Indicator* indicator : project.indicators) {
      const bool is_there = std::any_of(out.figures.begin(), out.figures.end(),
                                        [&](const NextFigure& each) { return each.indicator->id == indicator->id; });
      if (!is_there) out.figures.push_back(figure(*indicator, nullptr));
    }
    return out;
  }

  // Whether a change that the site folder tells of has come between the report and this period.
  bool has_come(const Lineage& line, const ProjectReport* report) const {
    if (line.period == nullptr) return true;
    const bool is_behind_us = line.period->id == next_.id || !is_earlier(then_, *line.period);
    return is_behind_us && (report == nullptr || !is_earlier(*line.period, before_));
  }

  std::optional<LeftOutProject> end_of(const Project& project, const ProjectReport* report) const {
    using Why = LeftOutProject::Why;
    for (const Lineage& line : project.lineage) {
      if (!has_come(line, report)) continue;
      if (line.kind == LineageKind::ended) return LeftOutProject{Why::ended, &project, nullptr};
      if (line.kind == LineageKind::merged_into) return LeftOutProject{Why::merged, &project, line.project};
    }
    for (const auto& programme : site_.programmes)
      for (const auto& other : programme->projects)
        for (const Lineage& line : other->lineage)
          if (line.kind == LineageKind::continues && line.project == &project && has_come(line, report))
            return LeftOutProject{Why::continued, &project, other.get()};
    if (report != nullptr && report->status->id == "completed")
      return LeftOutProject{Why::completed, &project, nullptr};
    return std::nullopt;
  }

  void add_projects() {
    if (before_.depth != Depth::projects) return;
    for (const ProjectReport& report : before_.projects) {
      const Project* today = site_.find_project(report.project->id);
      const Project& project = today != nullptr ? *today : *report.project;
      if (const auto end = end_of(project, &report))
        next_.left_out.push_back(*end);
      else
        next_.projects.push_back(next_project(project, &report));
    }
    for (const auto& programme : site_.programmes)
      for (const auto& project : programme->projects)
        if (before_.report_of(*project) == nullptr) add_unreported(*project);
    for (const NextProject& each : next_.projects)
      if (is_over(each.project->until)) next_.past_end.push_back(each.project);
    for (const Programme* each : next_.programmes)
      if (is_over(each->until)) next_.programmes_past_end.push_back(each);
  }

  bool is_over(const std::optional<Date>& until) const {
    return until && until->last_day() < (then_.from ? *then_.from : then_.reported_on).first_day();
  }

  void add_unreported(const Project& project) {
    if (end_of(project, nullptr)) return;
    const auto reported = [&](const Period& period) { return period.report_of(project) != nullptr; };
    if (is_due(reported)) {
      next_.projects.push_back(next_project(project, nullptr));
    } else if (!was_split(project) && std::any_of(site_.periods.begin(), site_.periods.end(), [&](const auto& period) {
                 return is_past(*period) && reported(*period);
               })) {
      if (const ProjectReport* last = last_report(project); last->status->id != "completed")
        next_.vanished.push_back(&project);
    }
  }

  bool was_split(const Project& project) const {
    for (const auto& programme : site_.programmes)
      for (const auto& other : programme->projects)
        for (const Lineage& line : other->lineage)
          if (line.kind == LineageKind::split_from && line.project == &project) return true;
    return false;
  }

  const ProjectReport* last_report(const Project& project) const {
    for (const auto& period : site_.periods)
      if (is_past(*period))
        if (const ProjectReport* report = period->report_of(project)) return report;
    return nullptr;
  }

  // ---- letters ------------------------------------------------------------------------------------------------

  void add_letters() {
    for (const auto& letter : before_.letters) next_.letters.push_back({letter->id, last_like(*letter), {}, {}});
  }

  const Letter* last_like(const Letter& letter) const {
    for (const auto& period : site_.periods) {
      if (!is_past(*period) || is_earlier(*period, before_)) continue;
      for (const auto& other : period->letters)
        if (same_councils(*other, letter) && (period.get() != &before_ || other->id == letter.id)) return other.get();
    }
    return &letter;
  }

  // The letter in which its councils expect an answer; null when they get none.
  NextLetter* letter_after(const Letter& earlier) {
    const auto find = [&](const auto& fits) -> NextLetter* {
      const auto found = std::find_if(next_.letters.begin(), next_.letters.end(), fits);
      return found == next_.letters.end() ? nullptr : &*found;
    };
    if (NextLetter* same = find([&](const NextLetter& each) { return same_councils(*each.before, earlier); }))
      return same;
    if (NextLetter* named = find([&](const NextLetter& each) { return each.id == earlier.id; })) return named;
    return find([&](const NextLetter& each) { return shares_a_council(*each.before, earlier); });
  }

  void add_announcements() {
    for (auto period = site_.periods.rbegin(); period != site_.periods.rend(); ++period) {
      if (!is_past(**period)) continue;
      for (const auto& letter : (*period)->letters) {
        NextLetter* after = letter_after(*letter);
        for (const Announcement& each : letter->announces)
          if (trim(each.done).empty())
            (after != nullptr ? after->announced : next_.announced_elsewhere).push_back(&each);
      }
    }
  }

  // Of the letters to its council, the one to the fewest others.
  NextLetter* letter_to(const Organisation& council) {
    NextLetter* nearest = nullptr;
    for (NextLetter& each : next_.letters)
      if (is_for(*each.before, council) &&
          (nearest == nullptr || each.before->councils.size() < nearest->before->councils.size()))
        nearest = &each;
    return nearest;
  }

  void add_commitments() {
    std::vector<const Commitment*> waiting;
    for (const auto& each : site_.commitments)
      if (each->status == CommitmentStatus::open || each->status == CommitmentStatus::in_progress)
        waiting.push_back(each.get());
    std::stable_sort(waiting.begin(), waiting.end(), [](const Commitment* a, const Commitment* b) {
      if (!a->due || !b->due) return a->due.has_value() && !b->due;
      return a->due->last_day() < b->due->last_day();
    });
    for (const Commitment* each : waiting) {
      NextLetter* letter = letter_to(*each->council);
      (letter != nullptr ? letter->commitments : next_.commitments_elsewhere).push_back(each);
    }
  }

  const Site& site_;
  const Period& before_;
  NextPeriod next_;
  Period then_;  // This period, as far as its place among the others goes.
};

}  // namespace

std::optional<PeriodTime> time_of(std::string_view id) {
  const IdForm form = form_of(id);
  if (form == IdForm::other) return std::nullopt;
  const int year = parse_date(id.substr(0, 4))->year;
  const int last = id.back() - '0';
  switch (form) {
    case IdForm::year: return PeriodTime{PeriodKind::year, month(year, 1), month(year, 12)};
    case IdForm::half_year:
      if (last < 1 || last > 2) return std::nullopt;
      return PeriodTime{PeriodKind::half_year, month(year, last * 6 - 5), month(year, last * 6)};
    case IdForm::quarter:
      if (last < 1 || last > 4) return std::nullopt;
      return PeriodTime{PeriodKind::quarter, month(year, last * 3 - 2), month(year, last * 3)};
    default: break;
  }
  const std::optional<Date> date = parse_date(id);
  if (!date) return std::nullopt;
  return PeriodTime{PeriodKind::month, date, date};
}

bool is_impossible_time(std::string_view id) { return form_of(id) != IdForm::other && !time_of(id); }

const Period* period_before(const Site& site, std::string_view id) {
  const Period* own = site.find_period(id);
  const std::optional<PeriodTime> time = time_of(id);
  const auto is_before = [&](const Period& period) {
    if (own != nullptr) return &period != own && is_earlier(period, *own);
    if (!time) return true;
    if (period.from) return period.from->first_day() < time->from->first_day();
    return period.reported_on.first_day() < time->until->last_day();
  };
  const Period* newest = nullptr;
  for (const auto& period : site.periods) {
    if (!is_before(*period)) continue;
    if (period->depth == Depth::projects) return period.get();
    if (newest == nullptr) newest = period.get();
  }
  return newest;
}

NextPeriod next_period(const Site& site, std::string id, const Period& before) {
  return Maker(site, std::move(id), before).make();
}

}  // namespace stoplicht
