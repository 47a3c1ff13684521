#include "views/datasets.h"

#include <algorithm>

#include "views/changes_view.h"
#include "views/documents.h"
#include "views/frame.h"
#include "views/lists.h"

namespace stoplicht {
namespace {

Cell words(const std::string& text) { return {text, "", false}; }

// What does not apply to this row: no closing letter of an open commitment.
Cell dash() { return {"–", "", false}; }

Cell date_cell(const Scene& scene, const std::optional<Date>& date, const std::string& nothing) {
  if (!date) return {nothing, "", true};
  return {scene.locale.date(*date), to_iso(*date), false};
}

Cell or_dash(const std::string& text) { return text.empty() ? dash() : words(text); }

template <typename Named>
std::string names_of(const std::vector<const Named*>& all) {
  std::string out;
  for (const Named* each : all) out += (out.empty() ? "" : "; ") + each->name;
  return out;
}

template <typename... Columns>
Table with_columns(const Scene& scene, const char* caption, Columns... columns) {
  Table table;
  table.caption = scene.strings.say(caption);
  (table.columns.push_back({scene.strings.say(columns), false}), ...);
  return table;
}

Table commitments_table(const Scene& scene) {
  Table table = with_columns(scene, "commitments_table", "column_number", "column_commitment", "column_text", "made_on",
                             "column_meeting", "made_by", "council", "fact_status", "due", "closed_by",
                             "lapsed_because", "menu_programmes", "column_projects", "column_address");
  for (const auto& each : scene.site.commitments) {
    const Commitment& commitment = *each;
    const Letter* letter = commitment.closed_by;
    table.rows.push_back(
        {words(commitment.id), words(commitment.title), words(commitment.text),
         date_cell(scene, commitment.made_on, ""), words(commitment.meeting), words(commitment.by),
         or_dash(commitment.council != nullptr ? commitment.council->name : ""), words(status_text(scene, commitment)),
         date_cell(scene, commitment.due, scene.strings.say("no_due_date")),
         letter == nullptr
             ? dash()
             : words(scene.strings.say("letter_of_period", {{"letter", letter->title},
                                                            {"period", in_sentence(scene, letter->period->name)}})),
         or_dash(commitment.lapsed_reason), or_dash(names_of(commitment.programmes)),
         or_dash(names_of(commitment.projects)), words(full_address(scene.site, commitment.address))});
  }
  return table;
}

Table announcements_table(const Scene& scene) {
  Table table = with_columns(scene, "announcements_table", "column_announcement", "expected_by", "fact_status",
                             "column_outcome", "announced_in", "column_period", "fact_to", "column_address");
  for (const Announcement* announcement : all_announcements(scene.site)) {
    const Letter& letter = *announcement->letter;
    table.rows.push_back(
        {words(announcement->what), date_cell(scene, announcement->by, scene.strings.say("no_due_date")),
         words(status_text(scene, *announcement)),
         announcement->done.empty() ? Cell{scene.strings.say("unknown"), "", true} : words(announcement->done),
         words(with_dots({letter.kind_label, letter.title})), words(letter.period->name),
         or_dash(names_of(letter.councils)), words(full_address(scene.site, letter.address))});
  }
  return table;
}

Table documents_table(const Scene& scene) {
  Table table = with_columns(scene, "documents_table", "column_document", "column_kind", "fact_date", "fact_from",
                             "fact_to", "column_note", "column_period", "column_address");
  for (const DocumentEntry& entry : all_documents(scene)) {
    const std::string address = entry.address.empty() ? entry.url : full_address(scene.site, entry.address);
    table.rows.push_back(
        {words(entry.title), words(entry.kind),
         entry.date.empty() ? Cell{scene.strings.say("unknown"), "", true} : Cell{entry.date, entry.iso_date, false},
         or_dash(entry.from), or_dash(names_of(entry.councils)), or_dash(entry.note),
         or_dash(entry.period != nullptr ? entry.period->name : ""), or_dash(address)});
  }
  return table;
}

Table events_table(const Scene& scene) {
  Table table = with_columns(scene, "events_table", "fact_date", "column_event", "column_text", "column_period",
                             "column_address");
  for (const auto& period : scene.site.periods)
    for (const Event& event : period->events)
      table.rows.push_back({date_cell(scene, event.date, ""), words(event.title), or_dash(event.description),
                            words(period->name), or_dash(event.url)});
  return table;
}

bool has_shares(const Scene& scene, const Indicator& indicator) {
  return std::any_of(scene.site.periods.begin(), scene.site.periods.end(), [&](const auto& period) {
    const Measurement* measured = measurement_of(indicator, *period);
    return measured != nullptr && !measured->councils.empty();
  });
}

void add_site_datasets(const Scene& scene, std::vector<Dataset>& out) {
  out.push_back({matrix_csv, matrix_table(scene), nullptr, nullptr, nullptr});
  const auto add = [&](const std::string& address, Table table) {
    if (!table.rows.empty()) out.push_back({address, std::move(table), nullptr, nullptr, nullptr});
  };
  add(distribution_csv, distribution_table(scene));
  add(commitments_csv, commitments_table(scene));
  add(announcements_csv, announcements_table(scene));
  add(documents_csv, documents_table(scene));
  add(events_csv, events_table(scene));
  if (scene.site.landscape) add(landscape_csv, landscape_table(scene));
}

void add_indicator_datasets(const Scene& scene, const Indicator& indicator, const Dataset& of,
                            std::vector<Dataset>& out) {
  Dataset dataset = of;
  dataset.address = indicator_csv(indicator);
  dataset.table = indicator_table(scene, indicator);
  out.push_back(dataset);
  if (!has_shares(scene, indicator)) return;
  dataset.address = shares_csv(indicator);
  dataset.table = shares_table(scene, indicator);
  out.push_back(std::move(dataset));
}

// A total of two programmes stands with the first of them.
void add_programme_datasets(const Scene& scene, const Programme& programme, std::vector<Dataset>& out) {
  const Dataset of{"", {}, &programme, nullptr, nullptr};
  for (const auto& indicator : scene.site.indicators)
    if (!indicator->programmes.empty() && indicator->programmes.front() == &programme)
      add_indicator_datasets(scene, *indicator, of, out);
  if (programme.budget)
    out.push_back({budget_csv(programme), budget_table(scene, programme), &programme, nullptr, nullptr});
}

void add_project_datasets(const Scene& scene, const Project& project, std::vector<Dataset>& out) {
  out.push_back({history_csv(project), strip_table(scene, project), nullptr, &project, nullptr});
  for (const Indicator* indicator : project.indicators)
    add_indicator_datasets(scene, *indicator, {"", {}, nullptr, &project, nullptr}, out);
}

// In the world in which it was published.
void add_period_datasets(const Scene& scene, const Period& period, std::vector<Dataset>& out) {
  const Period* told = &period;
  const Scene then = scene_of(scene, told);
  for (Dataset& dataset : datasets_of(then, *told)) {
    dataset.period = &period;
    out.push_back(std::move(dataset));
  }
}

// What changed, and how the lights moved; in the order of the pages that show it.
void add_comparison_datasets(const Scene& scene, std::vector<Dataset>& out) {
  for (const Comparison& comparison : all_comparisons(scene)) {
    const Changes changes = changes_of(scene, comparison);
    const Dataset of{"", {}, nullptr, nullptr, scene.present().find_period(comparison.after.period->id)};
    Dataset all = of;
    all.address = changes_csv(comparison.address);
    all.table = changes_table(scene, comparison, changes);
    if (!all.table.rows.empty()) out.push_back(std::move(all));
    if (comparison.is_correction() || !lights_compare(changes)) continue;
    Dataset flow = of;
    flow.address = flow_csv(comparison.address);
    flow.table = flow_table(scene, changes);
    out.push_back(std::move(flow));
  }
}

}  // namespace

std::string csv_of(const Scene& scene, const std::string& address) {
  return &scene.site == &scene.present() ? address : scene.site.newest()->folder + "/" + address;
}

std::string lights_csv(const Period& period) { return period.folder + "/stoplichten.csv"; }
std::string figures_csv(const Period& period) { return period.folder + "/cijfers-in-de-teksten.csv"; }
std::string indicator_csv(const Indicator& indicator) { return "gegevens/cijfer-" + indicator.id + ".csv"; }
std::string shares_csv(const Indicator& indicator) { return "gegevens/gemeenten-" + indicator.id + ".csv"; }
std::string history_csv(const Project& project) { return "gegevens/deelproject-" + project.id + ".csv"; }
std::string budget_csv(const Programme& programme) { return "gegevens/begroting-" + programme.id + ".csv"; }

Table figures_table(const Scene& scene, const Period& period) {
  Table table;
  table.caption = scene.strings.say("figures_table", {{"period", in_sentence(scene, period.name)}});
  table.columns = {{scene.strings.say("column_figure"), false},
                   {scene.strings.say("column_value"), true},
                   {scene.strings.say("column_source"), false}};
  for (const Figure& figure : period.figures) {
    // In words in the CSV too: each has a unit of its own, and one that is about right is not exact.
    const std::string unit = figure.unit_label.empty() ? "" : " " + figure.unit_label;
    table.rows.push_back(
        {words(figure.label),
         {quantity_text(scene, figure.quantity, figure.unit) + unit, "", false},
         figure.source.empty() ? Cell{scene.strings.say("not_named"), "", true} : words(figure.source)});
  }
  return table;
}

std::vector<Dataset> datasets_of(const Scene& scene, const Period& period) {
  std::vector<Dataset> out;
  if (!period.projects.empty())
    out.push_back({lights_csv(period), lights_table(scene, period, reports_of(period)), nullptr, nullptr, &period});
  if (!period.figures.empty())
    out.push_back({figures_csv(period), figures_table(scene, period), nullptr, nullptr, &period});
  return out;
}

std::vector<Dataset> all_datasets(const Scene& scene) {
  std::vector<Dataset> out;
  add_site_datasets(scene, out);
  for (const auto& programme : scene.site.programmes) add_programme_datasets(scene, *programme, out);
  for (const auto& programme : scene.site.programmes)
    for (const auto& project : programme->projects) add_project_datasets(scene, *project, out);
  for (const auto& period : scene.site.periods) add_period_datasets(scene, *period, out);
  add_comparison_datasets(scene, out);
  return out;
}

}  // namespace stoplicht
