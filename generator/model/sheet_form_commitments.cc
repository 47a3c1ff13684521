#include "model/edition_parts.h"
#include "model/sheet_form_cells.h"

namespace stoplicht {
namespace {

bool is_waiting(const Commitment& commitment) {
  return commitment.status == CommitmentStatus::open || commitment.status == CommitmentStatus::in_progress;
}

void add_due(FormRow& row, const Commitment& commitment) {
  FormCell due;
  due.open = true;
  if (commitment.due && commitment.due->is_day())
    due.day = commitment.due;
  else if (commitment.due)
    due.text = to_iso(*commitment.due);
  row.cells.push_back(due);
}

FormRow commitment_row(const FormCells& cells, const SheetForm& form, const Commitment& commitment,
                       const Document& file) {
  FormRow row{commitment.id, commitment.id, {}, {}};
  const auto asked = [&](FieldKind kind, const char* key) -> FormField& {
    FormField& made = cells.field(row, kind, {});
    made.file = file.source().path();
    made.path = {{"commitments"}, {"id", commitment.id}, {key}};
    if (const Json* now = find_value(file.root(), made.path))
      made.now = *now;
    else
      made.now.reset();
    return made;
  };
  FormCells::fixed(row, commitment.id);
  FormCells::fixed(row, commitment.title);
  FormCells::fixed(row, commitment.council->name);
  FormCells::fixed(row, cells.locale().date(commitment.made_on));
  asked(FieldKind::date, "due");
  add_due(row, commitment);
  FormField& status = asked(FieldKind::choice, "status");
  FormCells::show_choice(row, status, form.commitment_statuses);
  FormField letter;
  letter.kind = FieldKind::choice;
  letter.column = row.cells.size();
  letter.closes = commitment.id;
  if (commitment.closed_by != nullptr) letter.now = commitment.closed_by->id;
  row.fields.push_back(std::move(letter));
  FormCells::show_choice(row, row.fields.back(), form.letters);
  cells.markdown(row, closure_file(commitment.id));
  asked(FieldKind::text, "lapsed_reason");
  cells.show_text(row, cell_text(commitment.lapsed_reason));
  return row;
}

}  // namespace

FormSheet commitments_sheet(const FormCells& cells, const SheetForm& form, const Site& site) {
  const SheetWords& words = cells.words();
  const auto column = FormCells::column;
  FormSheet sheet;
  sheet.name = words.commitments;
  sheet.columns = {column(words.number, words.key_note, 12, false, true),
                   column(words.commitment, "", 36, false, false),
                   column(words.council, "", 15, false, false),
                   column(words.made_on, "", 13, false, false),
                   column(words.due, words.due_note, 12, true, false),
                   column(words.status, words.commitment_status_note, 14, true, false),
                   column(words.closed_by, words.closed_by_note, 16, true, false),
                   column(words.closure, words.closure_note, 36, true, false),
                   column(words.lapsed_reason, words.lapsed_note, 26, true, false)};
  sheet.frozen_columns = 2;
  const auto file = cells.folder().data.find("data/commitments.json");
  if (file == cells.folder().data.end() || !file->second) return sheet;
  for (const auto& each : site.commitments) {
    // What a letter of this draft closes may still be mended, and the same form may come back.
    const bool is_closed_here = each->closed_by != nullptr && each->closed_by->period == &cells.period();
    if (is_waiting(*each) || is_closed_here)
      sheet.rows.push_back(commitment_row(cells, form, *each, *file->second));
    else
      sheet.settled.push_back(each->id);
  }
  return sheet;
}

}  // namespace stoplicht
