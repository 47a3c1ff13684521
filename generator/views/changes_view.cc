#include "views/changes_view.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/parallel.h"
#include "views/addresses.h"
#include "views/charts.h"

namespace stoplicht {
namespace {

bool tells_lights(const Period& period) { return count_lights(reports_of(period)).told > 0; }

Changes changes_between(const Moment& before, const Moment& after, const Site& present) {
  Changes changes = compare(before, after, present);
  leave_out_withdrawn(changes);
  return changes;
}

}  // namespace

Moment moment_of(const Scene& scene, const Period& period) {
  const Period* there = &period;
  const Scene told_in = scene_of(scene, there);
  return {&told_in.site, there};
}

bool is_known(const Measurement* measurement) { return measurement != nullptr && measurement->actual; }

const Period* compared_with(const Period& period) {
  if (tells_lights(period))
    for (const Period* earlier = period.previous; earlier != nullptr; earlier = earlier->previous)
      if (tells_lights(*earlier)) return earlier;
  return period.previous;
}

std::vector<Comparison> period_comparisons(const Scene& scene) {
  std::vector<Comparison> out;
  for (const auto& period : scene.present().periods) {
    std::vector<const Period*> others;
    const auto add = [&](const Period* other) {
      if (other != nullptr && std::find(others.begin(), others.end(), other) == others.end()) others.push_back(other);
    };
    add(period->previous);
    add(compared_with(*period));
    // A period that came between them later took no address away.
    for (const Edition* edition : editions_of(scene, *period)) {
      if (edition->period == nullptr) continue;
      for (const Period* known : {edition->period->previous, compared_with(*edition->period)})
        if (known != nullptr) add(scene.present().find_period(known->id));
    }
    for (const Period* other : others)
      out.push_back({moment_of(scene, *other), moment_of(scene, *period), comparison_address(*other, *period)});
  }
  return out;
}

std::vector<Comparison> correction_comparisons(const Scene& scene) {
  std::vector<Comparison> out;
  if (scene.archive == nullptr) return out;
  const auto& editions = scene.archive->editions;
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    const Edition* after = edition->get();
    const Edition* before = after->before;
    if (before == nullptr || before->is_gone() || after->is_gone()) continue;
    out.push_back({{&before->site, before->period},
                   {&after->site, after->period},
                   correction_address(*before, *after),
                   before,
                   after});
  }
  return out;
}

std::vector<Comparison> all_comparisons(const Scene& scene) {
  std::vector<Comparison> out = period_comparisons(scene);
  for (Comparison& each : correction_comparisons(scene)) out.push_back(std::move(each));
  return out;
}

Corrections::Corrections(const Archive& archive, const Site& present, unsigned threads) {
  std::vector<std::pair<const Edition*, Changes*>> all;
  for (const auto& edition : archive.editions)
    if (edition->before != nullptr && !edition->before->is_gone() && !edition->is_gone())
      all.emplace_back(edition.get(), &changes_[edition.get()]);
  parallel_for(all.size(), threads, [&](std::size_t i) {
    const auto& [after, changes] = all[i];
    const Edition& before = *after->before;
    *changes = changes_between({&before.site, before.period}, {&after->site, after->period}, present);
  });
}

const Changes* Corrections::of(const Edition& correction) const {
  const auto found = changes_.find(&correction);
  return found == changes_.end() ? nullptr : &found->second;
}

Changes changes_of(const Scene& scene, const Comparison& comparison) {
  if (comparison.is_correction() && scene.corrections != nullptr)
    if (const Changes* known = scene.corrections->of(*comparison.edition_after)) return *known;
  return changes_between(comparison.before, comparison.after, scene.present());
}

bool lights_compare(const Changes& changes) {
  return tells_lights(*changes.before.period) && tells_lights(*changes.after.period);
}

bool tells_project(const Changes& changes, const ProjectChange& change) {
  return change.differs() && (changes.between_editions() || change.lineage != nullptr || lights_compare(changes));
}

bool only_lineage(const Changes& changes, const ProjectChange& change) {
  const bool begins = change.move == LightMove::started;
  if (!begins && change.move != LightMove::stopped) return false;
  return (begins ? changes.before : changes.after).period->projects.empty();
}

bool tells_target(const Changes& changes, const FigureChange& change) {
  return change.target_moved && (change.target_after || changes.between_editions());
}

bool tells_figure(const Changes& changes, const FigureChange& change) {
  const auto actual = [](const Measurement* each) { return each != nullptr ? each->actual : std::nullopt; };
  // That a report does not name a figure is another thing than that it says that it is not known.
  if (changes.between_editions() && (change.before == nullptr) != (change.after == nullptr)) return true;
  return actual(change.before) != actual(change.after) || (change.counts_otherwise && actual(change.before));
}

