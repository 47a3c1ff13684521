#include "views/geometry.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace stoplicht {
namespace {

std::string with_decimals(const char* format, double value) {
  char text[32];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

}  // namespace

std::string percent_of_width(double value) { return with_decimals("%.2f%%", value); }

std::string pixels(double value) { return with_decimals("%.1f", value); }

double text_width(const std::string& text) {
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return 7.4 * static_cast<double>(letters);
}

std::int64_t day_number(int day) {
  using namespace std::chrono;
  const auto date = year(day / 10000) / month(static_cast<unsigned>(day / 100 % 100)) /
                    std::chrono::day(static_cast<unsigned>(day % 100));
  return sys_days(date).time_since_epoch().count();
}

ValueScale value_scale(double least, double most, double least_step) {
  ValueScale scale;
  // Equal values have no course to see.
  const bool far_above = least > 0 && least < most && most - least < 0.15 * most;
  const double begin = far_above ? least - 0.5 * (most - least) : std::min(least, 0.0);
  const double span = most > begin ? most - begin : 1;

  // Three to five marks, at round numbers.
  const double magnitude = std::pow(10, std::floor(std::log10(span / 3)));
  scale.step = magnitude;
  for (const double factor : {2.0, 4.0, 5.0, 10.0})
    if (span / scale.step > 5) scale.step = factor * magnitude;
  scale.step = std::max(scale.step, least_step);

  scale.from = std::floor(begin / scale.step) * scale.step;
  scale.to = begin + 1.18 * span;  // Room for a number above the highest point.
  return scale;
}

}  // namespace stoplicht
