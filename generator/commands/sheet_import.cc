#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/message_catalogue.h"
#include "base/text.h"
#include "commands/added_faults.h"
#include "commands/draft_period.h"
#include "commands/question.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/sheet.h"
#include "load/encoding.h"
#include "load/read_file.h"
#include "load/workbook.h"
#include "model/figure_jump.h"
#include "model/figures.h"
#include "model/sheet_changes.h"
#include "model/sheet_faults.h"
#include "model/sheet_files.h"
#include "model/sheet_form.h"
#include "write/changed_files.h"

namespace stoplicht {
namespace {

constexpr std::size_t shown_text = 60;    // Characters of a text that a line shows,
constexpr std::size_t shown_before = 15;  // of which so many before the first that is different.

// A text for one line, from about `from` on.
std::string piece_of(std::string_view text, std::size_t from) {
  std::string out;
  std::size_t index = 0;
  for (std::size_t offset = 0; offset < text.size(); ++index) {
    const std::size_t start = offset;
    const char32_t c = next_character(text, offset);
    if (index < from) continue;
    if (index >= from + shown_text) return (from > 0 ? "…" : "") + out + "…";
    out += is_harmful(c) ? " " : std::string(text.substr(start, offset - start));
  }
  return (from > 0 ? "…" : "") + out;
}

// One run of the command. Throws Refusal.
class Import {
 public:
  explicit Import(const SheetImportOptions& options) : options_(options) {}

  void run() {
    const Workbook workbook = read();
    const std::vector<Diagnostic> known = open_for_draft(site_, options_.site, options_.language);
    const Period& period = draft_period(site_, period_id(workbook));
    make_sheet_form(form_, site_.present, site_.folder, period);
    found_ = sheet_changes(workbook, form_, options_.sheet, Locale(form_.language), diagnostics_);
    if (workbook.has_macros) found_.notes.push_back("the workbook has macros; they were not looked at");
    stop_at_errors("mend them in the sheet, save it, and try again");
    std::fputs(diagnostics_.to_text(options_.language).c_str(), stderr);
    tell();
    if (found_.changes.empty()) return say("nothing changes");
    const SheetFiles changes(site_.folder, period.id, found_.changes);
    refuse_new_faults(changes, known);
    if (options_.dry_run) return say("nothing was written: --dry-run");
    confirm();
    if (const std::string failure = write_changed_files(options_.site, changes.files()); !failure.empty())
      throw Refusal{environment, failure, ""};
    for (const ChangedFile& file : changes.files()) say("wrote " + file.address);
    say("next: stoplicht check, which names what is still to be filled in");
  }

 private:
  void stop_at_errors(const std::string& hint) const {
    if (!diagnostics_.has_errors()) return;
    std::fputs(diagnostics_.to_text(options_.language).c_str(), stderr);
    throw Refusal{faults_in_site, "nothing was written: " + counted(diagnostics_.errors(), "error", "errors"), hint};
  }

  Workbook read() {
    const std::string name = options_.file.string();
    std::string reason;
    const WorkbookLimits limits;
    std::string bytes;
    switch (read_file(options_.file, limits.file_bytes, bytes, reason)) {
      case ReadResult::read: break;
      case ReadResult::too_large:
        diagnostics_.error("sheet-large", Location{name, 0, 0, 1, ""},
                           "the file is larger than " + std::to_string(limits.file_bytes >> 20) + " MB",
                           "a form is far smaller: is this the right file?");
        break;
      case ReadResult::failed: throw Refusal{wrong_command_line, "cannot read " + name + ": " + reason, ""};
    }
    std::optional<Workbook> workbook;
    if (!diagnostics_.has_errors())
      workbook = is_csv() ? read_csv(name, bytes, diagnostics_) : read_workbook(name, bytes, diagnostics_);
    stop_at_errors("hand in the form as .xlsx, or one sheet of it as .csv");
    return std::move(*workbook);
  }

  bool is_csv() const {
    const std::string extension = in_lower_case(options_.file.extension().string());
    return extension == ".csv" || extension == ".txt" || extension == ".tsv";
  }

  std::string period_id(const Workbook& workbook) {
    const std::string told = period_of_form(workbook, diagnostics_);
    stop_at_errors("make a new form, and copy the values into it");
    if (options_.period.empty() && told.empty())
      throw Refusal{wrong_command_line, options_.file.string() + " does not say which period it is about",
                    "name it: --period 2025-h1"};
    if (!options_.period.empty() && !told.empty() && options_.period != told)
      throw Refusal{wrong_command_line,
                    "--period: this is the form of '" + told + "', not of '" + options_.period + "'",
                    "leave --period out, or hand in the form of " + options_.period};
    return told.empty() ? options_.period : told;
  }

