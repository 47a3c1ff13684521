#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "model/figures.h"
#include "views/chart_parts.h"
#include "views/charts.h"
#include "views/datasets.h"
#include "views/project_in_period.h"

namespace stoplicht {
namespace {

std::string percent_of(double part, double whole) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f%%", whole > 0 ? std::clamp(part / whole * 100, 0.0, 100.0) : 0.0);
  return text;
}

Cell quantity_cell(const Scene& scene, const std::optional<Quantity>& quantity, Unit unit, const char* nothing) {
  if (!quantity) return {scene.strings.say(nothing), "", true};
  const bool exact = quantity->qualifier == Qualifier::exactly;
  return {quantity_text(scene, *quantity, unit), exact ? plain_number(quantity->value) : "", false};
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// "430 inwoners": the value with what is counted.
std::string with_unit(const std::string& value, const Indicator& indicator) {
  return indicator.unit_label.empty() ? value : value + " " + indicator.unit_label;
}

std::string target_text(const Scene& scene, const Indicator& indicator, const Target& target) {
  const std::string value = quantity_text(scene, target.quantity, indicator.unit);
  return indicator.target_label.empty()
             ? scene.strings.say("target_label", {{"value", value}})
             : scene.strings.say("target_label_other", {{"value", value}, {"label", indicator.target_label}});
}

// "86 % van het doel"; empty when it would say nothing or mislead.
std::string share_text(const Scene& scene, const Indicator& indicator, const Measurement& measured,
                       const Target& target) {
  if (!measured.actual || measured.actual->value < 0 || target.quantity.value <= 0 ||
      indicator.direction == Direction::down || !indicator.target_label.empty() || indicator.unit == Unit::percent)
    return {};
  // With a start above zero this share would count what was there before.
  if (indicator.baseline && indicator.baseline->value != 0) return {};
  const double part = measured.actual->value;
  const double whole = target.quantity.value;
  const Qualifier actual = measured.actual->qualifier;
  const Qualifier wanted = target.quantity.qualifier;
  const bool exact = actual == Qualifier::exactly && wanted == Qualifier::exactly;
  if (exact) return scene.strings.say("share_of_target", {{"share", share_in_percent(scene, part, whole)}});
  // Nobody can have reached exactly all, or nothing, of a target that is only known roughly.
  const long rounded = std::lround(part / whole * 100);
  if (rounded == 100 || (rounded == 0 && part > 0)) return {};
  const auto is_least = [](Qualifier qualifier) {
    return qualifier == Qualifier::at_least || qualifier == Qualifier::more_than;
  };
  // What is "at least" of "at least" may be anything.
  if (is_least(actual) && is_least(wanted)) return {};
  // Of "at least 500" or "more than 500" the known part is at most the share of 500; if it is the
  // actual value that is "at least", it is at least that share.
  const char* sentence = actual == Qualifier::exactly && is_least(wanted)   ? "share_of_target_at_most"
                         : is_least(actual) && wanted == Qualifier::exactly ? "share_of_target_at_least"
                                                                            : "share_of_target_about";
  return scene.strings.say(sentence, {{"share", scene.locale.percent(part / whole * 100, 0)}});
}

// What a bar can show besides the actual value and the target.
struct BarExtras {
  const Quantity* forecast = nullptr;  // Further than the actual value; null when there is none to draw.
  const Target* old_target = nullptr;  // The one that was replaced in this period.
};

Json bar(const Scene& scene, const Indicator& indicator, const std::optional<Quantity>& actual, const Target* target,
         const BarExtras& extras) {
  const double target_value = target != nullptr ? target->quantity.value : 0;
  const double actual_value = actual ? actual->value : 0;
  // Without a target a bar would have no scale; negative values have no length.
  if (target == nullptr || target_value <= 0 || actual_value < 0) return false;
  const double forecast = extras.forecast != nullptr ? extras.forecast->value : 0;
  const double old_value = extras.old_target != nullptr ? extras.old_target->quantity.value : 0;
  const double scale = 1.12 * std::max({target_value, actual_value, forecast, old_value});
  const auto text = [&](const Quantity& quantity) { return quantity_text(scene, quantity, indicator.unit); };
  Json out{{"value_width", percent_of(actual_value, scale)},
           {"target_x", percent_of(target_value, scale)},
           {"target_label", target_text(scene, indicator, *target)},
           {"approximate", target->quantity.qualifier != Qualifier::exactly},
           {"label_end", target_value / scale > 0.5},
           {"forecast", false},
           {"old", false}};
  if (extras.forecast != nullptr)
    out["forecast"] = Json{{"width", percent_of(forecast, scale)},
                           {"label", scene.strings.say("forecast_label", {{"value", text(*extras.forecast)}})}};
  if (old_value > 0)
    out["old"] = Json{{"x", percent_of(old_value, scale)},
                      {"label", scene.strings.say("old_target_label", {{"value", text(extras.old_target->quantity)}})}};
  return out;
}

}  // namespace

const Target* shown_target(const Indicator& indicator, const Period& period) {
  const Target* target = indicator.target_in(period);
  if (target != nullptr && !indicator.target_label.empty() && target->from != &period) return nullptr;
  return target;
}

Table indicator_table(const Scene& scene, const Indicator& indicator) {
  const bool goal = indicator.target_label.empty();
  Table table;
  table.caption = scene.strings.say(goal ? "target_table" : "target_table_other", {{"indicator", indicator.name}});
  table.columns = {{scene.strings.say("column_period"), false},
                   {scene.strings.say("column_actual"), true},
                   {goal ? scene.strings.say("column_target") : capitalised(indicator.target_label), true}};
  const auto& periods = scene.site.periods;
  const bool foretold = std::any_of(periods.begin(), periods.end(), [&](const auto& period) {
    const Measurement* measured = measurement_of(indicator, *period);
    return measured != nullptr && measured->forecast;
  });
  if (foretold) table.columns.push_back({scene.strings.say("column_forecast"), true});
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const Measurement* measured = measurement_of(indicator, **period);
    const Target* target = shown_target(indicator, **period);
    const WithdrawnPart* withdrawn = measured == nullptr && indicator.project != nullptr
                                         ? withdrawn_report(scene.site, *indicator.project, **period)
                                         : nullptr;
    table.rows.push_back(
        {{(*period)->name, "", false},
         withdrawn != nullptr
             ? Cell{scene.strings.say("project_withdrawn", {{"date", scene.locale.date(withdrawn->on)}}), "", true}
             : quantity_cell(scene, measured != nullptr ? measured->actual : std::nullopt, indicator.unit,
                             measured != nullptr || (*period)->depth == Depth::known ? "unknown" : "not_reported"),
         quantity_cell(scene, target != nullptr ? std::optional(target->quantity) : std::nullopt, indicator.unit,
                       "no_target")});
    if (foretold)
      table.rows.back().push_back(
          quantity_cell(scene, measured != nullptr ? measured->forecast : std::nullopt, indicator.unit, "no_forecast"));
  }
  return table;
}

