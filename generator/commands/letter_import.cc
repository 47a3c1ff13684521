#include "commands/letter_import.h"

#include <algorithm>
#include <cstdio>

#include "base/counted.h"
#include "base/text.h"
#include "commands/added_faults.h"
#include "commands/draft_period.h"
#include "commands/letter_findings.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/question.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "load/pandoc.h"
#include "model/council_letters.h"
#include "model/placeholders.h"
#include "model/reader.h"
#include "render/letter_draft.h"
#include "render/period_draft.h"
#include "render/word_letter.h"
#include "render/word_markdown.h"
#include "write/changed_files.h"
#include "write/new_files.h"

namespace stoplicht {
namespace {

// One run of the command. Throws Refusal.
class LetterImport {
 public:
  explicit LetterImport(const LetterImportOptions& options) : options_(options) {}

  void run() {
    const std::vector<Diagnostic> now = read_site();
    find_place();
    const WordFile file = read_word();
    const WordText text = text_of(file);
    WordLetter letter = read_word_letter(text);
    WordMarkdown markdown = word_markdown(letter.blocks, text, file, name_, site_.present.language);

    LetterDraft draft = draft_of(letter);
    LetterFindings findings(site_.present, *period_, *council_, options_.language);
    findings.read_commitments(markdown, draft);
    findings.read_figures(markdown.text);
    draft.body = markdown.text;
    std::size_t body_offset = 0;
    plain_ = {address_, letter_file(draft, site_.present.language, body_offset)};
    findings.warn(SourceText(address_, plain_.bytes), body_offset, markdown, warnings_);
    draft.body = findings.with_figures(markdown.text);
    with_figures_ = {address_, letter_file(draft, site_.present.language, body_offset)};
    letter_ = options_.figures ? with_figures_ : plain_;

    for (const LetterPicture& each : markdown.pictures)
      pictures_.push_back({folder() + each.file, file.parts.at(each.part)});
    refuse_taken_names();
    refuse_added_faults(now);
    warn_of_lost_words(file, text);
    std::fputs(warnings_.to_text(options_.language).c_str(), stderr);
    if (!options_.dry_run) write();
    tell(file, text, letter);
    findings.tell(SourceText(address_, plain_.bytes), body_offset, options_.figures);
    tell_what_is_next();
  }

 private:
  std::string folder() const { return "content/periods/" + options_.period + "/letters/"; }

  std::vector<Diagnostic> read_site() {
    Diagnostics found;
    Progress progress(options_.language);
    open_site(site_, options_.site, std::nullopt, progress, found);
    if (!site_.readable) refuse(found, "the site folder has faults: mend them first");
    tell_site(site_, progress, found);
    return found.sorted();
  }

  [[noreturn]] void refuse(const Diagnostics& diagnostics, const std::string& hint) const {
    stoplicht::refuse(diagnostics, hint, options_.language);
  }

  // ---- where it goes -----------------------------------------------------------------------------------------

  void find_place() {
    period_ = &draft_period(site_, options_.period);
    std::vector<std::string_view> ids;
    for (const Organisation* each : site_.present.municipalities()) {
      ids.push_back(each->id);
      if (each->id == options_.council) council_ = each;
    }
    if (council_ == nullptr)
      throw Refusal{wrong_command_line, "--council: there is no municipality '" + options_.council + "'",
                    one_of_hint(options_.council, ids)};
    if (!options_.name.empty() && !has_id_form(options_.name))
      throw Refusal{wrong_command_line, "--name: '" + options_.name + "' cannot be the name of a letter",
                    "write lower-case letters, digits and hyphens: hilversum-2"};
    const Letter* own = own_letter();
    if (options_.name.empty() && own != nullptr && own->councils.size() > 1) be_sure_of_all_councils(*own);
    name_ = !options_.name.empty() ? options_.name : own != nullptr ? own->id : options_.council;
    address_ = folder() + name_ + ".md";
    for (const auto& each : period_->letters)
      if (each->id == name_) there_ = each.get();
    if (there_ != nullptr && !goes_to(*there_, *council_))
      throw Refusal{wrong_command_line, "letters/" + name_ + " is not a letter to the council of " + options_.council,
                    "name another with --name, or the council that it goes to with --council"};
  }

  static std::string names_of(const std::vector<const Organisation*>& councils) {
    std::vector<std::string> names;
    for (const Organisation* each : councils) names.push_back(each->name);
    return join(names, ", ");
  }

  // One council's own letter must not be read by the others because only theirs was there.
  void be_sure_of_all_councils(const Letter& letter) const {
    const std::string goes = "letters/" + letter.id + " goes to more councils: " + names_of(letter.councils);
    if (can_ask() && ask(goes + ". Is it this letter?", options_.language)) return;
    const std::string alone = letter.id == options_.council ? letter.id + "-2" : options_.council;
    throw Refusal{faults_in_site, goes,
                  "when it is this letter: --name " + letter.id + "; for a letter to one council: --name " + alone};
  }

