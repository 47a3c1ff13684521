#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "load/site_folder.h"
#include "model/sheet_form.h"

namespace stoplicht {

// Puts cells behind those of a row of a form, with the field that asks for what is filled in there.
class FormCells {
 public:
  // `qualifiers`: how exact a quantity may be, of the form. All of them must outlive it.
  FormCells(const FormChoices& qualifiers, std::string_view language, const SiteFolder& folder, const Period& period);

  static FormColumn column(std::string_view header, std::string_view note, double width, bool fillable,
                           bool identifies = false);
  static JsonPath with(JsonPath path, std::string key);

  static void fixed(FormRow& row, std::string_view text);
  // Of a value in the period's data file, in the next cell, which the caller puts there.
  FormField& field(FormRow& row, FieldKind kind, JsonPath path) const;
  void text(FormRow& row, JsonPath path, bool nullable = false) const;
  // Of the last field of the row. A text that no cell can hold is closed, and the field taken away: the cell names its
  // file.
  void show_text(FormRow& row, std::string text) const;
  void choice(FormRow& row, JsonPath path, const FormChoices& choices, const char* when_empty) const;
  static void show_choice(FormRow& row, FormField& asked, const FormChoices& choices);
  void quantity(FormRow& row, JsonPath path, Unit unit, const std::optional<Quantity>& now,
                const std::optional<Quantity>& before) const;
  // `since`: the period that it is of, where that is to be told.
  void known(FormRow& row, Unit unit, const std::optional<Quantity>& value, std::string_view since = {}) const;
  // The text of a Markdown file, which need not be there.
  void markdown(FormRow& row, std::string file) const;

  const SheetWords& words() const { return words_; }
  const Locale& locale() const { return locale_; }
  const SiteFolder& folder() const { return folder_; }
  const Period& period() const { return period_; }

 private:
  const FormChoices& qualifiers_;
  const SiteFolder& folder_;
  const Period& period_;
  const SheetWords& words_;
  Locale locale_;
  const Json& data_;
};

// The sheet of commitments; `form` has its choices.
FormSheet commitments_sheet(const FormCells& cells, const SheetForm& form, const Site& site);

}  // namespace stoplicht
