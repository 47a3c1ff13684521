#include "commands/publish.h"

#include "base/digest.h"
#include "base/signature.h"
#include "commands/changes_text.h"
#include "commands/correction.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/signing.h"
#include "load/canonical_json.h"
#include "load/encoding.h"
#include "model/edition_parts.h"
#include "model/edition_world.h"
#include "model/seal.h"
#include "write/editions.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>

namespace stoplicht {
namespace {

constexpr std::string_view edition_folder = "data/editions/";

// Why a command goes no further. `code` is its exit code.
struct Refusal {
  ExitCode code = faults_in_site;
  std::string message;
  std::string hint;
};

std::optional<Date> today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return std::nullopt;
  return Date{local.tm_year + 1900, 0, local.tm_mon + 1, local.tm_mday};
}

std::string counted(std::size_t count, const char* one, const char* other) {
  return std::to_string(count) + " " + (count == 1 ? one : other);
}

// One run of one of the commands. Throws Refusal.
class Publication {
 public:
  explicit Publication(const PublishOptions& options) : options_(options) {
    day_ = options.on ? options.on : today();
    if (!day_ || !day_->is_day()) throw Refusal{wrong_command_line, "--on: name a day", "such as --on 2024-04-18"};
    if (!options.key.empty()) signer_.emplace(options.key);
  }

  void publish() {
    read("", true);
    const Period& period = period_of_today();
    if (site_.archive.newest(period.id) != nullptr)
      throw Refusal{faults_in_site, "period '" + period.id + "' was published already",
                    "publish a change with: stoplicht correct " + period.id + " --reason \"why\""};
    for (const Period* earlier = period.previous; earlier != nullptr; earlier = earlier->previous)
      if (earlier->edition == nullptr)
        throw Refusal{faults_in_site, "period '" + earlier->id + "' comes before it and was not published yet",
                      "publish the oldest first: an edition tells of the periods before it, too"};
    if (day_->last_day() < period.reported_on.first_day())
      throw Refusal{faults_in_site, "the day of publication lies before the day on which was reported, " + to_iso(period.reported_on),
                    "is 'reported_on' right? or name another day with --on"};
    const Locale locale(site_.present.language);
    std::map<std::string, Json> parts = edition_parts(site_.folded, site_.present, period, locale);
    write_edition(fields_of(period.id, 1), std::move(parts), site_.folded);
    say("published " + period.id + " as edition 1: " + counted(period.projects.size(), "project", "projects") + ", " +
        counted(period.letters.size(), "letter", "letters"));
  }

  void correct() {
    if (options_.reason.find_first_not_of(" \t\n") == std::string::npos)
      throw Refusal{wrong_command_line, "--reason: a correction needs a reason", "readers will see it: --reason \"the number of places was counted twice\""};
    // The period's own data is judged in the world in which it was published.
    read(options_.period, true, options_.shared ? "" : period_file(options_.period));
    const Edition& before = published(options_.period);
    const Correction correction(site_, before, options_.shared);
    if (!options_.shared) refuse_faults(correction.diagnostics(), true);
    if (!correction.fault().empty()) throw Refusal{faults_in_site, correction.fault(), ""};
    const Changes& changes = correction.changes();
    if (!correction.differs())
      throw Refusal{faults_in_site, "there is nothing to correct: the sources are those of edition " + std::to_string(before.number),
                    correction.shared_differs() ? "shared files say something else now than when it was published; --shared takes that, too"
                                                : "change the sources first"};
    std::fputs(changes_text(changes).c_str(), stdout);
    if (const auto removed = correction.removed(); !removed.empty() && !options_.allow_removal) {
      std::string list;
      for (const std::string& each : removed) list += "\n  " + each;
      throw Refusal{faults_in_site, "the correction takes away what was published:" + list,
                    "when that is what you want: --allow-removal"};
    }
    SealFields fields = fields_of(before.period_id, before.number + 1);
    fields.replaces = before.digest;
    fields.reason = options_.reason;
    write_edition(fields, correction.parts(), correction.folder());
    say("published " + before.period_id + " as edition " + std::to_string(fields.number) + ", which replaces edition " +
        std::to_string(before.number));
    if (correction.shared_differs() && !options_.shared)
      say("note: shared files (names, targets, scales) say something else now; the edition keeps what was published. --shared takes that, too");
  }