  // Whether the front matter that is there stays, and with it the councils.
  bool keeps_top() const {
    return there_ != nullptr && there_->text.document != nullptr && !there_->text.document->root().empty();
  }

  LetterDraft draft_of(const WordLetter& letter) const {
    LetterDraft draft;
    draft.title = letter.subject;
    draft.date = letter.date;
    if (keeps_top()) draft.place_of = there_;
    draft.like = last_letter_to(*period_, *council_);
    draft.councils = {council_};
    return draft;
  }

  // The letter of the period to this council. One to this council alone goes before one to more councils; of several
  // such, one in which nobody has written yet.
  const Letter* own_letter() const {
    const auto fitness = [&](const Letter& letter) {
      return (letter.councils.size() == 1 ? 2 : 0) + is_draft(&letter);
    };
    const Letter* own = nullptr;
    for (const auto& letter : period_->letters)
      if (goes_to(*letter, *council_) && (own == nullptr || fitness(*own) < fitness(*letter))) own = letter.get();
    return own;
  }

  bool is_draft(const Letter* letter) const { return letter != nullptr && is_untouched_draft(*letter, site_.present); }

  // Whether an earlier run wrote this very file.
  bool is_from_before() const {
    const auto found = site_.folder.content.find(address_);
    return found != site_.folder.content.end() && found->second != nullptr &&
           (found->second->source().text() == plain_.bytes || found->second->source().text() == with_figures_.bytes);
  }

  void refuse_taken_names() {
    std::string failure;
    std::vector<OutputFile> all = pictures_;
    all.push_back(letter_);
    const std::vector<std::string> taken = taken_names(options_.site, all, failure);
    if (!failure.empty()) throw Refusal{environment, failure, ""};
    const std::string hint =
        "write it under another name: --name " + name_ + "-2; or move the file away, when it is not needed";
    for (const std::string& address : taken) {
      if (address == address_) continue;
      const auto there = site_.folder.attachments.find(address);
      const auto picture = std::find_if(pictures_.begin(), pictures_.end(),
                                        [&](const OutputFile& each) { return each.address == address; });
      if (there == site_.folder.attachments.end() || there->second != picture->bytes)
        throw Refusal{faults_in_site, address + " is there already", hint};
      pictures_.erase(picture);  // The very same.
    }
    if (taken.empty() || taken.back() != address_) return;
    replaces_ = is_draft(there_) || is_from_before();
    if (!replaces_) throw Refusal{faults_in_site, address_ + " is there already, and somebody wrote in it", hint};
    if (is_from_before() || options_.replace || options_.dry_run) return;
    const std::string question = address_ + " is a draft in which nobody has written yet. Put the letter in its place?";
    if (can_ask() && ask(question, options_.language)) return;
    throw Refusal{faults_in_site, address_ + " is there already: a draft in which nobody has written yet",
                  "to put the letter in its place: --replace"};
  }

  // ---- the document ------------------------------------------------------------------------------------------

  WordFile read_word() const {
    Diagnostics found;
    std::optional<WordFile> file = read_word_file(options_.file, found);
    if (!file) refuse(found, "");
    return std::move(*file);
  }

  WordText text_of(const WordFile& file) const {
    Diagnostics found;
    bool missing = false;
    const std::optional<Json> answer = read_with_pandoc(file, missing, found);
    if (missing)
      throw Refusal{environment, "pandoc is needed to read Word documents, and is not installed",
                    "install it: sudo apt-get install pandoc"};
    if (!answer) refuse(found, "");
    std::optional<WordText> text = read_word_text(*answer);
    if (!text)
      throw Refusal{environment, "pandoc answers in a form that is not known",
                    "use the pandoc of Debian 12: sudo apt-get install pandoc"};
    return std::move(*text);
  }

  void warn_of_lost_words(const WordFile& file, const WordText& text) {
    for (const std::string& each : left_behind(file, text))
      warnings_.warning("letter-left-behind", Location{file.name, 0, 0, 1, ""},
                        "these words, of a text box or the like, did not come along: " + excerpt(each),
                        "write them into the letter where they belong, or leave them out");
  }

  // In quotation marks, but for words that have their own.
  static std::string excerpt(std::string_view words) {
    constexpr std::size_t longest = 200;
    const std::string line = on_one_line(words, longest);
    return line.find("“") == std::string::npos ? "“" + line + "”" : line;
  }

  // ---- what comes of it --------------------------------------------------------------------------------------

