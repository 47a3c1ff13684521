#include "base/paths.h"
#include "views/addresses.h"
#include "views/datasets.h"
#include "views/frame.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// More than this many files in a group are folded.
constexpr std::size_t most_in_sight = 12;

Json entry_of(const Scene& scene, const Dataset& dataset) {
  std::string columns;
  for (const Table::Column& column : dataset.table.columns) columns += (columns.empty() ? "" : ", ") + column.label;
  const long rows = static_cast<long>(dataset.table.rows.size());
  const long width = static_cast<long>(dataset.table.columns.size());
  return Json{{"title", dataset.table.caption},
              {"href", relative_link(data_address, dataset.address)},
              {"address", dataset.address},
              {"size", scene.strings.say_count("table_rows", rows, count_text(scene, rows)) + " × " +
                           scene.strings.say_count("table_columns", width, count_text(scene, width))},
              {"columns", columns}};
}

Json group_list(const Scene& scene, const std::vector<Dataset>& datasets) {
  struct Group {
    const char* id;
    const char* name;
    bool (*holds)(const Dataset&);
  };
  const Group groups[] = {
      {"deel_site", "data_site", [](const Dataset& each) { return !each.programme && !each.project && !each.period; }},
      {"deel_programmas", "data_programmes", [](const Dataset& each) { return each.programme != nullptr; }},
      {"deel_deelprojecten", "data_projects", [](const Dataset& each) { return each.project != nullptr; }},
      {"deel_periodes", "data_periods", [](const Dataset& each) { return each.period != nullptr; }},
  };
  Json out = Json::array();
  for (const Group& group : groups) {
    Json sets = Json::array();
    for (const Dataset& dataset : datasets)
      if (group.holds(dataset)) sets.push_back(entry_of(scene, dataset));
    if (sets.empty()) continue;
    const long count = static_cast<long>(sets.size());
    const bool folded = sets.size() > most_in_sight;
    const std::string number = scene.strings.say_count("files_number", count, count_text(scene, count));
    out.push_back(Json{{"id", group.id},
                       {"name", scene.strings.say(group.name)},
                       {"count", number},
                       {"folded", folded},
                       {"sets", std::move(sets)}});
  }
  return out;
}

// Words that stand in a cell where a reader may have expected a number or a light.
Json word_list(const Scene& scene) {
  const std::pair<const char*, const char*> words[] = {
      {"unknown", "word_unknown"},
      {"not_reported", "word_not_reported"},
      {"no_light_per_project", "word_no_light"},
      {"project_not_in_period", "word_not_in_period"},
      {"project_ended", "word_ended"},
      {"not_named", "word_not_named"},
      {"no_due_date", "word_no_date"},
      {"column_basis", "word_basis"},
  };
  Json out = Json::array();
  for (const auto& [word, meaning] : words)
    out.push_back(Json{{"word", scene.strings.say(word)}, {"meaning", scene.strings.say(meaning)}});
  out.push_back(Json{{"word", "–"}, {"meaning", scene.strings.say("word_dash")}});
  return out;
}

Json scale_list(const Site& site) {
  Json out = Json::array();
  for (const auto& scale : site.scales) {
    Json items = Json::array();
    for (const Status& status : scale->statuses) {
      Json item = light_without_basis(status);
      item["meaning"] = status.meaning;
      items.push_back(std::move(item));
    }
    out.push_back(Json{{"name", scale->name}, {"items", std::move(items)}});
  }
  return out;
}

PageView data_view(const Scene& scene) {
  PageView view;
  const std::vector<Dataset> datasets = all_datasets(scene);
  for (const Dataset& dataset : datasets) view.files.push_back({dataset.address, to_csv(dataset.table)});

  Json groups = group_list(scene, datasets);
  Frame frame;
  frame.address = data_address;
  const long count = static_cast<long>(datasets.size());
  frame.heading = scene.strings.say_count("data_heading", count, count_text(scene, count));
  frame.short_title = scene.strings.say("menu_data");
  frame.lead = scene.strings.say("data_lead");
  frame.parts.push_back({"deel_openen", label(scene, "data_open")});
  for (const Json& group : groups) frame.parts.push_back({group["id"], group["name"]});
  frame.parts.push_back({"deel_woorden", label(scene, "data_words")});
  frame.parts.push_back({"deel_schalen", label(scene, "data_scales")});
  view.context = frame_context(scene, frame);
  view.context["groups"] = std::move(groups);
  view.context["comparisons_href"] =
      scene.site.periods.size() > 1 ? Json(relative_link(data_address, comparisons_address)) : Json(false);
  view.context["words"] = word_list(scene);
  view.context["scales"] = scale_list(scene.site);
  view.search = search_entry(SearchKind::data, frame.short_title, frame.address);
  view.search->summary = frame.lead;
  return view;
}

}  // namespace

void add_data_page(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back({data_address, "data", "", Location{}, [&scene] { return data_view(scene); }});
}

}  // namespace stoplicht
