#include "model/sheet_values.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "base/written_date.h"
#include "load/encoding.h"
#include "model/edition_parts.h"
#include "model/number_in_words.h"
#include "model/reader.h"
#include "model/written_number.h"

namespace stoplicht {
namespace {

// With plain blanks and hyphens for those that programs make of them.
std::string with_plain_signs(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = next_character(text, offset);
    const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
    out += blank ? " " : c == 0x2212 ? "-" : text.substr(start, offset - start);
  }
  return out;
}

bool take_front(std::string_view& text, std::string_view sign) {
  if (!text.starts_with(sign)) return false;
  text = trim(text.substr(sign.size()));
  return true;
}

bool take_back(std::string_view& text, std::string_view sign) {
  if (!text.ends_with(sign)) return false;
  text = trim(text.substr(0, text.size() - sign.size()));
  return true;
}

std::optional<double> whole_number_text(const std::string& text, std::string_view language) {
  const auto number = number_at_start(text, language);
  return number && number->length == text.size() ? std::optional(number->value) : std::nullopt;
}

// Digits, with the signs between them. Blanks may stand between groups where no other sign does.
std::optional<double> number_of_digits(std::string digits, std::string_view language) {
  const char group_sign = language == "nl" ? '.' : ',';
  const auto dots = std::count(digits.begin(), digits.end(), '.');
  if (digits.find(' ') != std::string::npos) {
    if (digits.find(group_sign) != std::string::npos) return std::nullopt;
    std::replace(digits.begin(), digits.end(), ' ', group_sign);
    return whole_number_text(digits, language);
  }
  if (const auto number = whole_number_text(digits, language)) return number;
  if (language != "nl" || dots != 1 || digits.find(',') != std::string::npos) return std::nullopt;
  std::replace(digits.begin(), digits.end(), '.', ',');
  return whole_number_text(digits, language);
}

class FieldReader {
 public:
  FieldReader(const FormField& field, const SheetForm& form, const Locale& locale, std::optional<CellFault>& fault)
      : field_(field), form_(form), locale_(locale), words_(sheet_words(form.language)), fault_(fault) {}

  std::optional<Json> read(const SheetCell* cell, const SheetCell* qualifier) {
    if (cell == nullptr) {
      if (qualifier != nullptr && readable_qualifier(*qualifier))
        fail({"sheet-value", in_quotes(written(*qualifier)) + " stands beside an empty cell",
              "write the number, too, or empty both", true});
      return std::nullopt;
    }
    if (!readable(*cell) || (qualifier != nullptr && !readable_qualifier(*qualifier))) return std::nullopt;
    if (field_.nullable && cell->kind == SheetCell::Kind::text && says_unknown(cell->text)) return Json();
    switch (field_.kind) {
      case FieldKind::text: return text(*cell);
      case FieldKind::choice: return choice(*cell, *field_.choices);
      case FieldKind::quantity: return quantity(*cell, qualifier);
      case FieldKind::date: return date(*cell);
    }
    return std::nullopt;
  }

 private:
  std::nullopt_t fail(CellFault fault) {
    fault_ = std::move(fault);
    return std::nullopt;
  }

  // Capitals, the blanks that programs make and a full stop behind it are no other words.
  static bool same_words(std::string_view a, std::string_view b) {
    const auto folded = [](std::string_view text) {
      const std::string plain = with_plain_signs(text);
      std::string_view words = trim(plain);
      take_back(words, ".");
      return fold_case(words);
    };
    return folded(a) == folded(b);
  }

  bool says_unknown(std::string_view text) const {
    return same_words(text, words_.unknown) ||
           (field_.kind == FieldKind::quantity && same_words(text, words_.unknown_too));
  }

  bool readable(const SheetCell& cell) {
    if (cell.kind == SheetCell::Kind::no_value)
      fail({"sheet-formula", "the cell has a formula whose value was never worked out",
            "open the file in Excel or LibreOffice, save it, and try again"});
    if (cell.kind == SheetCell::Kind::error)
      fail({"sheet-formula", "the formula of this cell gives " + in_quotes(cell.text),
            "mend the formula, or write the value itself"});
    return !fault_;
  }

