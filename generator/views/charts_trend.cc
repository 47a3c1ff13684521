#include "views/charts_trend.h"

#include <algorithm>
#include <cmath>

#include "views/charts.h"
#include "views/datasets.h"

namespace stoplicht {
namespace {

bool is_exact(const Quantity& quantity) { return quantity.qualifier == Qualifier::exactly; }

class Words {
 public:
  Words(const Scene& scene, const Trend& trend) : scene_(scene), trend_(trend), indicator_(*trend.indicator) {}

  // "Mensen met een baan: 97 (najaar 2024), 9 meer dan voorjaar 2024. Nog 23 tot de streefwaarde van 120."
  std::string conclusion() const {
    const Trend::Point& last = trend_.known.back();
    const Trend::Point& before = trend_.known[trend_.known.size() - 2];
    std::string out = scene_.strings.say("trend_now", {{"indicator", indicator_.name},
                                                       {"value", quantity(last.value)},
                                                       {"period", in_sentence(scene_, last.period->name)}});
    const std::string then = in_sentence(scene_, before.period->name);
    const double change = last.value.value - before.value.value;
    if (!is_exact(last.value) || !is_exact(before.value))
      out += scene_.strings.say("trend_was", {{"period", then}, {"value", quantity(before.value)}});
    else if (is_zero(change))
      out += scene_.strings.say("trend_same", {{"period", then}});
    else
      out += scene_.strings.say(change > 0 ? "trend_more" : "trend_less",
                                {{"period", then}, {"change", distance(change)}});
    return out + "." + target_sentence(last);
  }

  std::string note() const {
    std::string out = indicator_.description;
    const auto add = [&](const std::string& sentence) { out += (out.empty() ? "" : " ") + sentence; };
    if (indicator_.cumulative) add(scene_.strings.say("trend_cumulative"));
    if (indicator_.direction == Direction::down && indicator_.description.empty())
      add(scene_.strings.say("trend_lower_is_better"));
    const Period* newest = scene_.site.newest();
    if (trend_.known.back().period != newest)
      add(scene_.strings.say("last_known", {{"period", in_sentence(scene_, trend_.known.back().period->name)}}));
    if (const Target* target = newest_target(); target != nullptr)
      if (const Target* old = indicator_.target_before(*target); old != nullptr)
        add(scene_.strings.say(
            "target_moved",
            {{"old", quantity(old->quantity)}, {"new", quantity(target->quantity)}, {"decision", target->decision}}));
    if (trend_.forecast) add(forecast_sentence());
    if (indicator_.baseline && !trend_.baseline_day)
      add(scene_.strings.say("trend_baseline_undated", {{"value", quantity(*indicator_.baseline)}}));
    return out;
  }

  // Every point, in the order of time, for those who do not see the drawing.
  std::string description() const {
    std::string out;
    const auto add = [&](const std::string& sentence) { out += (out.empty() ? "" : " ") + sentence; };
    if (trend_.baseline_day)
      add(scene_.strings.say("trend_description_baseline", {{"date", scene_.locale.date(*indicator_.baseline_date)},
                                                            {"value", quantity(*indicator_.baseline)}}));
    for (const Trend::Point& point : trend_.known) {
      if (point.after_gap) add(scene_.strings.say("trend_description_gap"));
      add(scene_.strings.say("target_description_actual",
                             {{"period", point.period->name}, {"value", quantity(point.value)}}));
    }
    if (trend_.forecast) add(forecast_sentence());
    for (const Trend::Step& step : trend_.steps)
      add(scene_.strings.say(
          &step == &trend_.steps.front() ? "target_description_target" : "trend_description_moved",
          {{"target", quantity(step.target->quantity)}, {"period", in_sentence(scene_, step.target->from->name)}}));
    for (const Trend::Point& point : trend_.stated)
      add(scene_.strings.say(
          "target_description_actual",
          {{"period", point.period->name}, {"value", quantity(point.value) + " " + indicator_.target_label}}));
    return out;
  }

 private:
  static bool is_zero(double value) { return std::abs(value) < 1e-9; }

  std::string quantity(const Quantity& value) const { return quantity_text(scene_, value, indicator_.unit); }

  // How far two values are apart; of percentages in points.
  std::string distance(double difference) const {
    if (indicator_.unit == Unit::percent)
      return scene_.strings.say("percent_points", {{"value", scene_.locale.number(std::abs(difference))}});
    return quantity(Quantity{std::abs(difference)});
  }

  // The goal in force in the newest period.
  const Target* newest_target() const {
    return indicator_.target_label.empty() ? indicator_.target_in(*scene_.site.newest()) : nullptr;
  }

  std::string target_sentence(const Trend::Point& last) const {
    const Target* target = newest_target();
    if (target == nullptr) return {};
    const double rest = target->quantity.value - last.value.value;
    const bool up = indicator_.direction == Direction::up;
    const char* key = "trend_target";
    if (is_exact(target->quantity) && is_exact(last.value))
      key = is_zero(rest) || (rest < 0) == up ? "trend_reached" : up ? "trend_to_go" : "trend_above";
    std::string out = " " + scene_.strings.say(key, {{"target", quantity(target->quantity)}, {"rest", distance(rest)}});
    if (const Target* old = indicator_.target_before(*target); old != nullptr)
      out += scene_.strings.say("trend_target_was", {{"old", quantity(old->quantity)}});
    return out + ".";
  }

  std::string forecast_sentence() const {
    const std::string value = quantity(trend_.forecast->value);
    if (!trend_.forecast_for) return scene_.strings.say("trend_forecast_undated", {{"value", value}});
    return scene_.strings.say("trend_forecast", {{"value", value}, {"date", scene_.locale.date(*trend_.forecast_for)}});
  }

  const Scene& scene_;
  const Trend& trend_;
  const Indicator& indicator_;
};

}  // namespace

Json trend_chart(const Scene& scene, const Indicator& indicator, const ChartPlace& place) {
  const std::optional<Trend> trend = trend_of(scene, indicator);
  if (!trend) return false;
  const Words words(scene, *trend);
  Json chart = trend_drawing(scene, *trend);
  std::string note = words.note();
  if (chart["begins_at"].is_string())
    note += (note.empty() ? "" : " ") +
            scene.strings.say("trend_begins_at", {{"value", chart["begins_at"].get_ref<const std::string&>()}});
  chart.erase("begins_at");
  chart["id"] = place.id;
  chart["conclusion"] = words.conclusion();
  chart["note"] = or_false(note);
  chart["title"] = scene.strings.say("trend_title", {{"indicator", indicator.name}});
  chart["description"] = words.description();
  chart["table"] = table_context(scene, indicator_table(scene, indicator), place.page_address,
                                 csv_of(scene, indicator_csv(indicator)));
  return chart;
}

}  // namespace stoplicht
