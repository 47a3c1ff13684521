#include <cmath>

#include "base/text.h"
#include "model/placeholders.h"
#include "model/sheet_form.h"

// Values as data files have them, and as cells show them.
namespace stoplicht {

Json quantity_json(double value, const Json& qualifier) {
  constexpr double whole = 9e15;  // Beyond it not every whole number is one of these.
  const bool is_whole = value == std::floor(value) && std::fabs(value) < whole;
  const Json number = is_whole ? Json(static_cast<std::int64_t>(value)) : Json(value);
  if (qualifier == "exactly") return number;
  return {{"value", number}, {"qualifier", qualifier}};
}

std::string cell_text(std::string_view text) {
  std::string out(trim(text));
  std::erase(out, '\r');
  const std::vector<TextRange> placeholders = find_placeholders(out);
  const bool only_asks = placeholders.size() == 1 && placeholders[0].length == out.size();
  return only_asks ? "" : out;
}

}  // namespace stoplicht
