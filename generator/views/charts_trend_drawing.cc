#include <algorithm>
#include <cmath>

#include "views/chart_labels.h"
#include "views/charts_trend.h"
#include "views/geometry.h"

namespace stoplicht {
namespace {

// In pixels down; the theme's drawing is 296 high.
constexpr double top = 20;
constexpr double axis = 268;
constexpr double years_baseline = 288;
constexpr double bands_baseline = 34;

// In percent across.
constexpr double left = 2.5;
constexpr double right = 97;

constexpr double room_for_year = 52;  // In pixels.

class Drawing {
 public:
  Drawing(const Scene& scene, const Trend& trend) : scene_(scene), trend_(trend), indicator_(*trend.indicator) {
    std::vector<double> values;
    for (const auto* points : {&trend.known, &trend.stated})
      for (const Trend::Point& point : *points) values.push_back(point.value.value);
    if (trend.forecast) values.push_back(trend.forecast->value.value);
    for (const Trend::Step& step : trend.steps) values.push_back(step.target->quantity.value);
    if (trend.baseline_day) values.push_back(indicator_.baseline->value);
    // Euros are told whole, and what is counted comes in wholes.
    scale_ = value_scale(*std::min_element(values.begin(), values.end()),
                         *std::max_element(values.begin(), values.end()), indicator_.unit == Unit::percent ? 0 : 1);
  }

  Json context() {
    draw_scale();
    draw_gaps();
    draw_targets();
    draw_values();
    for (Json& text : place_labels(labels_, around_)) texts_.push_back(std::move(text));
    return Json{{"bands", std::move(bands_)},
                {"grid", std::move(grid_)},
                {"ticks", std::move(ticks_)},
                {"lines", std::move(lines_)},
                {"points", std::move(points_)},
                {"texts", std::move(texts_)},
                {"key", std::move(key_)},
                {"begins_at", scale_.from == 0 ? Json(false) : Json(quantity(Quantity{scale_.from}))}};
  }

 private:
  double x(std::int64_t day) const {
    return left +
           static_cast<double>(day - trend_.from) / static_cast<double>(trend_.until - trend_.from) * (right - left);
  }
  double y(double value) const { return axis - (value - scale_.from) / (scale_.to - scale_.from) * (axis - top); }
  std::string quantity(const Quantity& value) const { return quantity_text(scene_, value, indicator_.unit); }

  void line(const char* kind, std::int64_t from, double from_value, std::int64_t until, double until_value) {
    const DrawnLine drawn{x(from), y(from_value), x(until), y(until_value)};
    around_.lines.push_back(drawn);
    lines_.push_back(Json{{"kind", kind},
                          {"x1", percent_of_width(drawn.x1)},
                          {"y1", pixels(drawn.y1)},
                          {"x2", percent_of_width(drawn.x2)},
                          {"y2", pixels(drawn.y2)}});
  }

  // `kind` is also its shape: a circle for what was measured or is foretold, a square for the baseline, a short line
  // for a target that is no goal.
  void point(const char* kind, std::int64_t day, double value) {
    const DrawnPoint drawn{x(day), y(value)};
    around_.points.push_back(drawn);
    Json item = point_shape(kind);
    item["x"] = percent_of_width(drawn.x);
    item["y"] = pixels(drawn.y);
    points_.push_back(std::move(item));
  }

  static Json point_shape(const std::string& kind) {
    const bool square = kind == "baseline";
    const bool mark = kind == "stated";
    return Json{{"kind", kind}, {"circle", !square && !mark}, {"square", square}, {"mark", mark}};
  }

  void explain(const char* line_kind, const char* point_kind, const std::string& label) {
    key_.push_back(Json{{"label", label},
                        {"line", line_kind == nullptr ? Json(false) : Json(line_kind)},
                        {"point", point_kind == nullptr ? Json(false) : point_shape(point_kind)}});
  }