const Measurement* measurement_of(const Indicator& indicator, const Period& period) {
  if (indicator.project == nullptr) return period.total_of(indicator);
  const ProjectReport* report = period.report_of(*indicator.project);
  if (report == nullptr) return nullptr;
  for (const Measurement& measured : report->measurements)
    if (measured.indicator == &indicator) return &measured;
  return nullptr;
}

Json target_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place,
                  bool hero) {
  const Measurement* measured = measurement_of(indicator, period);
  const Target* target = shown_target(indicator, period);
  const std::optional<Quantity> actual = measured != nullptr ? measured->actual : std::nullopt;
  const bool unknown = measured != nullptr || period.depth == Depth::known;
  const std::string nothing = scene.strings.say(unknown ? "unknown" : "not_reported");
  const std::string value = actual ? quantity_text(scene, *actual, indicator.unit) : nothing;

  std::string description =
      actual ? scene.strings.say("target_description_actual",
                                 {{"period", period.name}, {"value", with_unit(value, indicator)}})
             : scene.strings.say("target_description_unknown", {{"period", period.name}, {"value", value}});
  std::string share;
  if (target != nullptr) {
    description += " " + (indicator.target_label.empty()
                              ? scene.strings.say("target_description_target",
                                                  {{"target", quantity_text(scene, target->quantity, indicator.unit)}})
                              : capitalised(target_text(scene, indicator, *target)) + ".");
    if (measured != nullptr) share = share_text(scene, indicator, *measured, *target);
    if (!share.empty()) description += " " + scene.strings.say("target_description_share", {{"share", share}});
  }
  // A moved target is told where it moved; later periods show it in their table.
  const Target* old_target = target != nullptr && target->from == &period ? indicator.target_before(*target) : nullptr;
  const Quantity* forecast = measured != nullptr && measured->forecast ? &*measured->forecast : nullptr;
  std::vector<std::string> note;
  if (measured != nullptr && !measured->note.empty()) note.push_back(measured->note);
  if (old_target != nullptr)
    note.push_back(
        scene.strings.say("target_moved", {{"old", quantity_text(scene, old_target->quantity, indicator.unit)},
                                           {"new", quantity_text(scene, target->quantity, indicator.unit)},
                                           {"decision", target->decision}}));
  const bool older = scene.site.newest() != &period;
  const bool further = forecast != nullptr && forecast->value > (actual ? actual->value : 0);
  Json drawn = bar(scene, indicator, actual, target, {further ? forecast : nullptr, old_target});
  if (forecast != nullptr) {
    const std::string told =
        scene.strings.say("forecast", {{"value", quantity_text(scene, *forecast, indicator.unit)}});
    description += " " + told;
    if (!further || drawn == false) note.push_back(told);
  }

  return Json{{"id", place.id},
              {"conclusion", indicator.name + ": " + (actual ? with_unit(value, indicator) : value) +
                                 (share.empty() ? "" : ", " + share) + "."},
              {"own_conclusion", false},  // Value, label and share say it already; an author's own sentence is shown.
              {"value", value},
              {"unknown", !actual.has_value()},
              {"label", indicator.unit_label.empty() || !hero
                            ? indicator.name
                            : scene.strings.say("hero_label", {{"indicator", indicator.name}})},
              // A hero has no room for the note, and so does not claim a share that the note may qualify. Of when its
              // value is always stands beside it, where that is not the newest period.
              {"share", hero && !note.empty() ? Json(false) : or_false(share)},
              {"note", hero ? (older ? Json(scene.strings.say("hero_of", {{"period", in_sentence(scene, period.name)}}))
                                     : Json(false))
                            : or_false(join(note, " "))},
              {"hero", hero},
              {"title", scene.strings.say(indicator.target_label.empty() ? "target_title" : "target_title_other",
                                          {{"indicator", indicator.name}})},
              {"description", std::move(description)},
              {"bar", std::move(drawn)},
              {"table", table_context(scene, indicator_table(scene, indicator), place.page_address,
                                      csv_of(scene, indicator_csv(indicator)))}};
}

}  // namespace stoplicht
