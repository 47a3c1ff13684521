#include "model/site.h"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "base/text.h"
#include "model/reading.h"

namespace stoplicht {

std::string_view light_id(Light light) {
  switch (light) {
    case Light::green: return "green";
    case Light::amber: return "amber";
    case Light::red: return "red";
    case Light::blue: return "blue";
    case Light::purple: return "purple";
    case Light::grey: return "grey";
  }
  return "grey";
}

namespace {

template <typename T>
const T* find_by_id(const std::vector<std::unique_ptr<T>>& items, std::string_view id) {
  for (const auto& item : items) {
    if (item->id == id) return item.get();
  }
  return nullptr;
}

}  // namespace

bool is_earlier(const Period& a, const Period& b) {
  return std::tie(a.reported_on, a.until, a.from) < std::tie(b.reported_on, b.until, b.from);
}

bool Text::empty() const { return document == nullptr || trim(document->body()).empty(); }

const Status* StatusScale::find(std::string_view wanted) const {
  for (const Status& status : statuses) {
    if (status.id == wanted) return &status;
  }
  return nullptr;
}

const Status& StatusScale::not_reported() const {
  const Status* status = find("not-reported");
  assert(status != nullptr);
  return *status;
}

const Target* Indicator::target_in(const Period& period) const {
  const Target* in_force = nullptr;
  for (const Target& target : targets) {
    if (!is_earlier(period, *target.from)) in_force = &target;
  }
  return in_force;
}

const Target* Indicator::target_before(const Target& target) const {
  assert(!targets.empty() && &target >= &targets.front() && &target <= &targets.back());
  return &target == &targets.front() ? nullptr : &target - 1;
}

const ProjectReport* Period::report_of(const Project& project) const {
  for (const ProjectReport& report : projects) {
    if (report.project == &project || report.project->id == project.id) return &report;
  }
  return nullptr;
}

const Measurement* Period::total_of(const Indicator& indicator) const {
  for (const Measurement& total : totals) {
    if (total.indicator == &indicator || total.indicator->id == indicator.id) return &total;
  }
  return nullptr;
}

const Project* Site::find_project(std::string_view id) const {
  for (const auto& programme : programmes) {
    if (const Project* project = find_by_id(programme->projects, id)) return project;
  }
  return nullptr;
}

const Programme* Site::find_programme(std::string_view id) const { return find_by_id(programmes, id); }

const Indicator* Site::find_indicator(std::string_view id) const { return find_by_id(indicators, id); }

const Period* Site::find_period(std::string_view id) const { return find_by_id(periods, id); }

const Commitment* Site::find_commitment(std::string_view id) const { return find_by_id(commitments, id); }

bool ProjectReport::differs() const {
  if (computed == nullptr || !status->told() || computed->light == status->light) return false;
  // A good pace does not contradict what has ended, is on hold or still has to start.
  return computed->light != Light::green || status->needs_explanation();
}

std::vector<const Organisation*> Site::municipalities() const {
  std::vector<const Organisation*> out;
  for (const auto& organisation : organisations)
    if (organisation->kind == OrganisationKind::municipality) out.push_back(organisation.get());
  return out;
}

const ContentPage* Site::glossary() const {
  for (const auto& page : pages)
    if (!page->terms.empty()) return page.get();
  return nullptr;
}

}  // namespace stoplicht