  void withdraw() {
    if (options_.reason.find_first_not_of(" \t\n") == std::string::npos)
      throw Refusal{wrong_command_line, "--reason: a withdrawal needs a reason", "readers will see it; do not repeat what is withdrawn"};
    read(options_.period, false);
    published(options_.period);
    const std::vector<std::string> asked = names_of_parts();
    std::vector<std::string> names;
    for (const std::string& name : asked)
      if (withdrawal_of(name) == nullptr) names.push_back(name);
    EditionWrite files;
    take_out(names, files);
    if (!names.empty()) {
      SealFields fields = fields_of(options_.period, number_of_withdrawal());
      fields.reason = options_.reason;
      const Json document = withdrawal_document(fields, names);
      files.commit = {fields.period_id + "/w" + std::to_string(fields.number) + ".json", pretty_json(document)};
      sign(document, files, "withdrawal", fields);
    } else {
      // All of it was withdrawn. What a run that was killed did not take out of the files is taken out now.
      const ChainLink& done = *withdrawal_of(asked.front());
      if (files.after.empty() && files.remove_after.empty())
        throw Refusal{faults_in_site, "'" + asked.front() + "' was withdrawn already, on " + to_iso(done.on), "see " + done.file};
      files.commit = {done.file.substr(edition_folder.size()), std::string(site_.archive.files.documents.at(done.file)->source().text())};
    }
    write(std::move(files));
    for (const std::string& name : names.empty() ? asked : names) say("withdrawn: " + name);
    say("the files in the site folder still hold it, and so does a version control system: remove it there, too");
  }

 private:
  // `strictly`: what a build would warn of is refused, too; but for what a correction judges of the file `but_for`.
  void read(std::string_view except, bool strictly, const std::string& but_for = {}) {
    Diagnostics found;
    Progress progress;
    open_site(site_, options_.site, std::nullopt, progress, found, except);
    if (site_.readable && strictly) tell_site(site_, progress, found);
    Diagnostics diagnostics;
    for (Diagnostic& diagnostic : found.sorted()) {
      // What a run that was killed left beside the editions: this one writes it anew.
      if (diagnostic.id == "edition-file-unknown") continue;
      if (diagnostic.where.file != but_for || !Correction::judges(diagnostic) || site_.archive.newest(except) == nullptr)
        diagnostics.add(std::move(diagnostic));
    }
    refuse_faults(diagnostics, strictly);
  }

  static void refuse_faults(const Diagnostics& diagnostics, bool strictly) {
    if (!diagnostics.has_errors() && !(strictly && diagnostics.warnings() > 0)) return;
    std::fputs(diagnostics.to_text().c_str(), stderr);
    throw Refusal{faults_in_site, "nothing was published: " + counted(diagnostics.errors(), "error", "errors") + ", " +
                                      counted(diagnostics.warnings(), "warning", "warnings"), "what is published stays for ever: mend them first"};
  }

  const Period& period_of_today() const {
    if (const Period* period = site_.present.find_period(options_.period)) return *period;
    std::vector<std::string_view> ids;
    for (const auto& each : site_.present.periods) ids.push_back(each->id);
    throw Refusal{wrong_command_line, "there is no period '" + options_.period + "'", one_of_hint(options_.period, ids)};
  }

  const Edition& published(const std::string& id) const {
    if (const Edition* edition = site_.archive.newest(id)) return *edition;
    std::vector<std::string_view> ids;
    for (const auto& edition : site_.archive.editions)
      if (edition->is_newest()) ids.push_back(edition->period_id);
    if (ids.empty() || site_.present.find_period(id) != nullptr)
      throw Refusal{faults_in_site, "period '" + id + "' was not published yet", "publish it with: stoplicht publish " + id};
    throw Refusal{wrong_command_line, "no period '" + id + "' was published", one_of_hint(id, ids)};
  }

