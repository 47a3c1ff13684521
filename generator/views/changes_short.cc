#include "base/paths.h"
#include "views/addresses.h"
#include "views/changes_view.h"

#include <algorithm>

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
    lines.push_back(Json{{"label", label_},
                         {"text", false},
                         {"items", std::move(items_)},
                         {"rest", rest == 0 ? Json(false)
                                            : Json(scene_.strings.say("changes_and_more", {{"n", count_text(scene_, static_cast<long>(rest))}}))}});
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
        line.add(change.after->name, relative_link(page_address, address_of(*change.after)), light_without_basis(*change.after->status));
    line.add_to(lines);
  }
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

void add_commitments(const Scene& scene, const Changes& changes, const std::string& page_address, Json& lines) {
  for (const CommitmentMove move : {CommitmentMove::closed, CommitmentMove::overdue}) {
    Line line(scene, scene.strings.say(move == CommitmentMove::closed ? "changes_closed" : "changes_overdue"));
    for (const CommitmentChange& change : changes.commitments)
      if (change.move == move) line.add(change.commitment->title, relative_link(page_address, change.commitment->address));
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
  const Changes changes = compare({&scene.site, before}, {&scene.site, &period}, scene.site);
  const std::string then = in_sentence(scene, before->name);
  Json lines = Json::array();
  const auto say_lights = [&](const std::string& sentence) {
    lines.push_back(Json{{"label", scene.strings.say("changes_lights")}, {"text", sentence}, {"items", Json::array()}, {"rest", false}});
  };
  if (!lights_compare(changes)) {
    say_lights(scene.strings.say("lights_not_compared_title"));
  } else {
    add_lights(scene, changes, page_address, lines);
    if (lines.empty()) say_lights(scene.strings.say("comparison_sentence", {{"sentence", lights_sentence(scene, changes)}}));
  }
  add_targets(scene, changes, lines);
  add_commitments(scene, changes, page_address, lines);
  std::string intro = scene.strings.say("changes_since", {{"period", then}});
  if (before != period.previous) intro += " " + scene.strings.say("changes_skipped", {{"period", period.previous->name}});
  Json link = false;
  if (has_page(scene, *before, period))
    link = Json{{"label", scene.strings.say("changes_all", {{"period", then}})},
                {"href", relative_link(page_address, comparison_address(*before, period))}};
  return Json{{"intro", std::move(intro)}, {"lines", std::move(lines)}, {"link", std::move(link)}};
}

}  // namespace stoplicht
