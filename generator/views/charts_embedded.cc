#include <algorithm>

#include "base/diagnostics.h"
#include "base/text.h"
#include "views/charts.h"

namespace stoplicht {
namespace {

using Names = std::vector<std::string_view>;

const Names kinds = {"lights", "distribution", "matrix", "history", "target", "trend", "budget", "shares", "landscape"};

// What a block asks for.
struct Request {
  std::string kind;
  std::string subject;     // May be empty.
  std::string conclusion;  // Empty: the computed one.
};

// Nothing when the block is not of the right form.
std::optional<Request> read_request(std::string_view text, std::string& hint) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : split(text, '\n'))
    if (!trim(line).empty()) lines.push_back(trim(line));
  std::vector<std::string> words;
  if (!lines.empty())
    for (const std::string_view word : split(lines[0], ' '))
      if (!trim(word).empty()) words.emplace_back(trim(word));

  Request request;
  if (!words.empty()) request.kind = words[0];
  if (words.size() > 1) request.subject = words[1];
  if (std::find(kinds.begin(), kinds.end(), request.kind) == kinds.end()) {
    hint = one_of_hint(request.kind, kinds);
    return std::nullopt;
  }
  if (words.size() > 2) {
    hint = "write one chart a block, such as: " + request.kind + " " + request.subject;
    return std::nullopt;
  }
  constexpr std::string_view key = "conclusion:";
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!lines[i].starts_with(key)) {
      hint = "below the first line can stand: conclusion: a sentence of your own";
      return std::nullopt;
    }
    if (!request.conclusion.empty()) {
      hint = "write one conclusion";
      return std::nullopt;
    }
    request.conclusion = trim(lines[i].substr(key.size()));
    if (request.conclusion.empty()) {
      hint = "write a sentence after 'conclusion:', or leave it out for the one that is computed";
      return std::nullopt;
    }
  }
  return request;
}

// One of `all` by its id; null when it is not there, with a hint. `what`: "an indicator", with `kind` as example.
template <typename Each>
const Each* find_subject(const std::vector<const Each*>& all, const Request& request, const std::string& article,
                         const std::string& what, std::string& hint) {
  Names ids;
  for (const Each* each : all) {
    if (each->id == request.subject) return each;
    ids.push_back(each->id);
  }
  if (!request.subject.empty()) {
    hint = "there is no " + what + " '" + request.subject + "'";
    if (!ids.empty()) hint += "; " + one_of_hint(request.subject, ids);
  } else {
    hint = "name " + article + " " + what + ": " + request.kind + " " + std::string(ids.empty() ? "…" : ids[0]);
  }
  return nullptr;
}

const Programme* find_programme(const Site& site, const Request& request, std::string& hint) {
  std::vector<const Programme*> all;
  for (const auto& each : site.programmes) all.push_back(each.get());
  return find_subject(all, request, "a", "programme", hint);
}

const Project* find_project(const Site& site, const Request& request, std::string& hint) {
  std::vector<const Project*> all;
  for (const auto& programme : site.programmes)
    for (const auto& each : programme->projects) all.push_back(each.get());
  return find_subject(all, request, "a", "project", hint);
}

const Indicator* find_indicator(const Site& site, const Request& request, std::string& hint) {
  std::vector<const Indicator*> all;
  for (const auto& each : site.indicators) all.push_back(each.get());
  return find_subject(all, request, "an", "indicator", hint);
}

std::string in_quotes(const std::string& id) { return "'" + id + "'"; }

// ---- a chart of each kind; nothing when there is nothing to show, with a hint -------------------

using Made = std::optional<EmbeddedChart>;

Made lights(const Scene& scene, const Period& period, const Request& request, const ChartPlace& place,
            std::string& hint) {
  const Programme* programme = nullptr;
  if (!request.subject.empty()) {
    programme = find_programme(scene.site, request, hint);
    if (programme == nullptr) return std::nullopt;
  }
  const auto reports = reports_of(period, programme);
  if (reports.empty()) {
    hint = "period " + period.id + " has no lights per project to show";
    return std::nullopt;
  }
  return EmbeddedChart{"ribbon", ribbon_chart(scene, period, reports, place)};
}

Made history(const Scene& scene, const Period& period, const Request& request, const ChartPlace& place,
             std::string& hint) {
  const Project* project = find_project(scene.site, request, hint);
  if (project == nullptr) return std::nullopt;
  const auto& periods = scene.site.periods;
  if (std::none_of(periods.begin(), periods.end(),
                   [&](const auto& each) { return each->report_of(*project) != nullptr; })) {
    hint = "no period reports on project " + in_quotes(project->id);
    return std::nullopt;
  }
  return EmbeddedChart{"strip", strip_chart(scene, *project, &period, place)};
}

