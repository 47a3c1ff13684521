#include "model/build_model.h"

#include "model/reading.h"

namespace stoplicht {
namespace {

// Files with a fault before building began: what is missing because of it is not reported again.
std::set<std::string, std::less<>> faulty_files(const Diagnostics& diagnostics) {
  std::set<std::string, std::less<>> files;
  if (!diagnostics.has_errors()) return files;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (diagnostic.severity == Severity::error) files.insert(diagnostic.where.file);
  }
  return files;
}

Date last_day_of(const Date& date) {
  const int day = date.last_day();
  return Date{day / 10000, 0, day / 100 % 100, day % 100};
}

// Later rooms count on it that an indicator belongs to something: a total of nothing gets a programme that says so.
void fill_owners(Site& site) {
  Programme* unknown = nullptr;
  for (const auto& indicator : site.indicators) {
    if (indicator->project != nullptr || !indicator->programmes.empty()) continue;
    if (unknown == nullptr) {
      unknown = site.programmes.emplace_back(std::make_unique<Programme>()).get();
      unknown->id = unknown->name = unknown->short_name = "unknown";
    }
    indicator->programmes.push_back(unknown);
  }
}

// And on a council: a commitment whose council is unknown gets one that says so.
void fill_councils(Site& site) {
  Organisation* unknown = nullptr;
  for (const auto& commitment : site.commitments) {
    if (commitment->council != nullptr) continue;
    if (unknown == nullptr) {
      unknown = site.organisations.emplace_back(std::make_unique<Organisation>()).get();
      unknown->id = unknown->name = "unknown";
    }
    commitment->council = unknown;
  }
}

}  // namespace

Site build_model(const SiteFolder& folder, std::optional<Date> as_of, Diagnostics& diagnostics,
                 const PeriodFolders& folders) {
  Site site;
  Reading reading{.folder = folder, .diagnostics = diagnostics, .site = site};
  reading.unreadable = faulty_files(diagnostics);
  reading.unreadable.insert(folder.faulty.begin(), folder.faulty.end());

  register_all(reading);
  for (const auto& period : site.periods)
    if (const auto folder_of = folders.find(period->id); folder_of != folders.end()) period->folder = folder_of->second;
  // Everything that can be referred to exists now, empty but for its id, and periods are in order.

  read_site(reading);
  read_organisations(reading);
  read_programmes(reading);
  read_commitments(reading);
  read_periods(reading);
  // The data is read and every reference in it resolved. Texts come after it: they say about what
  // they are by their place, and letters close commitments.

  read_content(reading);

  check_period_order(reading);
  check_period_overlap(reading);
  check_depth(reading);
  check_commitments(reading);
  check_unused_data(reading);
  check_placeholders(reading);

  if (as_of) {
    site.as_of = last_day_of(*as_of);
  } else if (const Period* newest = site.newest(); newest != nullptr && newest->reported_on.year != 0) {
    site.as_of = last_day_of(newest->reported_on);
  }
  judge_overdue(site);
  fill_owners(site);
  fill_councils(site);
  return site;
}

}  // namespace stoplicht
