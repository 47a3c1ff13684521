#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {
namespace {

std::string_view name_of(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::year: return "year";
    case PeriodKind::half_year: return "half-year";
    case PeriodKind::quarter: return "quarter";
    case PeriodKind::month: return "month";
    case PeriodKind::incidental: return "incidental";
  }
  return "";
}

std::string_view name_of(Depth depth) {
  switch (depth) {
    case Depth::projects: return "projects";
    case Depth::totals: return "totals";
    case Depth::letter: return "letter";
    case Depth::known: return "known";
  }
  return "";
}

// What the period has, faulty or not: a fault inside is reported there.
struct Contents {
  bool projects = false;
  bool totals = false;
  bool letters = false;
};

// Why the depth does not fit, because there is more or because something is missing; "" when it does.
struct Misfit {
  std::string_view more;
  std::string_view missing;
};

Misfit misfit(Depth depth, const Contents& has) {
  constexpr std::string_view projects = "reports on projects";
  switch (depth) {
    case Depth::projects: return {"", has.projects ? "" : "reports on no project"};
    case Depth::totals: return {has.projects ? projects : "", has.totals ? "" : "has no totals"};
    case Depth::letter: return {has.projects ? projects : "", has.letters ? "" : "has no letter"};
    case Depth::known:
      return {has.projects ? projects : has.totals ? "has totals" : has.letters ? "has a letter" : "", ""};
  }
  return {};
}

Depth fitting(const Contents& has) {
  return has.projects ? Depth::projects : has.totals ? Depth::totals : has.letters ? Depth::letter : Depth::known;
}

}  // namespace

void check_period_order(Reading& reading) {
  const auto& periods = reading.site.periods;
  for (std::size_t i = 0; i + 1 < periods.size(); ++i) {
    const Period& later = *periods[i];
    const Period& earlier = *periods[i + 1];
    if (later.reported_on.year == 0 || later.reported_on != earlier.reported_on) continue;
    // A time reported on puts one before the other only when both have one.
    if (later.until && earlier.until && is_earlier(earlier, later)) continue;
    // The newer id is most often the copy that still has the older one's date.
    const Period& copy = later.id < earlier.id ? earlier : later;
    const Period& other = later.id < earlier.id ? later : earlier;
    reading.diagnostics.error(
        "period-order", copy.document->at("/reported_on"),
        in_quotes(copy.id) + " and " + in_quotes(other.id) + " are reported on the same date, and nothing orders them",
        "is this still the date of " + in_quotes(other.id) +
            "? make 'reported_on' more precise, or give both 'from' and 'until'");
  }

  std::map<std::string_view, const Period*> by_name;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    if ((*period)->name.empty() || (*period)->document == nullptr) continue;
    const auto [first, is_new] = by_name.emplace((*period)->name, period->get());
    if (is_new) continue;
    // Whatever their dates say now, the copy is most often the one with the newer id.
    const bool newer = first->second->id < (*period)->id;
    const Period& copy = newer ? **period : *first->second;
    const Period& other = newer ? *first->second : **period;
    reading.diagnostics.error("period-name-duplicate", copy.document->at("/name"),
                              "period " + in_quotes(copy.id) + " has the name of period " + in_quotes(other.id),
                              "give it its own name, and see whether other texts were copied along");
  }
}

void check_period_overlap(Reading& reading) {
  std::map<PeriodKind, std::vector<const Period*>> by_kind;
  for (const auto& period : reading.site.periods) {
    const bool has_time = period->from && period->until && period->from->first_day() <= period->until->last_day();
    if (has_time && reading.kind_known.contains(period.get())) by_kind[period->kind].push_back(period.get());
  }
  for (auto& [kind, periods] : by_kind) {
    std::sort(periods.begin(), periods.end(), [](const Period* a, const Period* b) {
      const int first = a->from->first_day();
      const int second = b->from->first_day();
      return first != second ? first < second : a->id < b->id;
    });
    const Period* longest = nullptr;  // Of those before: the one that ends last.
    for (const Period* period : periods) {
      if (longest != nullptr && period->from->first_day() <= longest->until->last_day()) {
        reading.diagnostics.error("period-overlap", period->document->at("/from"),
                                  in_quotes(period->id) + " begins (" + to_iso(*period->from) + ") before " +
                                      in_quotes(longest->id) + " ends (" + to_iso(*longest->until) + ")",
                                  "two periods of the kind \"" + std::string(name_of(kind)) + "\" cannot overlap");
      }
      if (longest == nullptr || period->until->last_day() > longest->until->last_day()) longest = period;
    }
  }
}

void check_depth(Reading& reading) {
  for (const auto& period : reading.site.periods) {
    if (!reading.depth_known.contains(period.get())) continue;
    const Contents has{lists_anything(*period->document, "projects"), lists_anything(*period->document, "totals"),
                       reading.with_letters.contains(period.get())};
    const auto [more, missing] = misfit(period->depth, has);
    if (more.empty() && missing.empty()) continue;
    period->faulty = true;
    reading.diagnostics.error("depth-mismatch", period->document->at("/depth"),
                              "the depth is \"" + std::string(name_of(period->depth)) + "\", but period " +
                                  in_quotes(period->id) + " " + std::string(more.empty() ? missing : more),
                              "write \"" + std::string(name_of(fitting(has))) +
                                  (more.empty() ? "\", or add what is missing" : "\", or remove what does not fit"));
  }
}

}  // namespace stoplicht
