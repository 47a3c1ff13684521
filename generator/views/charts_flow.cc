#include <algorithm>
#include <map>
#include <tuple>

#include "base/paths.h"
#include "views/changes_view.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

// In pixels.
constexpr double project_height = 12;  // A number in a band has room.
constexpr double gap = 20;
constexpr double edge = 8;             // Above the first and below the last, for a name that is higher than its node.
constexpr double node_sign_room = 34;  // Beside a node.

// In percent of the width.
constexpr double bands_from = 30;
constexpr double bands_width = 40;

// A place in a column: a status, or null for new (on the left), gone (on the right) and withdrawn.
struct Node {
  const Status* status = nullptr;
  bool withdrawn = false;
  long count = 0;
  double top = 0;
  double used = 0;  // Of its height, by the bands that were drawn.
};

struct Band {
  std::size_t from = 0, to = 0;  // In the columns.
  long count = 0;
  LightMove move = LightMove::same;
};

struct Flow {
  std::vector<Node> before, after;
  std::vector<Band> bands;  // In the order of the columns.
  double height = 0;
};

// What became of one project, in a column.
struct Side {
  const Status* status = nullptr;
  bool withdrawn = false;
};

Side side_of(const ProjectChange& change, const ProjectReport* report) {
  if (report == nullptr) return {nullptr, change.move == LightMove::withdrawn};
  return {report->status, false};
}

// The statuses that a column has, in the order of its scale; last what is new or gone.
std::vector<Node> column_of(const std::vector<Side>& sides) {
  std::map<std::tuple<int, const Status*, bool>, long> counts;
  constexpr int last = 1000;
  for (const Side& side : sides)
    ++counts[{side.status != nullptr ? side.status->order : last, side.status, side.withdrawn}];
  std::vector<Node> out;
  for (const auto& [key, count] : counts) out.push_back({std::get<1>(key), std::get<2>(key), count});
  return out;
}

// Where the nodes of a column stand; gives where the last one ends.
double place(std::vector<Node>& column) {
  double top = edge;
  for (Node& node : column) {
    node.top = top;
    top += static_cast<double>(node.count) * project_height + gap;
  }
  return top - gap;
}

std::size_t index_of(const std::vector<Node>& column, const Side& side) {
  const auto found = std::find_if(column.begin(), column.end(), [&](const Node& node) {
    return node.status == side.status && node.withdrawn == side.withdrawn;
  });
  return static_cast<std::size_t>(found - column.begin());
}

Flow flow_of(const Changes& changes) {
  std::vector<Side> before, after;
  for (const ProjectChange& change : changes.projects) {
    before.push_back(side_of(change, change.before));
    after.push_back(side_of(change, change.after));
  }
  Flow flow;
  flow.before = column_of(before);
  flow.after = column_of(after);
  std::map<std::pair<std::size_t, std::size_t>, Band> bands;
  for (const ProjectChange& change : changes.projects) {
    const std::size_t from = index_of(flow.before, side_of(change, change.before));
    const std::size_t to = index_of(flow.after, side_of(change, change.after));
    Band& band = bands.try_emplace({from, to}, Band{from, to, 0, change.move}).first->second;
    ++band.count;
  }
  for (const auto& [key, band] : bands) flow.bands.push_back(band);
  flow.height = std::max(place(flow.before), place(flow.after)) + edge;
  return flow;
}

std::string node_label(const Scene& scene, const Node& node, bool before) {
  if (node.status != nullptr) return node.status->label;
  return scene.strings.say(node.withdrawn ? "side_withdrawn" : before ? "flow_new" : "flow_gone");
}

const char* kind_of(LightMove move) {
  return move == LightMove::better ? "better" : move == LightMove::worse ? "worse" : "same";
}

