#include "model/sheet_files.h"

#include "base/text.h"
#include "load/json_position.h"

namespace stoplicht {
namespace {

// The order in which the formats tell the keys of a project, a measurement and a commitment.
const std::vector<std::string_view> key_order{
    "id",          "title",      "text",          "made_on",         "meeting",  "by",
    "council",     "programme",  "project",       "number",          "name",     "indicator",
    "due",         "status",     "lapsed_reason", "basis",           "summary",  "cause",
    "consequence", "action",     "contradiction", "override_reason", "values",   "actual",
    "forecast",    "by_council", "note",          "value",           "qualifier"};

// A text with the line ends of the file that it comes to.
std::string with_line_ends(std::string_view text, bool windows) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' && windows) out += '\r';
    out += c;
  }
  return out;
}

}  // namespace

SheetFiles::SheetFiles(const SiteFolder& folder, const std::vector<SheetChange>& changes) : changes_(changes) {
  for (const SheetChange& change : changes_) {
    const FormField& field = *change.field;
    if (field.path.empty()) {
      change_text(folder, change);
      continue;
    }
    const std::string text(folder.data.at(field.file)->source().text());
    JsonEditor& editor = data_.try_emplace(field.file, text, key_order).first->second;
    if (change.value)
      editor.set(field.path, *change.value);
    else
      editor.remove(field.path);
  }
  for (const auto& [file, editor] : data_)
    files_.push_back({file, std::string(folder.data.at(file)->source().text()), editor.text(), false});
}

void SheetFiles::change_text(const SiteFolder& folder, const SheetChange& change) {
  const std::string text = change.value ? change.value->get<std::string>() : "";
  const auto found = folder.content.find(change.field->file);
  if (found == folder.content.end() || !found->second) {
    files_.push_back({change.field->file, "", (text.starts_with("---") ? "\n" : "") + text + "\n", true});
    return;
  }
  const MarkdownDocument& document = *found->second;
  const std::string whole(document.source().text());
  const bool windows = whole.find("\r\n") != std::string::npos;
  const std::string_view body = document.body();
  const std::string_view kept = trim(body);
  const std::size_t begin =
      kept.empty() ? whole.size() : static_cast<std::size_t>(kept.data() - body.data()) + document.body_offset();
  std::string after = whole.substr(0, begin);
  // Three dashes at the top of a file would begin a front matter.
  if (after.empty() && text.starts_with("---")) after = "\n";
  after += with_line_ends(text, windows);
  const std::string rest = whole.substr(begin + kept.size());
  after += rest.empty() ? (windows ? "\r\n" : "\n") : rest;
  files_.push_back({change.field->file, whole, after, false});
}

Diagnostic SheetFiles::at_cell(Diagnostic diagnostic) const {
  const auto editor = data_.find(diagnostic.where.file);
  for (const SheetChange& change : changes_) {
    if (change.field->file != diagnostic.where.file) continue;
    if (editor != data_.end()) {
      const SourceText source(diagnostic.where.file, editor->second.text());
      const ByteRange value = find_json_value(source.text(), editor->second.pointer(change.field->path));
      const Location place = source.at(value.offset, value.length);
      if (place.line != diagnostic.where.line || place.column != diagnostic.where.column) continue;
    }
    diagnostic.where = change.where;
    break;
  }
  return diagnostic;
}

}  // namespace stoplicht
