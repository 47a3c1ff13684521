#pragma once
#include <cstdint>
#include <string>

// Where things stand in a drawing: percent of the width across, pixels down.
namespace stoplicht {

// The widths that a drawing must be readable at, in pixels: on the narrowest telephone, and from where a theme
// shows what needs room.
inline constexpr double narrow_width = 288;
inline constexpr double wide_width = 576;

std::string percent_of_width(double value);  // 38.2 gives "38.20%".
std::string pixels(double value);            // 113.72 gives "113.7".

// How wide a text is in the letters of a drawing, in pixels; rather too wide than too narrow.
double text_width(const std::string& text);

// Days since 1 January 1970, of a day as Date::first_day() and last_day() give it.
std::int64_t day_number(int day);

// A scale of values: from its beginning to its end, with a mark at each multiple of `step`.
struct ValueScale {
  double from = 0;
  double to = 1;
  double step = 1;
};

// From 0, unless a value lies below it or all lie so far above it that nothing of their course would be seen.
// `least_step`: what the marks must be apart for their texts to differ; 0 when that is any distance.
ValueScale value_scale(double least, double most, double least_step);

}  // namespace stoplicht
