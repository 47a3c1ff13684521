#include "model/sheet_faults.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "load/encoding.h"

namespace stoplicht {
namespace {

// How a hint goes on behind the name of the column.
enum class HowToMend { fill_in, fill_in_or_unknown, choose };

struct MendedIn {
  std::string_view id;      // Of the diagnostic.
  std::string_view column;  // The key of the field; "closes" and "text" have none of their own.
  HowToMend how;
};

constexpr MendedIn mended_in[] = {
    {"light-unexplained", "cause", HowToMend::fill_in_or_unknown},
    {"light-unexplained", "action", HowToMend::fill_in_or_unknown},
    {"commitment-closed-without-letter", "closes", HowToMend::choose},
    {"commitment-closure-missing", "text", HowToMend::fill_in},
    {"commitment-lapsed-reason", "lapsed_reason", HowToMend::fill_in},
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

std::string hint_of(HowToMend how, const std::string& header, const SheetForm& form) {
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
      if (asked_key(fields[i]) != each.column || change->cells[i].column == 0 || will_be_told(fields[i], changes))
        continue;
      out.push_back(diagnostic);
      out.back().where = change->cells[i];
      out.back().hint = hint_of(each.how, header_of(form, *change, fields[i]), form);
    }
  }
  if (!out.empty()) return out;
  out.push_back(diagnostic);
  if (change != nullptr) out.back().where = change->where;
  return out;
}

}  // namespace stoplicht