  SealFields fields_of(const std::string& period, int number) const {
    const auto& chain = site_.archive.chain;
    SealFields fields;
    fields.period_id = period;
    fields.number = number;
    fields.sequence = static_cast<int>(chain.size()) + 1;
    fields.published_on = *day_;
    fields.published_by = site_.present.publisher != nullptr ? site_.present.publisher->name : "";
    fields.previous = chain.empty() ? "" : chain.back().digest;
    if (!chain.empty() && day_->first_day() < chain.back().on.first_day())
      throw Refusal{faults_in_site, "the day of publication lies before that of the link before it, " + to_iso(chain.back().on), "name another day with --on"};
    return fields;
  }

  void sign(const Json& document, EditionWrite& files, const std::string& what, const SealFields& fields) {
    if (!signer_) return;
    const std::string comment = "Stoplicht " + what + " " + std::to_string(fields.number) + " of " + fields.period_id + ", " + to_iso(fields.published_on);
    files.before.push_back({files.commit.address + ".minisig", signer_->sign(canonical_json(document.at("seal")), comment)});
  }

  void write_edition(const SealFields& fields, std::map<std::string, Json> parts, const SiteFolder& folder) {
    EditionWrite files;
    for (const auto& [path, bytes] : folder.attachments)
      if (parts.contains(std::string(attachment_part) + path)) files.before.push_back({"attachments/" + sha256(bytes), bytes});
    const Json document = edition_document(fields, std::move(parts), [](const std::string&) { return random_hex(16); });
    files.commit = {fields.period_id + "/v" + std::to_string(fields.number) + ".json", pretty_json(document)};
    read_back(fields, files.commit, folder);
    sign(document, files, "edition", fields);
    write(std::move(files));
    digest_ = document.at("digest");
  }

  // What is sealed for ever must be readable: it is read once before it is written.
  static void read_back(const SealFields& fields, const OutputFile& file, const SiteFolder& folder) {
    Diagnostics diagnostics;
    std::shared_ptr<const Document> document = load_json(std::make_shared<const SourceText>(file.address, file.bytes), diagnostics);
    Edition edition;
    edition.period_id = fields.period_id;
    edition.number = fields.number;
    std::map<std::string, std::string> attachments;
    for (const auto& [path, bytes] : folder.attachments) attachments.emplace(sha256(bytes), bytes);
    if (document != nullptr) make_world(edition, document, attachments, diagnostics);
    if (!diagnostics.has_errors() && edition.period != nullptr) return;
    std::fputs(diagnostics.to_text().c_str(), stderr);
    throw Refusal{environment, "the edition could not be read back, and was not written", "this is a fault of the program: please report it"};
  }

  void write(EditionWrite files) {
    for (const ChainLink& link : site_.archive.chain) files.standing.push_back(link.file.substr(edition_folder.size()));
    if (const EditionResult result = write_editions(options_.site, files); !result.ok) throw Refusal{environment, result.failure, ""};
  }

  int number_of_withdrawal() const {
    int number = 1;
    for (const ChainLink& link : site_.archive.chain)
      if (link.kind == ChainLink::Kind::withdrawal && link.period_id == options_.period) ++number;
    return number;
  }

  // Null for a part that was not withdrawn.
  const ChainLink* withdrawal_of(const std::string& name) const {
    for (const ChainLink& link : site_.archive.chain)
      if (link.kind == ChainLink::Kind::withdrawal && link.period_id == options_.period &&
          std::find(link.parts.begin(), link.parts.end(), name) != link.parts.end())
        return &link;
    return nullptr;
  }

