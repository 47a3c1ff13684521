#include "model/sheet_changes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "base/counted.h"
#include "base/text.h"
#include "load/encoding.h"
#include "model/figure_jump.h"
#include "model/kept_values.h"
#include "model/reader.h"
#include "model/sheet_table.h"
#include "model/sheet_values.h"

namespace stoplicht {
namespace {

std::string text_of(const SheetCell* cell) {
  if (cell == nullptr) return "";
  if (cell->kind == SheetCell::Kind::text) return std::string(trim(cell->text));
  return cell->kind == SheetCell::Kind::number ? number_text(cell->number) : "";
}

const Json& amount_in(const Json& value) {
  return value.is_object() && value.contains("value") ? value.at("value") : value;
}

std::optional<double> number_in(const std::optional<Json>& value) {
  if (!value) return std::nullopt;
  const Json& amount = amount_in(*value);
  return amount.is_number() ? std::optional(amount.get<double>()) : std::nullopt;
}

// A spreadsheet keeps fifteen or sixteen digits of a number.
bool same_number(double a, double b) { return std::fabs(a - b) <= 1e-12 * std::max(std::fabs(a), std::fabs(b)); }

// A quarter ends after its first month: the last day that was promised counts.
bool is_put_off(const std::optional<Json>& said, const std::optional<Json>& before) {
  if (!said || !before || !said->is_string() || !before->is_string()) return false;
  const auto now = parse_date(said->get_ref<const std::string&>());
  const auto then = parse_date(before->get_ref<const std::string&>());
  return now && then && now->last_day() > then->last_day();
}

bool is_in_parts(double number) { return number != std::floor(number); }

class Comparison {
 public:
  Comparison(const Workbook& workbook, const SheetForm& form, const Locale& locale, Diagnostics& diagnostics)
      : workbook_(workbook), kept_(workbook), form_(form), locale_(locale), diagnostics_(diagnostics) {}

  SheetChanges run(std::string_view only_sheet) {
    const std::vector<SheetTable> tables = find_tables(workbook_, form_, only_sheet, diagnostics_);
    if (kept_.empty() && !tables.empty())
      out_.notes.push_back("the file does not tell what the form said when it was made: all differences count");
    for (const FormSheet& sheet : form_.sheets) {
      const auto table =
          std::find_if(tables.begin(), tables.end(), [&](const SheetTable& each) { return each.form == &sheet; });
      if (table != tables.end())
        compare(*table);
      else if (only_sheet.empty() && !diagnostics_.has_errors() && !workbook_.sheets.front().name.empty())
        out_.notes.push_back("there is no sheet " + in_quotes(sheet.name) + ": nothing of it changes");
    }
    tell_left_cells();
    return std::move(out_);
  }

 private:
  using Rows = std::map<const FormRow*, const SheetRow*>;

  void compare(const SheetTable& table) {
    if (!table.sheet->name.empty() && table.sheet->name != table.form->name)
      out_.notes.push_back("sheet " + in_quotes(table.sheet->name) + " was read as " + in_quotes(table.form->name));
    Rows rows;
    for (const SheetRow& row : table.sheet->rows) {
      if (row.row <= table.header_row) continue;
      const FormRow* known = row_of(table, row);
      if (known == nullptr) continue;
      const auto [first, is_new] = rows.emplace(known, &row);
      if (!is_new)
        diagnostics_.error("sheet-row-twice", at(table, row, table.form->key_column),
                           "there are two rows of " + in_quotes(known->key) + ", the other is row " +
                               std::to_string(first->second->row),
                           "delete the one that does not count");
    }
    tell_missing_columns(table);
    if (rows.size() < table.form->rows.size())
      out_.notes.push_back(counted(table.form->rows.size() - rows.size(), "row is", "rows are") + " not in sheet " +
                           in_quotes(table.form->name) + ": nothing of " +
                           (table.form->rows.size() - rows.size() == 1 ? "it" : "them") + " changes");
    for (const FormRow& row : table.form->rows)
      if (const auto found = rows.find(&row); found != rows.end())
        for (const FormField& field : row.fields) compare_field(table, row, *found->second, field);
  }

  void tell_missing_columns(const SheetTable& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i] == 0 && table.form->columns[i].fillable)
        out_.notes.push_back("there is no column " + in_quotes(table.form->columns[i].header) + " in sheet " +
                             in_quotes(table.form->name) + ": nothing of it changes");
  }

