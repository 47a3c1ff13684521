#include "commands/diff.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <optional>
#include <tuple>

#include "commands/changes_json.h"
#include "commands/changes_text.h"
#include "commands/correction.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "model/edition_parts.h"

namespace stoplicht {
namespace {

// Why nothing is compared.
struct Refusal {
  ExitCode code = wrong_command_line;
  std::string message, hint;
};

// "2020-07@v1", taken apart.
struct Name {
  std::string text, period;
  int edition = 0;  // 0: the newest.
  bool sources = false;
};

Name read_name(const std::string& text) {
  Name name{text, text.substr(0, text.find('@')), 0, false};
  if (name.period.size() == text.size()) return name;
  const std::string version = text.substr(name.period.size() + 1);
  name.sources = version == "sources";
  const bool is_number = version.size() >= 2 && version.size() <= 5 && version[0] == 'v' && version[1] != '0' &&
                         version.find_first_not_of("0123456789", 1) == std::string::npos;
  if (is_number) name.edition = std::stoi(version.substr(1));
  if (!name.sources && !is_number)
    throw Refusal{wrong_command_line, "'" + text + "' names no edition",
                  "write " + name.period + ", " + name.period + "@v1 or " + name.period + "@sources"};
  return name;
}

// A site folder and the moments that are named in it.
class Comparison {
 public:
  explicit Comparison(const DiffOptions& options)
      : first_(read_name(options.first)), second_(read_name(options.second)) {
    if (first_.sources && second_.sources && first_.period != second_.period)
      throw Refusal{wrong_command_line, "only one of the two can be named @sources", "leave it out at the other"};
    Progress progress;
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
    return compare(before, after, site_.present);
  }

 private:
  Moment moment(const Name& name) {
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

  std::optional<Moment> find_moment(const Name& name) {
    const Edition* edition =
        name.edition > 0 ? site_.archive.find(name.period, name.edition) : site_.archive.newest(name.period);
    if (name.edition > 0 && edition == nullptr) return std::nullopt;
    if (edition != nullptr && !name.sources) return Moment{&edition->site, edition->period};
    const Period* period = site_.present.find_period(name.period);
    if (period == nullptr) return std::nullopt;
    if (diagnostics_.has_errors()) refuse_faults();
    return edition != nullptr ? corrected(*edition) : Moment{&site_.present, period};
  }

  // What `correct` would publish.
  Moment corrected(const Edition& edition) {
    if (!correction_) correction_.emplace(site_, edition, false);
    if (!correction_->fault().empty()) throw Refusal{faults_in_site, correction_->fault(), ""};
    for (const auto& [name, part] : correction_->parts())
      if (name.starts_with(attachment_part)) attachments_[name.substr(attachment_part.size())] = part.at("sha256");
    Moment moment = correction_->changes().after;
    moment.attachments = &attachments_;
    return moment;
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
    std::fputs(diagnostics_.to_text().c_str(), stderr);
    throw Refusal{faults_in_site, "nothing was compared: the site folder has faults", ""};
  }

  Name first_, second_;
  Diagnostics diagnostics_;
  OpenSite site_;
  std::optional<Correction> correction_;
  std::map<std::string, std::string> attachments_;
};

}  // namespace

ExitCode diff(const DiffOptions& options) {
  try {
    Comparison comparison(options);
    const Changes changes = comparison.changes();
    std::fputs((options.json ? changes_json(changes) : changes_text(changes)).c_str(), stdout);
    return fine;
  } catch (const Refusal& refusal) {
    std::fputs(("stoplicht: " + refusal.message + "\n").c_str(), stderr);
    if (!refusal.hint.empty()) std::fputs(("  hint: " + refusal.hint + "\n").c_str(), stderr);
    return refusal.code;
  } catch (const std::exception& error) {
    std::fputs(("stoplicht: " + std::string(error.what()) + "\n").c_str(), stderr);
    return environment;
  }
}

}  // namespace stoplicht
