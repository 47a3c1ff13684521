#include "model/figures.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/diagnostics.h"
#include "base/text.h"
#include "load/document.h"
#include "model/edition.h"

namespace stoplicht {
namespace {

// What a path leads to: a text, or an amount that may still be rounded.
struct Found {
  std::string text;
  std::optional<std::int64_t> euros;
};

constexpr std::size_t most_digits = 9;

// Follows one path. Every step returns nothing when it fails, and has then written the hint.
class Lookup {
 public:
  Lookup(const Site& site, const Period& period, std::string_view path, const Locale& locale, FigureFault& fault)
      : site_(site), period_(period), path_(path), parts_(split(path, '.')), locale_(locale), fault_(fault) {}

  std::optional<Found> find() {
    const std::string_view first = parts_[0];
    if (first == "total") return total();
    if (first == "project") return project();
    if (first == "count") return count();
    if (first == "stated") return stated();
    if (first == "figure") return figure_of_period();
    if (first == "budget") return budget();
    if (first == "funding") return funding();
    fault_.hint = "there are no figures " + quote(first) + "; " +
                  one_of_hint(first, {"total", "project", "count", "stated", "figure", "budget", "funding"});
    return std::nullopt;
  }

 private:
  static std::string quote(std::string_view text) { return "'" + std::string(text) + "'"; }

  // The path up to and without the part at `end`.
  std::string before(std::size_t end) const {
    std::string text;
    for (std::size_t i = 0; i < end; ++i) text += (i == 0 ? "" : ".") + std::string(parts_[i]);
    return text;
  }

  // The part at `index` is wrong or absent: says what there is.
  std::nullopt_t wrong(std::size_t index, const std::vector<std::string_view>& names) {
    fault_.follows = site_.programmes_missed || (parts_[0] == "count" && site_.scales_missed);
    const std::string there = before(index);
    if (index >= parts_.size()) {
      fault_.hint = quote(there) + " goes on: " + (names.empty() ? "but there is nothing yet" : one_of_hint("", names));
    } else {
      fault_.hint = there + " has no " + quote(parts_[index]) + "; " +
                    (names.empty() ? "there is nothing there" : one_of_hint(parts_[index], names));
    }
    return std::nullopt;
  }

  std::nullopt_t too_long(std::size_t length) {
    fault_.hint =
        before(length) + " is a value: leave out " + quote("." + std::string(path_.substr(before(length).size() + 1)));
    return std::nullopt;
  }

  std::nullopt_t not_known(const Period& period) {
    fault_.unknown_in = period.id;
    fault_.hint = "write the text without it, or name a period that gives it, as in {{ 2024-07: … }}";
    fault_.follows = period.faulty || site_.programmes_faulty || site_.programmes_missed || site_.periods_missed;
    return std::nullopt;
  }

  bool is_last(std::size_t index) const { return parts_.size() == index + 1; }
  std::string_view part(std::size_t index) const { return index < parts_.size() ? parts_[index] : std::string_view(); }

  Found money(std::int64_t value) const { return {locale_.euros(value), value}; }

  std::optional<Found> value_of(const std::optional<Quantity>& quantity, Unit unit) {
    if (!quantity) return not_known(period_);
    Found found{format_quantity(*quantity, unit, locale_), std::nullopt};
    if (unit == Unit::euro) found.euros = std::llround(quantity->value);
    return found;
  }

  // total.<indicator>.<what>, project.<id>.<indicator>.<what>: `at` is the place of <what>.
  std::optional<Found> of_indicator(const Indicator& indicator, const Measurement* measured, std::size_t at) {
    const std::string_view what = part(at);
    const std::vector<std::string_view> names{"actual", "target", "forecast", "baseline", "old_target", "share"};
    if (std::find(names.begin(), names.end(), what) == names.end()) return wrong(at, names);
    if (!is_last(at)) return too_long(at + 1);
    if (what == "baseline") return value_of(indicator.baseline, indicator.unit);
    const std::optional<Quantity> actual = measured != nullptr ? measured->actual : std::nullopt;
    if (what == "actual") return value_of(actual, indicator.unit);
    if (what == "forecast") {
      return value_of(measured != nullptr ? measured->forecast : std::nullopt, indicator.unit);
    }
    const Target* target = indicator.target_in(period_);
    if (what == "old_target" && target != nullptr) target = indicator.target_before(*target);
    if (target == nullptr) return not_known(period_);
    if (what != "share") return value_of(target->quantity, indicator.unit);
    if (!actual || target->quantity.value == 0) return not_known(period_);
    return Found{locale_.percent(100 * actual->value / target->quantity.value, 0), std::nullopt};
  }

