#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "model/compare_json.h"
#include "model/comparing.h"
#include "model/edition.h"

// Everything that the pages of one period tell, in two of its editions: first the period's own file, then its texts,
// then what shared files say of what it tells of.
namespace stoplicht {
namespace {

const Json* find(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found != object.end() ? &*found : nullptr;
}

// An item of a list of the period's file, and where it stands.
struct Item {
  const Json* value = nullptr;
  std::size_t index = 0;
};

std::map<std::string, Item> items_by(const Json& root, const char* list, const char* key) {
  std::map<std::string, Item> out;
  const Json* items = find(root, list);
  if (items == nullptr || !items->is_array()) return out;
  for (std::size_t i = 0; i < items->size(); ++i)
    if (const Json* id = find((*items)[i], key); id != nullptr && id->is_string())
      out.emplace(id->get<std::string>(), Item{&(*items)[i], i});
  return out;
}

std::string order_of(const Json& root, const char* list, const char* key, const std::map<std::string, Item>& other) {
  std::vector<std::string> out;
  const Json* items = find(root, list);
  if (items == nullptr || !items->is_array()) return {};
  for (const Json& item : *items)
    if (const Json* id = find(item, key); id != nullptr && id->is_string() && other.contains(id->get<std::string>()))
      out.push_back(id->get<std::string>());
  return join(out, "\n");
}

// Calls `compare` for the items of a list of the period's file that have the same `key`, in the order of the newer.
template <typename Compare>
void compare_items(Changes& changes, const Json& before, const Json& after, const JsonSubject& owner, const char* list,
                   const char* key, Compare compare) {
  const std::map<std::string, Item> old_items = items_by(before, list, key);
  const std::map<std::string, Item> new_items = items_by(after, list, key);
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [id, item] : new_items) order.emplace_back(item.index, id);
  std::sort(order.begin(), order.end());
  const auto gone = static_cast<std::ptrdiff_t>(order.size());
  for (const auto& [id, item] : old_items)
    if (!new_items.contains(id)) order.emplace_back(item.index, id);
  std::sort(order.begin() + gone, order.end());
  for (const auto& [index, id] : order) {
    const auto old_item = old_items.find(id);
    const auto new_item = new_items.find(id);
    compare(id, owner.pointer + "/" + list + "/" + std::to_string(index),
            old_item != old_items.end() ? old_item->second.value : nullptr,
            new_item != new_items.end() ? new_item->second.value : nullptr);
  }
  add_other(changes, owner, owner.pointer + "/" + list, order_of(before, list, key, new_items),
            order_of(after, list, key, old_items));
}

// What figures say of values is in changes.figures; the rest of a measurement is told here.
void compare_measurements(Changes& changes, const Json* before, const Json* after, const JsonSubject& owner,
                          const char* list) {
  static const Json none = Json::object();
  compare_items(changes, before != nullptr ? *before : none, after != nullptr ? *after : none, owner, list, "indicator",
                [&](const std::string& id, const std::string& pointer, const Json* old_item, const Json* new_item) {
                  compare_json({id, owner.project_id, pointer, false}, old_item, new_item,
                               {"indicator", "actual", "forecast"}, changes);
                });
}

void compare_period_files(Changes& changes) {
  const Json& before = changes.before.period->document->root();
  const Json& after = changes.after.period->document->root();
  const JsonSubject period{changes.after.period->id, "", "", false};
  compare_json(period, &before, &after, {"$schema", "id", "projects", "programmes", "totals"}, changes);
  compare_items(changes, before, after, period, "programmes", "programme",
                [&](const std::string& id, const std::string& pointer, const Json* old_item, const Json* new_item) {
                  compare_json({id, "", pointer, false}, old_item, new_item, {}, changes);
                });
  compare_measurements(changes, &before, &after, period, "totals");
  std::unordered_map<std::string_view, const ProjectReport*> reports_before, reports_after;
  for (const ProjectReport& report : changes.before.period->projects)
    reports_before.emplace(report.project->id, &report);
  for (const ProjectReport& report : changes.after.period->projects) reports_after.emplace(report.project->id, &report);
  const auto report_in = [](const auto& reports, const std::string& id) {
    const auto found = reports.find(id);
    return found != reports.end() ? found->second : nullptr;
  };
  const auto name = [](const ProjectReport* report) { return report != nullptr ? report->name : std::string(); };
  const auto computed = [](const ProjectReport* report) {
    return report != nullptr && report->computed != nullptr ? report->computed->id : std::string();
  };
  compare_items(changes, before, after, period, "projects", "project",
                [&](const std::string& id, const std::string& pointer, const Json* old_item, const Json* new_item) {
                  const JsonSubject project{id, id, pointer, false};
                  const ProjectReport* old_report = report_in(reports_before, id);
                  const ProjectReport* new_report = report_in(reports_after, id);
                  add_text(changes, project, "name", name(old_report), name(new_report));
                  add_other(changes, project, pointer + "/computed", computed(old_report), computed(new_report));
                  compare_json(project, old_item, new_item, {"project", "name", "status", "values"}, changes);
                  compare_measurements(changes, old_item, new_item, project, "values");
                });
}

// A text of the period.
struct PeriodText {
  const MarkdownDocument* document = nullptr;
  std::string project_id;
  bool has_front_matter = true;  // That is read.
};

// By its path below the period's folder, in the order of reading.
std::vector<std::pair<std::string, PeriodText>> texts_of(const Period& period) {
  std::vector<std::pair<std::string, PeriodText>> out;
  const std::string folder = "content/periods/" + period.id + "/";
  const auto add = [&](const Text& text, const std::string& project_id, bool has_front_matter) {
    if (text.document == nullptr) return;
    std::string_view path = text.document->source().path();
    if (path.starts_with(folder)) path.remove_prefix(folder.size());
    if (path.ends_with(".md")) path.remove_suffix(3);
    out.push_back({std::string(path), {text.document, project_id, has_front_matter}});
  };
  add(period.summary, "", true);
  for (const ProjectReport& report : period.projects) add(report.progress, report.project->id, false);
  for (const LocalText& local : period.local_texts) add(local.text, "", false);
  for (const auto& page : period.pages) add(page->text, "", true);
  for (const auto& letter : period.letters) add(letter->text, "", true);
  for (const auto& letter : period.letters)
    for (const Commitment* commitment : letter->closes)
      if (commitment->closure.document != nullptr)
        out.push_back({"commitments/" + commitment->id, {commitment->closure.document, "", false}});
  return out;
}

void compare_texts_of_period(Changes& changes) {
  const auto before = texts_of(*changes.before.period);
  const auto after = texts_of(*changes.after.period);
  const std::map<std::string, PeriodText> known_before(before.begin(), before.end());
  const std::map<std::string, PeriodText> known_after(after.begin(), after.end());
  const auto compare_text = [&](const std::string& subject, const PeriodText* old_text, const PeriodText* new_text) {
    const PeriodText& named = new_text != nullptr ? *new_text : *old_text;
    const JsonSubject text{subject, named.project_id, "", true};
    const auto front_matter = [](const PeriodText* side) {
      return side != nullptr ? &side->document->root() : nullptr;
    };
    const auto body = [](const PeriodText* side) {
      return side != nullptr ? std::string(trim(side->document->body())) : "";
    };
    if (named.has_front_matter) compare_json(text, front_matter(old_text), front_matter(new_text), {}, changes);
    add_text(changes, text, "text", body(old_text), body(new_text));
  };
  for (const auto& [subject, text] : after) {
    const auto found = known_before.find(subject);
    compare_text(subject, found != known_before.end() ? &found->second : nullptr, &text);
  }
  for (const auto& [subject, text] : before)
    if (!known_after.contains(subject)) compare_text(subject, &text, nullptr);
}

void compare_maps(Changes& changes, const std::map<std::string, std::string>& before,
                  const std::map<std::string, std::string>& after, const std::string& key) {
  std::map<std::string, std::pair<std::string, std::string>> values;
  for (const auto& [name, value] : before) values[name].first = value;
  for (const auto& [name, value] : after) values[name].second = value;
  for (const auto& [name, value] : values) add_other(changes, {name, "", "", false}, key, value.first, value.second);
}

void compare_attachments(Changes& changes) {
  const auto attachments = [](const Moment& moment) {
    if (moment.attachments != nullptr) return moment.attachments;
    return moment.period->edition != nullptr ? &moment.period->edition->attachments : nullptr;
  };
  const auto* before = attachments(changes.before);
  const auto* after = attachments(changes.after);
  if (before != nullptr && after != nullptr) compare_maps(changes, *before, *after, "/sha256");
}

// What {{ 2020-07: … }} stood for. A figure of the period itself is told where its value is; one that only one side
// has, with the text that names it.
void compare_figures_of_other_periods(Changes& changes) {
  const auto figures = [](const Period& period) {
    std::map<std::string, std::string> out;
    for (const auto& [path, value] : period.edition->figures)
      if (path.find(':') != std::string::npos) out.emplace(path, value);
    return out;
  };
  if (changes.before.period->edition == nullptr || changes.after.period->edition == nullptr) return;
  const auto before = figures(*changes.before.period);
  for (const auto& [path, value] : figures(*changes.after.period))
    if (const auto found = before.find(path); found != before.end())
      add_other(changes, {path, "", "", false}, "", found->second, value);
}

}  // namespace

void compare_words(Changes& changes) {
  compare_period_files(changes);
  compare_texts_of_period(changes);
  compare_attachments(changes);
  compare_figures_of_other_periods(changes);
  compare_shared_facts(changes);
}

}  // namespace stoplicht