  Location at(const SheetTable& table, const SheetRow& row, std::size_t column) const {
    return workbook_.at(*table.sheet, table.place(row, column));
  }

  // Which row of the form it is. Null: none, which is reported when something was filled in.
  const FormRow* row_of(const SheetTable& table, const SheetRow& row) {
    const FormSheet& form = *table.form;
    const std::string key = text_of(table.cell(row, form.key_column));
    if (key.empty()) {
      const FormRow* meant = named_row(table, row);
      if (meant == nullptr && is_filled(table, row))
        diagnostics_.error("sheet-row", at(table, row, form.key_column), "the row does not say what it is about",
                           "put its " + in_quotes(form.columns[form.key_column].header) + " back, or empty the row");
      return meant;
    }
    const FormRow* known = form.find(key);
    if (known == nullptr && std::find(form.settled.begin(), form.settled.end(), key) != form.settled.end()) {
      out_.notes.push_back(in_quotes(key) + " is closed or lapsed by now: nothing of it changes");
      return nullptr;
    }
    const FormRow* named = named_row(table, row);
    if (known == nullptr) {
      diagnostics_.error("sheet-row", at(table, row, form.key_column), "the form has no row " + in_quotes(key),
                         hint_of_unknown(form, named != nullptr ? named->key : key));
      return nullptr;
    }
    if (named != nullptr && named != known) {
      diagnostics_.error(
          "sheet-row-mixed", at(table, row, form.key_column),
          "the key is that of " + in_quotes(known->subject) + ", but the name is that of " + in_quotes(named->subject),
          "were some columns sorted and others not? Take a new form and copy the values");
      return nullptr;
    }
    warn_of_fixed(table, row, *known);
    return known;
  }

  // The form asks about what there is: something new is none of its rows.
  std::string hint_of_unknown(const FormSheet& sheet, const std::string& key) const {
    std::vector<std::string_view> keys;
    for (const FormRow& each : sheet.rows) keys.push_back(each.key);
    const std::string_view near = closest(key, keys);
    const std::string begin = near.empty() ? "" : "did you mean " + in_quotes(near) + "? If not, ";
    const SheetWords& words = sheet_words(form_.language);
    if (sheet.name == words.commitments)
      return begin +
             "empty the row; a new commitment is written into data/commitments.json (guide: "
             "/_handleiding/toezegging.html)";
    if (sheet.name == words.figures)
      return begin +
             "empty the row; a new figure is written into data/programmes.json (guide: /_handleiding/toevoegen.html)";
    return begin +
           "empty the row; a new project is written into data/programmes.json (guide: /_handleiding/toevoegen.html)";
  }

  // By what is fixed in it.
  const FormRow* named_row(const SheetTable& table, const SheetRow& row) const {
    const FormRow* meant = nullptr;
    for (const FormRow& each : table.form->rows) {
      if (!same_identity(table, row, each)) continue;
      if (meant != nullptr) return nullptr;
      meant = &each;
    }
    return meant;
  }

