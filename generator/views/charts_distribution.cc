#include <algorithm>
#include <set>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

// In pixels.
constexpr double sign_room = 10;
constexpr double first_digit_room = 20;  // Sign and one digit.
constexpr double digit_room = 8;

// Each period with its counts, oldest first. Without a told light there is nothing to count.
struct Row {
  const Period* period = nullptr;
  std::vector<StatusCount> counts;  // Those that are not reported among them.
  LightCounts lights;
  bool told() const { return lights.told > 0; }
  long projects() const { return lights.told + lights.untold; }
};

std::vector<Row> rows_of(const Site& site) {
  std::vector<Row> out;
  for (auto period = site.periods.rbegin(); period != site.periods.rend(); ++period) {
    const auto reports = reports_of(**period);
    out.push_back({period->get(), count_statuses(reports, *(*period)->scale), count_lights(reports)});
  }
  return out;
}

// The words of the lights that are shown, in the order of their scales; a word that two scales share stands once.
std::vector<const Status*> shown_statuses(const Site& site, const std::vector<Row>& rows) {
  std::set<const Status*> seen;
  for (const Row& row : rows)
    for (const StatusCount& each : row.counts) seen.insert(each.status);
  std::vector<const Status*> out;
  for (const auto& scale : site.scales)
    for (const Status& status : scale->statuses)
      if (seen.contains(&status) &&
          std::none_of(out.begin(), out.end(), [&](const Status* other) { return other->label == status.label; }))
        out.push_back(&status);
  return out;
}

// Sign and number where they fit, else the sign, else nothing.
Json contents_of(const Scene& scene, long count, double width) {
  const std::string number = count_text(scene, count);
  const double both = first_digit_room + digit_room * static_cast<double>(number.size() - 1);
  const auto fits = [&](double room, double screen) { return room <= width / 100 * screen; };
  const auto kind = [&](double screen) {
    return count > 1 && fits(both, screen) ? 2 : fits(sign_room, screen) ? 1 : 0;
  };
  const auto content = [&](int what, bool narrow, bool wide) {
    return Json{{"count", what == 2 ? Json(number) : Json(false)}, {"narrow", narrow}, {"wide", wide}};
  };
  const int narrow = kind(narrow_width);
  const int wide = kind(wide_width);
  Json out = Json::array();
  if (narrow == wide) {
    if (narrow > 0) out.push_back(content(narrow, false, false));
    return out;
  }
  if (narrow > 0) out.push_back(content(narrow, true, false));
  if (wide > 0) out.push_back(content(wide, false, true));
  return out;
}

Json segments_of(const Scene& scene, const Row& row, long most) {
  Json out = Json::array();
  double x = 0;
  for (const StatusCount& each : row.counts) {
    const double width = 100.0 * static_cast<double>(each.count) / static_cast<double>(most);
    Json segment = light_without_basis(*each.status);
    segment["x"] = percent_of_width(x);
    segment["width"] = percent_of_width(width);
    segment["contents"] = contents_of(scene, each.count, width);
    out.push_back(std::move(segment));
    x += width;
  }
  return out;
}

// What a scale calls what goes well: its first green light. Null when it has none.
const Status* good_of(const StatusScale& scale) {
  const auto found = std::find_if(scale.statuses.begin(), scale.statuses.end(),
                                  [](const Status& status) { return status.light == Light::green; });
  return found == scale.statuses.end() ? nullptr : &*found;
}

long count_of(const Row& row, const Status* status) {
  for (const StatusCount& each : row.counts)
    if (each.status == status) return each.count;
  return 0;
}

// "Voorjaar 2024: 14 van de 22 deelprojecten op koers. Najaar 2020: 11 van de 23.": the newest, and the first that
// uses the same word. With another word they could not be held against each other.
std::string conclusion_of(const Scene& scene, const std::vector<Row>& rows) {
  const Row& last = *std::find_if(rows.rbegin(), rows.rend(), [](const Row& row) { return row.told(); });
  const Status* good = good_of(*last.period->scale);
  if (good == nullptr) return attention_then(scene, *last.period, last.lights);
  const std::string now = scene.strings.say(last.lights.untold > 0 ? "distribution_good_of_told" : "distribution_good",
                                            {{"period", last.period->name},
                                             {"n", count_text(scene, count_of(last, good))},
                                             {"total", count_text(scene, last.lights.told)},
                                             {"light", in_sentence(scene, good->label)}});
  for (const Row& row : rows) {
    if (&row == &last) break;
    const Status* then = good_of(*row.period->scale);
    if (!row.told() || then == nullptr || !same_light(*then, *good)) continue;
    return now + " " +
           scene.strings.say(row.lights.untold > 0 ? "distribution_good_then_of_told" : "distribution_good_then",
                             {{"period", row.period->name},
                              {"n", count_text(scene, count_of(row, then))},
                              {"total", count_text(scene, row.lights.told)}});
  }
  return now;
}

