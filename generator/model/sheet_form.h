#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/locale.h"
#include "load/json_editor.h"
#include "load/site_folder.h"
#include "model/sheet_words.h"
#include "model/site.h"

// The form of a period: sheets with what is to be filled in, beside what stays as it is. The same form is written as a
// workbook and held against the one that comes back.
namespace stoplicht {

// Which form this is: one of another version is refused, since its keys may mean something else.
inline constexpr int form_version = 2;
inline constexpr std::string_view form_name = "stoplicht form";  // In cell A1 of the hidden sheet,
inline constexpr std::string_view form_sheet = "_stoplicht";     // which has this name.
// From this column on, counted from 1, the hidden sheet keeps what the form said when it was made: a row for each of
// its rows, with the name of the sheet, the key, and the cells of the columns that are kept: what was locked then may
// be asked for by now.
inline constexpr int kept_column = 10;

struct FormChoice {
  std::string label;
  Json value;
  std::optional<Light> light{};  // Of a status.
};
using FormChoices = std::vector<FormChoice>;

struct FormColumn {
  std::string header;
  std::string note;
  double width = 10;        // In characters.
  bool fillable = false;    // Of all its rows or of some.
  bool identifies = false;  // Together these tell the rows apart when the key is lost.
  bool has_lights = false;  // Its cells say a status.

  // By the hidden sheet.
  bool is_kept() const { return fillable || identifies; }
};

// What a cell shows.
struct FormCell {
  std::string text;
  std::optional<double> number;  // Instead of the text.
  Unit unit = Unit::count;
  std::optional<Date> day;               // Instead of both.
  bool open = false;                     // To be filled in.
  const FormChoices* choices = nullptr;  // From which; null: whatever is of its kind.
};

enum class FieldKind { text, choice, quantity, date };

// A value that the form asks for, and where it goes.
struct FormField {
  FieldKind kind = FieldKind::text;
  std::size_t column = 0;
  std::optional<std::size_t> qualifier_column;  // Of a quantity: the cell beside it that says how exact it is.
  std::string file;                             // Relative to the site folder; may be one that is not there yet.
  JsonPath path;                                // Empty: the text of a Markdown file, below its front matter.
  std::optional<Json> now;                      // What stands there; nothing: no such key.
  std::optional<Json> when_empty;               // What an empty cell means; nothing: that there is no such key.
  bool nullable = false;                        // "niet bekend" may be written.
  Unit unit = Unit::count;
  const FormChoices* choices = nullptr;
  std::optional<double> before;  // The number of the period before.
  std::string closes;            // A commitment: the letter that is chosen names it in its `closes`, and no other does.
};

struct FormRow {
  std::string key;
  std::string subject;  // How a message names it.
  std::vector<FormCell> cells;
  std::vector<FormField> fields;
};

struct FormSheet {
  std::string name;
  std::vector<FormColumn> columns;
  std::size_t key_column = 0;
  std::size_t frozen_columns = 0;
  std::vector<FormRow> rows;
  std::vector<std::string> settled;  // Keys of what was asked about once, and is closed or lapsed by now.
  const FormRow* find(std::string_view key) const;
};

struct SheetForm {
  std::string period, period_name, site, language;
  FormChoices statuses, bases, qualifiers, commitment_statuses, letters;
  std::vector<FormSheet> sheets;

  SheetForm() = default;
  SheetForm(const SheetForm&) = delete;  // Cells point to the choices.
  SheetForm& operator=(const SheetForm&) = delete;
};

// `period` is one of `site` that was not published; `folder` has its files. `form` is to be a new one.
void make_sheet_form(SheetForm& form, const Site& site, const SiteFolder& folder, const Period& period);

// A quantity as a data file has it: a number, or an object with a qualifier.
Json quantity_json(double value, const Json& qualifier);

// A text as a cell has it and as it is compared: without carriage returns and white space around it; nothing of one
// that only says what is to be written there (model/placeholders.h).
std::string cell_text(std::string_view text);

}  // namespace stoplicht
