#include <algorithm>
#include <iterator>
#include <set>

#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/kinship.h"
#include "views/project_in_period.h"

namespace stoplicht {
namespace {

// Where a project comes from another one, and where it goes into another one or ends.
enum class Turn { none, begins, ends };

// Whether a period reports the project from then on.
bool is_reported_since(const Site& site, const Project& project, const Period* since) {
  return std::any_of(site.periods.begin(), site.periods.end(), [&](const auto& period) {
    return (since == nullptr || period->reported_on >= since->reported_on) && period->report_of(project) != nullptr;
  });
}

// A project that another one was split from mostly goes on, as one does that another one went into: words say it, no
// mark.
Turn turn_of(const Scene& scene, const Kin& kin, const Project& project) {
  const bool own = std::any_of(project.lineage.begin(), project.lineage.end(),
                               [&](const Lineage& line) { return &line == kin.line; });
  if (own) return kin.onward ? Turn::ends : Turn::begins;
  if (kin.line->kind == LineageKind::split_from)
    return is_reported_since(scene.site, project, kin.line->period) ? Turn::none : Turn::ends;
  return kin.line->kind == LineageKind::continues ? Turn::ends : Turn::none;
}

constexpr const char* withdrawn_sign = "×";

const char* sign_of(Turn turn) { return turn == Turn::begins ? "↳" : "⇥"; }

enum class CellKind { sign, withdrawn, no_data, ended, absent };

// One project in one period.
struct MatrixCell {
  CellKind kind = CellKind::absent;
  const ProjectReport* report = nullptr;  // Of a sign.
  std::string words;                      // "Op koers, gemeld; afgesplitst van Taal"
  Turn turn = Turn::none;
  std::vector<const Project*> gone_into;  // Where the project goes on, in the period from which it does.
};

// As what the project went on in this period or before; null when it did not.
const Kin* went_on_as(const std::vector<Kin>& kin, const Period& period) {
  const auto found = std::find_if(kin.begin(), kin.end(), [&](const Kin& each) {
    return each.onward && each.line->kind == LineageKind::continues && each.line->period != nullptr &&
           each.line->period->reported_on <= period.reported_on;
  });
  return found == kin.end() ? nullptr : &*found;
}

MatrixCell matrix_cell(const Scene& scene, const Project& project, const std::vector<Kin>& kin, const Period& period) {
  MatrixCell cell;
  const Kin* told = nullptr;  // Whose words the cell begins with.
  if (const ProjectReport* report = period.report_of(project)) {
    cell.kind = CellKind::sign;
    cell.report = report;
    cell.words = report->status->label + (report->status->told() ? ", " + basis_text(scene, report->basis) : "");
  } else if (const WithdrawnPart* withdrawn = withdrawn_report(scene.site, project, period); withdrawn != nullptr) {
    cell.kind = CellKind::withdrawn;
    cell.words = scene.strings.say("project_withdrawn", {{"date", scene.locale.date(withdrawn->on)}});
  } else if (told = went_on_as(kin, period); told != nullptr) {
    cell.kind = CellKind::ended;
    cell.words = in_sentence(scene, kin_text(scene, *told));
  } else if (has_ended(project, period)) {
    cell.kind = CellKind::ended;
    cell.words = scene.strings.say("project_ended");
  } else if (period.depth != Depth::projects) {
    cell.kind = CellKind::no_data;
    cell.words = scene.strings.say("no_light_per_project");
  } else {
    cell.words = scene.strings.say("project_not_in_period");
  }
  for (const Kin& each : kin) {
    if (each.line->period != &period) continue;
    const Turn turn = turn_of(scene, each, project);
    if (turn != Turn::none) cell.turn = turn;
    if (turn == Turn::ends && each.other != nullptr) cell.gone_into.push_back(each.other);
    if (&each == told) continue;
    if (each.other != nullptr)
      cell.words += "; " + in_sentence(scene, kin_text(scene, each));
    else if (cell.kind != CellKind::ended)
      cell.words += "; " + scene.strings.say("project_ended");
  }
  return cell;
}

// A sign leads to the report, or to the note about its withdrawal. Where there is none because the project went into
// another one, the mark leads there; where it went into several, to the project's own page, which has a way to each.
std::string cell_link(const MatrixCell& cell, const Project& project, const Period& period,
                      const std::string& page_address) {
  if (cell.report != nullptr) return relative_link(page_address, address_of(*cell.report));
  if (cell.kind == CellKind::withdrawn) return relative_link(page_address, address_of_report(project, period));
  if (cell.gone_into.empty()) return {};
  if (cell.gone_into.size() > 1) return relative_link(page_address, address_of(project));
  const ProjectReport* report = period.report_of(*cell.gone_into.front());
  return relative_link(page_address, report != nullptr ? address_of(*report) : address_of(*cell.gone_into.front()));
}

Json cell_context(const MatrixCell& cell, const Project& project, const Period& period,
                  const std::string& page_address) {
  const bool sign = cell.kind == CellKind::sign;
  return Json{{"href", cell_link(cell, project, period, page_address)},
              {"label", period.name + ": " + cell.words},
              {"shape", sign ? cell.report->status->shape : ""},
              {"light", sign ? light_id(cell.report->status->light) : ""},
              {"kind_sign", sign},
              {"kind_no_data", cell.kind == CellKind::no_data},
              // The mark says it in the period in which a project ends.
              {"kind_ended", cell.kind == CellKind::ended && cell.turn == Turn::none},
              {"mark", cell.kind == CellKind::withdrawn ? Json(withdrawn_sign)
                       : cell.turn == Turn::none        ? Json(false)
                                                        : Json(sign_of(cell.turn))},
              {"ends", cell.turn == Turn::ends}};
}

// What stands below a project's name: where it comes from and where it went.
Json relations(const Scene& scene, const Project& project, const std::vector<Kin>& kin,
               const std::string& page_address) {
  Json out = Json::array();
  for (const Kin& each : kin) {
    const Turn turn = turn_of(scene, each, project);
    // The cell in which it ends says it; what came from it or went into it is told in that one's own row.
    if (each.other == nullptr || turn == Turn::none) continue;
    out.push_back(Json{{"mark", sign_of(turn)},
                       {"text", scene.strings.say(each.sentence)},
                       {"name", each.other->name},
                       {"href", relative_link(page_address, address_of(*each.other))}});
  }
  return out;
}

// A column's head: the period's name without its year, and the year below it. A name that has no
// year gets that of the report; one that is nothing but a year has none below it.
std::pair<std::string, std::string> column_head(const Period& period) {
  const auto is_digit = [&](std::size_t i) {
    return i < period.name.size() && period.name[i] >= '0' && period.name[i] <= '9';
  };
  std::string name = period.name;
  std::string year;
  for (std::size_t i = 0; i < name.size() && year.empty(); ++i) {
    if (!is_digit(i) || (i > 0 && is_digit(i - 1))) continue;
    if (is_digit(i + 1) && is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4)) year = name.substr(i, 4);
    if (!year.empty()) name.erase(i, 4);
  }
  if (year.empty()) return {name, std::to_string(period.reported_on.year)};
  while (!name.empty() && (name.back() == ' ' || name.back() == ',')) name.pop_back();
  while (!name.empty() && (name.front() == ' ' || name.front() == ',')) name.erase(0, 1);
  if (name.empty()) std::swap(name, year);
  return {name, year};
}

// What a narrow screen has room for: "1e" and "’20" for the first half of a year, "K3" for its third quarter. False for
// a period that is neither.
Json narrow_head(const Scene& scene, const Period& period) {
  if (!period.from || !period.until) return false;
  const int year = period.from->year;
  const auto is = [&](int first_month, int last_month) {
    return period.from->first_day() == Date{year, 0, first_month, 0}.first_day() &&
           period.until->last_day() == Date{year, 0, last_month, 0}.last_day();
  };
  const auto head = [&](const char* key, int n) {
    return Json{{"name", scene.strings.say(key, {{"n", std::to_string(n)}})},
                {"sub", "’" + std::to_string(year).substr(2)}};
  };
  for (int half = 0; half < 2; ++half)
    if (is(1 + 6 * half, 6 + 6 * half)) return head("half_short", half + 1);
  for (int quarter = 0; quarter < 4; ++quarter)
    if (is(1 + 3 * quarter, 3 + 3 * quarter)) return head("quarter_short", quarter + 1);
  return false;
}

// The newest number that a period gave the project.
std::string newest_number(const Site& site, const Project& project) {
  for (const auto& period : site.periods)
    if (const ProjectReport* report = period->report_of(project)) return report->number;
  return {};
}

std::vector<const Period*> oldest_first(const Site& site) {
  std::vector<const Period*> out;
  for (const auto& period : site.periods) out.push_back(period.get());
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<const ProjectReport*> told_reports(const Period& period) {
  std::vector<const ProjectReport*> out;
  for (const ProjectReport& report : period.projects)
    if (report.status->told()) out.push_back(&report);
  return out;
}

// How many told periods in a row a project has had this light, up to and with this one.
long periods_with(const Status& status, const Project& project, const Period& last) {
  long count = 0;
  for (const Period* period = &last; period != nullptr; period = period->previous) {
    const ProjectReport* report = period->report_of(project);
    if (report == nullptr || !report->status->told()) continue;
    if (!same_light(*report->status, status)) break;
    ++count;
  }
  return count;
}

// "Sociale huurwoningen heeft al 3 gemelde periodes ‘niet op koers’.", a sentence for each red light that lasts the
// longest; empty when none has lasted for longer than one period.
std::string red_sentence(const Scene& scene) {
  const Period* newest = scene.site.newest();
  if (newest == nullptr) return {};
  long most = 2;
  std::vector<const ProjectReport*> reds;
  for (const ProjectReport* report : told_reports(*newest)) {
    if (report->status->light != Light::red) continue;
    const long count = periods_with(*report->status, *report->project, *newest);
    if (count > most) reds.clear();
    most = std::max(most, count);
    if (count == most) reds.push_back(report);
  }
  std::vector<std::string> sentences;
  for (const Status& status : newest->scale->statuses) {
    std::vector<const ProjectReport*> same;
    std::copy_if(reds.begin(), reds.end(), std::back_inserter(same),
                 [&](const ProjectReport* report) { return report->status == &status; });
    if (same.empty()) continue;
    const long projects = static_cast<long>(same.size());
    sentences.push_back(scene.strings.say_count("matrix_red", projects, count_text(scene, projects),
                                                {{"project", same[0]->project->name},
                                                 {"periods", count_text(scene, most)},
                                                 {"status", in_sentence(scene, status.label)}}));
  }
  return join(sentences, " ");
}

std::string coverage_sentence(const Scene& scene) {
  const auto& periods = scene.site.periods;
  const long count = static_cast<long>(periods.size());
  const long with_lights =
      std::count_if(periods.begin(), periods.end(), [](const auto& period) { return !told_reports(*period).empty(); });
  if (with_lights == count) return scene.strings.say("matrix_all_lights");
  return scene.strings.say_count("matrix_lights", with_lights, count_text(scene, with_lights),
                                 {{"periods", count_text(scene, count)}});
}

std::string description(const Scene& scene, long projects) {
  const long count = static_cast<long>(scene.site.periods.size());
  std::string out = scene.strings.say(
      "matrix_description", {{"projects", scene.strings.say_count("projects", projects, count_text(scene, projects))},
                             {"periods", scene.strings.say_count("periods", count, count_text(scene, count))}});
  const Period* newest = newest_with_lights(scene.site);
  if (newest == nullptr) return out;
  std::vector<std::string> counts;
  for (const StatusCount& each : count_statuses(reports_of(*newest), *newest->scale))
    counts.push_back(count_text(scene, each.count) + " " + in_sentence(scene, each.status->label));
  return out + " " +
         scene.strings.say("matrix_description_newest",
                           {{"period", in_sentence(scene, newest->name)}, {"counts", joined(scene, counts)}});
}

// Below each column: how many of the projects with a told light ask for attention.
Json totals(const Scene& scene, const std::vector<const Period*>& periods) {
  Json out = Json::array();
  for (const Period* period : periods) {
    const LightCounts lights = count_lights(reports_of(*period));
    out.push_back(Json{{"unknown", lights.told == 0 ? Json(scene.strings.say("no_light_per_project")) : Json(false)},
                       {"count", count_text(scene, lights.attention)},
                       {"of", count_text(scene, lights.told)}});
  }
  return out;
}

}  // namespace

Table matrix_table(const Scene& scene) {
  const std::vector<const Period*> periods = oldest_first(scene.site);
  Table table;
  table.caption = scene.strings.say("matrix_caption");
  table.columns = {{scene.strings.say("column_number"), false}, {scene.strings.say("column_project"), false}};
  for (const Period* period : periods) table.columns.push_back({period->name, false});
  for (const auto& programme : scene.site.programmes) {
    for (const auto& project : programme->projects) {
      const std::vector<Kin> kin = kin_of(scene.site, *project);
      const std::string number = newest_number(scene.site, *project);
      std::vector<Cell> row{{number.empty() ? "–" : number, "", false}, {project->name, "", false}};
      for (const Period* period : periods) {
        MatrixCell cell = matrix_cell(scene, *project, kin, *period);
        row.push_back({std::move(cell.words), "", cell.kind != CellKind::sign});
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Json matrix_chart(const Scene& scene, const ChartPlace& place) {
  const std::vector<const Period*> periods = oldest_first(scene.site);
  Json columns = Json::array();
  std::set<const Status*> seen;
  for (const Period* period : periods) {
    for (const ProjectReport& report : period->projects) seen.insert(report.status);
    const auto [name, year] = column_head(*period);
    columns.push_back(Json{{"name", period->name},
                           {"short", name},
                           {"narrow", narrow_head(scene, *period)},
                           {"sub", year},
                           {"href", relative_link(place.page_address, address_of(*period))}});
  }

  long projects = 0;
  std::set<Turn> turns;
  bool has_withdrawn = false;
  Json groups = Json::array();
  for (const auto& programme : scene.site.programmes) {
    Json rows = Json::array();
    for (const auto& project : programme->projects) {
      ++projects;
      const std::vector<Kin> kin = kin_of(scene.site, *project);
      Json cells = Json::array();
      for (const Period* period : periods) {
        const MatrixCell cell = matrix_cell(scene, *project, kin, *period);
        turns.insert(cell.turn);
        has_withdrawn = has_withdrawn || cell.kind == CellKind::withdrawn;
        cells.push_back(cell_context(cell, *project, *period, place.page_address));
      }
      for (const Kin& each : kin)
        if (each.other != nullptr) turns.insert(turn_of(scene, each, *project));
      rows.push_back(Json{{"number", newest_number(scene.site, *project)},
                          {"name", project->name},
                          {"href", relative_link(place.page_address, address_of(*project))},
                          {"relations", relations(scene, *project, kin, place.page_address)},
                          {"cells", std::move(cells)}});
    }
    if (!rows.empty()) groups.push_back(Json{{"name", programme->name}, {"rows", std::move(rows)}});
  }

  // One legend for all scales: a word that two scales share is told once.
  Json legend = Json::array();
  std::set<std::string> words;
  for (const auto& scale : scene.site.scales)
    for (const Status& status : scale->statuses)
      if (seen.contains(&status) && words.insert(status.label).second) legend.push_back(light_without_basis(status));
  Json marks = Json::array();
  for (const Turn turn : {Turn::begins, Turn::ends})
    if (turns.contains(turn))
      marks.push_back(Json{{"mark", sign_of(turn)},
                           {"label", scene.strings.say(turn == Turn::begins ? "matrix_begins" : "matrix_ends")}});
  if (has_withdrawn) marks.push_back(Json{{"mark", withdrawn_sign}, {"label", scene.strings.say("matrix_withdrawn")}});

  const std::string red = red_sentence(scene);
  const std::string coverage = coverage_sentence(scene);
  const std::string signs = scene.strings.say_count("matrix_note", projects, count_text(scene, projects));
  return Json{{"id", place.id},
              {"conclusion", red.empty() ? coverage : red},
              {"note", red.empty() ? signs : coverage + " " + signs},
              {"title", scene.strings.say("matrix_caption")},
              {"description", description(scene, projects)},
              {"periods", std::move(columns)},
              {"count", static_cast<long>(periods.size())},
              {"scrolls", periods.size() > 10},  // Ten signs fit beside one another on the narrowest screen.
              {"groups", std::move(groups)},
              {"totals", totals(scene, periods)},
              {"legend", std::move(legend)},
              {"marks", std::move(marks)},
              {"table", table_context(scene, matrix_table(scene), place.page_address, csv_of(scene, matrix_csv))}};
}

}  // namespace stoplicht