  std::optional<Found> total() {
    std::vector<std::string_view> names;
    for (const auto& indicator : site_.indicators) {
      if (indicator->project != nullptr) continue;
      if (indicator->id == part(1)) return of_indicator(*indicator, period_.total_of(*indicator), 2);
      names.push_back(indicator->id);
    }
    return wrong(1, names);
  }

  std::optional<Found> project() {
    const Project* project = site_.find_project(part(1));
    if (project == nullptr) {
      std::vector<std::string_view> names;
      for (const auto& programme : site_.programmes) {
        for (const auto& each : programme->projects) names.push_back(each->id);
      }
      return wrong(1, names);
    }
    const ProjectReport* report = period_.report_of(*project);
    std::vector<std::string_view> names{"number", "name", "status"};
    if (std::find(names.begin(), names.end(), part(2)) != names.end() && is_last(2)) {
      if (report == nullptr) return not_known(period_);
      return Found{part(2) == "number" ? report->number
                   : part(2) == "name" ? report->name
                                       : report->status->label,
                   std::nullopt};
    }
    for (const Indicator* indicator : project->indicators) {
      if (indicator->id == part(2)) return of_indicator(*indicator, measurement(report, *indicator), 3);
      names.push_back(indicator->id);
    }
    if (part(2) == "number" || part(2) == "name" || part(2) == "status") return too_long(3);
    return wrong(2, names);
  }

  static const Measurement* measurement(const ProjectReport* report, const Indicator& indicator) {
    if (report == nullptr) return nullptr;
    for (const Measurement& each : report->measurements) {
      if (each.indicator == &indicator) return &each;
    }
    return nullptr;
  }

  // count.<what>, count.<programme>.<what>
  std::optional<Found> count() {
    const Programme* programme = parts_.size() > 2 ? site_.find_programme(part(1)) : nullptr;
    const std::size_t at = programme != nullptr ? 2 : 1;
    std::vector<std::string_view> names{"projects", "attention"};
    for (const Status& status : period_.scale->statuses) names.push_back(status.id);
    const std::string_view what = part(at);
    if (std::find(names.begin(), names.end(), what) == names.end()) {
      if (programme == nullptr && site_.find_programme(what) != nullptr) return wrong(2, names);
      if (programme == nullptr) {
        for (const auto& each : site_.programmes) names.push_back(each->id);
      }
      return wrong(at, names);
    }
    if (!is_last(at)) return too_long(at + 1);
    // A period that is known by its totals or a letter only has projects too, but nobody said which.
    if (period_.depth != Depth::projects) return not_known(period_);
    const auto counted = std::count_if(period_.projects.begin(), period_.projects.end(), [&](const auto& report) {
      if (programme != nullptr && report.project->programme != programme) return false;
      if (what == "projects") return true;
      return what == "attention" ? report.status->needs_explanation() : report.status->id == what;
    });
    return Found{locale_.number(static_cast<double>(counted)), std::nullopt};
  }

  std::optional<Found> stated() {
    if (part(1) != "projects") return wrong(1, {"projects"});
    if (!is_last(1)) return too_long(2);
    if (!period_.stated_projects) return not_known(period_);
    return Found{locale_.number(*period_.stated_projects), std::nullopt};
  }

  // True when the period's file has a figure with this id, faulty as it may be.
  bool is_written(std::string_view id) const {
    const Json& root = period_.document->root();
    const auto figures = root.find("figures");
    if (figures == root.end()) return false;
    if (!figures->is_array()) return true;
    return std::any_of(figures->begin(), figures->end(), [&](const Json& figure) {
      return figure.is_object() && figure.contains("id") && figure["id"] == id;
    });
  }

  std::optional<Found> figure_of_period() {
    std::vector<std::string_view> names;
    for (const Figure& figure : period_.figures) {
      if (figure.id == part(1)) return is_last(1) ? value_of(figure.quantity, figure.unit) : too_long(2);
      names.push_back(figure.id);
    }
    wrong(1, names);
    // A page of the site looks in the newest period, which may be the one that could not be read.
    fault_.follows = site_.periods_missed || (period_.faulty && is_written(part(1)));
    if (names.empty()) fault_.hint = "period " + period_.id + " has no 'figures'";
    return std::nullopt;
  }

  const Programme* programme_at_1() {
    const Programme* programme = site_.find_programme(part(1));
    if (programme != nullptr) return programme;
    std::vector<std::string_view> names;
    for (const auto& each : site_.programmes) names.push_back(each->id);
    wrong(1, names);
    return nullptr;
  }

