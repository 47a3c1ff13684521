#pragma once
#include <string>
#include <vector>

#include "load/document.h"

// Texts in a drawing that must not stand on one another, neither on a telephone nor on a wide screen.
namespace stoplicht {

enum class Anchor { start, middle, end };

// Where a text may stand: x in percent of the width, y of its baseline in pixels.
struct LabelPlace {
  double x = 0;
  double y = 0;
  Anchor anchor = Anchor::middle;
};

struct Label {
  std::string text;
  std::string kind;                // What the theme knows it by: "last", "target".
  std::vector<LabelPlace> places;  // The best first.
  double room = 100;               // In percent of the width: what it belongs to, which it may not be longer than.
};

// x in percent of the width, y in pixels.
struct DrawnLine {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};
struct DrawnPoint {
  double x = 0, y = 0;
};

struct Surroundings {
  std::vector<DrawnLine> lines;    // Better not crossed.
  std::vector<DrawnPoint> points;  // Never covered.
  double top = 0, bottom = 0;      // Between which a label must fall.
};

// Each label at the first place that is free, else left out; the first label has first choice. As
// [{ text, kind, x, y, anchor, narrow, wide }]: `narrow` stands only on a narrow screen, `wide` only on a wide one.
Json place_labels(const std::vector<Label>& labels, const Surroundings& around);

// A text at a place, as place_labels gives it.
Json label_context(const Label& label, const LabelPlace& place, bool narrow, bool wide);

}  // namespace stoplicht
