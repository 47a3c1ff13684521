#include <algorithm>

#include "model/reading.h"

// The first look at the files: makes everything that others can refer to, with its id and, for
// periods, its place in time. Silent: the reading proper comes after it, visits the same objects
// in the same order, and reports.
namespace stoplicht {
namespace {

std::string_view word_in(const Json& object, std::string_view key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return found->get_ref<const std::string&>();
}

std::optional<Date> date_in(const Json& object, std::string_view key) { return parse_date(word_in(object, key)); }

// Calls `function` for every object of a list. False when there may be more than could be read: the list is missing
// though it is required, is no list or holds something else.
template <typename Function>
bool each_object(const Json& parent, std::string_view key, bool required, Function function) {
  if (!parent.is_object()) return false;
  const auto list = parent.find(key);
  if (list == parent.end()) return !required;
  if (!list->is_array()) return false;
  bool all_are_objects = true;
  for (const Json& item : *list) {
    if (item.is_object()) {
      function(item);
    } else {
      all_are_objects = false;
    }
  }
  return all_are_objects;
}

template <typename T>
T& add(const Json& object, std::vector<std::unique_ptr<T>>& items, Index<T>& index) {
  T& item = *items.emplace_back(std::make_unique<T>());
  item.id = word_in(object, "id");
  if (item.id.empty()) {
    index.incomplete = true;
  } else {
    index.add(item.id, &item);
  }
  return item;
}

// The document of a file that has to be there; reports when it is not.
const Json* required_root(const Reading& reading, std::string_view path) {
  if (const Document* document = reading.data(path)) return &document->root();
  if (!reading.missed(path)) {
    reading.diagnostics.error("file-missing", Location{std::string(path), 0, 0, 1, ""}, "the file is missing",
                              "every site folder has one: see FORMATS.md");
  }
  return nullptr;
}

void register_indicator_owner(const Reading& reading, const Json& object, Indicator& indicator) {
  if (Project* project = reading.projects.find(word_in(object, "project"))) {
    indicator.project = project;
    project->indicators.push_back(&indicator);
  }
}

void register_periods(Reading& reading) {
  for (auto file = reading.folder.data.lower_bound(std::string(periods_folder)); file != reading.folder.data.end();
       ++file) {
    const auto& [path, document] = *file;
    if (!path.starts_with(periods_folder)) break;
    if (!path.ends_with(".json") || path.find('/', periods_folder.size()) != std::string::npos || !document) continue;
    Period& period = *reading.site.periods.emplace_back(std::make_unique<Period>());
    period.id = stem(path, ".json");
    period.folder = "periodes/" + period.id;
    period.document = document.get();
    reading.periods.add(period.id, &period);
    const Json& root = document->root();
    if (!root.is_object()) continue;
    period.reported_on = date_in(root, "reported_on").value_or(Date{});
    period.from = date_in(root, "from");
    period.until = date_in(root, "until");
  }
  // A wrong id inside the file is reported there; what refers to it should not be reported as well.
  for (const auto& period : reading.site.periods) {
    if (!period->document->root().is_object()) continue;
    const std::string_view inner = word_in(period->document->root(), "id");
    if (!inner.empty()) reading.periods.add(inner, period.get());
  }
  for (const std::string& path : reading.unreadable) {
    const bool holds_periods = path == "data" || path == "data/periods" || path.starts_with(periods_folder);
    if (holds_periods && reading.data(path) == nullptr) reading.periods.incomplete = true;
  }
  reading.site.periods_missed = reading.periods.incomplete;
  if (reading.site.periods.empty() && !reading.periods.incomplete) {
    reading.diagnostics.error("period-missing", Location{"data/periods", 0, 0, 1, ""}, "there is no reporting period",
                              "write one, such as data/periods/2024-07.json");
  }

  auto& periods = reading.site.periods;
  std::stable_sort(periods.begin(), periods.end(), [](const auto& a, const auto& b) { return is_earlier(*b, *a); });
  for (std::size_t i = 0; i + 1 < periods.size(); ++i) {
    periods[i]->previous = periods[i + 1].get();
    periods[i + 1]->next = periods[i].get();
  }
}

}  // namespace

void register_all(Reading& reading) {
  reading.scales.incomplete = required_root(reading, site_path) == nullptr;

  if (const Json* root = required_root(reading, organisations_path)) {
    const bool all = each_object(*root, "organisations", true, [&](const Json& object) {
      add(object, reading.site.organisations, reading.organisations);
    });
    if (!all) reading.organisations.incomplete = true;
  } else {
    reading.organisations.incomplete = true;
  }

  if (const Json* root = required_root(reading, programmes_path)) {
    const bool all_programmes = each_object(*root, "programmes", true, [&](const Json& object) {
      Programme& programme = add(object, reading.site.programmes, reading.programmes);
      const bool all_projects = each_object(object, "projects", true, [&](const Json& project) {
        add(project, programme.projects, reading.projects).programme = &programme;
      });
      if (!all_projects) reading.projects.incomplete = true;
    });
    if (!all_programmes) reading.programmes.incomplete = reading.projects.incomplete = true;
    const bool all_indicators = each_object(*root, "indicators", false, [&](const Json& object) {
      register_indicator_owner(reading, object, add(object, reading.site.indicators, reading.indicators));
    });
    if (!all_indicators) reading.indicators.incomplete = true;
  } else {
    reading.programmes.incomplete = reading.projects.incomplete = reading.indicators.incomplete = true;
  }
  reading.site.programmes_missed =
      reading.programmes.incomplete || reading.projects.incomplete || reading.indicators.incomplete;

  // A site without commitments needs no file for them.
  if (const Document* document = reading.data(commitments_path)) {
    const bool all = each_object(document->root(), "commitments", true, [&](const Json& object) {
      add(object, reading.site.commitments, reading.commitments);
    });
    if (!all) reading.commitments.incomplete = true;
  } else if (reading.missed(commitments_path)) {
    reading.commitments.incomplete = true;
  }

  register_periods(reading);
}

}  // namespace stoplicht
