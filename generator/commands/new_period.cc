#include "commands/new_period.h"

#include <algorithm>

#include "base/text.h"
#include "commands/added_faults.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/publication.h"
#include "commands/report.h"
#include "model/edition_parts.h"
#include "model/mistyped_time.h"
#include "model/next_period.h"
#include "model/reader.h"
#include "render/period_draft.h"
#include "write/new_files.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_id = 80;

void refuse_bad_id(const std::string& id) {
  const char* const hint =
      "write when it is: 2024-h2, 2024-q3, 2024-09, 2024; or, with --from, a name of lower-case "
      "letters, digits and hyphens";
  if (!has_id_form(id) || id.size() > longest_id || id == "attachments") {
    const std::string meant = time_meant_by(id);
    throw Refusal{wrong_command_line, "'" + id + "' cannot be the id of a period",
                  meant.empty() ? hint : "did you mean '" + meant + "'?"};
  }
  if (is_impossible_time(id)) throw Refusal{wrong_command_line, "there is no time '" + id + "'", hint};
}

// One run of the command. Throws Refusal.
class Beginning {
 public:
  explicit Beginning(const NewPeriodOptions& options) : options_(options) { refuse_bad_id(options.period); }

  void run() {
    const std::vector<Diagnostic> now = read();
    refuse_mistyped_id();
    const Period& before = period_before_it();
    next_ = next_period(site_.present, options_.period, before);
    sort_files(period_draft(next_, site_.present, site_.folder));
    refuse_new_faults(now);
    if (!options_.dry_run)
      if (const std::string failure = write_new_files(options_.site, new_files_); !failure.empty())
        throw Refusal{environment, failure, ""};
    tell_files();
    if (is_new(period_file(next_.id))) tell_projects();
    tell_letters();
    tell_other_texts();
    if (options_.dry_run) return say("nothing was written: --dry-run");
    say("next: stoplicht check, which names every place that is still to be filled in; then stoplicht publish " +
        next_.id + ", and at last stoplicht build");
  }

 private:
  bool is_own(const std::string& file) const { return is_source_of(file, options_.period); }

  // What is wrong with the site already. Faults of the period itself may come from what it lacks.
  std::vector<Diagnostic> read() {
    Diagnostics found;
    Progress progress(options_.language);
    open_site(site_, options_.site, std::nullopt, progress, found);
    if (site_.readable) tell_site(site_, progress, found);
    Diagnostics others;
    for (Diagnostic& diagnostic : found.sorted())
      if (diagnostic.severity == Severity::error && !is_own(diagnostic.where.file)) others.add(std::move(diagnostic));
    if (site_.readable && site_.archive.newest(options_.period) != nullptr) refuse_published(options_.period);
    if (others.has_errors() || !site_.readable) refuse(others, "the site folder has faults: mend them first");
    return found.sorted();
  }

  [[noreturn]] void refuse(const Diagnostics& diagnostics, const std::string& hint) const {
    stoplicht::refuse(diagnostics, hint, options_.language);
  }

  // A mistake in an id would become a period, and later the one before the period that was meant. So a name that tells
  // no time is taken for one only when the period before it is named, too; and never when it is nearly a time.
  void refuse_mistyped_id() const {
    const std::string& id = options_.period;
    if (time_of(id) || site_.present.find_period(id) != nullptr) return;
    if (const std::string meant = time_meant_by(id); !meant.empty())
      throw Refusal{wrong_command_line, "'" + id + "' cannot be the id of a period", "did you mean '" + meant + "'?"};
    if (!options_.from.empty()) return;
    const Period* before = period_before(site_.present, id);
    throw Refusal{
        wrong_command_line, "'" + id + "' tells no time",
        "write when it is: 2024-h2, 2024-q3, 2024-09, 2024; or, when that is its name, which period it goes on "
        "from: --from " +
            (before != nullptr ? before->id : "2024-h1")};
  }

  const Period& period_before_it() const {
    const std::string& from = options_.from;
    if (from == options_.period && !from.empty())
      throw Refusal{wrong_command_line, "--from: a period does not go on from itself", "name the one before it"};
    std::vector<std::string_view> ids;
    for (const auto& period : site_.present.periods)
      if (period->id != options_.period) ids.push_back(period->id);
    if (from.empty()) {
      if (const Period* before = period_before(site_.present, options_.period)) return *before;
      throw Refusal{faults_in_site, "there is no period before '" + options_.period + "'",
                    ids.empty() ? "write the first one by hand: see FORMATS.md"
                                : "name the one to go on from: --from " + std::string(ids.back())};
    }
    if (const Period* before = site_.present.find_period(from)) return *before;
    throw Refusal{wrong_command_line, "--from: there is no period '" + from + "'", one_of_hint(from, ids)};
  }

