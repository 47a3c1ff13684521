#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "base/likeness.h"
#include "base/parallel.h"
#include "base/text.h"
#include "commands/edition_name.h"
#include "commands/publication.h"
#include "commands/report.h"
#include "load/canonical_json.h"
#include "model/open_archive.h"
#include "model/withdrawal.h"

namespace stoplicht {
namespace {

constexpr std::size_t listed_echoes = 12;

// As a shell takes it.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./@:";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// One run. Throws Refusal.
class Withdrawer {
 public:
  explicit Withdrawer(const PublishOptions& options)
      : options_(options),
        name_(read_edition_name(options.period,
                                "write " + period_in(options.period) + " or " + period_in(options.period) + "@v1")),
        publication_(options),
        reason_(publication_.reason("a withdrawal", "readers will see it; do not repeat what is withdrawn")) {
    if (options.parts.empty() != options.whole)
      throw Refusal{wrong_command_line,
                    options.whole ? "--whole takes all of an edition: name no parts" : "nothing is named to withdraw",
                    "such as letters/hilversum, projects/ggz, T20-27; or a whole edition that was replaced: " +
                        name_.period + "@v1 --whole"};
    if (options.whole && name_.edition == 0)
      throw Refusal{wrong_command_line, "--whole takes all of one edition, and none is named",
                    "write " + name_.period + "@v1"};
    if (name_.sources)
      throw Refusal{wrong_command_line, "'" + options.period + "' names no edition",
                    "write " + name_.period + " or " + name_.period + "@v1"};
  }

  void withdraw() {
    read_archive();
    if (options_.whole && archive_.find(name_.period, name_.edition)->is_newest())
      throw Refusal{faults_in_site, name_.text + " is the newest edition of the period, which stays to be told",
                    "publish a correction without it first: stoplicht correct " + name_.period + " --reason \"...\""};
    const Withdrawal withdrawal(archive_, name_.period, name_.edition, options_.parts);
    if (!withdrawal.unknown().empty()) refuse_unknown(withdrawal);
    EditionWrite files;
    for (const auto& [file, document] : withdrawal.documents())
      files.after.push_back({file.substr(edition_folder.size()), pretty_json(document)});
    for (const std::string& digest : withdrawal.unused_attachments())
      files.remove_after.push_back("attachments/" + digest);
    if (withdrawal.left().parts.empty()) return complete(withdrawal, std::move(files));

    int number = 1;
    for (const ChainLink& link : archive_.chain)
      if (link.kind == ChainLink::Kind::withdrawal && link.period_id == name_.period) ++number;
    SealFields fields = publication_.fields(archive_, name_.period, number);
    fields.published_by = archive_.chain.back().by;
    fields.reason = reason_;
    publication_.seal(archive_, fields, withdrawal_document(fields, withdrawal.left()), files);
    publication_.write(archive_, std::move(files));
    const std::string verb = options_.dry_run ? "would withdraw: " : "withdrawn: ";
    if (options_.whole)
      say(verb + "all of " + name_.text + ", " + counted(withdrawal.left().parts.size(), "part", "parts") +
          "; what later editions say of the same stays");
    else
      for (const std::string& part : withdrawal.left().parts)
        say(verb + part + " from " + join(withdrawal.editions_of(part), ", "));
    say_what_is_left(withdrawal);
    end();
  }

 private:
  static std::string period_in(const std::string& text) { return text.substr(0, text.find('@')); }

  void read_archive() {
    std::error_code error;
    if (!std::filesystem::is_directory(options_.site / "data", error))
      throw Refusal{wrong_command_line, options_.site.string() + " is no site folder", "name a folder with data/"};
    Diagnostics diagnostics;
    archive_ = open_archive(load_edition_files(options_.site, all_cores, diagnostics), all_cores, diagnostics);
    if (diagnostics.has_errors()) {
      std::fputs(diagnostics.to_text(options_.language).c_str(), stderr);
      throw Refusal{faults_in_site,
                    "nothing was withdrawn: the archive has " + counted(diagnostics.errors(), "error", "errors"),
                    "put its files back as they were published, from a copy or from version control"};
    }
    if (name_.edition > 0 ? archive_.find(name_.period, name_.edition) != nullptr
                          : archive_.newest(name_.period) != nullptr)
      return;
    if (const Edition* newest = archive_.newest(name_.period))
      throw Refusal{wrong_command_line,
                    "there is no edition " + std::to_string(name_.edition) + " of period '" + name_.period + "'",
                    "the newest is " + name_.period + "@v" + std::to_string(newest->number)};
    std::vector<std::string_view> ids;
    for (const auto& edition : archive_.editions)
      if (edition->is_newest()) ids.push_back(edition->period_id);
    if (ids.empty())
      throw Refusal{faults_in_site, "nothing was published yet",
                    "what was not published needs no withdrawal: change the files"};
    throw Refusal{wrong_command_line, "no period '" + name_.period + "' was published", one_of_hint(name_.period, ids)};
  }

  [[noreturn]] void refuse_unknown(const Withdrawal& withdrawal) const {
    const std::vector<std::string> names = withdrawal.short_names();
    std::vector<std::string> meant;
    for (const std::string& name : names)
      if (name.ends_with("/" + withdrawal.unknown())) meant.push_back("'" + name + "'");
    throw Refusal{wrong_command_line,
                  (name_.edition > 0 ? name_.text + " has" : "the editions of " + name_.period + " have") +
                      " no part '" + withdrawal.unknown() + "'",
                  !meant.empty() ? "did you mean " + join(meant, " or ") + "?"
                                 : one_of_hint(withdrawal.unknown(),
                                               nearest_first(withdrawal.unknown(), {names.begin(), names.end()}))};
  }