  void refuse_added_faults(const std::vector<Diagnostic>& now) const {
    std::vector<OutputFile> files = pictures_;
    files.push_back(letter_);
    Diagnostics added;
    report_added_faults(site_, now, files, options_.language, added);
    if (added.has_errors()) refuse(added, "the site would have these with the letter; mend them in Word first");
  }

  void write() const {
    std::vector<ChangedFile> files;
    for (const OutputFile& each : pictures_) files.push_back({each.address, "", each.bytes, true});
    std::string before;
    if (replaces_) before = site_.folder.content.at(address_)->source().text();
    files.push_back({address_, before, letter_.bytes, !replaces_});
    if (const std::string failure = write_changed_files(options_.site, files); !failure.empty())
      throw Refusal{environment, failure, ""};
  }

  void tell(const WordFile& file, const WordText& text, const WordLetter& letter) const {
    const std::string wrote = options_.dry_run ? "would write " : "wrote ";
    for (const OutputFile& each : pictures_) say(wrote + each.address);
    say(wrote + address_ + (replaces_ ? ", in the place of the draft" : ""));
    say("to: " + (keeps_top() ? names_of(there_->councils) : council_->name));
    if (is_draft(there_)) tell_draft(letter);
    if (letter.headings > 0)
      say("made " + counted(letter.headings, "line in bold a heading", "lines in bold headings"));
    if (text.added + text.removed > 0)
      say("accepted " + counted(text.added + text.removed, "tracked change", "tracked changes"));
    for (const std::string& each : text.comments) say("left out a remark in the margin: " + excerpt(each));
    tell_letterhead(letter);
    tell_margins(page_margins(file));
    if (letter.signatures > 0)
      say("left out " + counted(letter.signatures, "picture", "pictures") + " below the closing, such as a signature");
  }

  // A person reads them all; of a file with more of them than any letter has, the first.
  void tell_margins(const std::vector<std::string>& lines) const {
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < std::min(lines.size(), most); ++i)
      say("left out of the top or bottom of the pages: " + excerpt(lines[i]));
    if (lines.size() > most)
      say("left out " + counted(lines.size() - most, "more line", "more lines") + " of the top or bottom of the pages");
  }

  // Subject and date went to the top of the file, unless somebody had written others there.
  void tell_letterhead(const WordLetter& letter) const {
    const bool has_title = !keeps_top() || there_->title == letter.subject || !find_placeholders(there_->title).empty();
    const bool has_date =
        letter.date && (!keeps_top() || (there_->date ? to_iso(*there_->date) == to_iso(*letter.date)
                                                      : !find_placeholders(there_->date_note).empty()));
    for (const std::string& each : letter.letterhead) {
      const bool is_title = has_title && each == letter.subject_line;
      const bool is_date = has_date && each == letter.date_line;
      if (is_title && is_date)
        say("taken over from the letterhead as title and date: " + excerpt(each));
      else if (is_title || is_date)
        say(std::string("taken over from the letterhead as ") + (is_title ? "title: " : "date: ") + excerpt(each));
      else
        say("left out of the letterhead: " + excerpt(each));
    }
  }

  // What the draft had beyond its placeholders.
  void tell_draft(const WordLetter& letter) const {
    if (const std::vector<std::string> keys = filled_in_keys(*there_); !keys.empty())
      say("kept from the top of the draft: " + join(keys, ", "));
    if (letter.date && there_->date && to_iso(*letter.date) != to_iso(*there_->date))
      say("the letter bears the date " + to_iso(*letter.date) + "; the draft says " + to_iso(*there_->date) +
          ", which is kept: look which of the two is right");
    for (const std::string& each : questions_of(*there_))
      say("asked by the draft; see whether the letter answers it: " + excerpt(each));
  }

  void tell_what_is_next() const {
    if (options_.dry_run) return say("nothing was written: --dry-run");
    say("next: stoplicht check, which names every place that is still to be filled in; read the letter beside the one "
        "in Word; then stoplicht publish " +
        options_.period);
  }

  // In the language of the terminal.
  void say(const std::string& line) const { stoplicht::say(line, options_.language); }

  const LetterImportOptions& options_;
  OpenSite site_;
  const Period* period_ = nullptr;
  const Organisation* council_ = nullptr;
  const Letter* there_ = nullptr;  // The letter that has this name already.
  std::string name_, address_;
  std::vector<OutputFile> pictures_;
  OutputFile plain_, with_figures_, letter_;
  bool replaces_ = false;
  Diagnostics warnings_;
};

}  // namespace

ExitCode import_letter(const LetterImportOptions& options) {
  return run_to_end(
      [&] {
        LetterImport(options).run();
        return fine;
      },
      options.language);
}

}  // namespace stoplicht
