#include "base/diagnostics.h"
#include "base/text.h"
#include "model/figures.h"
#include "views/charts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

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

// The target to show in a period. One that is no goal ("beschikbaar") is a fact of the period
// that states it; nobody said that it still held later.
const Target* shown_target(const Indicator& indicator, const Period& period) {
  const Target* target = indicator.target_in(period);
  if (target != nullptr && !indicator.target_label.empty() && target->from != &period) return nullptr;
  return target;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

Table target_table(const Scene& scene, const Indicator& indicator) {
  const bool goal = indicator.target_label.empty();
  Table table;
  table.caption = scene.strings.say(goal ? "target_table" : "target_table_other", {{"indicator", indicator.name}});
  table.columns = {{scene.strings.say("column_period"), false},
                   {scene.strings.say("column_actual"), true},
                   {goal ? scene.strings.say("column_target") : capitalised(indicator.target_label), true}};
  const auto& periods = scene.site.periods;
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const Measurement* measured = measurement_of(indicator, **period);
    const Target* target = shown_target(indicator, **period);
    table.rows.push_back(
        {{(*period)->name, "", false},
         quantity_cell(scene, measured != nullptr ? measured->actual : std::nullopt, indicator.unit,
                       measured != nullptr || (*period)->depth == Depth::known ? "unknown" : "not_reported"),
         quantity_cell(scene, target != nullptr ? std::optional(target->quantity) : std::nullopt, indicator.unit, "no_target")});
  }
  return table;
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
std::string share_text(const Scene& scene, const Indicator& indicator, const Measurement& measured, const Target& target) {
  if (!measured.actual || target.quantity.value <= 0 || indicator.direction == Direction::down ||
      !indicator.target_label.empty() || indicator.unit == Unit::percent)
    return {};
  // With a start above zero this share would count what was there before.
  if (indicator.baseline && indicator.baseline->value != 0) return {};
  const double share = measured.actual->value / target.quantity.value * 100;
  const Qualifier actual = measured.actual->qualifier;
  const Qualifier wanted = target.quantity.qualifier;
  const bool exact = actual == Qualifier::exactly && wanted == Qualifier::exactly;
  // Nobody can have reached exactly all of a target that is only known roughly.
  if (!exact && std::lround(share) == 100) return {};
  const auto is_least = [](Qualifier qualifier) { return qualifier == Qualifier::at_least || qualifier == Qualifier::more_than; };
  // Of "at least 500" or "more than 500" the known part is at most the share of 500; if it is the
  // actual value that is "at least", it is at least that share.
  const char* sentence = exact                                                     ? "share_of_target"
                         : actual == Qualifier::exactly && is_least(wanted) ? "share_of_target_at_most"
                         : is_least(actual) && wanted == Qualifier::exactly ? "share_of_target_at_least"
                                                                                 : "share_of_target_about";
  return scene.strings.say(sentence, {{"share", scene.locale.percent(share, 0)}});
}

Json bar(const Scene& scene, const Indicator& indicator, const std::optional<Quantity>& actual, const Target* target) {
  const double target_value = target != nullptr ? target->quantity.value : 0;
  const double actual_value = actual ? actual->value : 0;
  // Without a target a bar would have no scale; negative values have no length.
  if (target == nullptr || target_value <= 0 || actual_value < 0) return false;
  const double scale = 1.12 * std::max(target_value, actual_value);
  return Json{{"value_width", percent_of(actual_value, scale)},
              {"has_target", true},
              {"target_x", percent_of(target_value, scale)},
              {"target_label", target_text(scene, indicator, *target)},
              {"approximate", target->quantity.qualifier != Qualifier::exactly},
              {"label_end", target_value / scale > 0.5}};
}

}  // namespace

const Measurement* measurement_of(const Indicator& indicator, const Period& period) {
  if (indicator.project == nullptr) return period.total_of(indicator);
  const ProjectReport* report = period.report_of(*indicator.project);
  if (report == nullptr) return nullptr;
  for (const Measurement& measured : report->measurements)
    if (measured.indicator == &indicator) return &measured;
  return nullptr;
}