  bool same_identity(const SheetTable& table, const SheetRow& row, const FormRow& form_row) const {
    bool some = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (!table.form->columns[i].identifies) continue;
      const std::string said = text_of(table.cell(row, i));
      if (said != form_row.cells[i].text) return false;
      some = some || !said.empty();
    }
    return some;
  }

  bool is_filled(const SheetTable& table, const SheetRow& row) const {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.form->columns[i].fillable && table.cell(row, i) != nullptr) return true;
    return false;
  }

  void warn_of_fixed(const SheetTable& table, const SheetRow& row, const FormRow& known) const {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const SheetCell* cell = table.cell(row, i);
      const bool fixed = table.form->columns[i].identifies && i != table.form->key_column;
      if (!fixed || cell == nullptr || text_of(cell) == known.cells[i].text || text_of(cell).empty()) continue;
      if (text_of(cell) == text_of(kept_.cell(table.form->name, known.key, i))) continue;
      diagnostics_.warning(
          "sheet-fixed", at(table, row, i),
          in_quotes(text_of(cell)) + " was written over " + in_quotes(known.cells[i].text) + "; that changes nothing",
          "a name or a number of this row is changed in the files of the site");
    }
    // What was written where this row asks for nothing.
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const SheetCell* cell = table.cell(row, i);
      if (!table.form->columns[i].fillable || cell == nullptr || known.cells[i].open) continue;
      if (text_of(cell) == known.cells[i].text || kept_.is_said_by(cell, table.form->name, known.key, i)) continue;
      diagnostics_.error("sheet-fixed", at(table, row, i), "nothing is asked for in this cell, and it was filled in",
                         "empty it, and write it in the row that it is about");
    }
  }

  void compare_field(const SheetTable& table, const FormRow& row, const SheetRow& filled, const FormField& field) {
    if (table.columns[field.column] == 0) return;
    const SheetCell* cell = table.cell(filled, field.column);
    const SheetCell* qualifier = field.qualifier_column ? table.cell(filled, *field.qualifier_column) : nullptr;
    if (is_untouched(table, row, filled, field)) return leave(table, row, filled, field);
    std::optional<CellFault> fault;
    std::optional<Json> said = read_field(field, form_, locale_, cell, qualifier, fault);
    if (fault) {
      const std::size_t column = fault->of_qualifier ? *field.qualifier_column : field.column;
      diagnostics_.error(fault->id, at(table, filled, column), fault->message, fault->hint);
      return;
    }
    const bool has_qualifier = !field.qualifier_column || table.columns[*field.qualifier_column] > 0;
    const auto wanted = [&](const std::optional<Json>& stood) {
      return has_qualifier ? said : with_qualifier_of(stood, said);
    };
    std::optional<Json> kept;
    const bool is_kept = read_kept(table, row, field, kept);
    if (is_kept && is_same(field, kept, wanted(kept))) return leave(table, row, filled, field);
    if (is_same(field, field.now, wanted(field.now))) return;
    const bool was_changed = is_kept && !is_same(field, field.now, kept);
    add_change(table, row, filled, field, wanted(field.now));
    if (was_changed) out_.changes.back().kept = shown_value(field, form_, locale_, kept ? kept : field.when_empty);
  }

  // Before anything is read: a name that the site has changed since, in a list or of a letter, is no fault of who left
  // the cell alone, and what stood in the place of a long text is no text.
  bool is_untouched(const SheetTable& table, const FormRow& row, const SheetRow& filled, const FormField& field) const {
    const auto is_untouched_at = [&](std::size_t column) {
      return kept_.is_said_by(table.cell(filled, column), table.form->name, row.key, column);
    };
    if (!is_untouched_at(field.column)) return false;
    const std::size_t beside = field.qualifier_column.value_or(field.column);
    return table.columns[beside] == 0 || is_untouched_at(beside);
  }

  // A cell that says what the form said when it was made asks for nothing. But who took over something else in the
  // meantime, and put the cell back to undo that, would take silence for a yes.
  void leave(const SheetTable& table, const FormRow& row, const SheetRow& filled, const FormField& field) {
    std::optional<Json> kept;
    if (!read_kept(table, row, field, kept)) return;  // The site has another word for it, and may mean the same.
    const auto stands_so_at = [&](std::size_t column) {
      const std::optional<SheetCell> now = cell_as_read(row.cells[column]);
      return kept_.is_said_by(now ? &*now : nullptr, table.form->name, row.key, column);
    };
    if (!stands_so_at(field.column) || !stands_so_at(field.qualifier_column.value_or(field.column)))
      left_.push_back(place_in_sheet(at(table, filled, field.column)));
  }

  void tell_left_cells() {
    constexpr std::size_t most = 12;  // Named: who put a few back finds them, and a colleague's copy may have hundreds.
    if (left_.empty()) return;
    std::string places;
    for (std::size_t i = 0; i < std::min(left_.size(), most); ++i) places += (i > 0 ? ", " : "") + left_[i];
    if (left_.size() > most) places += ", …";
    out_.notes.push_back(counted(left_.size(), "cell says", "cells say") +
                         " what the form said when it was made, while the site says something else by now (" + places +
                         "): the site's stays; to take something back, make a new form");
  }

  // What the cell said when the form was made. False: the file does not tell.
  bool read_kept(const SheetTable& table, const FormRow& row, const FormField& field, std::optional<Json>& kept) const {
    const std::string& sheet = table.form->name;
    if (!kept_.has(sheet, row.key)) return false;
    const SheetCell* qualifier = field.qualifier_column ? kept_.cell(sheet, row.key, *field.qualifier_column) : nullptr;
    std::optional<CellFault> fault;
    kept = read_field(field, form_, locale_, kept_.cell(sheet, row.key, field.column), qualifier, fault);
    return !fault;
  }

  // Without its column, how exact a number is stays as it was.
  static std::optional<Json> with_qualifier_of(const std::optional<Json>& stood, const std::optional<Json>& said) {
    if (said && said->is_number() && stood && stood->is_object() && stood->contains("qualifier"))
      return quantity_json(said->get<double>(), stood->at("qualifier"));
    return said;
  }

  // Whether a cell says what stands there: in the site now, or in the form when it was made.
  static bool is_same(const FormField& field, const std::optional<Json>& now, const std::optional<Json>& said) {
    if (field.kind == FieldKind::text) {
      const bool none = !now || (now->is_string() && cell_text(now->get_ref<const std::string&>()).empty());
      if (!said) return none;
      if (said->is_null()) return now && now->is_null();
      return now && now->is_string() &&
             cell_text(now->get_ref<const std::string&>()) == said->get_ref<const std::string&>();
    }
    if (field.kind == FieldKind::quantity) {
      const auto was = number_in(now);
      const auto is = number_in(said);
      if (!was && !is) return !said || (now && now->is_null());
      if (!was || !is || !same_number(*was, *is)) return false;
      return qualifier_of(*now) == qualifier_of(*said);
    }
    const std::optional<Json>& then = now ? now : field.when_empty;
    const std::optional<Json>& wanted = said ? said : field.when_empty;
    return then == wanted;
  }

  static std::string qualifier_of(const Json& value) {
    return value.is_object() && value.contains("qualifier") ? value.at("qualifier").get<std::string>() : "exactly";
  }

  void add_change(const SheetTable& table, const FormRow& row, const SheetRow& filled, const FormField& field,
                  std::optional<Json> said) {
    SheetChange change;
    change.field = &field;
    change.row = &row;
    for (const FormField& each : row.fields) change.cells.push_back(at(table, filled, each.column));
    change.where = at(table, filled, field.column);
    change.sheet = table.form->name;
    change.subject = row.subject;
    change.column = table.form->columns[field.column].header;
    change.before = shown_value(field, form_, locale_, field.now ? field.now : field.when_empty);
    change.after = shown_value(field, form_, locale_, said ? said : field.when_empty);
    const auto was = number_in(field.now);
    const auto is = number_in(said);
    const bool had_choice = field.kind == FieldKind::choice && field.now && field.now != field.when_empty;
    const bool had_text = (field.kind == FieldKind::text || field.kind == FieldKind::date) && !change.before.empty();
    const bool nothing_now = !said || said->is_null() || said == field.when_empty;
    change.removes = nothing_now && (was || had_choice || had_text);
    if (is) doubt(change, field, was, *is);
    change.postpones = field.kind == FieldKind::date && is_put_off(said, field.now);
    change.value = said ? std::move(said) : field.when_empty;
    out_.changes.push_back(std::move(change));
  }

  static void doubt(SheetChange& change, const FormField& field, std::optional<double> was, double is) {
    const auto any_before = [&](auto holds) { return (was && holds(*was)) || (field.before && holds(*field.before)); };
    if (was && is_jump(*was, is))
      change.jumped_from = was;
    else if (field.before && is_jump(*field.before, is))
      std::tie(change.jumped_from, change.from_last_time) = std::pair(field.before, true);
    if (field.unit != Unit::count) return;
    change.below_zero = is < 0 && !any_before([](double number) { return number < 0; });
    change.in_parts = is_in_parts(is) && !any_before(is_in_parts);
  }

  const Workbook& workbook_;
  KeptValues kept_;
  const SheetForm& form_;
  const Locale& locale_;
  Diagnostics& diagnostics_;
  SheetChanges out_;
  std::vector<std::string> left_;  // Cells that ask for nothing, where the site says something else by now.
};

}  // namespace

std::string period_of_form(const Workbook& workbook, Diagnostics& diagnostics) {
  for (const Sheet& sheet : workbook.sheets) {
    if (sheet.name != form_sheet || sheet.rows.size() < 2) continue;
    const SheetRow& first = sheet.rows[0];
    if (text_of(first.find(1)) != form_name) continue;
    const std::string version = text_of(first.find(2));
    if (version != std::to_string(form_version))
      diagnostics.error(
          "sheet-form", workbook.at(sheet, {1, 2}),
          "this is a form of version " + version + ", and this program reads version " + std::to_string(form_version),
          "make a new form: stoplicht sheet export PERIOD");
    return text_of(sheet.rows[1].find(1));
  }
  return "";
}

SheetChanges sheet_changes(const Workbook& workbook, const SheetForm& form, std::string_view only_sheet,
                           const Locale& locale, Diagnostics& diagnostics) {
  return Comparison(workbook, form, locale, diagnostics).run(only_sheet);
}

}  // namespace stoplicht