Json node_context(const Scene& scene, const Node& node, bool before) {
  const double middle = node.top + static_cast<double>(node.count) * project_height / 2;
  return Json{{"label", node_label(scene, node, before)},
              {"count", count_text(scene, node.count)},
              {"light", node.status != nullptr ? Json(light_id(node.status->light)) : Json(false)},
              {"shape", node.status != nullptr ? Json(node.status->shape) : Json(false)},
              {"y", pixels(node.top)},
              {"height", pixels(static_cast<double>(node.count) * project_height)},
              {"sign_y", pixels(middle - 8)},
              {"text_y", pixels(middle + 4.5)}};
}

// A curve from its place on the left to that on the right, 100 wide: horizontal at both ends.
std::string path_of(double from, double to, double height) {
  const auto p = [](double value) { return pixels(value); };
  return "M0 " + p(from) + "C50 " + p(from) + " 50 " + p(to) + " 100 " + p(to) + "V" + p(to + height) + "C50 " +
         p(to + height) + " 50 " + p(from + height) + " 0 " + p(from + height) + "z";
}

// Those that neither rose nor fell first, so that none of these lies over one that did.
Json band_list(const Scene& scene, Flow& flow) {
  std::vector<Json> moved;
  Json out = Json::array();
  for (const Band& band : flow.bands) {
    Node& from = flow.before[band.from];
    Node& to = flow.after[band.to];
    const double height = static_cast<double>(band.count) * project_height;
    const double left = from.top + from.used;
    Json drawn{{"kind", kind_of(band.move)},
               {"path", path_of(left, to.top + to.used, height)},
               {"count", count_text(scene, band.count)},
               {"y", pixels(left + height / 2 + 4)}};
    from.used += height;
    to.used += height;
    if (band.move == LightMove::better || band.move == LightMove::worse)
      moved.push_back(std::move(drawn));
    else
      out.push_back(std::move(drawn));
  }
  for (Json& each : moved) out.push_back(std::move(each));
  return out;
}

// The bands in words, those that got worse first.
Json line_list(const Scene& scene, const Flow& flow) {
  const auto side = [&](const Node& node, bool before) {
    return Json{{"status", node.status != nullptr ? light_without_basis(*node.status) : Json(false)},
                {"word", node_label(scene, node, before)}};
  };
  const auto place_in_list = [](const Band& band) {
    return band.move == LightMove::worse ? 0 : band.move == LightMove::better ? 1 : 2;
  };
  std::vector<Band> bands = flow.bands;
  std::stable_sort(bands.begin(), bands.end(),
                   [&](const Band& a, const Band& b) { return place_in_list(a) < place_in_list(b); });
  Json out = Json::array();
  for (const Band& band : bands)
    out.push_back(Json{{"word", band.move == LightMove::worse    ? in_sentence(scene, label(scene, "flow_worse"))
                                : band.move == LightMove::better ? in_sentence(scene, label(scene, "flow_better"))
                                                                 : ""},
                       {"count", scene.strings.say_count("flow_projects", band.count, count_text(scene, band.count))},
                       {"from", side(flow.before[band.from], true)},
                       {"to", side(flow.after[band.to], false)}});
  return out;
}

std::string counts_sentence(const Scene& scene, const Period& period, const std::vector<Node>& column, bool before) {
  std::vector<std::string> parts;
  for (const Node& node : column)
    parts.push_back(count_text(scene, node.count) + " " + in_sentence(scene, node_label(scene, node, before)));
  return scene.strings.say("flow_counts", {{"period", period.name}, {"counts", joined(scene, parts)}});
}

// That a project went on in another has no band: it stands with the new ones and those that are no more, and that is
// said.
std::string note_of(const Scene& scene, const Changes& changes) {
  const auto stands_there = [](const ProjectChange& change) {
    return change.has_kin() && (change.move == LightMove::started || change.move == LightMove::stopped);
  };
  std::string note = scene.strings.say("flow_note", {{"before", in_sentence(scene, changes.before.period->name)},
                                                     {"after", in_sentence(scene, changes.after.period->name)}});
  if (std::any_of(changes.projects.begin(), changes.projects.end(), stands_there))
    note += " " + scene.strings.say("flow_kin");
  return note;
}