Json target_chart(const Scene& scene, const Indicator& indicator, const Period& period, const ChartPlace& place, bool hero) {
  const Measurement* measured = measurement_of(indicator, period);
  const Target* target = shown_target(indicator, period);
  const std::optional<Quantity> actual = measured != nullptr ? measured->actual : std::nullopt;
  const bool unknown = measured != nullptr || period.depth == Depth::known;
  const std::string nothing = scene.strings.say(unknown ? "unknown" : "not_reported");
  const std::string value = actual ? quantity_text(scene, *actual, indicator.unit) : nothing;

  std::string description = actual ? scene.strings.say("target_description_actual",
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
  std::string note = measured != nullptr ? measured->note : "";
  // A moved target is told where it moved; later periods show it in their table.
  if (target != nullptr && target->from == &period)
    if (const Target* before = indicator.target_before(*target); before != nullptr)
      note += (note.empty() ? "" : " ") +
              scene.strings.say("target_moved", {{"old", quantity_text(scene, before->quantity, indicator.unit)},
                                                 {"new", quantity_text(scene, target->quantity, indicator.unit)},
                                                 {"decision", target->decision}});
  if (measured != nullptr && measured->forecast)
    note += (note.empty() ? "" : " ") +
            scene.strings.say("forecast", {{"value", quantity_text(scene, *measured->forecast, indicator.unit)}});

  return Json{{"id", place.id},
              {"value", value},
              {"unknown", !actual.has_value()},
              {"label", indicator.unit_label.empty() || !hero ? indicator.name
                                                              : scene.strings.say("hero_label", {{"indicator", indicator.name}})},
              // A hero has no room for the note, and so does not claim a share that the note may qualify.
              {"share", hero && !note.empty() ? Json(false) : or_false(share)},
              {"note", hero ? Json(false) : or_false(note)},
              {"hero", hero},
              {"title", scene.strings.say(indicator.target_label.empty() ? "target_title" : "target_title_other",
                                          {{"indicator", indicator.name}})},
              {"description", std::move(description)},
              {"bar", bar(scene, indicator, actual, target)},
              {"table", table_context(scene, target_table(scene, indicator), place.page_address, place.csv_name, place.files)}};
}

std::optional<EmbeddedChart> embedded_chart(const Scene& scene, const Period& period, std::string_view request,
                                            const std::string& page_address, std::string& hint) {
  std::vector<std::string> words;
  for (const std::string_view line : split(request, '\n'))
    for (const std::string_view word : split(line, ' '))
      if (!trim(word).empty()) words.emplace_back(trim(word));
  const std::string kind = words.empty() ? "" : words[0];
  const std::string subject = words.size() > 1 ? words[1] : "";
  ChartPlace place{page_address, "", "", nullptr};
  place.id = kind + (subject.empty() ? "" : "-" + subject) + "-" + period.id;

  if (words.size() > 2) {
    hint = "write one chart a block, such as: target " + subject;
  } else if (kind == "matrix" && subject.empty()) {
    return EmbeddedChart{"matrix", matrix_chart(scene, place)};
  } else if (kind == "lights") {
    const Programme* programme = subject.empty() ? nullptr : scene.site.find_programme(subject);
    std::vector<std::string_view> ids;
    for (const auto& each : scene.site.programmes) ids.push_back(each->id);
    if (!subject.empty() && programme == nullptr) {
      hint = "there is no programme '" + subject + "'; " + one_of_hint(subject, ids);
      return std::nullopt;
    }
    const auto reports = reports_of(period, programme);
    if (reports.empty()) {
      hint = "period " + period.id + " has no lights per project to show";
      return std::nullopt;
    }
    return EmbeddedChart{"ribbon", ribbon_chart(scene, period, reports, place)};
  } else if (kind == "target") {
    std::vector<std::string_view> ids;
    for (const auto& each : scene.site.indicators) {
      if (each->id == subject) return EmbeddedChart{"bullet", target_chart(scene, *each, period, place)};
      ids.push_back(each->id);
    }
    hint = subject.empty() ? "name an indicator: target " + std::string(ids.empty() ? "…" : ids[0])
                           : "there is no indicator '" + subject + "'; " + one_of_hint(subject, ids);
  } else {
    hint = one_of_hint(kind, {"lights", "matrix", "target"});
  }
  return std::nullopt;
}

}  // namespace stoplicht
