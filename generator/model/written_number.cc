#include "model/written_number.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/text.h"

namespace stoplicht {
namespace {

std::size_t digits_at_start(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

}  // namespace

std::optional<WrittenNumber> number_at_start(std::string_view text, std::string_view language) {
  const char group_sign = language == "nl" ? '.' : ',';
  const char decimal_sign = language == "nl" ? ',' : '.';
  WrittenNumber number;
  number.length = number.first_digits = digits_at_start(text);
  if (number.length == 0) return std::nullopt;
  std::string plain(text.substr(0, number.length));  // As from_chars reads it.
  const bool may_group = number.first_digits <= 3 && text[0] != '0';
  for (std::string_view rest = text.substr(number.length);
       may_group && rest.starts_with(group_sign) && digits_at_start(rest.substr(1)) == 3; rest.remove_prefix(4)) {
    number.has_groups = true;
    number.length += 4;
    plain += rest.substr(1, 3);
  }
  const std::string_view rest = text.substr(number.length);
  if (const std::size_t decimals = rest.starts_with(decimal_sign) ? digits_at_start(rest.substr(1)) : 0; decimals > 0) {
    number.has_decimals = true;
    number.length += 1 + decimals;
    plain += "." + std::string(rest.substr(1, decimals));
  }
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace stoplicht
