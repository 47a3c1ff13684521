#include <algorithm>
#include <cmath>

#include "base/locale.h"
#include "base/text.h"
#include "model/reader.h"

// The part of the reader that judges single values: ids, texts, dates, numbers and quantities.
namespace stoplicht {
namespace {

constexpr std::size_t longest_id = 80;
constexpr double largest_exact = 1e15;  // Beyond it a double no longer holds every whole number.
constexpr double largest_percentage = 1000;

// What is likely to be wrong with a number outside its range.
std::string check_hint(double number, double least, std::string_view otherwise) {
  return number < 0 && least >= 0 ? "check the sign: it cannot be less than " + number_text(least)
                                  : std::string(otherwise);
}

constexpr std::array<Choice<Qualifier>, 3> qualifiers{
    {{"about", Qualifier::about}, {"at-least", Qualifier::at_least}, {"more-than", Qualifier::more_than}}};

// What stands at a place of one line: "1.455", where the value itself is 1.455 or 2.
std::string number_as_written(const Location& where) {
  const std::string_view line = where.excerpt;
  const auto after = [&](std::size_t from, int characters) {
    for (int i = 0; i < characters && from < line.size(); ++i) next_character(line, from);
    return from;
  };
  const std::size_t start = after(0, where.column - 1 - where.skipped);
  return std::string(line.substr(start, after(start, where.length) - start));
}

// One to three digits, a dot and three digits: a thousand as Dutch writes it.
bool is_dutch_thousands(std::string_view number) {
  if (!number.empty() && number.front() == '-') number.remove_prefix(1);
  const std::size_t dot = number.find('.');
  return dot != std::string_view::npos && dot >= 1 && dot <= 3 && number.size() == dot + 4 &&
         number.find_first_not_of("0123456789", dot + 1) == std::string_view::npos && number.front() != '0';
}

}  // namespace

// Short, and the same on every machine.
std::string number_text(double number) {
  if (number == std::floor(number) && std::abs(number) < largest_exact) {
    return std::to_string(static_cast<std::int64_t>(number));
  }
  return Json(number).dump();
}

// ---- ids ----------------------------------------------------------------------------------

bool has_id_form(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void check_id_form(std::string_view id, const Location& where, Diagnostics& diagnostics) {
  if (!has_id_form(id)) {
    const std::string nearest = slug(id.substr(0, 4 * longest_id));
    diagnostics.error("id-form", where, in_quotes(id) + " is not an id",
                      "write lower-case letters, digits and hyphens" +
                          (nearest.empty() ? std::string() : ", such as " + in_quotes(nearest)));
  } else if (id.size() > longest_id) {
    diagnostics.error("id-form", where,
                      "the id is " + std::to_string(id.size()) + " characters long; at most " +
                          std::to_string(longest_id) + " are allowed",
                      "an id is part of an address: keep it short");
  }
}

// ---- texts --------------------------------------------------------------------------------

std::string_view ObjectReader::string_view_of(std::string_view key, const Json* value) {
  if (value == nullptr) return {};
  if (!value->is_string()) {
    wrong_type(key, *value, "a text");
    return {};
  }
  return value->get_ref<const std::string&>();
}

std::string_view ObjectReader::word(std::string_view key) { return string_view_of(key, find(key, "\"…\"")); }

std::string_view ObjectReader::optional_word(std::string_view key) { return string_view_of(key, find(key)); }

std::string ObjectReader::text(std::string_view key) {
  const std::string_view text = word(key);
  if (text.data() != nullptr && trim(text).empty()) {
    error("text-empty", at(key), in_quotes(key) + " is empty", "write what the reader of the site should see");
  }
  return std::string(text);
}

std::string ObjectReader::optional_text(std::string_view key) { return std::string(optional_word(key)); }

std::optional<std::string> ObjectReader::nullable_text(std::string_view key, bool& unknown) {
  if (is_null(key)) {
    find(key);
    unknown = true;
    return std::nullopt;
  }
  const std::string_view text = optional_word(key);
  if (text.data() == nullptr || trim(text).empty()) return std::nullopt;
  return std::string(text);
}

std::string ObjectReader::id(std::string_view key) { return id_of(key, word(key)); }

std::string ObjectReader::optional_id(std::string_view key) { return id_of(key, optional_word(key)); }

std::string ObjectReader::id_of(std::string_view key, std::string_view id) {
  if (id.data() == nullptr) return "";
  // The location costs a scan of the file, so only a faulty id pays for it.
  if (!has_id_form(id) || id.size() > longest_id) {
    faulty_ = true;
    check_id_form(id, at(key), diagnostics_);
  }
  return std::string(id);
}

std::optional<std::size_t> ObjectReader::chosen_of(std::string_view key, bool required,
                                                   std::span<const std::string_view> names) {
  const Json* value = find(key);
  if (required) required_ = key;
  if (value == nullptr) {
    if (required) missing(key, one_of_hint("", {names.begin(), names.end()}));
    return std::nullopt;
  }
  const std::string_view word = string_view_of(key, value);
  if (word.data() == nullptr) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  error("value-unknown", at(key), "unknown " + std::string(key) + " " + in_quotes(word),
        one_of_hint(word, {names.begin(), names.end()}));
  return std::nullopt;
}

// ---- dates and numbers --------------------------------------------------------------------

std::optional<Date> ObjectReader::date(std::string_view key) { return date_of(key, find(key, "\"2024-04\"")); }

std::optional<Date> ObjectReader::optional_date(std::string_view key) { return date_of(key, find(key)); }

std::optional<Date> ObjectReader::date_of(std::string_view key, const Json* value) {
  if (value == nullptr) return std::nullopt;
  std::string text;
  if (value->is_number_integer() && is_front_matter(place_.document())) {
    text = value->dump();  // "date: 2024" needs no quotes in YAML.
  } else if (value->is_string()) {
    text = value->get_ref<const std::string&>();
  } else {
    wrong_type(key, *value, "a date");
    return std::nullopt;
  }
  const auto date = parse_date(text);
  if (!date) {
    error("date-impossible", at(key), in_quotes(text) + " is not a date",
          "write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2 or 2024");
  }
  return date;
}

bool ObjectReader::boolean(std::string_view key, bool fallback) {
  const Json* value = find(key);
  if (value == nullptr) return fallback;
  if (!value->is_boolean()) {
    wrong_type(key, *value, "true or false");
    return fallback;
  }
  return value->get<bool>();
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
  return integer_of(place_.member(key), key, find(key, "…"), least, most);
}

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view key, std::int64_t least,
                                                           std::int64_t most) {
  return integer_of(place_.member(key), key, find(key), least, most);
}

std::optional<std::int64_t> ObjectReader::integer_of(const Place& place, std::string_view key, const Json* value,
                                                     std::int64_t least, std::int64_t most) {
  if (value == nullptr) return std::nullopt;
  if (!value->is_number()) {
    wrong_type(place, in_quotes(key), *value, "a whole number", key != required_);
    return std::nullopt;
  }
  const double number = value->get<double>();
  if (number != std::floor(number)) {
    error("number-range", place.value(), in_quotes(key) + " is " + number_text(number) + ", not a whole number",
          "round it, or leave it out when it is not known");
    return std::nullopt;
  }
  if (number < static_cast<double>(least) || number > static_cast<double>(most)) {
    error("number-range", place.value(),
          in_quotes(key) + " is " + (value->is_number_integer() ? value->dump() : number_text(number)) + ", outside " +
              std::to_string(least) + " to " + std::to_string(most),
          check_hint(number, static_cast<double>(least), "check the number of digits"));
    return std::nullopt;
  }
  return static_cast<std::int64_t>(number);
}

std::optional<double> ObjectReader::number(std::string_view key, double least, double most) {
  const Json* value = find(key, "…");
  if (value == nullptr) return std::nullopt;
  if (!value->is_number()) {
    wrong_type(key, *value, "a number");
    return std::nullopt;
  }
  const double number = value->get<double>();
  if (number >= least && number <= most) return number;
  error("number-range", at(key),
        in_quotes(key) + " is " + number_text(number) + ", outside " + number_text(least) + " to " + number_text(most),
        check_hint(number, least, "check the decimal point"));
  return std::nullopt;
}

std::optional<double> ObjectReader::amount_of(std::string_view key, const Json* value, Unit unit) {
  if (value == nullptr) return std::nullopt;
  if (!value->is_number()) {
    wrong_type(key, *value, "a number");
    return std::nullopt;
  }
  const double number = value->get<double>();
  if (unit == Unit::euro && number != std::floor(number)) {
    error("number-range", at(key), in_quotes(key) + " is " + number_text(number) + ", not a whole number of euros",
          "amounts are in whole euros");
    return std::nullopt;
  }
  if (unit == Unit::count && value->is_number_float() && is_dutch_thousands(number_as_written(at(key)))) {
    error("number-range", at(key),
          in_quotes(key) + " is " + number_text(number) + ": a dot is read as the decimal comma",
          "write a thousand as 1000, without a dot");
    return std::nullopt;
  }
  const double largest = unit == Unit::percent ? largest_percentage : largest_exact;
  if (number >= -largest && number <= largest) return number;
  error("number-range", at(key),
        in_quotes(key) + " is " + number_text(number) +
            (unit == Unit::percent ? ", which is no likely percentage" : ", which is too large"),
        unit == Unit::percent ? "write 6.5 for 6,5 %" : "check the number of digits");
  return std::nullopt;
}

std::optional<Quantity> ObjectReader::quantity(std::string_view key, Unit unit) {
  return quantity_of(key, find(key, "…"), unit);
}

std::optional<Quantity> ObjectReader::optional_quantity(std::string_view key, Unit unit, bool nullable) {
  const Json* value = find(key);
  if (nullable && value != nullptr && value->is_null()) return std::nullopt;
  return quantity_of(key, value, unit);
}

std::optional<Quantity> ObjectReader::quantity_of(std::string_view key, const Json* value, Unit unit) {
  if (value == nullptr || !value->is_object()) {
    const auto amount = amount_of(key, value, unit);
    if (!amount) return std::nullopt;
    return Quantity{*amount, Qualifier::exactly};
  }
  std::optional<Quantity> quantity;
  read_object(key, value, [&](ObjectReader& object) { quantity = object.spread_quantity(unit); });
  return quantity;
}

std::optional<Quantity> ObjectReader::spread_quantity(Unit unit) {
  const auto amount = amount_of("value", find("value", "…"), unit);
  const Qualifier how = qualifier();
  if (!amount) return std::nullopt;
  return Quantity{*amount, how};
}

Qualifier ObjectReader::qualifier() { return optional_choice("qualifier", qualifiers, Qualifier::exactly); }

}  // namespace stoplicht
