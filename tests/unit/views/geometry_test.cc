#include "views/geometry.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

TEST_CASE("geometry: percent with two decimals, pixels with one") {
  CHECK(percent_of_width(38.2) == "38.20%");
  CHECK(percent_of_width(100.0 / 3) == "33.33%");
  CHECK(pixels(113.72) == "113.7");
}

TEST_CASE("geometry: a text is as wide as its letters, however they are written") {
  CHECK(text_width("abcd") == doctest::Approx(29.6));
  CHECK(text_width("één") == doctest::Approx(22.2));
}

TEST_CASE("geometry: days are counted over leap years") {
  CHECK(day_number(19700101) == 0);
  CHECK(day_number(20200301) - day_number(20200228) == 2);
  CHECK(day_number(20210301) - day_number(20210228) == 1);
}

void check_scale(double least, double most, double from, double to, double step, double least_step = 0) {
  const ValueScale scale = value_scale(least, most, least_step);
  CHECK(scale.from == doctest::Approx(from));
  CHECK(scale.to == doctest::Approx(to));
  CHECK(scale.step == doctest::Approx(step));
}

TEST_CASE("geometry: a scale of values begins at 0 and has round marks") {
  check_scale(4, 120, 0, 141.6, 40);
  check_scale(0, 100, 0, 118, 20);
  check_scale(3, 7, 0, 8.26, 2);
  check_scale(0, 0, 0, 1.18, 0.2);
  check_scale(0.2, 0.5, 0, 0.59, 0.1);
}

TEST_CASE("geometry: a scale goes below 0 where a value does") { check_scale(-30, 60, -40, 76.2, 20); }

TEST_CASE("geometry: a scale leaves 0 out only where all values lie far above it") {
  check_scale(900, 1000, 840, 1027, 40);
  check_scale(500, 1000, 0, 1180, 200);
}

TEST_CASE("geometry: equal values have a scale from 0, as their course is level") {
  check_scale(500, 500, 0, 590, 100);
}

TEST_CASE("geometry: marks are never so near that their texts would be the same") {
  check_scale(1000, 1001, 999, 1001.27, 1, 1);
  check_scale(0, 0, 0, 1.18, 1, 1);
  check_scale(0, 3, 0, 3.54, 1, 1);
  check_scale(4, 120, 0, 141.6, 40, 1);
}

}  // namespace
}  // namespace stoplicht::test
