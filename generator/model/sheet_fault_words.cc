#include "model/sheet_fault_words.h"

#include <cmath>
#include <string>
#include <string_view>

#include "base/text.h"
#include "load/encoding.h"
#include "model/reader.h"

namespace stoplicht {
namespace {

struct KeyOfColumn {
  std::string_view key;
  std::string_view SheetWords::*heading;
};

constexpr KeyOfColumn keys_of_columns[] = {{"status", &SheetWords::status},
                                           {"basis", &SheetWords::basis},
                                           {"summary", &SheetWords::summary},
                                           {"cause", &SheetWords::cause},
                                           {"consequence", &SheetWords::consequence},
                                           {"action", &SheetWords::action},
                                           {"override_reason", &SheetWords::override_reason},
                                           {"actual", &SheetWords::actual},
                                           {"forecast", &SheetWords::forecast},
                                           {"note", &SheetWords::note},
                                           {"due", &SheetWords::due},
                                           {"lapsed_reason", &SheetWords::lapsed_reason}};

void put_in_place(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string in_double_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

void name_statuses(std::string& message, const FormChoices& choices) {
  for (const FormChoice& each : choices) {
    if (!each.value.is_string()) continue;
    const std::string& id = each.value.get_ref<const std::string&>();
    put_in_place(message, in_quotes(id), in_quotes(each.label));
    put_in_place(message, in_double_quotes(id), in_double_quotes(each.label));
  }
}

// What the cell of a row says in the column with this heading; "" when there is none.
std::string fixed_text(const SheetForm& form, const SheetChange& change, std::string_view heading) {
  for (const FormSheet& sheet : form.sheets) {
    if (sheet.name != change.sheet) continue;
    for (std::size_t i = 0; i < sheet.columns.size() && i < change.row->cells.size(); ++i)
      if (sheet.columns[i].header == heading) return change.row->cells[i].text;
  }
  return "";
}

void name_subjects(std::string& message, const SheetChange& change, const SheetForm& form) {
  const SheetWords& words = sheet_words(form.language);
  const JsonPath& path = change.field->path;
  for (std::size_t i = 0; i < path.size(); ++i) {
    std::string name, id = path[i].item;
    if (path[i].key == "indicator") name = fixed_text(form, change, words.figure);
    if (path[i].key == "project" || path[i].key == "programme") name = change.row->subject;
    if (i > 0 && path[i - 1].key == "by_council") {
      id = path[i].key;
      name = fixed_text(form, change, words.council);
    }
    if (!name.empty() && !id.empty()) put_in_place(message, in_quotes(id), in_quotes(name));
  }
}

// A number that no figure can be, with the one that was probably meant.
void mend_number(Diagnostic& fault, const SheetChange& change, const SheetForm& form) {
  const FormField& field = *change.field;
  if (fault.id != "number-range" || field.kind != FieldKind::quantity || !change.value) return;
  const bool is_object = change.value->is_object() && change.value->contains("value");
  const Json& amount = is_object ? change.value->at("value") : *change.value;
  if (!amount.is_number()) return;
  const Locale locale(form.language);
  const double number = amount.get<double>();
  constexpr double longest = 1e15;  // Beyond it a number is a row of zeros.
  if (std::abs(number) > longest) return;
  const std::string is_number = "' is " + number_text(number);
  const std::size_t at = fault.message.find(is_number);
  if (at == std::string::npos) return;
  const bool is_percent = field.unit == Unit::percent;
  const std::string shown = is_percent ? locale.percent(number, 6) : locale.number(number, 6);
  const std::string rest = fault.message.substr(at + is_number.size());
  const bool has_dot = rest.starts_with(": ");
  fault.message = fault.message.substr(0, at) + "' is " + shown + (has_dot ? ", not a whole number" : rest);
  // A cell that shows percentages makes 6400% of 64.
  if (is_percent) fault.hint = "write " + locale.number(number / 100, 6) + "%";
  if (has_dot) fault.hint = "write " + number_text(std::round(number * 1000)) + " when that is meant";
}

}  // namespace

void put_in_words_of_form(Diagnostic& fault, const SheetChange& change, const SheetForm& form) {
  if (change.field == nullptr || change.row == nullptr) return;
  mend_number(fault, change, form);
  const SheetWords& words = sheet_words(form.language);
  for (const KeyOfColumn& each : keys_of_columns)
    put_in_place(fault.message, in_quotes(each.key), in_quotes(words.*each.heading));
  const bool is_commitment = change.sheet == words.commitments;
  name_statuses(fault.message, is_commitment ? form.commitment_statuses : form.statuses);
  name_subjects(fault.message, change, form);
  if (fault.hint.ends_with("with null when its part is not known"))
    fault.hint = "correct a number, or fill in the municipality that is missing";
}

}  // namespace stoplicht
