#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/datasets.h"
#include "views/documents.h"
#include "views/frame.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// What is listed below one heading: the documents of a period, or those of a year that belong to none.
struct Group {
  std::string name;
  std::string address;  // Of the period; empty for a year.
  std::string id;
  std::optional<Date> date;
  std::vector<DocumentEntry> documents;
};

// Newest first; what has no date comes last.
std::vector<Group> groups_of(const Scene& scene) {
  std::vector<Group> out;
  for (const DocumentEntry& entry : all_documents(scene)) {
    Group group;
    if (entry.period != nullptr) {
      group = {
          entry.period->name, address_of(*entry.period), "periode_" + entry.period->id, entry.period->reported_on, {}};
    } else if (entry.sort_date) {
      const std::string year = std::to_string(entry.sort_date->year);
      group = {year, "", "jaar_" + year, Date{entry.sort_date->year, 0, 0, 0}, {}};
    } else {
      group = {scene.strings.say("without_date"), "", "zonder_datum", std::nullopt, {}};
    }
    auto same = std::find_if(out.begin(), out.end(), [&](const Group& each) { return each.id == group.id; });
    if (same == out.end()) same = out.insert(out.end(), std::move(group));
    same->documents.push_back(entry);
  }
  std::stable_sort(out.begin(), out.end(), [](const Group& a, const Group& b) {
    return a.date && (!b.date || b.date->last_day() < a.date->last_day());
  });
  return out;
}

Json group_list(const Scene& scene) {
  Json out = Json::array();
  for (const Group& group : groups_of(scene)) {
    const long count = static_cast<long>(group.documents.size());
    out.push_back(Json{{"id", group.id},
                       {"name", group.name},
                       {"href", group.address.empty() ? "" : relative_link(documents_address, group.address)},
                       {"count", scene.strings.say_count("documents_number", count, count_text(scene, count))},
                       {"documents", document_list(scene, group.documents, documents_address)}});
  }
  return out;
}

PageView documents_view(const Scene& scene) {
  PageView view;
  std::vector<const Event*> events;
  for (const auto& period : scene.site.periods)
    for (auto event = period->events.rbegin(); event != period->events.rend(); ++event) events.push_back(&*event);
  std::stable_sort(events.begin(), events.end(), [](const Event* a, const Event* b) { return b->date < a->date; });
  Json groups = group_list(scene);

  long count = 0;
  for (const Json& group : groups) count += static_cast<long>(group["documents"].size());
  Frame frame;
  frame.address = documents_address;
  frame.heading = scene.strings.say_count("documents_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("menu_documents");
  frame.lead = scene.strings.say("documents_lead");
  for (const Json& group : groups) frame.parts.push_back({group["id"], group["name"]});
  if (!events.empty()) frame.parts.push_back({"deel_gebeurtenissen", label(scene, "events")});
  view.context = frame_context(scene, frame);
  view.context["none"] = groups.empty();
  view.context["csv"] = groups.empty()
                            ? Json(false)
                            : Json{{"href", relative_link(documents_address, documents_csv)}, {"name", "stukken.csv"}};
  view.context["groups"] = std::move(groups);
  view.context["events_section"] =
      events.empty()
          ? Json(false)
          : Json{{"events", event_list(scene, events)},
                 {"csv", {{"href", relative_link(documents_address, events_csv)}, {"name", "gebeurtenissen.csv"}}}};
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

}  // namespace

void add_documents_page(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back(
      {documents_address, "documents", documents_address, Location{}, [&scene] { return documents_view(scene); }});
}

}  // namespace stoplicht
