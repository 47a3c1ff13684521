#include "commands/publish.h"

#include <algorithm>
#include <cstdio>

#include "base/digest.h"
#include "base/text.h"
#include "commands/changes_text.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/publication.h"
#include "commands/report.h"
#include "model/correction.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"

namespace stoplicht {
namespace {

constexpr const char* correction_hint = "readers will see it: --reason \"the number of places was counted twice\"";

// One run of publish or correct. Throws Refusal.
class Publisher {
 public:
  explicit Publisher(const PublishOptions& options) : options_(options), publication_(options) {}

  void publish() {
    read("", true);
    const Period& period = period_of_today();
    if (site_.archive.newest(period.id) != nullptr)
      throw Refusal{faults_in_site, "period '" + period.id + "' was published already",
                    "publish a change with: stoplicht correct " + period.id + " --reason \"...\""};
    for (const Period* earlier = period.previous; earlier != nullptr; earlier = earlier->previous)
      if (earlier->edition == nullptr)
        throw Refusal{faults_in_site, "period '" + earlier->id + "' comes before it and was not published yet",
                      "publish the oldest first: an edition tells of the periods before it, too"};
    if (publication_.day().last_day() < period.reported_on.first_day())
      throw Refusal{faults_in_site,
                    "the day of publication lies before the day on which was reported, " + to_iso(period.reported_on),
                    "is 'reported_on' right? or name another day with --on"};
    const Locale locale(site_.present.language);
    std::map<std::string, Json> parts = edition_parts(site_.folded, site_.present, period, locale);
    write_edition(fields_of(period.id, 1), std::move(parts), site_.folded);
    say(done() + period.id + " as edition 1: " + counted(period.projects.size(), "project", "projects") + ", " +
        counted(period.letters.size(), "letter", "letters"));
    say_what_came_before(period);
  }

  void correct() {
    const std::string reason = publication_.reason("a correction", correction_hint);
    // The period's own data is judged in the world in which it was published.
    read(options_.period, true, options_.shared ? "" : period_file(options_.period));
    const Edition& before = published(options_.period);
    const Correction correction(site_.folded, site_.present, before, options_.shared);
    if (!options_.shared) refuse_faults(correction.diagnostics(), true);
    if (!correction.fault().empty()) throw Refusal{faults_in_site, correction.fault(), ""};
    const Changes& changes = correction.changes();
    if (!correction.differs())
      throw Refusal{faults_in_site,
                    "there is nothing to correct: the sources are those of edition " + std::to_string(before.number),
                    correction.shared_differs()
                        ? "shared files say something else now than when it was published; --shared takes that, too"
                        : "change the sources first"};
    if (changes.empty())
      say("no word or value differs; how it is written or numbers that follow from others do, in: " +
          join(correction.differing_parts(), ", "));
    else
      std::fputs(changes_text(changes, options_.language).c_str(), stdout);
    if (const auto removed = correction.removed(); !removed.empty() && !options_.allow_removal) {
      std::string list;
      for (const std::string& each : removed) list += "\n  " + each;
      throw Refusal{faults_in_site, "the correction takes away what was published:" + list,
                    "when that is what you want: --allow-removal"};
    }
    SealFields fields = fields_of(before.period_id, before.number + 1);
    fields.replaces = before.digest;
    fields.reason = reason;
    write_edition(fields, correction.parts(), correction.folder());
    say(done() + before.period_id + " as edition " + std::to_string(fields.number) + ", which replaces edition " +
        std::to_string(before.number));
    if (!correction.left_out().empty())
      say("note: still in the site folder, and left out because it was withdrawn: " +
          join(correction.left_out(), ", "));
    if (correction.shared_differs() && !options_.shared)
      say("note: shared files (names, targets, scales) say something else now; the edition keeps what was published. "
          "--shared takes that, too");
  }

 private:
  // `strictly`: what a build would warn of is refused, too; but for what a correction judges of the file `but_for`.
  void read(std::string_view except, bool strictly, const std::string& but_for = {}) {
    Diagnostics found;
    Progress progress(options_.language);
    open_site(site_, options_.site, std::nullopt, progress, found, except);
    if (site_.readable && strictly) tell_site(site_, progress, found);
    Diagnostics diagnostics;
    for (Diagnostic& diagnostic : found.sorted()) {
      // What a run that was killed left beside the editions: this one writes it anew.
      if (diagnostic.id == "edition-file-unknown") continue;
      if (diagnostic.severity == Severity::warning && is_of_another_draft(diagnostic.where.file)) continue;
      if (diagnostic.where.file != but_for || !Correction::judges(diagnostic) ||
          site_.archive.newest(except) == nullptr)
        diagnostics.add(std::move(diagnostic));
    }
    refuse_faults(diagnostics, strictly);
  }