  // <year> or total, of a budget or of one of its measures.
  std::optional<Found> amount(const std::map<int, std::int64_t>& years, std::int64_t total, std::size_t at,
                              std::vector<std::string_view> names) {
    if (part(at) == "total") return is_last(at) ? std::optional(money(total)) : too_long(at + 1);
    std::vector<std::string> written;
    for (const auto& [year, value] : years) {
      written.push_back(std::to_string(year));
      if (written.back() == part(at)) return is_last(at) ? std::optional(money(value)) : too_long(at + 1);
    }
    names.insert(names.begin(), written.begin(), written.end());
    names.insert(names.begin(), "total");
    return wrong(at, names);
  }

  std::optional<Found> budget() {
    const Programme* programme = programme_at_1();
    if (programme == nullptr) return std::nullopt;
    if (!programme->budget) {
      fault_.hint = "programme " + quote(programme->id) + " has no budget";
      return std::nullopt;
    }
    std::vector<std::string_view> names;
    for (const BudgetMeasure& measure : programme->budget->measures) {
      if (measure.id == part(2)) return amount(measure.years, measure.total, 3, {});
      names.push_back(measure.id);
    }
    return amount(programme->budget->years, programme->budget->total, 2, std::move(names));
  }

  std::optional<Found> funding() {
    const Programme* programme = programme_at_1();
    if (programme == nullptr) return std::nullopt;
    const std::vector<Funding>& list = programme->funding;
    if (list.empty()) {
      fault_.hint = "programme " + quote(programme->id) + " has no funding";
      return std::nullopt;
    }
    std::size_t number = 0;
    const std::string_view text = part(2);
    const bool digits = !text.empty() && text.size() <= most_digits &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
      for (const char c : text) number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    if (number >= 1 && number <= list.size()) {
      return is_last(2) ? std::optional(money(list[number - 1].amount)) : too_long(3);
    }
    fault_.hint = parts_.size() > 2 ? before(2) + " has no " + quote(text) + "; " : quote(before(2)) + " goes on: ";
    fault_.hint +=
        list.size() == 1 ? "there is one amount: write 1" : "write a number from 1 to " + std::to_string(list.size());
    return std::nullopt;
  }

  const Site& site_;
  const Period& period_;
  std::string_view path_;
  std::vector<std::string_view> parts_;
  const Locale& locale_;
  FigureFault& fault_;
};

}  // namespace

std::string format_quantity(const Quantity& quantity, Unit unit, const Locale& locale) {
  switch (unit) {
    case Unit::count: return locale.number(quantity.value);
    case Unit::percent: return locale.percent(quantity.value);
    case Unit::euro: return locale.euros(std::llround(quantity.value));
  }
  return "";
}

std::optional<std::string> figure(const Site& site, const Period& period, std::string_view path, const Locale& locale,
                                  FigureFault& fault) {
  // What was published says what it said.
  if (period.edition != nullptr)
    if (const auto sealed = period.edition->figures.find(path); sealed != period.edition->figures.end())
      return sealed->second;
  const Period* meant = &period;
  path = trim(path);
  if (const std::size_t colon = path.find(':'); colon != std::string_view::npos) {
    const std::string_view id = trim(path.substr(0, colon));
    meant = site.find_period(id);
    if (meant == nullptr) {
      fault.follows = site.periods_missed;
      std::vector<std::string_view> ids;
      for (const auto& each : site.periods) ids.push_back(each->id);
      fault.hint = "there is no period '" + std::string(id) + "'; " + one_of_hint(id, ids);
      return std::nullopt;
    }
    path = trim(path.substr(colon + 1));
  }
  bool rounded = false;
  if (const std::size_t bar = path.find('|'); bar != std::string_view::npos) {
    const std::string_view filter = trim(path.substr(bar + 1));
    if (filter != "rounded") {
      fault.hint = "there is no filter '" + std::string(filter) + "'; " + one_of_hint(filter, {"rounded"});
      return std::nullopt;
    }
    rounded = true;
    path = trim(path.substr(0, bar));
  }
  const auto found = Lookup(site, *meant, path, locale, fault).find();
  if (!found) return std::nullopt;
  if (!rounded) return found->text;
  if (!found->euros) {
    fault.hint = "'rounded' is for euros, and " + std::string(path) + " is none";
    return std::nullopt;
  }
  return locale.euros_rounded(*found->euros);
}

}  // namespace stoplicht
