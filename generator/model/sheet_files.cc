#include "model/sheet_files.h"

#include <algorithm>

#include "base/text.h"
#include "load/front_matter_list.h"
#include "load/json_position.h"
#include "model/placeholders.h"

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

// The text of a letter without the advice to name the commitment in its 'closes', which it does: "[vul in: hoe staat
// het? Afgedaan? Voeg dan boven in deze brief T21-03 toe aan 'closes']" asks how it stands, and no more.
std::string without_advice(std::string text, const std::string& commitment) {
  const std::vector<TextRange> asked = find_placeholders(text);
  for (auto each = asked.rbegin(); each != asked.rend(); ++each) {
    const std::string_view words = std::string_view(text).substr(each->offset, each->length);
    const std::size_t question = words.find('?');
    if (question == std::string_view::npos) continue;
    const std::string_view advice = words.substr(question + 1, words.size() - question - 2);
    const bool is_about_it = advice.find(" " + commitment + " ") != std::string_view::npos;
    if (is_about_it && advice.find("'closes'") != std::string_view::npos)
      text.erase(each->offset + question + 1, advice.size());
  }
  return text;
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
  // A front matter may end with its file, without a line end: dashes with a text behind them would not close it.
  if (kept.empty() && !after.empty() && !after.ends_with('\n')) after += windows ? "\r\n" : "\n";
  // Three dashes at the top of a file would begin a front matter.
  if (after.empty() && text.starts_with("---")) after = "\n";
  after += with_line_ends(text, windows);
  const std::string rest = whole.substr(begin + kept.size());
  after += rest.empty() ? (windows ? "\r\n" : "\n") : rest;
  files_.push_back({change.field->file, whole, after, false});
}

std::string SheetFiles::letter_file(const Json& letter) const {
  return "content/periods/" + period_ + "/letters/" + letter.get<std::string>() + ".md";
}

ChangedFile& SheetFiles::letter(const SiteFolder& folder, const std::string& address) {
  const auto file =
      std::find_if(files_.begin(), files_.end(), [&](const ChangedFile& each) { return each.address == address; });
  if (file != files_.end()) return *file;
  const std::string text(folder.content.at(address)->source().text());
  return *files_.insert(files_.end(), {address, text, text, false});
}

void SheetFiles::close(const SiteFolder& folder, const SheetChange& change) {
  const FormField& field = *change.field;
  if (field.now) {
    ChangedFile& file = letter(folder, letter_file(*field.now));
    file.after = without_list_item(file.after, "closes", field.closes);
  }
  if (change.value) {
    ChangedFile& file = letter(folder, letter_file(*change.value));
    file.after = without_advice(with_list_item(file.after, "closes", field.closes), field.closes);
  }
}

const SheetChange* SheetFiles::cause_of(const Diagnostic& diagnostic) const {
  const auto editor = data_.find(diagnostic.where.file);
  return editor == data_.end() ? text_change(diagnostic) : data_change(diagnostic, editor->second);
}

const SheetChange* SheetFiles::text_change(const Diagnostic& diagnostic) const {
  for (const SheetChange& change : changes_) {
    const bool is_letter = !change.field->closes.empty();
    const std::optional<Json>& letter = change.value ? change.value : change.field->now;
    if ((is_letter ? letter_file(*letter) : change.field->file) != diagnostic.where.file) continue;
    if (!is_letter || diagnostic.message.find(change.field->closes) != std::string::npos) return &change;
  }
  return commitment_change(diagnostic);
}

// A letter that was not touched may close a commitment that is open again.
const SheetChange* SheetFiles::commitment_change(const Diagnostic& diagnostic) const {
  if (!diagnostic.id.starts_with("commitment-")) return nullptr;
  for (const SheetChange& change : changes_) {
    const JsonPath& path = change.field->path;
    if (path.size() < 2 || path[0].key != "commitments") continue;
    if (diagnostic.message.find("'" + path[1].item + "'") != std::string::npos) return &change;
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