Made target(const Scene& scene, const Period& period, const Request& request, const ChartPlace& place,
            std::string& hint) {
  const Indicator* indicator = find_indicator(scene.site, request, hint);
  if (indicator == nullptr) return std::nullopt;
  if (measurement_of(*indicator, period) == nullptr && shown_target(*indicator, period) == nullptr) {
    hint = "period " + period.id + " has neither a value nor a target of " + in_quotes(indicator->id);
    return std::nullopt;
  }
  return EmbeddedChart{"bullet", target_chart(scene, *indicator, period, place)};
}

Made trend(const Scene& scene, const Period&, const Request& request, const ChartPlace& place, std::string& hint) {
  const Indicator* indicator = find_indicator(scene.site, request, hint);
  if (indicator == nullptr) return std::nullopt;
  Json context = trend_chart(scene, *indicator, place);
  if (context == false) {
    hint =
        "fewer than two periods know an actual value of " + in_quotes(indicator->id) + "; use: target " + indicator->id;
    return std::nullopt;
  }
  return EmbeddedChart{"trend", std::move(context)};
}

Made shares(const Scene& scene, const Period& period, const Request& request, const ChartPlace& place,
            std::string& hint) {
  const Indicator* indicator = find_indicator(scene.site, request, hint);
  if (indicator == nullptr) return std::nullopt;
  Json context = shares_chart(scene, *indicator, period, place);
  if (context == false) {
    hint = "period " + period.id + " does not tell " + in_quotes(indicator->id) + " by municipality";
    return std::nullopt;
  }
  return EmbeddedChart{"shares", std::move(context)};
}

Made budget(const Scene& scene, const Period&, const Request& request, const ChartPlace& place, std::string& hint) {
  const Programme* programme = find_programme(scene.site, request, hint);
  if (programme == nullptr) return std::nullopt;
  if (!programme->budget) {
    hint = "programme " + in_quotes(programme->id) + " has no budget";
    return std::nullopt;
  }
  return EmbeddedChart{"budget", budget_chart(scene, *programme, place)};
}

// The charts of the whole site.
Made of_site(const Scene& scene, const Request& request, const ChartPlace& place, std::string& hint) {
  if (!request.subject.empty()) {
    hint = "write only: " + request.kind;
    return std::nullopt;
  }
  if (request.kind == "distribution") {
    Json context = distribution_chart(scene, place);
    if (context != false) return EmbeddedChart{"distribution", std::move(context)};
    hint = "no period has lights per project to show";
  } else if (request.kind == "landscape") {
    if (scene.site.landscape) return EmbeddedChart{"landscape", landscape_chart(scene, place)};
    hint = "data/organisations.json has no 'landscape'";
  } else {
    const auto& programmes = scene.site.programmes;
    if (std::any_of(programmes.begin(), programmes.end(),
                    [](const auto& programme) { return !programme->projects.empty(); }))
      return EmbeddedChart{"matrix", matrix_chart(scene, place)};
    hint = "the site has no projects to show";
  }
  return std::nullopt;
}

Made make_chart(const Scene& scene, const Period& period, const Request& request, const ChartPlace& place,
                std::string& hint) {
  if (request.kind == "lights") return lights(scene, period, request, place, hint);
  if (request.kind == "history") return history(scene, period, request, place, hint);
  if (request.kind == "target") return target(scene, period, request, place, hint);
  if (request.kind == "trend") return trend(scene, period, request, place, hint);
  if (request.kind == "shares") return shares(scene, period, request, place, hint);
  if (request.kind == "budget") return budget(scene, period, request, place, hint);
  return of_site(scene, request, place, hint);
}

}  // namespace

std::optional<EmbeddedChart> embedded_chart(const Scene& scene, const Period& period, std::string_view request,
                                            const std::string& page_address, std::string& hint) {
  const std::optional<Request> read = read_request(request, hint);
  if (!read) return std::nullopt;
  // With an underscore, so that it is no heading's id.
  const std::string id = "chart_" + read->kind + (read->subject.empty() ? "" : "-" + read->subject) + "-" + period.id;
  std::optional<EmbeddedChart> chart = make_chart(scene, period, *read, {page_address, id}, hint);
  if (!chart) return std::nullopt;
  if (!read->conclusion.empty()) {
    chart->context["conclusion"] = read->conclusion;
    chart->context["own_conclusion"] = true;
  }
  return chart;
}

}  // namespace stoplicht
