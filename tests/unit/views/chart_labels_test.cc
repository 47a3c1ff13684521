#include "views/chart_labels.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

// "text at x y anchor", with "narrow" or "wide" where it is for one kind of screen.
std::vector<std::string> told(const Json& labels) {
  std::vector<std::string> out;
  for (const Json& each : labels) {
    std::string line = each["text"].get<std::string>() + " at " + each["x"].get<std::string>() + " " +
                       each["y"].get<std::string>() + " " + each["anchor"].get<std::string>();
    if (each["narrow"].get<bool>()) line += " narrow";
    if (each["wide"].get<bool>()) line += " wide";
    out.push_back(line);
  }
  return out;
}

Surroundings empty_drawing() {
  Surroundings around;
  around.bottom = 268;
  return around;
}

TEST_CASE("chart labels: each stands at its first place when all are free") {
  const std::vector<Label> labels{{"97", "last", {{50, 100, Anchor::middle}, {50, 130, Anchor::middle}}},
                                  {"118", "value", {{90, 60, Anchor::end}}}};

  CHECK(place_labels(labels, empty_drawing()) == Json::parse(R"([
    { "text": "97", "kind": "last", "x": "50.00%", "y": "100.0", "anchor": "middle", "narrow": false, "wide": false },
    { "text": "118", "kind": "value", "x": "90.00%", "y": "60.0", "anchor": "end", "narrow": false, "wide": false } ])"));
}

TEST_CASE("chart labels: the first has first choice, the next goes elsewhere or stays away") {
  const std::vector<Label> labels{{"97", "last", {{50, 100, Anchor::middle}}},
                                  {"96", "value", {{50, 105, Anchor::middle}, {50, 130, Anchor::middle}}},
                                  {"95", "value", {{50, 108, Anchor::middle}}}};

  CHECK(told(place_labels(labels, empty_drawing())) ==
        std::vector<std::string>{"97 at 50.00% 100.0 middle", "96 at 50.00% 130.0 middle"});
}

TEST_CASE("chart labels: what has room on a wide screen only stands there only") {
  // Ten letters are 74 px: 5 percent is 14 px on a telephone, and 29 px on a wide screen.
  const std::vector<Label> labels{{"aaaaaaaaaa", "value", {{30, 100, Anchor::middle}}},
                                  {"bbbbbbbbbb", "value", {{50, 100, Anchor::middle}, {50, 130, Anchor::middle}}}};

  CHECK(told(place_labels(labels, empty_drawing())) ==
        std::vector<std::string>{"aaaaaaaaaa at 30.00% 100.0 middle", "bbbbbbbbbb at 50.00% 130.0 middle narrow",
                                 "bbbbbbbbbb at 50.00% 100.0 middle wide"});
}

TEST_CASE("chart labels: none covers a point or the edges") {
  Surroundings around = empty_drawing();
  around.points = {{50, 96}};
  const std::vector<Label> labels{{"97", "last", {{50, 100, Anchor::middle}, {50, 118, Anchor::middle}}},
                                  {"99", "value", {{1, 200, Anchor::middle}}},
                                  {"96", "value", {{50, 267, Anchor::middle}}}};

  CHECK(told(place_labels(labels, around)) == std::vector<std::string>{"97 at 50.00% 118.0 middle"});
}

TEST_CASE("chart labels: a line is crossed only when there is no place without one") {
  Surroundings around = empty_drawing();
  around.lines = {{0, 100, 100, 100}};
  const std::vector<Label> labels{{"97", "last", {{50, 104, Anchor::middle}, {50, 140, Anchor::middle}}},
                                  {"118", "value", {{80, 104, Anchor::middle}}}};

  CHECK(told(place_labels(labels, around)) ==
        std::vector<std::string>{"97 at 50.00% 140.0 middle", "118 at 80.00% 104.0 middle"});
}

TEST_CASE("chart labels: a text that is longer than what it belongs to is left out") {
  const std::vector<Label> labels{{"geen meting", "sub", {{50, 34, Anchor::middle}}, 20}};

  CHECK(told(place_labels(labels, empty_drawing())) ==
        std::vector<std::string>{"geen meting at 50.00% 34.0 middle wide"});
}

}  // namespace
}  // namespace stoplicht::test