bool tells_forecast(const Changes& changes, const FigureChange& change) {
  const auto forecast = [](const Measurement* each) { return each != nullptr ? each->forecast : std::nullopt; };
  const std::optional<Quantity> before = forecast(change.before);
  const std::optional<Quantity> after = forecast(change.after);
  return before != after && (changes.between_editions() || (before && after));
}

long comparable_figures(const Changes& changes) {
  return std::count_if(changes.figures.begin(), changes.figures.end(),
                       [](const FigureChange& change) { return is_known(change.before) && is_known(change.after); });
}

bool is_told_elsewhere(const Changes& changes, const TextChange& change) {
  if (change.key.starts_with("/targets"))
    return std::any_of(changes.figures.begin(), changes.figures.end(), [&](const FigureChange& each) {
      return each.indicator->id == change.subject && each.target_moved;
    });
  if (!change.key.ends_with("/computed")) return false;
  return std::any_of(changes.projects.begin(), changes.projects.end(), [&](const ProjectChange& each) {
    return each.project().id == change.project_id && each.move != LightMove::same;
  });
}

long corrected_things(const Changes& changes) {
  const auto differing = [](const auto& all) {
    return std::count_if(all.begin(), all.end(), [](const auto& change) { return change.differs(); });
  };
  // A new name or number is among the texts and the other values.
  const long lights = std::count_if(changes.projects.begin(), changes.projects.end(), [](const ProjectChange& change) {
    return change.move != LightMove::same && change.move != LightMove::withdrawn;
  });
  const long others = std::count_if(changes.others.begin(), changes.others.end(),
                                    [&](const TextChange& change) { return !is_told_elsewhere(changes, change); });
  return lights + differing(changes.figures) + static_cast<long>(changes.budgets.size() + changes.texts.size()) +
         others;
}

std::string lights_sentence(const Scene& scene, const Changes& changes) {
  const long better = changes.count(LightMove::better);
  const long worse = changes.count(LightMove::worse);
  if (better == 0 && worse == 0) return scene.strings.say("lights_none_moved");
  if (worse == 0) return scene.strings.say_count("lights_better", better, count_text(scene, better));
  if (better == 0) return scene.strings.say_count("lights_worse", worse, count_text(scene, worse));
  return scene.strings.say_count("lights_better_and_worse", better, count_text(scene, better),
                                 {{"worse", worse == 1 ? scene.strings.say("word_one") : count_text(scene, worse)}});
}

std::string comparison_heading(const Scene& scene, const Comparison& comparison, const Changes& changes) {
  if (comparison.is_correction()) {
    const std::string before = count_text(scene, comparison.edition_before->number);
    const std::string after = count_text(scene, comparison.edition_after->number);
    const long things = corrected_things(changes);
    if (things == 0)
      return scene.strings.say(
          withdrawn_names(scene, changes).empty() ? "correction_same" : "correction_same_but_withdrawn",
          {{"old", before}, {"new", after}});
    return scene.strings.say_count("correction_heading", things, count_text(scene, things), {{"new", after}});
  }
  if (lights_compare(changes)) return lights_sentence(scene, changes);
  if (const long figures = comparable_figures(changes); figures > 0)
    return scene.strings.say_count("comparison_figures", figures, count_text(scene, figures));
  return scene.strings.say("comparison_none", {{"before", changes.before.period->name},
                                               {"after", in_sentence(scene, changes.after.period->name)}});
}

std::string comparison_name(const Scene& scene, const Comparison& comparison) {
  const Period& after = *comparison.after.period;
  if (!comparison.is_correction())
    return scene.strings.say("comparison_pair",
                             {{"before", comparison.before.period->name}, {"after", in_sentence(scene, after.name)}});
  return scene.strings.say("correction_pair", {{"period", after.name},
                                               {"old", count_text(scene, comparison.edition_before->number)},
                                               {"new", count_text(scene, comparison.edition_after->number)}});
}

std::string value_text(const Scene& scene, const Measurement* measurement) {
  if (measurement == nullptr) return scene.strings.say("figure_not_told");
  if (!measurement->actual) return scene.strings.say("unknown");
  const std::string value = quantity_text(scene, *measurement->actual, measurement->indicator->unit);
  return measurement->indicator->unit_label.empty() ? value : value + " " + measurement->indicator->unit_label;
}

namespace {

std::string beside(const std::string& address, const std::string& ending) {
  constexpr std::string_view html = ".html";
  assert(address.ends_with(html));
  return address.substr(0, address.size() - html.size()) + ending;
}

}  // namespace

std::string changes_csv(const std::string& address) { return beside(address, ".csv"); }

std::string flow_csv(const std::string& address) { return beside(address, "-stoplichten.csv"); }

}  // namespace stoplicht