  // All of it was withdrawn. What a run that was killed did not take out of the files is taken out now.
  void complete(const Withdrawal& withdrawal, EditionWrite files) {
    const std::string& first = withdrawal.parts().front();
    const Edition* edition = options_.whole ? archive_.find(name_.period, name_.edition) : nullptr;
    const ChainLink& done =
        edition != nullptr ? archive_.chain.at(static_cast<std::size_t>(edition->withdrawal_of("period")->sequence) - 1)
                           : *withdrawal.earlier(first);
    if (files.after.empty() && files.remove_after.empty())
      throw Refusal{faults_in_site,
                    "'" + (options_.whole ? name_.text : first) + "' was withdrawn already, on " + to_iso(done.on),
                    "see " + done.file};
    files.commit = {done.file.substr(edition_folder.size()),
                    std::string(archive_.files.documents.at(done.file)->source().text())};
    publication_.write(archive_, std::move(files));
    const std::string verb = options_.dry_run ? "would complete the withdrawal of: " : "completed the withdrawal of: ";
    if (options_.whole)
      say(verb + name_.text);
    else
      for (const std::string& part : withdrawal.parts()) say(verb + part);
    end();
  }

  // The same command for other parts, or of another period.
  std::string command_for(const std::string& period, const std::vector<std::string>& parts) const {
    std::string out = "stoplicht withdraw " + quoted(period);
    for (const std::string& part : parts) out += " " + quoted(part);
    out += " --reason " + quoted(reason_);
    if (options_.site != ".") out += " --site " + quoted(options_.site.string());
    if (options_.on) out += " --on " + to_iso(*options_.on);
    if (!options_.key.empty()) out += " --sign " + quoted(options_.key.string());
    if (options_.without_signature) out += " --unsigned";
    return out;
  }

  void say_what_is_left(const Withdrawal& withdrawal) const {
    say_what_shows_the_same(withdrawal);
    if (options_.whole) {
      say("the names of its files stay in the seals, which nobody can change, and a version control system still holds "
          "the rest");
      return;
    }
    if (std::any_of(withdrawal.left().parts.begin(), withdrawal.left().parts.end(),
                    [](const std::string& part) { return part.starts_with("project:"); }))
      say("numbers that texts count themselves were sealed, and count it still");
    say("its name stays in the seals, which nobody can change: a person's name in a file name stays");
    say("the files in the site folder still hold it, and so does a version control system: remove it there, too");
    say("its words may stand elsewhere, too: in texts that say the same otherwise, in other files, in copies of the "
        "website");
  }

  void say_what_shows_the_same(const Withdrawal& withdrawal) const {
    if (const auto orphans = withdrawal.orphans(); !orphans.empty()) {
      say("kept in data/editions, and shown by nothing else any more: " + join(orphans, ", ") +
          "; to withdraw that, too:");
      say("  " + command_for(options_.period, orphans));
    }
    for (const auto& [period, names] : withdrawal.same_files()) {
      say("still public, because " + period + " shows the same file; to withdraw that, too:");
      say("  " + command_for(period, names));
    }
    if (auto echoes = withdrawal.echoes(); !echoes.empty()) {
      const std::size_t more = echoes.size() > listed_echoes ? echoes.size() - listed_echoes : 0;
      const std::vector<Echo> all = echoes;
      echoes.resize(echoes.size() - more);
      say("the same sentences or names stand in:");
      constexpr std::size_t longest = 100;
      for (const Echo& echo : echoes) say("  " + echo.where + ": “" + on_one_line(echo.words, longest) + "”");
      if (more > 0) say("  and " + std::to_string(more) + " more");
      say_ways(all);
    }
  }

  // How what stays is taken out of view as well.
  void say_ways(const std::vector<Echo>& echoes) const {
    // By edition: another one may have it in words that are right.
    std::map<std::string, std::set<std::string>> alone;
    for (const Echo& echo : echoes) {
      const std::size_t blank = echo.where.find(' ');
      if (echo.way == Echo::Way::alone) alone[echo.where.substr(0, blank)].insert(echo.where.substr(blank + 1));
    }
    if (!alone.empty()) say("to withdraw what is a part by itself there, too:");
    for (const auto& [edition, names] : alone) say("  " + command_for(edition, {names.begin(), names.end()}));
    std::set<std::string> reports;
    for (const Echo& echo : echoes)
      if (echo.way == Echo::Way::report) reports.insert(echo.report);
    if (!reports.empty()) {
      say("what later periods tell of a project goes with its report:");
      say("  " + command_for(options_.period, {reports.begin(), reports.end()}));
    }
    const auto any = [&](Echo::Way way) {
      return std::any_of(echoes.begin(), echoes.end(), [&](const Echo& echo) { return echo.way == way; });
    };
    if (any(Echo::Way::edition))
      say("what is no part by itself there (the period, a commitment): correct that period, then withdraw its replaced "
          "edition with --whole");
    if (any(Echo::Way::shared))
      say("what shared files told there (programmes, earlier periods): correct that period with --shared, then "
          "withdraw its replaced edition with --whole");
  }

  void end() const {
    if (options_.dry_run) return say("nothing was written: --dry-run");
    say("next: stoplicht build; until then, and until that is online, the website still shows it");
  }

  // In the language of the terminal.
  void say(const std::string& line) const { stoplicht::say(line, options_.language); }

  const PublishOptions& options_;
  const EditionName name_;
  const Publication publication_;
  const std::string reason_;
  Archive archive_;
};

}  // namespace

ExitCode withdraw(const PublishOptions& options) {
  return run_to_end(
      [&] {
        Withdrawer(options).withdraw();
        return fine;
      },
      options.language);
}

}  // namespace stoplicht