// Whether the names have room beside the bands on the narrowest screen that shows these.
bool names_fit(const Scene& scene, const Flow& flow) {
  const double room = bands_from / 100 * wide_width - node_sign_room;
  const auto fits = [&](const std::vector<Node>& column, bool before) {
    return std::all_of(column.begin(), column.end(), [&](const Node& node) {
      return text_width(node_label(scene, node, before) + " " + count_text(scene, node.count)) <= room;
    });
  };
  return fits(flow.before, true) && fits(flow.after, false);
}

}  // namespace

Table flow_table(const Scene& scene, const Changes& changes) {
  const Flow flow = flow_of(changes);
  const std::string before = in_sentence(scene, changes.before.period->name);
  const std::string after = in_sentence(scene, changes.after.period->name);
  Table table;
  table.caption = scene.strings.say("flow_table", {{"before", before}, {"after", after}});
  table.columns.push_back({scene.strings.say("column_from"), false});
  for (const Node& node : flow.after) table.columns.push_back({node_label(scene, node, false), true});
  table.columns.push_back({scene.strings.say("column_total"), true});
  const auto number = [&](long count) { return Cell{count_text(scene, count), std::to_string(count), false}; };
  for (std::size_t from = 0; from < flow.before.size(); ++from) {
    std::vector<Cell> row{{node_label(scene, flow.before[from], true), "", false}};
    for (std::size_t to = 0; to < flow.after.size(); ++to) {
      long count = 0;
      for (const Band& band : flow.bands)
        if (band.from == from && band.to == to) count = band.count;
      row.push_back(number(count));
    }
    row.push_back(number(flow.before[from].count));
    table.rows.push_back(std::move(row));
  }
  std::vector<Cell> total{{scene.strings.say("column_total"), "", false}};
  for (const Node& node : flow.after) total.push_back(number(node.count));
  total.push_back(number(static_cast<long>(changes.projects.size())));
  table.rows.push_back(std::move(total));
  table.total_row = true;
  return table;
}

Json flow_chart(const Scene& scene, const Changes& changes, const ChartPlace& place) {
  if (!lights_compare(changes)) return false;
  Flow flow = flow_of(changes);
  const Period& before = *changes.before.period;
  const Period& after = *changes.after.period;
  Json nodes_before = Json::array();
  for (const Node& node : flow.before) nodes_before.push_back(node_context(scene, node, true));
  Json nodes_after = Json::array();
  for (const Node& node : flow.after) nodes_after.push_back(node_context(scene, node, false));
  const std::string old_name = in_sentence(scene, before.name);
  const std::string new_name = in_sentence(scene, after.name);
  Json lines = line_list(scene, flow);
  return Json{
      {"id", place.id},
      {"conclusion", scene.strings.say("comparison_sentence", {{"sentence", lights_sentence(scene, changes)}})},
      {"note", note_of(scene, changes)},
      {"title", scene.strings.say("flow_title", {{"before", old_name}, {"after", new_name}})},
      {"description",
       counts_sentence(scene, before, flow.before, true) + " " + counts_sentence(scene, after, flow.after, false)},
      {"drawn", names_fit(scene, flow)},
      {"height", pixels(flow.height)},
      {"bands_x", percent_of_width(bands_from)},
      {"bands_width", percent_of_width(bands_width)},
      {"bands_end", percent_of_width(bands_from + bands_width)},
      {"bands", band_list(scene, flow)},
      {"before", std::move(nodes_before)},
      {"after", std::move(nodes_after)},
      {"lines", std::move(lines)},
      {"table", table_context(scene, flow_table(scene, changes), place.page_address, flow_csv(place.page_address))}};
}

}  // namespace stoplicht