  // Whether a file belongs to a draft that this run does not publish: what that still asks for waits for its own day.
  bool is_of_another_draft(const std::string& file) const {
    const auto is_other = [&](const Period& period) {
      return period.id != options_.period && site_.archive.newest(period.id) == nullptr;
    };
    const auto& periods = site_.present.periods;
    const auto& commitments = site_.present.commitments;
    return std::any_of(periods.begin(), periods.end(),
                       [&](const auto& each) { return is_other(*each) && is_source_of(file, each->id); }) ||
           std::any_of(commitments.begin(), commitments.end(), [&](const auto& each) {
             return each->closed_by != nullptr && is_other(*each->closed_by->period) && file == closure_file(each->id);
           });
  }

  void refuse_faults(const Diagnostics& diagnostics, bool strictly) const {
    if (!diagnostics.has_errors() && !(strictly && diagnostics.warnings() > 0)) return;
    std::fputs(diagnostics.to_text(options_.language).c_str(), stderr);
    throw Refusal{faults_in_site,
                  "nothing was published: " + counted(diagnostics.errors(), "error", "errors") + ", " +
                      counted(diagnostics.warnings(), "warning", "warnings"),
                  "what is published stays for ever: mend them first"};
  }

  const Period& period_of_today() const {
    if (const Period* period = site_.present.find_period(options_.period)) return *period;
    std::vector<std::string_view> ids;
    for (const auto& each : site_.present.periods) ids.push_back(each->id);
    throw Refusal{wrong_command_line, "there is no period '" + options_.period + "'",
                  one_of_hint(options_.period, ids)};
  }

  const Edition& published(const std::string& id) const {
    if (const Edition* edition = site_.archive.newest(id)) return *edition;
    std::vector<std::string_view> ids;
    for (const auto& edition : site_.archive.editions)
      if (edition->is_newest()) ids.push_back(edition->period_id);
    if (ids.empty() || site_.present.find_period(id) != nullptr)
      throw Refusal{faults_in_site, "period '" + id + "' was not published yet",
                    "publish it with: stoplicht publish " + id};
    throw Refusal{wrong_command_line, "no period '" + id + "' was published", one_of_hint(id, ids)};
  }

  SealFields fields_of(const std::string& period, int number) const {
    SealFields fields = publication_.fields(site_.archive, period, number);
    fields.published_by = site_.present.publisher != nullptr ? site_.present.publisher->name : "";
    return fields;
  }

  void write_edition(const SealFields& fields, std::map<std::string, Json> parts, const SiteFolder& folder) {
    EditionWrite files;
    for (const auto& [path, bytes] : folder.attachments)
      if (parts.contains(std::string(attachment_part) + path))
        files.before.push_back({"attachments/" + sha256(bytes), bytes});
    const Json document = edition_document(fields, std::move(parts), [](const std::string&) { return random_hex(16); });
    publication_.seal(site_.archive, fields, document, files);
    read_back(fields, files.commit, folder);
    publication_.write(site_.archive, std::move(files));
    digest_ = document.at("digest");
  }

  // Of an edition, its world too must be readable.
  void read_back(const SealFields& fields, const OutputFile& file, const SiteFolder& folder) const {
    Diagnostics diagnostics;
    std::shared_ptr<const Document> document =
        load_json(std::make_shared<const SourceText>(file.address, file.bytes), diagnostics);
    Edition edition;
    edition.period_id = fields.period_id;
    edition.number = fields.number;
    std::map<std::string, std::string> attachments;
    for (const auto& [path, bytes] : folder.attachments) attachments.emplace(sha256(bytes), bytes);
    if (document != nullptr) make_world(edition, document, attachments, diagnostics);
    if (!diagnostics.has_errors() && edition.period != nullptr) return;
    refuse_unreadable(diagnostics, options_.language);
  }

  std::string done() const { return options_.dry_run ? "would publish " : "published "; }

  // An edition never tells of a period that was published after it.
  void say_what_came_before(const Period& period) const {
    std::vector<std::string> later;
    for (const Period* next = period.next; next != nullptr; next = next->next)
      if (next->edition != nullptr) later.push_back(next->id);
    if (later.empty()) return;
    say(period.id + " comes before " + join(later, ", ") + ", which " +
        (later.size() == 1 ? "was published already and does" : "were published already and do") + " not tell of it");
  }

 public:
  void end() const {
    if (options_.dry_run) return say("nothing was written: --dry-run");
    say("digest " + digest_);
    say("next: stoplicht build, which makes the pages of it");
  }

 private:
  // In the language of the terminal.
  void say(const std::string& line) const { stoplicht::say(line, options_.language); }

  const PublishOptions& options_;
  Publication publication_;
  OpenSite site_;
  std::string digest_;
};

ExitCode run(const PublishOptions& options, void (Publisher::*act)()) {
  return run_to_end(
      [&] {
        Publisher publisher(options);
        (publisher.*act)();
        publisher.end();
        return fine;
      },
      options.language);
}

}  // namespace

ExitCode publish(const PublishOptions& options) { return run(options, &Publisher::publish); }

ExitCode correct(const PublishOptions& options) { return run(options, &Publisher::correct); }

}  // namespace stoplicht
