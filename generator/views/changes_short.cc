#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/edition_notes.h"

namespace stoplicht {
namespace {

constexpr std::size_t most_named = 3;

// A line names the first few; the rest is told by number, below the link to all of it.
class Line {
 public:
  Line(const Scene& scene, std::string label) : scene_(scene), label_(std::move(label)) {}

  void add(const std::string& name, const std::string& href, Json light = false) {
    ++count_;
    if (items_.size() < most_named) items_.push_back(Json{{"name", name}, {"href", href}, {"light", std::move(light)}});
  }

  void add_to(Json& lines) {
    if (count_ == 0) return;
    const std::size_t rest = count_ - items_.size();
    lines.push_back(
        Json{{"label", label_},
             {"text", false},
             {"items", std::move(items_)},
             {"rest", rest == 0 ? Json(false)
                                : Json(scene_.strings.say("changes_and_more",
                                                          {{"n", count_text(scene_, static_cast<long>(rest))}}))}});
  }

 private:
  const Scene& scene_;
  std::string label_;
  Json items_ = Json::array();
  std::size_t count_ = 0;
};

void add_lights(const Scene& scene, const Changes& changes, const std::string& page_address, Json& lines) {
  for (const LightMove move : {LightMove::worse, LightMove::better}) {
    Line line(scene, label(scene, move == LightMove::worse ? "flow_worse" : "flow_better"));
    for (const ProjectChange& change : changes.projects)
      if (change.move == move)
        line.add(change.after->name, relative_link(page_address, address_of(*change.after)),
                 light_without_basis(*change.after->status));
    line.add_to(lines);
  }
}

// Also where the lights themselves cannot be compared: lineage tells.
void add_comings_and_goings(const Scene& scene, const Changes& changes, const std::string& page_address, Json& lines) {
  Line started(scene, scene.strings.say("changes_started"));
  Line stopped(scene, scene.strings.say("changes_stopped"));
  for (const ProjectChange& change : changes.projects) {
    if (!tells_project(changes, change) || only_lineage(changes, change)) continue;
    if (change.move == LightMove::started)
      started.add(change.after->name, relative_link(page_address, address_of(*change.after)));
    if (change.move == LightMove::stopped)
      stopped.add(change.before->name, relative_link(page_address, address_of(*change.before)));
  }
  started.add_to(lines);
  stopped.add_to(lines);
}

void add_budgets(const Scene& scene, const Changes& changes, Json& lines) {
  Line line(scene, label(scene, "budget_changed"));
  for (const BudgetChange& change : changes.budgets)
    if (change.before && change.after && change.before != change.after)
      line.add(scene.strings.say("changes_target", {{"indicator", budget_label(scene, change)},
                                                    {"old", scene.locale.euros(*change.before)},
                                                    {"new", scene.locale.euros(*change.after)}}),
               "");
  line.add_to(lines);
}

void add_targets(const Scene& scene, const Changes& changes, Json& lines) {
  Line line(scene, scene.strings.say("changes_targets"));
  for (const FigureChange& change : changes.figures) {
    if (!change.target_moved || !change.target_before || !change.target_after) continue;
    const Unit unit = change.indicator->unit;
    line.add(scene.strings.say("changes_target", {{"indicator", change.indicator->name},
                                                  {"old", quantity_text(scene, *change.target_before, unit)},
                                                  {"new", quantity_text(scene, *change.target_after, unit)}}),
             "");
  }
  line.add_to(lines);
}

// Of an edition the register tells what it closed. What was promised, and what is late, the home page tells.
void add_commitments(const Scene& scene, const Changes& changes, const std::string& page_address, Json& lines) {
  for (const auto& [move, key] :
       {std::pair{CommitmentMove::made, "changes_made"}, std::pair{CommitmentMove::closed, "changes_closed"},
        std::pair{CommitmentMove::overdue, "changes_overdue"}}) {
    if (move != CommitmentMove::closed && page_address != home_address) continue;
    Line line(scene, scene.strings.say(key));
    for (const CommitmentChange& change : changes.commitments)
      if (change.move == move)
        line.add(change.commitment->title, relative_link(page_address, change.commitment->address));
    line.add_to(lines);
  }
}

bool has_page(const Scene& scene, const Period& before, const Period& after) {
  const Period* today = scene.present().find_period(after.id);
  if (today == nullptr || today->previous == nullptr) return false;
  return today->previous->id == before.id || compared_with(*today)->id == before.id;
}

}  // namespace

Json changes_section(const Scene& scene, const Period& period, const std::string& page_address) {
  const Period* before = compared_with(period);
  if (before == nullptr) return false;
  // Today each is told as its newest edition tells it; in the world of an edition nothing later counts.
  const bool today = &scene.site == &scene.present();
  const Changes changes = today ? compare(moment_of(scene, *before), moment_of(scene, period), scene.present())
                                : compare({&scene.site, before}, {&scene.site, &period}, scene.site);
  const std::string then = in_sentence(scene, before->name);
  Json lines = Json::array();
  const auto say_lights = [&](const std::string& sentence) {
    lines.push_back(Json{
        {"label", scene.strings.say("changes_lights")}, {"text", sentence}, {"items", Json::array()}, {"rest", false}});
  };
  if (!lights_compare(changes)) {
    say_lights(scene.strings.say("lights_not_compared_title"));
  } else {
    add_lights(scene, changes, page_address, lines);
    if (lines.empty())
      say_lights(scene.strings.say("comparison_sentence", {{"sentence", lights_sentence(scene, changes)}}));
  }
  add_comings_and_goings(scene, changes, page_address, lines);
  add_targets(scene, changes, lines);
  add_budgets(scene, changes, lines);
  add_commitments(scene, changes, page_address, lines);
  std::string intro = scene.strings.say("changes_since", {{"period", then}});
  if (before != period.previous)
    intro += " " + scene.strings.say("changes_skipped", {{"period", period.previous->name}});
  Json links = Json::array();
  const auto link = [&](const std::string& words, const std::string& address) {
    links.push_back(Json{{"label", words}, {"href", relative_link(page_address, address)}});
  };
  const Edition* corrected = corrected_since(scene, *before);
  const bool replaced = period.edition != nullptr && period.edition->after != nullptr;
  if (has_page(scene, *before, period))
    link(scene.strings.say(corrected != nullptr || replaced ? "changes_all_newest" : "changes_all", {{"period", then}}),
         comparison_address(*before, period));
  if (corrected != nullptr) {
    intro += " " + scene.strings.say("changes_corrected_since",
                                     {{"period", before->name}, {"date", scene.locale.date(corrected->published_on)}});
    const NoticeLink correction = correction_link(scene, *corrected);
    const bool is_gone = corrected->before->is_gone();
    link(is_gone ? correction.label : scene.strings.say("changes_corrected_link", {{"period", then}}),
         correction.address);
  }
  return Json{{"intro", std::move(intro)}, {"lines", std::move(lines)}, {"links", std::move(links)}};
}

}  // namespace stoplicht
