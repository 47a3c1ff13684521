#include "write/form_workbook.h"

#include <fcntl.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/text.h"
#include "write/disk.h"
#include "write/new_files.h"

namespace stoplicht {
namespace {

constexpr std::size_t largest_form = 64u << 20;
constexpr std::time_t fixed_day = 1577836800;  // 1 January 2020: a form tells no time, so that its bytes stay the same.

constexpr lxw_color_t header_ground = 0x154273, header_text = 0xFFFFFF;
// A row is as high as its longest text, but never so high that nothing else is seen.
constexpr double line_height = 14.5, least_lines = 2, most_lines = 16;
constexpr double page_width = 185;  // In characters, before letters get too small to read.

constexpr lxw_color_t fixed_ground = 0xEDF0F3, line_colour = 0xB8C0C8, key_text = 0x5B6670;

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

lxw_color_t ground_of(Light light) {
  switch (light) {
    case Light::green: return 0xC9E7CB;
    case Light::amber: return 0xFFE3B3;
    case Light::red: return 0xF6C6C6;
    case Light::blue: return 0xCDE3F7;
    case Light::purple: return 0xE2D3F0;
    case Light::grey: return 0xE3E3E3;
  }
  return 0xFFFFFF;
}

// How many lines a text takes in a column.
double lines_in(std::string_view text, double width) {
  double lines = 0;
  for (const std::string_view line : split(text, '\n'))
    lines += 1 + std::floor(static_cast<double>(length_in_characters(line)) * 1.15 / width);
  return lines;
}

class FormWriter {
 public:
  FormWriter(const SheetForm& form, const std::string& path)
      : form_(form), words_(sheet_words(form.language)), book_(workbook_new(path.c_str())) {}

  // The error of the library, or LXW_NO_ERROR.
  lxw_error write() {
    lxw_doc_properties properties = {};
    std::string title = form_.site + ", " + form_.period_name;
    properties.title = title.data();
    properties.created = fixed_day;
    workbook_set_properties(book_, &properties);
    header_ = format(false, header_ground);
    format_set_bold(header_);
    format_set_font_color(header_, header_text);
    write_guide();
    for (const FormSheet& sheet : form_.sheets) write_sheet(sheet);
    write_hidden_sheet();
    return workbook_close(book_);
  }

 private:
  lxw_format* format(bool open, std::optional<lxw_color_t> ground, const char* number_format = nullptr) {
    lxw_format* made = workbook_add_format(book_);
    format_set_text_wrap(made);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, line_colour);
    format_set_font_name(made, "Calibri");
    format_set_font_size(made, 10);
    if (ground) format_set_bg_color(made, *ground);
    if (open) format_set_unlocked(made);
    if (number_format != nullptr) format_set_num_format(made, number_format);
    return made;
  }

  lxw_format* format_of(const FormCell& cell) {
    const char* number = "General";
    if (cell.unit == Unit::euro) number = "\"€\" #,##0";
    if (cell.unit == Unit::percent) {
      const bool fine = cell.number && std::fabs(std::round(*cell.number * 10) - *cell.number * 10) > 1e-9;
      number = fine ? "0.00%" : "0.0%";
    }
    if (cell.day) number = "d-m-yyyy";
    lxw_format*& made = formats_[{cell.open, number}];
    if (made == nullptr) made = format(cell.open, cell.open ? std::nullopt : std::optional(fixed_ground), number);
    return made;
  }

  // ---- the sheets ----------------------------------------------------------------------------------------------