  bool readable_qualifier(const SheetCell& cell) {
    if (!readable(cell)) fault_->of_qualifier = true;
    return !fault_;
  }

  std::string written(const SheetCell& cell) const {
    switch (cell.kind) {
      case SheetCell::Kind::number: {
        std::string number = number_text(cell.number);
        if (form_.language == "nl") std::replace(number.begin(), number.end(), '.', ',');
        return number;
      }
      case SheetCell::Kind::percentage: return locale_.percent(cell.number, 6);
      case SheetCell::Kind::date: return locale_.date(cell.date);
      case SheetCell::Kind::boolean:  // As a spreadsheet program in the language shows it.
        if (form_.language == "nl") return cell.number != 0 ? "WAAR" : "ONWAAR";
        return cell.number != 0 ? "TRUE" : "FALSE";
      default: return cell.text;
    }
  }

  std::optional<Json> text(const SheetCell& cell) {
    if (cell.kind == SheetCell::Kind::boolean)
      return fail({"sheet-value", "the cell says " + written(cell) + ", and a text belongs here", "write a sentence"});
    std::string text = cell_text(written(cell));
    if (const std::size_t bad = first_invalid_utf8(text); bad != std::string::npos)
      return fail({"sheet-value", "the text has bytes that are not UTF-8", "type it again"});
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t c = next_character(text, offset);
      if (is_harmful(c) && c != '\n' && c != '\t')
        return fail({"sheet-value", "the text has a character that cannot be seen",
                     "type it again, or paste it as plain text"});
    }
    if (text.empty()) return std::nullopt;
    // Said by who reads the data files; a reader of the site would see the word.
    const std::string folded = fold_case(text);
    if (field_.nullable && (folded == "null" || folded == "none"))
      return fail({"sheet-value", in_quotes(text) + " would be read as a word on the page",
                   "write there when nobody knows: " + std::string(words_.unknown)});
    return Json(std::move(text));
  }

  std::optional<Json> choice(const SheetCell& cell, const FormChoices& choices) {
    const std::string said = written(cell);
    std::vector<std::string_view> labels;
    for (const FormChoice& each : choices) {
      if (same_words(said, each.label) || same_words(said, each.value.get_ref<const std::string&>())) return each.value;
      labels.push_back(each.label);
    }
    return fail({"sheet-value", in_quotes(said) + " is not in the list of this column", one_of_hint(said, labels)});
  }

  std::optional<Json> quantity(const SheetCell& cell, const SheetCell* qualifier) {
    Json exactness = form_.qualifiers.front().value;
    if (qualifier != nullptr) {
      const auto chosen = choice(*qualifier, form_.qualifiers);
      if (!chosen) {
        fault_->of_qualifier = true;
        return std::nullopt;
      }
      exactness = *chosen;
    }
    std::optional<NumberInCell> number;
    if (cell.kind == SheetCell::Kind::number) number = NumberInCell{cell.number, {}};
    if (cell.kind == SheetCell::Kind::percentage) number = NumberInCell{cell.number, Unit::percent};
    if (cell.kind == SheetCell::Kind::text) number = parse_number(cell.text, form_.language);
    if (!number) return fail({"sheet-value", in_quotes(written(cell)) + " is no number", number_hint(cell)});
    if (number->unit && number->unit != field_.unit) {
      const bool is_text = cell.kind == SheetCell::Kind::text;
      const std::string said = is_text ? in_quotes(cell.text) : written(cell);
      if (number->unit == Unit::euro)
        return fail({"sheet-value", said + " is an amount of euros, and this figure is none",
                     "write the number without the euro sign"});
      return fail({"sheet-value", said + " is a percentage, and this figure is none",
                   is_text ? "write the number without the percent sign"
                           : "choose the cell format 'number' and type it again"});
    }
    if (field_.unit == Unit::euro && number->value != std::floor(number->value))
      return fail(
          {"sheet-value", in_quotes(written(cell)) + " is no whole number of euros", "round it to whole euros"});
    return quantity_json(number->value, exactness);
  }

