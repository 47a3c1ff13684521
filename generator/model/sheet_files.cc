#include "model/sheet_files.h"

#include <algorithm>

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

// A letter with one more commitment in the `closes` of its front matter, which load_markdown read without a fault.
std::string with_closed(const std::string& letter, const std::string& commitment) {
  const std::string id = Json(commitment).dump();  // In quotes YAML reads it as a text, whatever it looks like.
  const std::size_t end = letter.find("\n---");
  const std::size_t key = letter.find("\ncloses:");
  if (key == std::string::npos || key > end)
    return letter.substr(0, end) + "\ncloses: [" + id + "]" + letter.substr(end);
  const std::size_t open = letter.find_first_not_of(" \t\r", key + std::string_view("\ncloses:").size());
  if (letter[open] == '[') {
    const std::size_t close = letter.find(']', open);
    const bool is_empty = trim(std::string_view(letter).substr(open + 1, close - open - 1)).empty();
    return letter.substr(0, close) + (is_empty ? "" : ", ") + id + letter.substr(close);
  }
  // One a line: before the first of them, as far in.
  const std::size_t dash = letter.find('-', key);
  const std::size_t line = letter.rfind('\n', dash);
  return letter.substr(0, line) + letter.substr(line, dash - line) + "- " + id + letter.substr(line);
}

}  // namespace

SheetFiles::SheetFiles(const SiteFolder& folder, const std::string& period, const std::vector<SheetChange>& changes)
    : period_(period), changes_(changes) {
  for (const SheetChange& change : changes_) {
    const FormField& field = *change.field;
    if (!field.closes.empty()) {
      close(folder, change);
      continue;
    }
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

std::string SheetFiles::letter_of(const SheetChange& change) const {
  return "content/periods/" + period_ + "/letters/" + (change.value ? change.value->get<std::string>() : "") + ".md";
}

void SheetFiles::close(const SiteFolder& folder, const SheetChange& change) {
  const std::string letter = letter_of(change);
  auto file =
      std::find_if(files_.begin(), files_.end(), [&](const ChangedFile& each) { return each.address == letter; });
  if (file == files_.end()) {
    const std::string text(folder.content.at(letter)->source().text());
    file = files_.insert(files_.end(), {letter, text, text, false});
  }
  file->after = with_closed(file->after, change.field->closes);
}

Diagnostic SheetFiles::at_cell(Diagnostic diagnostic) const {
  const auto editor = data_.find(diagnostic.where.file);
  const SheetChange* found = editor == data_.end() ? text_change(diagnostic) : data_change(diagnostic, editor->second);
  if (found != nullptr) diagnostic.where = found->where;
  return diagnostic;
}

const SheetChange* SheetFiles::text_change(const Diagnostic& diagnostic) const {
  for (const SheetChange& change : changes_) {
    const bool is_letter = !change.field->closes.empty();
    if ((is_letter ? letter_of(change) : change.field->file) != diagnostic.where.file) continue;
    if (!is_letter || diagnostic.message.find(change.field->closes) != std::string::npos) return &change;
  }
  return nullptr;
}

// The one whose value stands there, or else the first that stands in what is there: parts that do not add up are told
// of all of them.
const SheetChange* SheetFiles::data_change(const Diagnostic& diagnostic, const JsonEditor& editor) const {
  const SourceText source(diagnostic.where.file, editor.text());
  const JsonPositions positions(source.text());
  const auto stands_at = [&](const ByteRange& range) {
    const Location place = source.at(range.offset, range.length);
    return place.line == diagnostic.where.line && place.column == diagnostic.where.column;
  };
  for (int up = 0; up < 3; ++up) {
    for (const SheetChange& change : changes_) {
      if (change.field->file != diagnostic.where.file) continue;
      const std::string whole = editor.pointer(change.field->path);
      std::string_view pointer = whole;
      for (int i = 0; i < up; ++i) pointer = parent_pointer(pointer);
      if (pointer.empty()) continue;
      if (stands_at(positions.value(pointer)) || stands_at(positions.key(pointer))) return &change;
    }
  }
  return nullptr;
}

}  // namespace stoplicht
