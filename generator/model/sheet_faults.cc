#include "model/sheet_faults.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "load/encoding.h"
#include "model/sheet_fault_words.h"

namespace stoplicht {
namespace {

// How a hint goes on behind the name of the column. What is to be emptied stands there; what is to be filled in lacks.
enum class HowToMend { fill_in, fill_in_or_unknown, choose, empty };

struct MendedIn {
  std::string_view id;      // Of the diagnostic.
  std::string_view column;  // The key of the field; "closes" and "text" have none of their own.
  HowToMend how;
  std::string_view status{};  // Of a commitment: the one with which it may stand there.
};

constexpr MendedIn mended_in[] = {
    {"light-unexplained", "cause", HowToMend::fill_in_or_unknown},
    {"light-unexplained", "action", HowToMend::fill_in_or_unknown},
    {"commitment-closed-without-letter", "closes", HowToMend::choose},
    {"commitment-closure-missing", "text", HowToMend::fill_in},
    {"commitment-lapsed-reason", "lapsed_reason", HowToMend::fill_in},
    {"commitment-lapsed-reason", "lapsed_reason", HowToMend::empty, "lapsed"},
    {"commitment-not-closed", "closes", HowToMend::empty, "closed"},
    {"commitment-not-closed", "text", HowToMend::empty, "closed"},
};

std::string_view asked_key(const FormField& field) {
  if (!field.closes.empty()) return "closes";
  return field.path.empty() ? std::string_view("text") : std::string_view(field.path.back().key);
}

// What the site will have: null counts as told.
bool will_be_told(const FormField& field, const std::vector<SheetChange>& changes) {
  const auto change =
      std::find_if(changes.begin(), changes.end(), [&](const SheetChange& each) { return each.field == &field; });
  const std::optional<Json>& value = change != changes.end() ? change->value : field.now;
  return value && (!value->is_string() || !cell_text(value->get_ref<const std::string&>()).empty());
}

const std::string& header_of(const SheetForm& form, const SheetChange& change, const FormField& field) {
  const auto sheet = std::find_if(form.sheets.begin(), form.sheets.end(),
                                  [&](const FormSheet& each) { return each.name == change.sheet; });
  return sheet->columns[field.column].header;
}

std::string label_of(const SheetForm& form, std::string_view status) {
  for (const FormChoice& each : form.commitment_statuses)
    if (each.value == status) return each.label;
  return std::string(status);
}

std::string hint_of(const MendedIn& mended, bool has_column, const std::string& header, const SheetForm& form) {
  if (!has_column) return "the column " + in_quotes(header) + " is not in this file: hand in the form with that column";
  const HowToMend how = mended.how;
  if (how == HowToMend::empty)
    return "empty the column " + in_quotes(header) + ", or choose " + in_quotes(label_of(form, mended.status)) +
           " in the column " + in_quotes(sheet_words(form.language).status);
  if (how == HowToMend::choose) return "choose one in the column " + in_quotes(header);
  if (how == HowToMend::fill_in) return "fill in the column " + in_quotes(header);
  return "fill in the column " + in_quotes(header) +
         ", or write there when nobody knows: " + std::string(sheet_words(form.language).unknown);
}

}  // namespace

std::vector<Diagnostic> faults_in_form(const Diagnostic& diagnostic, const SheetChange* change, const SheetForm& form,
                                       const std::vector<SheetChange>& changes) {
  std::vector<Diagnostic> out;
  for (const MendedIn& each : mended_in) {
    if (change == nullptr || change->row == nullptr || each.id != diagnostic.id) continue;
    const std::vector<FormField>& fields = change->row->fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const bool is_wrong = will_be_told(fields[i], changes) == (each.how == HowToMend::empty);
      if (asked_key(fields[i]) != each.column || !is_wrong) continue;
      const bool has_column = change->cells[i].column > 0;
      out.push_back(diagnostic);
      out.back().where = has_column ? change->cells[i] : change->where;
      out.back().hint = hint_of(each, has_column, header_of(form, *change, fields[i]), form);
    }
  }
  if (out.empty()) {
    out.push_back(diagnostic);
    if (change != nullptr) out.back().where = change->where;
  }
  if (change != nullptr)
    for (Diagnostic& each : out) put_in_words_of_form(each, *change, form);
  return out;
}

}  // namespace stoplicht
