#include "base/diagnostics.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "base/cell.h"
#include "base/likeness.h"
#include "base/message_catalogue.h"
#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::size_t gutter_width = 5;
constexpr std::size_t shown_characters = 100;
constexpr std::size_t shown_before_caret = 40;
constexpr std::size_t kept_excerpt_bytes = 1000;
constexpr std::size_t listed_candidates = 12;
constexpr std::string_view ellipsis = "…";
constexpr std::string_view not_shown = "\xEF\xBF\xBD";

using Characters = std::vector<std::string>;

std::string_view name_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

// The text, character by character, as it can be printed.
Characters printable_characters(std::string_view text) {
  Characters characters;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t character = next_character(text, offset);
    if (character == '\t') {
      characters.emplace_back(" ");
    } else if (character == 0xFFFD || is_harmful(character)) {
      characters.emplace_back(not_shown);
    } else {
      characters.emplace_back(text.substr(start, offset - start));
    }
  }
  return characters;
}

std::string printable(std::string_view text) { return join(printable_characters(text), ""); }

std::string gutter(std::string_view content) {
  std::string out(gutter_width - std::min(gutter_width, content.size()), ' ');
  out += content;
  return out += " | ";
}

// The characters [from, until) of a text.
std::string_view part_of(std::string_view text, std::size_t from, std::size_t until) {
  std::size_t offset = 0;
  std::size_t i = 0;
  for (; i < from && offset < text.size(); ++i) next_character(text, offset);
  const std::size_t start = offset;
  for (; i < until && offset < text.size(); ++i) next_character(text, offset);
  return text.substr(start, offset - start);
}

// The source line, cut around the caret, and the caret below it.
std::string render_source_lines(const Location& where) {
  if (where.line == 0 || where.excerpt.empty() || is_in_sheet(where)) return {};
  const std::size_t length = length_in_characters(where.excerpt);
  const int column = std::max(1, where.column - where.skipped);
  const std::size_t caret = std::min(static_cast<std::size_t>(column) - 1, length);
  const std::size_t caret_end = caret + static_cast<std::size_t>(std::max(1, where.length));

  const std::size_t width = std::max(length, caret + 1);
  const std::size_t most_cut = width - std::min(width, shown_characters);
  const std::size_t from = std::min(caret - std::min(caret, shown_before_caret), most_cut);
  const std::size_t until = std::min(from + shown_characters, length);
  Characters line = printable_characters(part_of(where.excerpt, from, until));
  if (from > 0) line.front() = ellipsis;
  if (until < length) line.back() = ellipsis;

  const std::string number = std::to_string(where.line);
  std::string out = gutter(number) + join(line, "") + "\n";
  if (where.column == 0) return out;
  const std::size_t underlined = std::max(caret + 1, std::min(caret_end, until)) - caret;
  out += gutter(number.size() > gutter_width ? std::string(number.size(), ' ') : "");
  out += std::string(caret - from, ' ') + "^" + std::string(underlined - 1, '~') + "\n";
  return out;
}

// What stands before a message and a hint.
struct Marks {
  std::string_view error, warning, hint;
};

constexpr Marks english_marks{"error", "warning", "hint"};
constexpr Marks dutch_marks{"fout", "waarschuwing", "tip"};

std::string heading(const ShownDiagnostic& diagnostic, const Marks& marks) {
  std::string out = diagnostic.file;
  if (diagnostic.line > 0) {
    out += ":" + std::to_string(diagnostic.line);
    if (diagnostic.column > 0) out += ":" + std::to_string(diagnostic.column);
  }
  if (!out.empty()) out += ": ";
  out += diagnostic.severity == Severity::error ? marks.error : marks.warning;
  out += ": " + diagnostic.message;
  if (!diagnostic.id.empty()) out += " [" + diagnostic.id + "]";
  return out + "\n";
}

auto order_of(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  const std::string_view sheet = is_in_sheet(where) ? std::string_view(where.excerpt) : std::string_view();
  return std::tuple_cat(std::tie(where.file), std::tuple(sheet),
                        std::tie(where.line, where.column, diagnostic.message, diagnostic.id, diagnostic.severity,
                                 diagnostic.hint, where.length));
}

}  // namespace

void Diagnostics::error(std::string_view id, Location where, std::string message, std::string hint) {
  add({Severity::error, std::string(id), std::move(message), std::move(where), std::move(hint)});
}

void Diagnostics::warning(std::string_view id, Location where, std::string message, std::string hint) {
  add({Severity::warning, std::string(id), std::move(message), std::move(where), std::move(hint)});
}

void Diagnostics::add(Diagnostic diagnostic) {
  Entry entry{std::move(diagnostic), ""};
  std::string& excerpt = entry.diagnostic.where.excerpt;
  entry.source_lines = render_source_lines(entry.diagnostic.where);
  if (excerpt.size() > kept_excerpt_bytes) excerpt = std::string();
  const std::lock_guard lock(mutex_);
  all_.push_back(std::move(entry));
}