  void write_guide() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, std::string(words_.guide).c_str());
    lxw_format* title = workbook_add_format(book_);
    format_set_bold(title);
    format_set_font_size(title, 18);
    format_set_font_color(title, header_ground);
    format_set_text_wrap(title);
    lxw_format* about = workbook_add_format(book_);
    format_set_font_size(about, 12);
    format_set_text_wrap(about);
    lxw_format* text = workbook_add_format(book_);
    format_set_font_size(text, 11);
    format_set_text_wrap(text);
    format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    lxw_format* number = workbook_add_format(book_);
    format_set_font_size(number, 11);
    format_set_bold(number);
    format_set_font_color(number, header_ground);
    format_set_align(number, LXW_ALIGN_VERTICAL_TOP);
    worksheet_set_column(sheet, 0, 0, 4, nullptr);
    worksheet_set_column(sheet, 1, 1, 84, nullptr);
    worksheet_write_string(sheet, 0, 1, form_.period_name.c_str(), title);
    worksheet_write_string(sheet, 1, 1, form_.site.c_str(), about);
    worksheet_set_row(sheet, 0, 30, nullptr);
    std::size_t row = 3;
    for (const std::string_view each : words_.how) {
      worksheet_set_row(sheet, row_number(row), 8 + 15 * lines_in(each, 84), nullptr);
      worksheet_write_number(sheet, row_number(row), 0, static_cast<double>(row - 2), number);
      worksheet_write_string(sheet, row_number(row++), 1, std::string(each).c_str(), text);
    }
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    set_page(sheet, false);
    protect(sheet);
    worksheet_activate(sheet);
  }

  void write_sheet(const FormSheet& form) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, form.name.c_str());
    for (std::size_t i = 0; i < form.columns.size(); ++i) write_heading(sheet, i, form.columns[i]);
    for (std::size_t i = 0; i < form.rows.size(); ++i) {
      double lines = least_lines;
      for (std::size_t j = 0; j < form.rows[i].cells.size(); ++j) {
        const FormCell& cell = form.rows[i].cells[j];
        write_cell(sheet, i + 1, j, cell, j == form.key_column && j > 0);
        lines = std::max(lines, lines_in(cell.text, form.columns[j].width));
      }
      worksheet_set_row(sheet, row_number(i + 1), line_height * std::min(lines, most_lines), nullptr);
    }
    worksheet_set_row(sheet, 0, 2 * line_height, nullptr);
    show_lights(sheet, form);
    worksheet_freeze_panes(sheet, 1, column_number(form.frozen_columns));
    if (!form.rows.empty())
      worksheet_autofilter(sheet, 0, 0, row_number(form.rows.size()), column_number(form.columns.size() - 1));
    set_page(sheet, true);
    double width = 0;
    // On paper nobody needs the keys.
    const std::size_t printed = form.columns.size() - (form.key_column > 0 ? 1 : 0);
    for (std::size_t i = 0; i < printed; ++i) width += form.columns[i].width;
    worksheet_fit_to_pages(sheet, static_cast<std::uint16_t>(std::ceil(width / page_width)), 0);
    worksheet_repeat_columns(sheet, 0, column_number(form.frozen_columns - 1));
    worksheet_print_area(sheet, 0, 0, row_number(form.rows.size()), column_number(printed - 1));
    protect(sheet);
  }

  void show_lights(lxw_worksheet* sheet, const FormSheet& form) {
    for (std::size_t column = 0; column < form.columns.size(); ++column) {
      if (!form.columns[column].has_lights || form.rows.empty()) continue;
      for (const FormChoice& each : form_.statuses) {
        lxw_format* shown = workbook_add_format(book_);
        format_set_bg_color(shown, ground_of(*each.light));
        std::string label = "\"";
        for (const char c : each.label) label += c == '"' ? "\"\"" : std::string(1, c);
        label += '"';
        lxw_conditional_format condition = {};
        condition.type = LXW_CONDITIONAL_TYPE_CELL;
        condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        condition.value_string = label.data();
        condition.format = shown;
        worksheet_conditional_format_range(sheet, 1, column_number(column), row_number(form.rows.size()),
                                           column_number(column), &condition);
      }
    }
  }

  void write_heading(lxw_worksheet* sheet, std::size_t column, const FormColumn& asked) {
    worksheet_set_column(sheet, column_number(column), column_number(column), asked.width, nullptr);
    worksheet_write_string(sheet, 0, column_number(column), asked.header.c_str(), header_);
    if (asked.note.empty()) return;
    lxw_comment_options options = {};
    options.width = 260;
    options.height = static_cast<std::uint16_t>(40 + 16 * (length_in_characters(asked.note) / 36));
    std::string nobody;
    options.author = nobody.data();
    worksheet_write_comment_opt(sheet, 0, column_number(column), asked.note.c_str(), &options);
  }

  void write_cell(lxw_worksheet* sheet, std::size_t row, std::size_t column, const FormCell& cell, bool is_key) {
    const lxw_row_t r = row_number(row);
    const lxw_col_t c = column_number(column);
    write_value(sheet, r, c, cell, is_key ? key_format() : format_of(cell));
    if (cell.choices == nullptr || cell.choices->empty()) return;
    lxw_data_validation list = {};
    list.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    list.ignore_blank = LXW_VALIDATION_ON;
    list.dropdown = LXW_VALIDATION_ON;
    std::string range = range_of(*cell.choices);
    list.value_formula = range.data();
    worksheet_data_validation_cell(sheet, r, c, &list);
  }

  static void write_value(lxw_worksheet* sheet, lxw_row_t r, lxw_col_t c, const FormCell& cell, lxw_format* format) {
    if (cell.day) {
      lxw_datetime day = {cell.day->year, cell.day->month, cell.day->day, 0, 0, 0};
      worksheet_write_datetime(sheet, r, c, &day, format);
    } else if (cell.number) {
      worksheet_write_number(sheet, r, c, cell.unit == Unit::percent ? *cell.number / 100 : *cell.number, format);
    } else if (cell.text.empty()) {
      worksheet_write_blank(sheet, r, c, format);
    } else {
      worksheet_write_string(sheet, r, c, cell.text.c_str(), format);
    }
  }

  lxw_format* key_format() {
    if (key_ == nullptr) {
      key_ = format(false, fixed_ground);
      format_set_font_color(key_, key_text);
      format_set_font_size(key_, 8);
    }
    return key_;
  }

  // ---- which form it is, and what the lists hold ---------------------------------------------------------------

  const FormChoices* lists(std::size_t which) const {
    const std::array<const FormChoices*, 5> all{&form_.statuses, &form_.bases, &form_.qualifiers,
                                                &form_.commitment_statuses, &form_.letters};
    return which < all.size() ? all[which] : nullptr;
  }

  static constexpr std::size_t first_list_column = 3;

  std::string range_of(const FormChoices& choices) const {
    std::size_t which = 0;
    while (lists(which) != &choices) ++which;
    const std::string column(1, static_cast<char>('A' + first_list_column + which));
    return "=" + std::string(form_sheet) + "!$" + column + "$1:$" + column + "$" + std::to_string(choices.size());
  }

  void write_hidden_sheet() {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, std::string(form_sheet).c_str());
    worksheet_write_string(sheet, 0, 0, std::string(form_name).c_str(), nullptr);
    worksheet_write_string(sheet, 0, 1, std::to_string(form_version).c_str(), nullptr);
    worksheet_write_string(sheet, 1, 0, form_.period.c_str(), nullptr);
    worksheet_write_string(sheet, 2, 0, form_.site.c_str(), nullptr);
    for (std::size_t which = 0; lists(which) != nullptr; ++which)
      for (std::size_t i = 0; i < lists(which)->size(); ++i)
        worksheet_write_string(sheet, row_number(i), column_number(first_list_column + which),
                               (*lists(which))[i].label.c_str(), nullptr);
    keep_values(sheet);
    protect(sheet);
    worksheet_hide(sheet);
  }

  // With the formats that the cells have: those tell a percentage and a date from a number.
  void keep_values(lxw_worksheet* sheet) {
    constexpr std::size_t first = kept_column - 1;
    std::size_t row = 0;
    for (const FormSheet& form : form_.sheets)
      for (const FormRow& each : form.rows) {
        worksheet_write_string(sheet, row_number(row), column_number(first), form.name.c_str(), nullptr);
        worksheet_write_string(sheet, row_number(row), column_number(first + 1), each.key.c_str(), nullptr);
        for (std::size_t i = 0; i < each.cells.size(); ++i)
          if (const FormCell& cell = each.cells[i]; form.columns[i].is_kept())
            write_value(sheet, row_number(row), column_number(first + 2 + i), cell, format_of(cell));
        ++row;
      }
  }

  void set_page(lxw_worksheet* sheet, bool is_table) const {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_paper(sheet, a4);
    if (is_table) worksheet_set_landscape(sheet);
    if (!is_table) worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6);
    if (is_table) worksheet_repeat_rows(sheet, 0, 0);
    // '&' begins a code in a footer.
    std::string name;
    for (const char c : form_.site + ", " + form_.period_name) name += c == '&' ? "&&" : std::string(1, c);
    if (length_in_characters(name) > 160) name = form_.period;
    const std::string footer = "&L" + name + "&R&A, " + std::string(words_.page) + " &P/&N";
    worksheet_set_footer(sheet, footer.c_str());
  }

  static void protect(lxw_worksheet* sheet) {
    lxw_protection allowed = {};
    allowed.format_cells = allowed.format_columns = allowed.format_rows = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;  // No program sorts what has locked cells in it, whatever is allowed.
    worksheet_protect(sheet, nullptr, &allowed);
  }

  const SheetForm& form_;
  const SheetWords& words_;
  lxw_workbook* book_;
  lxw_format* header_ = nullptr;
  lxw_format* key_ = nullptr;
  std::map<std::pair<bool, std::string>, lxw_format*> formats_;
};

}  // namespace

std::string write_form_workbook(const SheetForm& form, const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const std::string name = file.filename().string();
  // The library writes to a path of its own choosing only: beside the file first, and from there to its place.
  const std::string aside = "." + name + ".stoplicht-form";
  try {
    if (exists_in(AT_FDCWD, file.string(), file.string()))
      return printable(file.string()) + " is there already; it was not touched";
    const Descriptor parent = open_folder(AT_FDCWD, folder.string(), folder.string());
    remove_all(parent.get(), aside, file.string());
    const lxw_error error = FormWriter(form, (folder / aside).string()).write();
    const auto bytes =
        error == LXW_NO_ERROR ? read_file(parent.get(), aside, largest_form, file.string()) : std::nullopt;
    remove_all(parent.get(), aside, file.string());
    if (!bytes) return "cannot write " + printable(file.string()) + ": " + lxw_strerror(error);
    return write_new_files(folder, {{name, *bytes}});
  } catch (const WriteFailure& failure) {
    return failure.sentence;
  }
}

}  // namespace stoplicht