  // The editions of the period without these parts and without those that were withdrawn before, and without the bytes
  // that no edition names any more.
  void take_out(const std::vector<std::string>& names, EditionWrite& files) const {
    std::vector<std::string> named;
    for (const auto& edition : site_.archive.editions) {
      Json document = edition->document->root();
      bool changed = false;
      if (edition->period_id == options_.period) {
        for (const std::string& name : names) changed = document["parts"].erase(name) > 0 || changed;
        for (const WithdrawnPart& part : edition->withdrawn) changed = document["parts"].erase(part.part) > 0 || changed;
      }
      if (changed) files.after.push_back({edition->file.substr(edition_folder.size()), pretty_json(document)});
      for (const auto& [name, part] : document["parts"].items())
        if (std::string_view(name).starts_with(attachment_part)) named.push_back(part.at("content").at("sha256"));
    }
    for (const auto& [digest, bytes] : site_.archive.files.attachments)
      if (std::find(named.begin(), named.end(), digest) == named.end()) files.remove_after.push_back("attachments/" + digest);
  }

  // "letters/hilversum" → "text:content/periods/2020-07/letters/hilversum.md". Throws for what the period does not have.
  std::vector<std::string> names_of_parts() const {
    const std::string folder = "content/periods/" + options_.period + "/";
    std::vector<std::string> all;
    for (const auto& edition : site_.archive.of(options_.period))
      for (const auto& [name, digest] : edition->document->root().at("seal").at("parts").items())
        for (const std::string_view kind : {text_part, project_part, attachment_part})
          if (std::string_view(name).starts_with(kind)) all.push_back(name);
    std::vector<std::string> out;
    const auto add = [&](const std::string& name) {
      if (std::find(all.begin(), all.end(), name) == all.end()) return false;
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
      return true;
    };
    if (options_.parts.empty()) throw Refusal{wrong_command_line, "name what is to be withdrawn", "such as letters/hilversum or projects/ggz"};
    for (const std::string& asked : options_.parts) {
      bool found = add(asked);
      for (const std::string& path : {folder + asked, asked})
        found = found || add(std::string(text_part) + path) || add(std::string(text_part) + path + ".md") ||
                add(std::string(attachment_part) + path);
      if (std::string_view(asked).starts_with("projects/")) {
        const std::string id = asked.substr(std::string_view("projects/").size());
        found = add(std::string(project_part) + id) || found;
        // Its text goes with it.
        if (found) add(std::string(text_part) + folder + "progress/" + id + ".md");
      }
      if (found) continue;
      std::vector<std::string> short_names;
      for (const std::string& name : all) short_names.push_back(short_name(name, folder));
      throw Refusal{wrong_command_line, "the editions of " + options_.period + " have no part '" + asked + "'",
                    one_of_hint(asked, {short_names.begin(), short_names.end()})};
    }
    return out;
  }

  static std::string short_name(const std::string& name, const std::string& folder) {
    if (name.starts_with(project_part)) return "projects/" + name.substr(project_part.size());
    std::string path = name.substr(name.find(':') + 1);
    if (path.starts_with(folder)) path.erase(0, folder.size());
    return path.ends_with(".md") ? path.substr(0, path.size() - 3) : path;
  }

  void say(const std::string& line) const {
    std::fputs((line + "\n").c_str(), stdout);
  }

 public:
  void end() const {
    if (!digest_.empty()) say("digest " + digest_);
    say("next: stoplicht build, which makes the pages of it");
  }

 private:
  const PublishOptions& options_;
  std::optional<Date> day_;
  std::optional<Signer> signer_;
  OpenSite site_;
  std::string digest_;
};

ExitCode run(const PublishOptions& options, void (Publication::*act)()) {
  try {
    Publication publication(options);
    (publication.*act)();
    publication.end();
    return fine;
  } catch (const Refusal& refusal) {
    std::fputs(("stoplicht: " + refusal.message + "\n").c_str(), stderr);
    if (!refusal.hint.empty()) std::fputs(("  hint: " + refusal.hint + "\n").c_str(), stderr);
    return refusal.code;
  } catch (const std::exception& error) {
    std::fputs(("stoplicht: " + std::string(error.what()) + "\n").c_str(), stderr);
    return environment;
  }
}

}  // namespace

ExitCode publish(const PublishOptions& options) { return run(options, &Publication::publish); }

ExitCode correct(const PublishOptions& options) { return run(options, &Publication::correct); }

ExitCode withdraw(const PublishOptions& options) { return run(options, &Publication::withdraw); }

}  // namespace stoplicht
