#include "model/sheet_form_cells.h"

#include "base/text.h"
#include "load/workbook.h"
#include "model/edition_parts.h"

namespace stoplicht {

FormCells::FormCells(const FormChoices& qualifiers, std::string_view language, const SiteFolder& folder,
                     const Period& period)
    : qualifiers_(qualifiers),
      folder_(folder),
      period_(period),
      words_(sheet_words(language)),
      locale_(language),
      data_(folder.data.at(period_file(period.id))->root()) {}

FormColumn FormCells::column(std::string_view header, std::string_view note, double width, bool fillable,
                             bool identifies) {
  return {std::string(header), std::string(note), width, fillable, identifies, false};
}

void FormCells::fixed(FormRow& row, std::string_view text) {
  row.cells.push_back({cell_text(text), {}, {}, {}, false, nullptr});
}

FormField& FormCells::field(FormRow& row, FieldKind kind, JsonPath path) const {
  FormField field;
  field.kind = kind;
  field.column = row.cells.size();
  field.file = period_file(period_.id);
  if (const Json* now = find_value(data_, path)) field.now = *now;
  field.path = std::move(path);
  row.fields.push_back(std::move(field));
  return row.fields.back();
}

void FormCells::text(FormRow& row, JsonPath path, bool nullable) const {
  FormField& asked = field(row, FieldKind::text, std::move(path));
  asked.nullable = nullable;
  std::string shown;
  if (asked.now && asked.now->is_null()) shown = words_.unknown;
  if (asked.now && asked.now->is_string()) shown = cell_text(asked.now->get_ref<const std::string&>());
  show_text(row, std::move(shown));
}

void FormCells::show_text(FormRow& row, std::string text) const {
  FormCell cell;
  cell.open = length_in_characters(text) <= longest_cell;
  cell.text = cell.open ? std::move(text) : std::string(words_.long_text) + row.fields.back().file;
  if (!cell.open) row.fields.pop_back();
  row.cells.push_back(std::move(cell));
}

void FormCells::show_choice(FormRow& row, FormField& asked, const FormChoices& choices) {
  asked.choices = &choices;
  FormCell cell;
  cell.open = true;
  cell.choices = &choices;
  const std::optional<Json>& shown = asked.now ? asked.now : asked.when_empty;
  for (const FormChoice& each : choices)
    if (shown && each.value == *shown) cell.text = each.label;
  row.cells.push_back(std::move(cell));
}

void FormCells::choice(FormRow& row, JsonPath path, const FormChoices& choices, const char* when_empty) const {
  FormField& asked = field(row, FieldKind::choice, std::move(path));
  asked.when_empty = when_empty;
  show_choice(row, asked, choices);
}

void FormCells::quantity(FormRow& row, JsonPath path, Unit unit, const std::optional<Quantity>& now,
                         const std::optional<Quantity>& before) const {
  FormField& asked = field(row, FieldKind::quantity, std::move(path));
  asked.unit = unit;
  asked.nullable = true;
  asked.when_empty = Json();
  asked.qualifier_column = row.cells.size() + 1;
  if (before) asked.before = before->value;
  FormCell cell;
  cell.open = true;
  cell.unit = unit;
  if (now) cell.number = now->value;
  row.cells.push_back(cell);
  FormCell exactness;
  exactness.open = true;
  exactness.choices = &qualifiers_;
  if (now && now->qualifier != Qualifier::exactly)
    exactness.text = words_.qualifiers[static_cast<std::size_t>(now->qualifier)];
  row.cells.push_back(exactness);
}

void FormCells::known(FormRow& row, Unit unit, const std::optional<Quantity>& value, std::string_view since) const {
  FormCell cell;
  cell.unit = unit;
  if (value && value->qualifier == Qualifier::exactly && since.empty()) {
    cell.number = value->value;
  } else if (value) {
    const std::string number = unit == Unit::percent ? locale_.percent(value->value) : locale_.number(value->value);
    if (value->qualifier != Qualifier::exactly)
      cell.text = std::string(words_.qualifiers[static_cast<std::size_t>(value->qualifier)]) + " ";
    cell.text += number;
    if (!since.empty()) cell.text += " (" + std::string(since) + ")";
  }
  row.cells.push_back(cell);
}

void FormCells::markdown(FormRow& row, std::string file) const {
  FormField asked;
  asked.column = row.cells.size();
  asked.file = std::move(file);
  const auto found = folder_.content.find(asked.file);
  if (found != folder_.content.end() && found->second) asked.now = std::string(found->second->body());
  std::string shown = asked.now ? cell_text(found->second->body()) : "";
  row.fields.push_back(std::move(asked));
  show_text(row, std::move(shown));
}

JsonPath FormCells::with(JsonPath path, std::string key) {
  path.push_back({std::move(key)});
  return path;
}

}  // namespace stoplicht
