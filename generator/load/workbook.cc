#include "load/workbook.h"

#include <algorithm>
#include <map>
#include <pugixml.hpp>

#include "base/text.h"
#include "load/number_format.h"
#include "load/workbook_values.h"
#include "load/zip_archive.h"

namespace stoplicht {
namespace {

// Names count without their prefix: some programs write <x:row>.
std::string_view local_name(const char* name) {
  const std::string_view whole = name;
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& node : parent.children())
    if (is(node, name)) return node;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& each : node.attributes())
    if (local_name(each.name()) == name) return each.value();
  return {};
}

// The text of <si> or <is>: one <t>, or runs of rich text. Phonetic hints are no part of it.
std::string string_in(const pugi::xml_node& item) {
  std::string text;
  for (const pugi::xml_node& node : item.children()) {
    if (is(node, "t")) text += node.child_value();
    if (is(node, "r")) text += child(node, "t").child_value();
  }
  return without_escapes(text);
}

constexpr int last_row = 1'048'576;  // Of any sheet.

struct Failure {
  const char* id;
  Location where;
  std::string message, hint;
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

// The name in the archive of what a relation in `part` leads to.
std::string target_of(const std::string& part, std::string_view target) {
  if (target.starts_with("/")) return std::string(target.substr(1));
  std::string folder = folder_of(part);
  for (; target.starts_with("../"); target.remove_prefix(3))
    if (!folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
  if (target.starts_with("./")) target.remove_prefix(2);
  return folder + std::string(target);
}

// What one part of the file says of others.
struct Relation {
  std::string type;  // Its last word: "worksheet".
  std::string part;
};

class WorkbookReader {
 public:
  WorkbookReader(std::string file, std::string_view bytes, const WorkbookLimits& limits)
      : archive_(bytes), limits_(limits), left_(limits.total_bytes) {
    workbook_.file = std::move(file);
  }

  Workbook read() {
    if (!archive_.is_open())
      fail("sheet-format", "this is no workbook (.xlsx), or it is damaged",
           "save it as 'Excel-werkmap (.xlsx)' in a spreadsheet program, and hand in that file");
    const std::string main = main_part();
    workbook_.has_macros = archive_.has(folder_of(main) + "vbaProject.bin");
    const auto relations = relations_of(main);
    for (const auto& [id, relation] : relations) {
      if (relation.type == "sharedStrings") read_shared_strings(relation.part);
      if (relation.type == "styles") read_styles(relation.part);
    }
    struct Named {
      Sheet sheet;
      std::string part;
    };
    std::vector<Named> sheets;
    {
      const auto document = parse(main);
      const pugi::xml_node root = document->document_element();
      const std::string_view from_1904 = attribute(child(root, "workbookPr"), "date1904");
      from_1904_ = from_1904 == "1" || from_1904 == "true";
      for (const pugi::xml_node& node : child(root, "sheets").children()) {
        const auto relation = relations.find(std::string(attribute(node, "id")));
        if (!is(node, "sheet") || relation == relations.end() || relation->second.type != "worksheet") continue;
        sheets.push_back({{std::string(attribute(node, "name")), {}, {}}, relation->second.part});
        if (sheets.size() > 200) too_large("there are more than 200 sheets");
      }
    }
    for (Named& named : sheets) {
      read_sheet(named.sheet, named.part);
      workbook_.sheets.push_back(std::move(named.sheet));
    }
    return std::move(workbook_);
  }

 private:
  [[noreturn]] void fail(const char* id, std::string message, std::string hint) const {
    throw Failure{id, Location{workbook_.file, 0, 0, 1, ""}, std::move(message), std::move(hint)};
  }
  [[noreturn]] void too_large(std::string message) const {
    fail("sheet-large", std::move(message), "a form is far smaller: is this the right file?");
  }
  [[noreturn]] void damaged(const std::string& part) const {
    fail("sheet-damaged", "the workbook is damaged: its part '" + part + "' cannot be read",
         "open it in a spreadsheet program, save it, and try again");
  }

  std::unique_ptr<pugi::xml_document> parse(const std::string& part) {
    UnpackFault fault = UnpackFault::none;
    auto text = archive_.unpack(part, std::min(limits_.part_bytes, left_), fault);
    if (fault == UnpackFault::too_large)
      too_large("unpacked, its part '" + part + "' is larger than " + std::to_string(limits_.part_bytes >> 20) +
                " MB, or all of them are larger than " + std::to_string(limits_.total_bytes >> 20) + " MB");
    if (fault == UnpackFault::encrypted)
      fail("sheet-protected", "the workbook is protected with a password", "save it without one, and try again");
    if (!text) damaged(part);
    left_ -= text->size();
    auto document = std::make_unique<pugi::xml_document>();
    if (!document->load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
      damaged(part);
    return document;
  }

  std::map<std::string, Relation> relations_of(const std::string& part) {
    const std::string folder = folder_of(part);
    const std::string name = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    std::map<std::string, Relation> relations;
    if (!archive_.has(name)) return relations;
    const auto document = parse(name);
    for (const pugi::xml_node& node : document->document_element().children()) {
      const std::string_view type = attribute(node, "Type");
      relations[std::string(attribute(node, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                       target_of(part, attribute(node, "Target"))};
    }
    return relations;
  }

  std::string main_part() {
    std::string main;
    if (archive_.has("_rels/.rels"))
      for (const auto& [id, relation] : relations_of(""))
        if (relation.type == "officeDocument") main = relation.part;
    if (main.empty() && archive_.has("xl/workbook.xml")) main = "xl/workbook.xml";
    if (main.ends_with(".bin"))
      fail("sheet-format", "this is a binary workbook (.xlsb)",
           "save it as 'Excel-werkmap (.xlsx)', and hand in that file");
    if (main.empty() && archive_.has("content.xml"))
      fail("sheet-format", "this is an OpenDocument file (.ods)",
           "save it as 'Excel 2007-365 (.xlsx)', and hand in that file");
    if (main.empty() || main.find("word/") != std::string::npos || main.find("ppt/") != std::string::npos)
      fail("sheet-format", "there is no workbook in this file",
           "hand in the form that 'stoplicht sheet export' made, saved as .xlsx");
    return main;
  }

  void read_shared_strings(const std::string& part) {
    const auto document = parse(part);
    for (const pugi::xml_node& node : document->document_element().children())
      if (is(node, "si")) shared_strings_.push_back(string_in(node));
  }

  void read_styles(const std::string& part) {
    const auto document = parse(part);
    const pugi::xml_node root = document->document_element();
    std::map<int, NumberFormat> own;
    for (const pugi::xml_node& node : child(root, "numFmts").children())
      own[integer_or(attribute(node, "numFmtId"), -1)] = number_format_of(attribute(node, "formatCode"));
    for (const pugi::xml_node& node : child(root, "cellXfs").children()) {
      if (!is(node, "xf")) continue;
      const int id = integer_or(attribute(node, "numFmtId"), 0);
      const auto found = own.find(id);
      formats_.push_back(found != own.end() ? found->second : built_in_number_format(id));
    }
  }

  void read_sheet(Sheet& sheet, const std::string& part) {
    const auto document = parse(part);
    const pugi::xml_node root = document->document_element();
    int number = 0;
    for (const pugi::xml_node& node : child(root, "sheetData").children()) {
      if (!is(node, "row")) continue;
      number = integer_or(attribute(node, "r"), number + 1);
      if (number < 1 || number > last_row) damaged(part);
      SheetRow row{number, {}};
      read_row(sheet, row, node);
      if (row.cells.empty()) continue;
      sheet.rows.push_back(std::move(row));
      if (sheet.rows.size() > static_cast<std::size_t>(limits_.rows))
        too_large("sheet '" + sheet.name + "' has more than " + std::to_string(limits_.rows) + " rows");
    }
    std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                     [](const SheetRow& a, const SheetRow& b) { return a.row < b.row; });
    for (const pugi::xml_node& node : child(root, "mergeCells").children()) {
      const std::string_view range = attribute(node, "ref");
      const std::size_t colon = range.find(':');
      if (colon == std::string_view::npos) continue;
      const CellRange merged{place_of_cell(range.substr(0, colon)), place_of_cell(range.substr(colon + 1))};
      if (merged.first.row > 0 && merged.last.row > 0) sheet.merged.push_back(merged);
    }
  }

  void read_row(const Sheet& sheet, SheetRow& row, const pugi::xml_node& node) {
    int column = 0;
    for (const pugi::xml_node& each : node.children()) {
      if (!is(each, "c")) continue;
      const CellPlace named = place_of_cell(attribute(each, "r"));
      column = named.column > 0 ? named.column : column + 1;
      auto cell = cell_of(each);
      if (!cell) continue;
      cell->column = column;
      if (column > limits_.columns)
        throw Failure{"sheet-large", workbook_.at(sheet, {row.row, column}),
                      "there are more than " + std::to_string(limits_.columns) + " columns", "is this the right file?"};
      check_length(sheet, {row.row, column}, cell->text);
      row.cells.push_back(std::move(*cell));
      if (++cells_ > limits_.cells) too_large("there are more than " + std::to_string(limits_.cells) + " cells");
    }
    std::stable_sort(row.cells.begin(), row.cells.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
  }

  void check_length(const Sheet& sheet, CellPlace place, const std::string& text) {
    if (std::string fault = length_fault(text); !fault.empty())
      throw Failure{"sheet-large", workbook_.at(sheet, place), std::move(fault), length_hint};
    text_bytes_ += text.size();
    if (text_bytes_ > limits_.text_bytes)
      too_large("the texts of all cells are larger than " + std::to_string(limits_.text_bytes >> 20) + " MB");
  }

  // Nothing: an empty cell.
  std::optional<SheetCell> cell_of(const pugi::xml_node& node) const {
    const std::string_view type = attribute(node, "t");
    SheetCell cell;
    if (type == "inlineStr") return text_cell(string_in(child(node, "is")));
    const pugi::xml_node value = child(node, "v");
    const std::string_view text = value.child_value();
    if (text.empty()) {
      if (!child(node, "f") || type == "str") return std::nullopt;
      cell.kind = SheetCell::Kind::no_value;
      return cell;
    }
    if (type == "s") {
      const auto index = static_cast<std::size_t>(integer_or(text, -1));
      if (index >= shared_strings_.size()) damaged("sharedStrings");
      return text_cell(shared_strings_[index]);
    }
    if (type == "str") return text_cell(without_escapes(text));
    if (type == "e") return SheetCell{SheetCell::Kind::error, 0, std::string(text), 0, {}};
    if (type == "b") return SheetCell{SheetCell::Kind::boolean, 0, "", text == "1" || text == "true" ? 1.0 : 0.0, {}};
    if (type == "d") {
      const auto date = parse_date(text.substr(0, 10));
      return date ? SheetCell{SheetCell::Kind::date, 0, "", 0, *date}
                  : text_cell(std::string(text)).value_or(SheetCell{});
    }
    const auto style = static_cast<std::size_t>(integer_or(attribute(node, "s"), 0));
    return number_cell(text, style < formats_.size() ? formats_[style] : NumberFormat::number, from_1904_);
  }

  ZipArchive archive_;
  WorkbookLimits limits_;
  std::size_t left_;
  std::size_t cells_ = 0;
  std::size_t text_bytes_ = 0;
  Workbook workbook_;
  bool from_1904_ = false;
  std::vector<std::string> shared_strings_;
  std::vector<NumberFormat> formats_;  // Of each style.
};

// What is no zip file. Office keeps both old workbooks and those with a password in OLE files.
void report_ole(const std::string& file, std::string_view bytes, Diagnostics& diagnostics) {
  constexpr std::string_view encrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  if (bytes.find(encrypted) != std::string_view::npos)
    return diagnostics.error("sheet-protected", Location{file, 0, 0, 1, ""},
                             "the workbook is protected with a password",
                             "save it without one (Bestand, Info, Werkmap beveiligen), and try again");
  diagnostics.error("sheet-format", Location{file, 0, 0, 1, ""}, "this is a workbook of before 2007 (.xls)",
                    "save it as 'Excel-werkmap (.xlsx)', and hand in that file");
}

}  // namespace

const SheetCell* SheetRow::find(int column) const {
  const auto found = std::lower_bound(cells.begin(), cells.end(), column,
                                      [](const SheetCell& cell, int wanted) { return cell.column < wanted; });
  return found != cells.end() && found->column == column ? &*found : nullptr;
}

std::optional<Workbook> read_workbook(std::string file, std::string_view bytes, Diagnostics& diagnostics,
                                      const WorkbookLimits& limits) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    report_ole(file, bytes, diagnostics);
    return std::nullopt;
  }
  try {
    return WorkbookReader(std::move(file), bytes, limits).read();
  } catch (Failure& failure) {
    diagnostics.error(failure.id, std::move(failure.where), std::move(failure.message), std::move(failure.hint));
    return std::nullopt;
  }
}

}  // namespace stoplicht