  // A period whose data is there says itself on which projects it reports.
  void sort_files(std::vector<OutputFile> files) {
    const Period* own = site_.present.find_period(next_.id);
    if (own != nullptr)
      for (const NextProject& each : next_.projects)
        if (own->report_of(*each.project) == nullptr)
          std::erase_if(files, [&](const OutputFile& file) {
            return file.address.ends_with("/progress/" + each.project->id + ".md");
          });
    std::string failure;
    kept_ = taken_names(options_.site, files, failure);
    if (!failure.empty()) throw Refusal{environment, failure, ""};
    for (OutputFile& file : files)
      if (std::find(kept_.begin(), kept_.end(), file.address) == kept_.end()) new_files_.push_back(std::move(file));
    if (new_files_.empty())
      throw Refusal{faults_in_site, "period '" + next_.id + "' is there already, with all its files",
                    "what it still asks for is told by: stoplicht check"};
  }

  bool is_new(const std::string& address) const {
    return std::any_of(new_files_.begin(), new_files_.end(),
                       [&](const OutputFile& file) { return file.address == address; });
  }

  // The site as it will be, checked as `check` does.
  void refuse_new_faults(const std::vector<Diagnostic>& now) const {
    Diagnostics added;
    report_added_faults(site_, now, new_files_, options_.language, added);
    if (added.has_errors()) refuse(added, "the site would have these with the new period; mend what they tell first");
  }

  // ---- what it tells ------------------------------------------------------------------------------------------

  void tell_files() const {
    const std::string wrote = options_.dry_run ? "would write " : "wrote ";
    for (const OutputFile& file : new_files_) say(wrote + file.address + counts_of(file.address));
    for (const std::string& address : kept_) say("kept " + address + ", which is there already");
  }

  std::string counts_of(const std::string& address) const {
    if (address != period_file(next_.id)) return "";
    std::size_t figures = next_.totals.size();
    for (const NextProject& each : next_.projects) figures += each.figures.size();
    return ": " + counted(next_.projects.size(), "project", "projects") + ", " + counted(figures, "figure", "figures") +
           ", from " + next_.before->id;
  }

  void tell_projects() const {
    for (const LeftOutProject& each : next_.left_out) say("left out project " + each.project->id + ": " + why(each));
    say("not known: the day of the report; " + to_iso(next_.reported_on) + " at 'reported_on' is a guess");
    if (!next_.shared_time.empty()) {
      std::vector<std::string> ids;
      for (const Period* each : next_.shared_time) ids.push_back(each->id);
      say("note: " + next_.id + " is about a time of which is told already in " + join(ids, ", "));
    }
    if (!next_.time) say("not known: the time that it is about; add 'from' and 'until' to " + period_file(next_.id));
    for (const NextProject& each : next_.projects)
      if (each.before == nullptr)
        say("not known: the number of project " + each.project->id + ", on which no period reports yet");
    for (const Programme* each : next_.programmes_past_end)
      say("not known: whether programme " + each->id + " still runs; it was to end in " + to_iso(*each->until));
    for (const Project* each : next_.past_end)
      say("not known: whether project " + each->id + " still runs; it was to end in " + to_iso(*each->until));
    for (const Project* each : next_.vanished)
      say("not known: what became of project " + each->id + ", on which " + next_.before->id + " does not report");
  }

  std::string why(const LeftOutProject& each) const {
    switch (each.why) {
      case LeftOutProject::Why::completed: return "it was completed in " + next_.before->id;
      case LeftOutProject::Why::ended: return "it has ended";
      case LeftOutProject::Why::merged: return "it was merged into " + each.into->id;
      case LeftOutProject::Why::continued: return "it goes on as " + each.into->id;
    }
    return "";
  }

  void tell_letters() const {
    if (next_.letters.empty()) say("no letter: " + next_.before->id + " has none");
    for (const Announcement* each : next_.announced_elsewhere)
      say("not known: which letter answers what letters/" + each->letter->id + " of " + each->letter->period->id +
          " announced: " + each->what);
    for (const Commitment* each : next_.commitments_elsewhere)
      say("not known: which letter tells of commitment " + each->id + "; " + each->council->id + " gets none");
  }

  // What belonged to the period before only, and may be written anew.
  void tell_other_texts() const {
    std::vector<std::string> others;
    const std::string folder = "content/periods/" + next_.before->id + "/";
    for (const auto& [path, document] : site_.folder.content) {
      if (!path.starts_with(folder)) continue;
      const std::string rest = path.substr(folder.size());
      const bool is_page = rest.find('/') == std::string::npos && rest != "summary.md";
      if ((is_page || rest.starts_with("councils/")) && !site_.folder.content.contains(own_folder() + rest))
        others.push_back(rest);
    }
    if (!others.empty())
      say("not made: " + join(others, ", ") + "; write them in " + own_folder() + " when there is something to tell");
  }

  std::string own_folder() const { return "content/periods/" + next_.id + "/"; }

  // In the language of the terminal.
  void say(const std::string& line) const { stoplicht::say(line, options_.language); }

  const NewPeriodOptions& options_;
  OpenSite site_;
  NextPeriod next_;
  std::vector<OutputFile> new_files_;
  std::vector<std::string> kept_;
};

}  // namespace

ExitCode new_period(const NewPeriodOptions& options) {
  return run_to_end(
      [&] {
        Beginning(options).run();
        return fine;
      },
      options.language);
}

}  // namespace stoplicht
