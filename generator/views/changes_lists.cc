#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/kinship.h"
#include "views/lists.h"

namespace stoplicht {
namespace {

std::string titled(const Scene& scene, const char* sentence, std::size_t count) {
  return scene.strings.say(sentence, {{"n", count_text(scene, static_cast<long>(count))}});
}

// ---- lights ---------------------------------------------------------------------------------

}  // namespace

std::vector<std::string> kin_sentences(const Scene& scene, const Changes& changes, const ProjectChange& change) {
  std::vector<std::string> out;
  if (change.lineage == nullptr) return out;
  const std::string& id = change.project().id;
  const Site* site = changes.after.site;
  const Project* project = site->find_project(id);
  if (project == nullptr) project = (site = changes.before.site)->find_project(id);
  for (const Kin& kin : kin_of(*site, *project)) {
    const bool told = kin.other == nullptr
                          ? kin.line->kind == change.lineage->kind
                          : std::any_of(change.relatives.begin(), change.relatives.end(),
                                        [&](const Project* relative) { return relative->id == kin.other->id; });
    if (told) out.push_back(kin_text(scene, kin) + (kin.line->note.empty() ? "." : ". " + kin.line->note));
  }
  return out;
}

namespace {

// A light's basis is told where one of the two was derived.
Json side_of(const Scene& scene, const ProjectChange& change, const ProjectReport* report) {
  if (report == nullptr) return false;
  const auto derived = [](const ProjectReport* each) { return each != nullptr && each->basis == Basis::derived; };
  return derived(change.before) || derived(change.after) ? light(scene, *report->status, report->basis)
                                                         : light_without_basis(*report->status);
}

// Why a side has no light, in the words of the theme.
const char* absent(const Changes& changes, const ProjectChange& change, bool before) {
  if (change.move == LightMove::withdrawn) return "side_withdrawn";
  if (only_lineage(changes, change)) return "side_without_projects";
  return before ? "flow_new" : "side_gone";
}

bool is_completed(const ProjectChange& change) {
  return change.move == LightMove::sideways && change.after->status->light == Light::blue &&
         change.before->status->light != Light::blue;
}

Json move_context(const Scene& scene, const Comparison& comparison, const Changes& changes,
                  const ProjectChange& change) {
  const ProjectReport& told = change.after != nullptr ? *change.after : *change.before;
  Json notes = Json::array();
  if (const std::string was = earlier_name(scene, change); !was.empty()) notes.push_back(was);
  for (std::string& sentence : kin_sentences(scene, changes, change)) notes.push_back(std::move(sentence));
  if (change.move != LightMove::same && change.after != nullptr && !change.after->summary.empty())
    notes.push_back(change.after->summary);
  Json earlier = false;
  if (change.before != nullptr && change.after != nullptr)
    earlier = Json{
        {"label",
         comparison.is_correction()
             ? scene.strings.say("report_of_edition", {{"n", count_text(scene, comparison.edition_before->number)}})
             : scene.strings.say("report_of_period", {{"period", in_sentence(scene, comparison.before.period->name)}})},
        {"href", relative_link(comparison.address, address_of(*change.before))}};
  const bool explained = change.move == LightMove::worse && change.after != nullptr;
  Json why = explained ? explanation(scene, change.after->explanation) : Json(false);
  const bool has_more = !notes.empty() || why != false || earlier != false;
  return Json{{"number", told.number},
              {"name", told.name},
              {"href", relative_link(comparison.address, address_of(told))},
              {"before", side_of(scene, change, change.before)},
              {"after", side_of(scene, change, change.after)},
              {"no_before", scene.strings.say(absent(changes, change, true))},
              {"no_after", scene.strings.say(absent(changes, change, false))},
              {"notes", std::move(notes)},
              {"why", std::move(why)},
              {"has_more", has_more},
              {"earlier", std::move(earlier)}};
}

// ---- figures --------------------------------------------------------------------------------

std::string quantity_or(const Scene& scene, const std::optional<Quantity>& quantity, const Indicator& indicator,
                        const char* nothing) {
  return quantity ? quantity_text(scene, *quantity, indicator.unit) : scene.strings.say(nothing);
}

std::optional<Quantity> forecast_of(const Measurement* measurement) {
  return measurement != nullptr ? measurement->forecast : std::nullopt;
}

// "Dat is beter: 200 meer.", or why nobody can say; empty when there is no difference.
std::string difference_sentence(const Scene& scene, const FigureChange& change) {
  if (!is_known(change.before) || !is_known(change.after)) return {};
  if (change.counts_otherwise) return scene.strings.say("difference_otherwise");
  if (!change.difference)
    return change.before->actual == change.after->actual ? std::string() : scene.strings.say("difference_unknown");
  if (*change.difference == 0) return {};
  const std::string difference = scene.strings.say(*change.difference > 0 ? "difference_more" : "difference_less",
                                                   {{"value", difference_size(scene, change)}});
  return scene.strings.say(change.better  ? "difference_better"
                           : change.worse ? "difference_worse"
                                          : "difference_plain",
                           {{"difference", difference}});
}

Json figure_context(const Scene& scene, const Changes& changes, const FigureChange& change) {
  const Indicator& indicator = *change.indicator;
  Json notes = Json::array();
  if (std::string difference = difference_sentence(scene, change); !difference.empty())
    notes.push_back(std::move(difference));
  if (tells_target(changes, change)) {
    const std::string now = quantity_or(scene, change.target_after, indicator, "no_goal");
    notes.push_back(
        change.target_before
            ? scene.strings.say("target_changed",
                                {{"old", quantity_text(scene, *change.target_before, indicator.unit)}, {"new", now}})
            : scene.strings.say("target_set", {{"new", now}}));
    if (!change.decision.empty()) notes.push_back(change.decision);
  }
  // A correction tells it by itself.
  if (tells_forecast(changes, change) && !changes.between_editions())
    notes.push_back(scene.strings.say(
        "forecast_changed", {{"old", quantity_text(scene, *change.before->forecast, change.before->indicator->unit)},
                             {"new", quantity_text(scene, *change.after->forecast, change.after->indicator->unit)}}));
  return Json{{"label", indicator.name},
              {"about", indicator.project != nullptr ? indicator.project->name : ""},
              {"before", side_text(scene, changes.before, indicator, change.before)},
              {"before_unknown", !is_known(change.before)},
              {"after", side_text(scene, changes.after, indicator, change.after)},
              {"after_unknown", !is_known(change.after)},
              {"notes", std::move(notes)}};
}

// A forecast that was put right.
Json forecast_context(const Scene& scene, const FigureChange& change) {
  const Indicator& indicator = *change.indicator;
  const std::optional<Quantity> before = forecast_of(change.before);
  const std::optional<Quantity> after = forecast_of(change.after);
  return Json{{"label", scene.strings.say("forecast_of", {{"indicator", indicator.name}})},
              {"about", indicator.project != nullptr ? indicator.project->name : ""},
              {"before", quantity_or(scene, before, indicator, "no_forecast")},
              {"before_unknown", !before},
              {"after", quantity_or(scene, after, indicator, "no_forecast")},
              {"after_unknown", !after},
              {"notes", Json::array()}};
}

Json folded(const Scene& scene, const char* title, Json values) {
  if (values.empty()) return false;
  return Json{{"title", titled(scene, title, values.size())}, {"values", std::move(values)}};
}

}  // namespace

std::string difference_size(const Scene& scene, const FigureChange& change) {
  if (!change.difference) return {};
  const bool about =
      change.before->actual->qualifier == Qualifier::about || change.after->actual->qualifier == Qualifier::about;
  const Quantity size{*change.difference < 0 ? -*change.difference : *change.difference,
                      about ? Qualifier::about : Qualifier::exactly};
  if (change.indicator->unit != Unit::percent) return quantity_text(scene, size, change.indicator->unit);
  const std::string value = scene.locale.number(size.value);
  return scene.strings.say("percent_points",
                           {{"value", about ? scene.strings.say("qualifier_about", {{"value", value}}) : value}});
}

std::string budget_label(const Scene& scene, const BudgetChange& change) {
  std::string label =
      change.measure_id.empty() ? scene.strings.say("budget_total", {{"programme", change.programme}}) : change.measure;
  if (change.year == 0) return label;
  return scene.strings.say("budget_line_of_year", {{"line", label}, {"year", std::to_string(change.year)}});
}

std::string earlier_name(const Scene& scene, const ProjectChange& change) {
  if (change.renamed)
    return scene.strings.say("was_named", {{"number", change.before->number}, {"name", change.before->name}});
  return change.renumbered ? scene.strings.say("was_numbered", {{"number", change.before->number}}) : std::string();
}

Json move_groups(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  struct Group {
    bool (*holds)(const ProjectChange&);
    const char* title;
    bool lineage = false;  // Of a period that tells of no project by itself.
  };
  static constexpr Group of_periods[] = {
      {[](const ProjectChange& each) { return each.move == LightMove::worse; }, "moves_worse"},
      {[](const ProjectChange& each) { return each.move == LightMove::better; }, "moves_better"},
      {is_completed, "moves_completed"},
      {[](const ProjectChange& each) { return each.move == LightMove::sideways && !is_completed(each); },
       "moves_sideways"},
      {[](const ProjectChange& each) { return each.move == LightMove::untold; }, "moves_untold"},
      {[](const ProjectChange& each) { return each.move == LightMove::told; }, "moves_told"},
      {[](const ProjectChange& each) { return each.move == LightMove::started && !each.has_kin(); }, "moves_started"},
      {[](const ProjectChange& each) { return each.has_kin() && each.lineage->kind == LineageKind::split_from; },
       "moves_split"},
      {[](const ProjectChange& each) { return each.has_kin() && each.lineage->kind == LineageKind::merged_into; },
       "moves_merged"},
      {[](const ProjectChange& each) { return each.has_kin() && each.lineage->kind == LineageKind::continues; },
       "moves_continued"},
      {[](const ProjectChange& each) { return each.move == LightMove::stopped && !each.has_kin(); }, "moves_stopped"},
      {[](const ProjectChange& each) { return each.lineage != nullptr; }, "moves_lineage", true},
      {[](const ProjectChange& each) { return each.move == LightMove::withdrawn; }, "moves_withdrawn"},
      {[](const ProjectChange& each) { return each.move == LightMove::same && each.differs(); }, "moves_renamed"},
      {[](const ProjectChange& each) { return !each.differs() && each.before != nullptr && each.after != nullptr; },
       "moves_same"},
  };
  // A correction makes nothing better or worse: it tells what was so all along.
  static constexpr Group of_editions[] = {
      {[](const ProjectChange& each) { return each.move != LightMove::same && each.before && each.after; },
       "moves_corrected"},
      {[](const ProjectChange& each) { return each.move != LightMove::withdrawn && each.before == nullptr; },
       "moves_started"},
      {[](const ProjectChange& each) { return each.move != LightMove::withdrawn && each.after == nullptr; },
       "moves_stopped"},
      {[](const ProjectChange& each) { return each.move == LightMove::withdrawn; }, "moves_withdrawn"},
  };
  Json out = Json::array();
  const auto add = [&](const Group& group) {
    Json moves = Json::array();
    for (const ProjectChange& change : changes.projects)
      if ((tells_project(changes, change) || !change.differs()) && only_lineage(changes, change) == group.lineage &&
          group.holds(change))
        moves.push_back(move_context(scene, comparison, changes, change));
    if (moves.empty()) return;
    const std::string title = titled(scene, group.title, moves.size());
    out.push_back(
        Json{{"title", title}, {"folded", std::string_view(group.title) == "moves_same"}, {"moves", std::move(moves)}});
  };
  if (comparison.is_correction())
    std::for_each(std::begin(of_editions), std::end(of_editions), add);
  else
    std::for_each(std::begin(of_periods), std::end(of_periods), add);
  return out;
}

Json figures_part(const Scene& scene, const Changes& changes) {
  Json moved = Json::array();
  Json same = Json::array();
  Json apart = Json::array();
  const bool is_correction = changes.between_editions();
  for (const FigureChange& change : changes.figures) {
    const bool on_both = is_known(change.before) && is_known(change.after);
    const bool tells = tells_figure(changes, change);
    const bool forecast = tells_forecast(changes, change);
    Json value = figure_context(scene, changes, change);
    if (tells_target(changes, change) || (tells && (on_both || is_correction)) || (forecast && !is_correction))
      moved.push_back(std::move(value));
    else if (on_both)
      same.push_back(std::move(value));
    else if (tells)
      apart.push_back(std::move(value));
    if (forecast && is_correction) moved.push_back(forecast_context(scene, change));
  }
  if (moved.empty() && (is_correction || (same.empty() && apart.empty()))) return false;
  return Json{{"has_values", !moved.empty()},
              {"values", std::move(moved)},
              {"same", is_correction ? Json(false) : folded(scene, "figures_same", std::move(same))},
              {"apart", is_correction ? Json(false) : folded(scene, "figures_not_compared", std::move(apart))}};
}

std::string financer_text(const Scene& scene, const std::string& name) {
  return name.empty() ? scene.strings.say("financer_not_named") : name;
}

Json budgets_part(const Scene& scene, const Changes& changes) {
  Json values = Json::array();
  const auto amount = [&](const std::optional<std::int64_t>& euros) {
    return euros ? scene.locale.euros(*euros) : scene.strings.say("not_there");
  };
  for (const BudgetChange& change : changes.budgets) {
    Json notes = Json::array();
    if (change.before && change.after && change.before != change.after) {
      const bool more = *change.after > *change.before;
      const std::int64_t size = more ? *change.after - *change.before : *change.before - *change.after;
      const std::string difference =
          scene.strings.say(more ? "difference_more" : "difference_less", {{"value", scene.locale.euros(size)}});
      notes.push_back(scene.strings.say("difference_plain", {{"difference", difference}}));
    }
    if (change.financer_before != change.financer_after)
      notes.push_back(scene.strings.say("financer_changed", {{"old", financer_text(scene, change.financer_before)},
                                                             {"new", financer_text(scene, change.financer_after)}}));
    values.push_back(Json{{"label", budget_label(scene, change)},
                          {"about", change.measure_id.empty() ? "" : change.programme},
                          {"before", amount(change.before)},
                          {"before_unknown", !change.before},
                          {"after", amount(change.after)},
                          {"after_unknown", !change.after},
                          {"notes", std::move(notes)}});
  }
  return values.empty() ? Json(false) : Json{{"values", std::move(values)}};
}

Json commitment_groups(const Scene& scene, const Changes& changes, const std::string& page_address) {
  Json out = Json::array();
  const auto add = [&](CommitmentMove move, const char* title) {
    std::vector<const Commitment*> moved;
    for (const CommitmentChange& change : changes.commitments)
      if (change.move == move) moved.push_back(change.commitment);
    if (moved.empty()) return;
    out.push_back(
        Json{{"title", scene.strings.say(title, {{"n", count_text(scene, static_cast<long>(moved.size()))},
                                                 {"date", scene.locale.date(changes.after.period->reported_on)}})},
             {"commitments", commitment_list(scene, moved, page_address, changes.after.period)}});
  };
  add(CommitmentMove::overdue, "commitments_late");
  add(CommitmentMove::still_overdue, "commitments_still_late");
  add(CommitmentMove::closed, "commitments_closed");
  add(CommitmentMove::made, "commitments_made");
  return out;
}

}  // namespace stoplicht
