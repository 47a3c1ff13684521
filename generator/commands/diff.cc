#include "commands/diff.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>
#include <tuple>

#include "commands/changes_json.h"
#include "commands/changes_text.h"
#include "commands/edition_name.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "model/correction.h"

namespace stoplicht {
namespace {

EditionName read_name(const std::string& text) {
  const std::string period = text.substr(0, text.find('@'));
  return read_edition_name(text, "write " + period + ", " + period + "@v1 or " + period + "@sources");
}

// A site folder and the moments that are named in it.
class Comparison {
 public:
  explicit Comparison(const DiffOptions& options)
      : language_(options.language), first_(read_name(options.first)), second_(read_name(options.second)) {
    if (first_.sources && second_.sources && first_.period != second_.period)
      throw Refusal{wrong_command_line, "only one of the two can be named @sources", "leave it out at the other"};
    Progress progress(language_);
    open_site(site_, options.site, std::nullopt, progress, diagnostics_,
              first_.sources    ? first_.period
              : second_.sources ? second_.period
                                : "");
    if (!site_.readable) refuse_faults();
  }

  Changes changes() {
    Moment before = moment(first_);
    Moment after = moment(second_);
    if (before.period == after.period)
      throw Refusal{wrong_command_line, "'" + first_.text + "' and '" + second_.text + "' are the same",
                    "name two periods, or two editions of one: 2020-07@v1 2020-07@v2"};
    if (place_of(after) < place_of(before)) std::swap(before, after);
    Changes changes = compare(before, after, site_.present);
    leave_out_withdrawn(changes);
    return changes;
  }

 private:
  Moment moment(const EditionName& name) {
    const std::optional<Moment> found = find_moment(name);
    if (found) return *found;
    const auto editions = site_.archive.of(name.period);
    if (name.edition > 0 && site_.present.find_period(name.period) != nullptr)
      throw Refusal{wrong_command_line,
                    "there is no edition " + std::to_string(name.edition) + " of period '" + name.period + "'",
                    editions.empty() ? "the period was not published yet"
                                     : "the newest is " + name.period + "@v" + std::to_string(editions.back()->number)};
    std::vector<std::string_view> ids;
    for (const auto& period : site_.present.periods) ids.push_back(period->id);
    throw Refusal{wrong_command_line, "there is no period '" + name.period + "'", one_of_hint(name.period, ids)};
  }

  std::optional<Moment> find_moment(const EditionName& name) {
    const Edition* edition =
        name.edition > 0 ? site_.archive.find(name.period, name.edition) : site_.archive.newest(name.period);
    if (name.edition > 0 && edition == nullptr) return std::nullopt;
    if (edition != nullptr && edition->is_gone())
      throw Refusal{faults_in_site, name.text + " was withdrawn: there is nothing to compare",
                    "see edities/ of the website, or data/editions/" + name.period};
    if (edition != nullptr && !name.sources) return Moment{&edition->site, edition->period};
    const Period* period = site_.present.find_period(name.period);
    if (period == nullptr) return std::nullopt;
    if (diagnostics_.has_errors()) refuse_faults();
    return edition != nullptr ? corrected(*edition) : Moment{&site_.present, period};
  }

  // What `correct` would publish.
  Moment corrected(const Edition& edition) {
    if (!correction_) correction_.emplace(site_.folded, site_.present, edition, false);
    if (!correction_->fault().empty()) throw Refusal{faults_in_site, correction_->fault(), ""};
    return correction_->changes().after;
  }

  // By time, then by edition; what was not published yet comes after what was.
  std::tuple<std::ptrdiff_t, int> place_of(const Moment& moment) const {
    const auto& periods = site_.present.periods;  // Newest first.
    const auto found =
        std::find_if(periods.rbegin(), periods.rend(), [&](const auto& each) { return each->id == moment.period->id; });
    const Edition* edition = moment.period->edition;
    return {found - periods.rbegin(), edition != nullptr ? edition->number : std::numeric_limits<int>::max()};
  }

  [[noreturn]] void refuse_faults() const {
    std::fputs(diagnostics_.to_text(language_).c_str(), stderr);
    throw Refusal{faults_in_site, "nothing was compared: the site folder has faults", ""};
  }

  MessageLanguage language_;
  EditionName first_, second_;
  Diagnostics diagnostics_;
  OpenSite site_;
  std::optional<Correction> correction_;
};

}  // namespace

ExitCode diff(const DiffOptions& options) {
  return run_to_end(
      [&] {
        Comparison comparison(options);
        const Changes changes = comparison.changes();
        std::fputs((options.json ? changes_json(changes) : changes_text(changes, options.language)).c_str(), stdout);
        return fine;
      },
      options.language);
}

}  // namespace stoplicht