  // Above or below a point, or beside it.
  void label_point(const char* kind, const std::string& text, std::int64_t day, double value) {
    Label label{text, kind, {}};
    for (const double dy : {-12.0, 23.0})
      for (const Anchor anchor : {Anchor::middle, Anchor::end, Anchor::start})
        label.places.push_back({x(day), y(value) + dy, anchor});
    label.places.push_back({x(day) + 3, y(value) + 4, Anchor::start});
    label.places.push_back({x(day), y(value) - 27, Anchor::start});
    labels_.push_back(std::move(label));
  }

  // Above or below a level line, anywhere along it.
  void label_line(const char* kind, const std::string& text, double from, double until, double at) {
    Label label{text, kind, {}, until - from};
    for (const double dy : {-6.0, 17.0}) {
      label.places.push_back({from + 1, at + dy, Anchor::start});
      label.places.push_back({until - 1, at + dy, Anchor::end});
      for (const double part : {0.25, 0.5, 0.75})
        label.places.push_back({from + part * (until - from), at + dy, Anchor::middle});
    }
    labels_.push_back(std::move(label));
  }

  void draw_scale() {
    for (double value = scale_.from; y(value) > top - 1; value += scale_.step) {
      const bool is_axis = value == scale_.from;
      grid_.push_back(Json{{"y", pixels(y(value))}, {"axis", is_axis}});
      if (is_axis && scale_.from == 0) continue;
      // On its line, or below it where a target is almost there.
      const std::string mark =
          indicator_.unit == Unit::euro ? scene_.locale.euros_rounded(std::llround(value)) : quantity(Quantity{value});
      labels_.push_back({mark, "sub", {{0, y(value) - 4, Anchor::start}, {0, y(value) + 13, Anchor::start}}});
    }
    around_.top = 0;
    around_.bottom = axis;

    std::vector<std::int64_t> years;
    std::vector<int> names;
    for (int year = 1900; day_number(year * 10000 + 101) <= trend_.until; ++year) {
      if (day_number(year * 10000 + 101) < trend_.from) continue;
      years.push_back(day_number(year * 10000 + 101));
      names.push_back(year);
    }
    const double count = static_cast<double>(years.size() - 1);
    const auto every = [&](double width) {
      return static_cast<std::size_t>(std::max(1.0, std::ceil(room_for_year * count / (width * (right - left) / 100))));
    };
    for (std::size_t i = 0; i < years.size(); ++i) {
      ticks_.push_back(Json{{"x", percent_of_width(x(years[i]))}});
      const bool on_narrow = i % every(narrow_width) == 0;
      const bool on_wide = i % every(wide_width) == 0;
      if (!on_narrow && !on_wide) continue;
      const Anchor anchor = i == 0 ? Anchor::start : i + 1 == years.size() ? Anchor::end : Anchor::middle;
      texts_.push_back(label_context({std::to_string(names[i]), "sub", {}}, {x(years[i]), years_baseline, anchor},
                                     on_narrow && !on_wide, on_wide && !on_narrow));
    }
  }

  void draw_gaps() {
    for (const Trend::Span& gap : trend_.gaps)
      bands_.push_back(
          Json{{"x", percent_of_width(x(gap.from))}, {"width", percent_of_width(x(gap.until) - x(gap.from))}});
  }

  void draw_targets() {
    for (std::size_t i = 0; i < trend_.steps.size(); ++i) {
      const Trend::Step& step = trend_.steps[i];
      const double value = step.target->quantity.value;
      line("target", step.from, value, step.until, value);
      if (i + 1 == trend_.steps.size()) continue;
      const Trend::Step& next = trend_.steps[i + 1];
      line("target", next.from, value, next.from, next.target->quantity.value);
      line("target-old", next.from, value, next.until, value);
    }
  }

