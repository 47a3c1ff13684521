#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/kinship.h"
#include "views/lists.h"

#include <algorithm>

namespace stoplicht {
namespace {

std::string titled(const Scene& scene, const char* sentence, std::size_t count) {
  return scene.strings.say(sentence, {{"n", count_text(scene, static_cast<long>(count))}});
}

// ---- lights ---------------------------------------------------------------------------------

// What the project came from, or went on in.
void add_kin(const Scene& scene, const Changes& changes, const ProjectChange& change, Json& notes) {
  if (change.lineage == nullptr) return;
  const std::string& id = change.project().id;
  const Site* site = changes.after.site;
  const Project* project = site->find_project(id);
  if (project == nullptr) project = (site = changes.before.site)->find_project(id);
  for (const Kin& kin : kin_of(*site, *project)) {
    const bool told = kin.other == nullptr
                          ? kin.line->kind == change.lineage->kind
                          : std::any_of(change.relatives.begin(), change.relatives.end(),
                                        [&](const Project* relative) { return relative->id == kin.other->id; });
    if (told) notes.push_back(kin_text(scene, kin) + (kin.line->note.empty() ? "." : ". " + kin.line->note));
  }
}

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
  return change.move == LightMove::sideways && change.after->status->light == Light::blue && change.before->status->light != Light::blue;
}

Json move_context(const Scene& scene, const Comparison& comparison, const Changes& changes, const ProjectChange& change) {
  const ProjectReport& told = change.after != nullptr ? *change.after : *change.before;
  Json notes = Json::array();
  if (const std::string was = earlier_name(scene, change); !was.empty()) notes.push_back(was);
  add_kin(scene, changes, change, notes);
  if (change.move != LightMove::same && change.after != nullptr && !change.after->summary.empty()) notes.push_back(change.after->summary);
  Json earlier = false;
  if (change.before != nullptr && change.after != nullptr)
    earlier = Json{{"label", comparison.is_correction()
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

bool is_known(const Measurement* measurement) { return measurement != nullptr && measurement->actual; }

std::string quantity_or(const Scene& scene, const std::optional<Quantity>& quantity, const Indicator& indicator, const char* nothing) {
  return quantity ? quantity_text(scene, *quantity, indicator.unit) : scene.strings.say(nothing);
}

// "200 meer": nothing when that is not known, or nothing.
std::string difference_text(const Scene& scene, const FigureChange& change) {
  if (!change.difference || *change.difference == 0) return {};
  const bool more = *change.difference > 0;
  const bool about = change.before->actual->qualifier == Qualifier::about || change.after->actual->qualifier == Qualifier::about;
  const Quantity size{more ? *change.difference : -*change.difference, about ? Qualifier::about : Qualifier::exactly};
  std::string value = change.indicator->unit == Unit::percent
                          ? scene.strings.say("percent_points", {{"value", scene.locale.number(size.value)}})
                          : quantity_text(scene, size, change.indicator->unit);
  return scene.strings.say(more ? "difference_more" : "difference_less", {{"value", value}});
}

Json figure_context(const Scene& scene, const Changes& changes, const FigureChange& change) {
  const Indicator& indicator = *change.indicator;
  Json notes = Json::array();
  if (const std::string difference = difference_text(scene, change); !difference.empty())
    notes.push_back(scene.strings.say(change.better ? "difference_better" : change.worse ? "difference_worse" : "difference_plain",
                                      {{"difference", difference}}));
  if (tells_target(changes, change)) {
    const std::string now = quantity_or(scene, change.target_after, indicator, "no_goal");
    notes.push_back(change.target_before ? scene.strings.say("target_changed", {{"old", quantity_text(scene, *change.target_before, indicator.unit)},
                                                                                {"new", now}})
                                         : scene.strings.say("target_set", {{"new", now}}));
    if (!change.decision.empty()) notes.push_back(change.decision);
  }
  const auto forecast = [](const Measurement* each) { return each != nullptr ? each->forecast : std::nullopt; };
  if (forecast(change.before) && forecast(change.after) && forecast(change.before) != forecast(change.after))
    notes.push_back(scene.strings.say("forecast_changed", {{"old", quantity_or(scene, forecast(change.before), indicator, "unknown")},
                                                           {"new", quantity_or(scene, forecast(change.after), indicator, "unknown")}}));
  return Json{{"label", indicator.name},
              {"about", indicator.project != nullptr ? indicator.project->name : ""},
              {"before", side_text(scene, changes.before, indicator, change.before)},
              {"before_unknown", !is_known(change.before)},
              {"after", side_text(scene, changes.after, indicator, change.after)},
              {"after_unknown", !is_known(change.after)},
              {"notes", std::move(notes)}};
}

Json folded(const Scene& scene, const char* title, Json values) {
  if (values.empty()) return false;
  return Json{{"title", titled(scene, title, values.size())}, {"values", std::move(values)}};
}

}  // namespace

std::string earlier_name(const Scene& scene, const ProjectChange& change) {
  if (change.renamed) return scene.strings.say("was_named", {{"number", change.before->number}, {"name", change.before->name}});
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
      {[](const ProjectChange& each) { return each.move == LightMove::sideways && !is_completed(each); }, "moves_sideways"},
      {[](const ProjectChange& each) { return each.move == LightMove::untold; }, "moves_untold"},
      {[](const ProjectChange& each) { return each.move == LightMove::told; }, "moves_told"},
      {[](const ProjectChange& each) { return each.move == LightMove::started; }, "moves_started"},
      {[](const ProjectChange& each) { return each.move == LightMove::stopped; }, "moves_stopped"},
      {[](const ProjectChange& each) { return each.lineage != nullptr; }, "moves_lineage", true},
      {[](const ProjectChange& each) { return each.move == LightMove::withdrawn; }, "moves_withdrawn"},
      {[](const ProjectChange& each) { return each.move == LightMove::same && each.differs(); }, "moves_renamed"},
      {[](const ProjectChange& each) { return !each.differs() && each.before != nullptr && each.after != nullptr; }, "moves_same"},
  };
  // A correction makes nothing better or worse: it tells what was so all along.
  static constexpr Group of_editions[] = {
      {[](const ProjectChange& each) { return each.move != LightMove::same && each.before && each.after; }, "moves_corrected"},
      {[](const ProjectChange& each) { return each.move != LightMove::withdrawn && each.before == nullptr; }, "moves_started"},
      {[](const ProjectChange& each) { return each.move != LightMove::withdrawn && each.after == nullptr; }, "moves_stopped"},
      {[](const ProjectChange& each) { return each.move == LightMove::withdrawn; }, "moves_withdrawn"},
  };
  Json out = Json::array();
  const auto add = [&](const Group& group) {
    Json moves = Json::array();
    for (const ProjectChange& change : changes.projects)
      if ((tells_project(changes, change) || !change.differs()) && only_lineage(changes, change) == group.lineage && group.holds(change))
        moves.push_back(move_context(scene, comparison, changes, change));
    if (moves.empty()) return;
    const std::string title = titled(scene, group.title, moves.size());
    out.push_back(Json{{"title", title}, {"folded", std::string_view(group.title) == "moves_same"}, {"moves", std::move(moves)}});
  };
  if (comparison.is_correction()) std::for_each(std::begin(of_editions), std::end(of_editions), add);
  else std::for_each(std::begin(of_periods), std::end(of_periods), add);
  return out;
}

Json figures_part(const Scene& scene, const Changes& changes) {
  Json moved = Json::array();
  Json same = Json::array();
  Json apart = Json::array();
  const bool is_correction = changes.before.period->id == changes.after.period->id;
  for (const FigureChange& change : changes.figures) {
    const bool on_both = is_known(change.before) && is_known(change.after);
    const bool tells = tells_figure(changes, change);
    Json value = figure_context(scene, changes, change);
    if (tells_target(changes, change) || (tells && (on_both || is_correction))) moved.push_back(std::move(value));
    else if (on_both) same.push_back(std::move(value));
    else if (tells) apart.push_back(std::move(value));
  }
  if (moved.empty() && (is_correction || (same.empty() && apart.empty()))) return false;
  return Json{{"has_values", !moved.empty()},
              {"values", std::move(moved)},
              {"same", is_correction ? Json(false) : folded(scene, "figures_same", std::move(same))},
              {"apart", is_correction ? Json(false) : folded(scene, "figures_not_compared", std::move(apart))}};
}

Json budgets_part(const Scene& scene, const Changes& changes) {
  Json values = Json::array();
  const auto amount = [&](const std::optional<std::int64_t>& euros) {
    return euros ? scene.locale.euros(*euros) : scene.strings.say("not_there");
  };
  for (const BudgetChange& change : changes.budgets) {
    Json notes = Json::array();
    if (change.before && change.after) {
      const bool more = *change.after > *change.before;
      const std::int64_t size = more ? *change.after - *change.before : *change.before - *change.after;
      const std::string difference = scene.strings.say(more ? "difference_more" : "difference_less", {{"value", scene.locale.euros(size)}});
      notes.push_back(scene.strings.say("difference_plain", {{"difference", difference}}));
    }
    values.push_back(Json{{"label", change.measure_id.empty() ? scene.strings.say("budget_total", {{"programme", change.programme}})
                                                              : change.measure},
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
    out.push_back(Json{{"title", scene.strings.say(title, {{"n", count_text(scene, static_cast<long>(moved.size()))},
                                                           {"date", scene.locale.date(changes.after.period->reported_on)}})},
                       {"commitments", commitment_list(scene, moved, page_address)}});
  };
  add(CommitmentMove::overdue, "commitments_late");
  add(CommitmentMove::closed, "commitments_closed");
  add(CommitmentMove::made, "commitments_made");
  return out;
}

}  // namespace stoplicht
