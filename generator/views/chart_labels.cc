#include "views/chart_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "views/geometry.h"

namespace stoplicht {
namespace {

// On a screen of one width, in pixels.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool touches(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

Box box_of(const std::string& text, const LabelPlace& place, double width) {
  const double length = text_width(text);
  const double x = place.x / 100 * width;
  const double left = place.anchor == Anchor::start ? x : place.anchor == Anchor::end ? x - length : x - length / 2;
  return {left, place.y - 12, left + length, place.y + 4};
}

// Whether a line runs through a box. Looked at every few pixels, which no letter is narrower than.
bool crosses(const DrawnLine& line, const Box& box, double width) {
  const double x1 = line.x1 / 100 * width;
  const double x2 = line.x2 / 100 * width;
  const int steps = 1 + static_cast<int>(std::hypot(x2 - x1, line.y2 - line.y1) / 3);
  for (int i = 0; i <= steps; ++i) {
    const double part = static_cast<double>(i) / steps;
    const double x = x1 + part * (x2 - x1);
    const double y = line.y1 + part * (line.y2 - line.y1);
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

using Placed = std::vector<std::optional<LabelPlace>>;

Placed placed_at(const std::vector<Label>& labels, const Surroundings& around, double width) {
  std::vector<Box> taken;
  for (const DrawnPoint& point : around.points) {
    const double x = point.x / 100 * width;
    taken.push_back({x - 6, point.y - 6, x + 6, point.y + 6});
  }
  Placed out;
  for (const Label& label : labels) {
    std::optional<LabelPlace> best;
    std::ptrdiff_t fewest = 0;
    for (const LabelPlace& place : label.places) {
      if (text_width(label.text) > label.room / 100 * width) break;
      const Box box = box_of(label.text, place, width);
      if (box.left < 0 || box.right > width || box.top < around.top || box.bottom > around.bottom) continue;
      if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.touches(box); })) continue;
      const auto crossed = std::count_if(around.lines.begin(), around.lines.end(),
                                         [&](const DrawnLine& line) { return crosses(line, box, width); });
      if (best && crossed >= fewest) continue;
      best = place;
      fewest = crossed;
    }
    if (best) taken.push_back(box_of(label.text, *best, width));
    out.push_back(best);
  }
  return out;
}

const char* anchor_name(Anchor anchor) {
  return anchor == Anchor::start ? "start" : anchor == Anchor::end ? "end" : "middle";
}

bool same(const LabelPlace& a, const LabelPlace& b) {
  return std::abs(a.x - b.x) < 0.001 && std::abs(a.y - b.y) < 0.001 && a.anchor == b.anchor;
}

}  // namespace

Json label_context(const Label& label, const LabelPlace& place, bool narrow, bool wide) {
  return Json{{"text", label.text},
              {"kind", label.kind},
              {"x", percent_of_width(place.x)},
              {"y", pixels(place.y)},
              {"anchor", anchor_name(place.anchor)},
              {"narrow", narrow},
              {"wide", wide}};
}

Json place_labels(const std::vector<Label>& labels, const Surroundings& around) {
  const Placed narrow = placed_at(labels, around, narrow_width);
  const Placed wide = placed_at(labels, around, wide_width);
  Json out = Json::array();
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (narrow[i] && wide[i] && same(*narrow[i], *wide[i])) {
      out.push_back(label_context(labels[i], *wide[i], false, false));
      continue;
    }
    if (narrow[i]) out.push_back(label_context(labels[i], *narrow[i], true, false));
    if (wide[i]) out.push_back(label_context(labels[i], *wide[i], false, true));
  }
  return out;
}

}  // namespace stoplicht