  void label_targets() {
    for (std::size_t i = trend_.steps.size(); i-- > 0;) {
      const Trend::Step& step = trend_.steps[i];
      const std::string value = quantity(step.target->quantity);
      const double at = y(step.target->quantity.value);
      // One that was replaced goes on as a broken line: it is named where it is longest.
      const bool on = i + 1 < trend_.steps.size() && trend_.steps[i + 1].until - step.until > step.until - step.from;
      if (on)
        label_line("target", scene_.strings.say("trend_old_target_label", {{"value", value}}), x(step.until),
                   x(trend_.steps[i + 1].until), at);
      else
        label_line("target", scene_.strings.say("trend_target_label", {{"value", value}}), x(step.from), x(step.until),
                   at);
    }
    for (const Trend::Point& point : trend_.stated)
      label_point("target", quantity(point.value) + " " + indicator_.target_label, point.day, point.value.value);
  }

  void draw_values() {
    for (std::size_t i = 1; i < trend_.known.size(); ++i) {
      const Trend::Point& from = trend_.known[i - 1];
      const Trend::Point& until = trend_.known[i];
      line(until.after_gap ? "gap" : "actual", from.day, from.value.value, until.day, until.value.value);
    }
    const Trend::Point& last = trend_.known.back();
    if (trend_.forecast)
      line("forecast", last.day, last.value.value, trend_.forecast->day, trend_.forecast->value.value);
    for (const Trend::Point& each : trend_.stated) point("stated", each.day, each.value.value);
    for (const Trend::Point& each : trend_.known) point("actual", each.day, each.value.value);
    if (trend_.forecast) point("forecast", trend_.forecast->day, trend_.forecast->value.value);
    if (trend_.baseline_day) point("baseline", *trend_.baseline_day, indicator_.baseline->value);

    label_point("last", quantity(last.value), last.day, last.value.value);
    if (trend_.forecast)
      label_point("value", quantity(trend_.forecast->value), trend_.forecast->day, trend_.forecast->value.value);
    label_targets();
    if (trend_.baseline_day)
      label_point("sub", scene_.strings.say("trend_baseline_label", {{"value", quantity(*indicator_.baseline)}}),
                  *trend_.baseline_day, indicator_.baseline->value);
    for (const Trend::Span& gap : trend_.gaps) {
      const double middle = (x(gap.from) + x(gap.until)) / 2;
      labels_.push_back({scene_.strings.say("trend_gap_label"),
                         "sub",
                         {{middle, bands_baseline, Anchor::middle}, {middle, axis - 8, Anchor::middle}},
                         x(gap.until) - x(gap.from)});
    }
    label_point("value", quantity(trend_.known.front().value), trend_.known.front().day,
                trend_.known.front().value.value);
    for (std::size_t i = trend_.known.size() - 1; i-- > 1;)
      label_point("value", quantity(trend_.known[i].value), trend_.known[i].day, trend_.known[i].value.value);
    explain_all();
  }

  void explain_all() {
    explain("actual", "actual", scene_.strings.say("column_actual"));
    if (!trend_.gaps.empty()) explain("gap", nullptr, scene_.strings.say("trend_key_gap"));
    if (trend_.forecast) explain("forecast", "forecast", scene_.strings.say("column_forecast"));
    if (!trend_.steps.empty()) explain("target", nullptr, scene_.strings.say("column_target"));
    if (trend_.steps.size() > 1) explain("target-old", nullptr, scene_.strings.say("trend_key_old_target"));
    if (!trend_.stated.empty()) explain(nullptr, "stated", indicator_.target_label);
    if (trend_.baseline_day) explain(nullptr, "baseline", scene_.strings.say("trend_key_baseline"));
  }

  const Scene& scene_;
  const Trend& trend_;
  const Indicator& indicator_;
  ValueScale scale_;
  std::vector<Label> labels_;
  Surroundings around_;
  Json bands_ = Json::array(), grid_ = Json::array(), ticks_ = Json::array(), lines_ = Json::array(),
       points_ = Json::array(), texts_ = Json::array(), key_ = Json::array();
};

}  // namespace

Json trend_drawing(const Scene& scene, const Trend& trend) { return Drawing(scene, trend).context(); }

}  // namespace stoplicht