bool Diagnostics::has_errors() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(all_.begin(), all_.end(),
                     [](const Entry& entry) { return entry.diagnostic.severity == Severity::error; });
}

std::size_t Diagnostics::errors() const {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : sorted()) count += diagnostic.severity == Severity::error ? 1 : 0;
  return count;
}

std::size_t Diagnostics::warnings() const {
  std::size_t count = 0;
  for (const Diagnostic& diagnostic : sorted()) count += diagnostic.severity == Severity::warning ? 1 : 0;
  return count;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> diagnostics;
  for (Entry& entry : sorted_entries()) diagnostics.push_back(std::move(entry.diagnostic));
  return diagnostics;
}

std::vector<Diagnostics::Entry> Diagnostics::sorted_entries() const {
  std::vector<Entry> entries;
  {
    const std::lock_guard lock(mutex_);
    entries = all_;
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const auto order_a = order_of(a.diagnostic);
    const auto order_b = order_of(b.diagnostic);
    // Among doubles the one that shows its source line comes first, and stays.
    return order_a != order_b ? order_a < order_b : a.source_lines > b.source_lines;
  });
  const auto same = [](const Entry& a, const Entry& b) { return order_of(a.diagnostic) == order_of(b.diagnostic); };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

std::vector<ShownDiagnostic> Diagnostics::shown(MessageLanguage language) const {
  std::vector<ShownDiagnostic> out;
  for (Entry& entry : sorted_entries()) {
    const Diagnostic& diagnostic = entry.diagnostic;
    const Location& where = diagnostic.where;
    const bool in_sheet = is_in_sheet(where);
    const Said message = said(language, diagnostic.id, diagnostic.message);
    const Said hint = said(language, diagnostic.id, diagnostic.hint);
    out.push_back({diagnostic.severity, printable(diagnostic.id), printable(message.text),
                   printable(in_sheet ? where.file + ":" + place_in_sheet(where) : where.file),
                   in_sheet ? 0 : where.line, in_sheet ? 0 : where.column, std::move(entry.source_lines),
                   printable(hint.text), message.language, hint.language});
  }
  return out;
}

std::string Diagnostics::to_text(MessageLanguage language) const {
  const Marks& marks = language == MessageLanguage::dutch ? dutch_marks : english_marks;
  std::string out;
  for (const ShownDiagnostic& diagnostic : shown(language)) {
    out += heading(diagnostic, marks);
    out += diagnostic.source_lines;
    if (!diagnostic.hint.empty()) out += "  " + std::string(marks.hint) + ": " + diagnostic.hint + "\n";
  }
  return out;
}

std::string Diagnostics::to_json() const {
  nlohmann::ordered_json array = nlohmann::ordered_json::array();
  for (const Diagnostic& diagnostic : sorted()) {
    nlohmann::ordered_json object;
    object["severity"] = name_of(diagnostic.severity);
    object["id"] = diagnostic.id;
    object["message"] = diagnostic.message;
    object["file"] = diagnostic.where.file;
    object["line"] = diagnostic.where.line;
    object["column"] = diagnostic.where.column;
    object["length"] = diagnostic.where.length;
    if (is_in_sheet(diagnostic.where)) object["cell"] = place_in_sheet(diagnostic.where);
    object["hint"] = diagnostic.hint;
    array.push_back(std::move(object));
  }
  return array.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string_view closest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::u32string wanted = folded(word);
  std::string_view best;
  std::size_t best_distance = std::string_view::npos;
  for (const std::string_view candidate : candidates) {
    const std::u32string offered = folded(candidate);
    const std::size_t longer = std::max(wanted.size(), offered.size());
    const std::size_t shorter = std::min(wanted.size(), offered.size());
    const std::size_t limit = std::max<std::size_t>(1, longer / 3);
    if (longer - shorter > limit) continue;
    const std::size_t distance = edit_distance(wanted, offered);
    // Words without a character in common, such as "a" and "b", are no typing error.
    if (distance > limit || distance == longer) continue;
    const bool nearer = distance < best_distance || (distance == best_distance && candidate < best);
    if (!nearer) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::string one_of_hint(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (candidates.empty()) return {};
  const std::string_view near = closest(word, candidates);
  const std::string meant = near.empty() ? "" : "did you mean '" + std::string(near) + "'?";
  if (candidates.size() == 1) return meant.empty() ? "use '" + std::string(candidates[0]) + "'" : meant;
  const bool too_many = candidates.size() > listed_candidates;
  if (too_many && !meant.empty()) return meant;

  std::string hint = "use one of: ";
  for (std::size_t i = 0; i < std::min(candidates.size(), listed_candidates); ++i) {
    if (i > 0) hint += ", ";
    hint += candidates[i];
  }
  if (too_many) hint += ", …";
  if (!meant.empty()) hint += " (" + meant + ")";
  return hint;
}

}  // namespace stoplicht