  // ---- what it tells ------------------------------------------------------------------------------------------

  std::string in_words(const std::string& sentence) const {
    return in_language(options_.language, "terminal", sentence);
  }

  void say(const std::string& sentence) const { stoplicht::say(in_words(sentence)); }

  // Names and values are those of the site, in its language.
  void tell() const {
    std::string sheet, subject;
    for (const SheetChange& change : found_.changes) {
      if (change.sheet != sheet) stoplicht::say(sheet = change.sheet), subject.clear();
      if (change.subject != subject) stoplicht::say("  " + shown(subject = change.subject, 0));
      const std::string mark = remark(change);
      stoplicht::say("    " + change.column + ": " + difference(change.before, change.after) +
                     (mark.empty() ? "" : "  " + in_words(mark)));
    }
    for (const std::string& note : found_.notes) say("note: " + note);
  }

  std::string shown(std::string_view text, std::size_t from) const {
    return text.empty() ? in_words("(empty)") : piece_of(text, from);
  }

  // "old → new", around what is different.
  std::string difference(const std::string& before, const std::string& after) const {
    std::size_t same = 0, a = 0, b = 0;
    while (a < before.size() && b < after.size() && next_character(before, a) == next_character(after, b)) ++same;
    const bool is_long = length_in_characters(before) > shown_text || length_in_characters(after) > shown_text;
    const std::size_t from = is_long && same > shown_before ? same - shown_before : 0;
    return shown(before, from) + " → " + shown(after, from);
  }

  std::string remark(const SheetChange& change) const {
    if (change.kept)
      return "(!) changed in the site since the form was made, which said: " + shown(*change.kept, 0) +
             (change.removes ? "; it removes what stands there" : "");
    if (change.removes) return "(!) removes what stood there";
    if (change.below_zero) return "(!) a count below zero";
    if (change.postpones) return "(!) a later date than was promised";
    if (change.in_parts) return "(!) a count that is no whole number";
    if (!change.jumped_from) return "";
    const Locale locale(form_.language);
    return "(!) at least " + locale.number(jump_factor) + " times as " + (grew(change) ? "much" : "little") + " as " +
           (change.from_last_time ? "last time: " + in_its_unit(change, locale) : "before");
  }

  // As the form shows values: "77,5 %", "€ 1.250".
  static std::string in_its_unit(const SheetChange& change, const Locale& locale) {
    return format_quantity({*change.jumped_from, Qualifier::exactly}, change.field->unit, locale);
  }

  static bool grew(const SheetChange& change) {
    const Json& value = change.value->is_object() ? change.value->at("value") : *change.value;
    return std::abs(value.get<double>()) > std::abs(*change.jumped_from);
  }

  // The site as it would be.
  void refuse_new_faults(const SheetFiles& changes, const std::vector<Diagnostic>& known) const {
    std::vector<OutputFile> files;
    for (const ChangedFile& file : changes.files()) files.push_back({file.address, file.after});
    Diagnostics added;
    report_added_faults(site_, known, files, options_.language, added);
    if (!added.has_errors()) return;
    Diagnostics at_cells;
    for (const Diagnostic& each : added.sorted())
      for (Diagnostic& fault : faults_in_form(each, changes.cause_of(each), form_, found_.changes))
        at_cells.add(std::move(fault));
    std::fputs(at_cells.to_text(options_.language).c_str(), stderr);
    throw Refusal{faults_in_site, "nothing was written: " + counted(at_cells.errors(), "error", "errors"),
                  "the site would have these with the sheet; mend what they tell first"};
  }

  void confirm() const {
    const auto count =
        static_cast<std::size_t>(std::count_if(found_.changes.begin(), found_.changes.end(),
                                               [](const SheetChange& change) { return change.needs_confirmation(); }));
    const bool is_read = can_ask() && isatty(STDOUT_FILENO) != 0;
    if (options_.confirmed || (count == 0 && !is_read)) return;
    const std::string what = counted(count, "change above has", "changes above have") + " a (!)";
    if (!is_read)
      throw Refusal{faults_in_site, "nothing was written: " + what,
                    "look at each, and mend it in the sheet, or write all of it with --yes"};
    if (!ask(count == 0 ? "Write these changes?" : what + ". Write all of it?", options_.language))
      throw Refusal{faults_in_site, "nothing was written", "mend it in the sheet, save it, and try again"};
  }

  const SheetImportOptions& options_;
  Diagnostics diagnostics_;
  OpenSite site_;
  SheetForm form_;
  SheetChanges found_;
};

}  // namespace

ExitCode import_sheet(const SheetImportOptions& options) {
  return run_to_end(
      [&] {
        Import(options).run();
        return fine;
      },
      options.language);
}

}  // namespace stoplicht