// "9 op koers, 4 risico en 1 niet gemeld"
std::string counts_text(const Scene& scene, const Row& row) {
  std::vector<std::string> parts;
  for (const StatusCount& each : row.counts)
    parts.push_back(count_text(scene, each.count) + " " + in_sentence(scene, each.status->label));
  return joined(scene, parts);
}

std::string total_text(const Scene& scene, const Row& row) {
  const std::string told = count_text(scene, row.lights.told);
  if (row.lights.untold == 0) return scene.strings.say_count("projects", row.lights.told, told);
  return scene.strings.say_count("distribution_total", row.lights.told, told,
                                 {{"untold", count_text(scene, row.lights.untold)}});
}

}  // namespace

Table distribution_table(const Scene& scene) {
  const std::vector<Row> rows = rows_of(scene.site);
  const std::vector<const Status*> statuses = shown_statuses(scene.site, rows);
  Table table;
  table.caption = scene.strings.say("distribution_table");
  table.columns.push_back({scene.strings.say("column_period"), false});
  for (const Status* status : statuses) table.columns.push_back({status->label, true});
  table.columns.push_back({scene.strings.say("column_total"), true});
  const Cell nothing{scene.strings.say("no_light_per_project"), "", true};
  for (const Row& row : rows) {
    std::vector<Cell> cells{{row.period->name, "", false}};
    const auto& scale = row.period->scale->statuses;
    for (const Status* status : statuses) {
      const auto own =
          std::find_if(scale.begin(), scale.end(), [&](const Status& each) { return each.label == status->label; });
      if (row.projects() == 0)
        cells.push_back(nothing);
      else if (own == scale.end())
        cells.push_back({scene.strings.say("not_in_scale"), "", true});
      else
        cells.push_back({count_text(scene, count_of(row, &*own)), std::to_string(count_of(row, &*own)), false});
    }
    cells.push_back(
        row.projects() == 0 ? nothing : Cell{count_text(scene, row.projects()), std::to_string(row.projects()), false});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

Json distribution_chart(const Scene& scene, const ChartPlace& place) {
  const std::vector<Row> rows = rows_of(scene.site);
  long most = 0;
  std::set<const StatusScale*> scales;
  for (const Row& row : rows) {
    if (!row.told()) continue;
    most = std::max(most, row.projects());
    scales.insert(row.period->scale);
  }
  if (most == 0) return false;

  Json legend = Json::array();
  for (const Status* status : shown_statuses(scene.site, rows)) legend.push_back(light_without_basis(*status));
  Json bars = Json::array();
  for (const Row& row : rows)
    bars.push_back(Json{{"name", row.period->name},
                        {"href", relative_link(place.page_address, address_of(*row.period))},
                        {"nothing", row.told() ? Json(false)
                                               : Json(scene.strings.say("distribution_nothing",
                                                                        {{"depth", depth_text(scene, *row.period)}}))},
                        {"total", total_text(scene, row)},
                        {"counts", counts_text(scene, row)},
                        {"segments", row.told() ? segments_of(scene, row, most) : Json::array()}});
  std::string note = scene.strings.say("distribution_note");
  if (scales.size() > 1) note += " " + scene.strings.say("distribution_scales");
  return Json{
      {"id", place.id},
      {"conclusion", conclusion_of(scene, rows)},
      {"note", std::move(note)},
      {"title", scene.strings.say("distribution_table")},
      {"legend", std::move(legend)},
      {"rows", std::move(bars)},
      {"table", table_context(scene, distribution_table(scene), place.page_address, csv_of(scene, distribution_csv))}};
}

}  // namespace stoplicht