  std::string number_hint(const SheetCell& cell) const {
    if (cell.kind == SheetCell::Kind::date || cell.kind == SheetCell::Kind::no_day)
      return "the spreadsheet program took it for a date: choose the cell format 'number' and type it again";
    const NumberInWords said = number_in_words(cell.text, form_.language);
    if (cell.kind != SheetCell::Kind::text || said.number.empty())
      return "write a number; when it is not known, leave the cell empty or write: " + std::string(words_.unknown);
    const bool is_forecast = !field_.path.empty() && field_.path.back().key == "forecast";
    for (const FormChoice& each : form_.qualifiers)
      if (each.value == said.qualifier)
        return "write " + said.number + ", and choose " + in_quotes(each.label) + " in the column " +
               in_quotes(is_forecast ? words_.forecast_exactness : words_.exactness);
    return "write " + said.number + "; what else there is to know goes into the column " + in_quotes(words_.note);
  }

  std::optional<Json> date(const SheetCell& cell) {
    if (cell.kind == SheetCell::Kind::date) return Json(to_iso(cell.date));
    const std::string said = written(cell);
    if (const auto date = parse_written_date(said)) return Json(to_iso(*date));
    return fail({"sheet-value", in_quotes(said) + " is no date", "write 30-6-2025, 2025-06, 2025-Q2 or 2025"});
  }

  const FormField& field_;
  const SheetForm& form_;
  const Locale& locale_;
  const SheetWords& words_;
  std::optional<CellFault>& fault_;
};

}  // namespace

std::optional<NumberInCell> parse_number(std::string_view text, std::string_view language) {
  const std::string plain = with_plain_signs(text);
  std::string_view rest = trim(plain);
  bool is_negative = take_front(rest, "-");
  std::optional<Unit> unit;
  if (take_front(rest, "€") || take_back(rest, "€"))
    unit = Unit::euro;
  else if (take_back(rest, "%"))
    unit = Unit::percent;
  if (!is_negative) is_negative = take_front(rest, "-");
  const auto number = number_of_digits(std::string(rest), language);
  if (!number) return std::nullopt;
  return NumberInCell{is_negative ? -*number : *number, unit};
}

std::optional<Json> read_field(const FormField& field, const SheetForm& form, const Locale& locale,
                               const SheetCell* cell, const SheetCell* qualifier, std::optional<CellFault>& fault) {
  return FieldReader(field, form, locale, fault).read(cell, qualifier);
}

std::string shown_value(const FormField& field, const SheetForm& form, const Locale& locale,
                        const std::optional<Json>& value) {
  if (!value) return "";
  const SheetWords& words = sheet_words(form.language);
  if (value->is_null()) return std::string(words.unknown);
  if (field.choices != nullptr)
    for (const FormChoice& each : *field.choices)
      if (each.value == *value) return each.label;
  if (field.kind == FieldKind::date && value->is_string())
    if (const auto date = parse_date(value->get_ref<const std::string&>())) return locale.date(*date);
  if (value->is_string()) return cell_text(value->get_ref<const std::string&>());
  const bool is_object = value->is_object();
  if (is_object && !value->contains("value")) return value->dump();
  const Json& number = is_object ? value->at("value") : *value;
  if (!number.is_number()) return number.dump();
  const double amount = number.get<double>();
  const std::string shown = field.unit == Unit::percent ? locale.percent(amount, 6) : locale.number(amount, 6);
  const std::string qualifier = is_object ? word(*value, "qualifier") : "";
  for (std::size_t i = 1; i < form.qualifiers.size(); ++i)
    if (form.qualifiers[i].value == qualifier) return form.qualifiers[i].label + " " + shown;
  return shown;
}

}  // namespace stoplicht
