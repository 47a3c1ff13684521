#include "commands/publication.h"

#include <cstdio>
#include <set>

#include "base/text.h"
#include "commands/report.h"
#include "commands/shown_editions.h"
#include "commands/today.h"
#include "load/canonical_json.h"
#include "model/chain.h"

namespace stoplicht {
namespace {

Date day_of(const std::optional<Date>& asked) {
  const std::optional<Date> now = today();
  const std::optional<Date> day = asked ? asked : now;
  if (!day || !day->is_day())
    throw Refusal{wrong_command_line, "--on: name a day, not a month or a year", "such as --on 2024-04-18"};
  if (now && day->first_day() > now->first_day())
    throw Refusal{wrong_command_line, "--on: " + to_iso(*day) + " is still to come; today is " + to_iso(*now),
                  "publish on the day itself, or name the day on which it was published"};
  return *day;
}

bool has_signatures(const std::filesystem::path& site) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator each(site / edition_folder, error), end; !error && each != end;
       each.increment(error))
    if (each->path().extension() == ".minisig") return true;
  return false;
}

}  // namespace

Publication::Publication(const PublishOptions& options) : options_(options), day_(day_of(options.on)) {
  const SiteKeys keys = keys_of(options.site);
  if (options.key.empty()) {
    needs_key_ = keys.current && !options.without_signature;
    // Where nothing was ever signed, a fault in a draft does not stop a withdrawal.
    if (!keys.fault.empty() && has_signatures(options.site) && !options.without_signature && !options.dry_run)
      throw Refusal{faults_in_site, keys.fault + ", and may name a signing key",
                    "mend it first (stoplicht check), or sign with --sign KEY; when it names none: --unsigned"};
    if (needs_key_ && !options.dry_run)
      throw Refusal{
          wrong_command_line, "data/site.json names a signing key, and this would not be signed",
          "sign it with --sign KEY; what is not signed cannot be told from what was forged. All the same: --unsigned"};
    return;
  }
  signer_.emplace(options.key, options.language);
  if (const std::string refusal = refusal_of_key(*signer_, keys); !refusal.empty())
    throw Refusal{wrong_command_line, refusal,
                  "sign with that one; for another key, put it in 'signing_key' of data/site.json first, and the one "
                  "of before in 'earlier_signing_keys'"};
}

std::string Publication::reason(const std::string& of, const std::string& hint) const {
  const std::string reason(trim(options_.reason));
  if (reason.empty()) throw Refusal{wrong_command_line, "--reason: " + of + " needs a reason", hint};
  // "..." is what the hints say.
  if (reason.find_first_not_of(".… ") == std::string::npos)
    throw Refusal{wrong_command_line, "--reason: '" + reason + "' is no reason", hint};
  if (first_invalid_utf8(reason) != std::string::npos)
    throw Refusal{wrong_command_line, "--reason: this is not UTF-8",
                  "readers will see it: write it in a terminal that uses UTF-8"};
  for (std::size_t offset = 0; offset < reason.size();)
    if (is_harmful(next_character(reason, offset)))
      throw Refusal{wrong_command_line, "--reason: there is a line end or another control character in it",
                    "readers will see it: write it on one line"};
  return reason;
}

SealFields Publication::fields(const Archive& archive, const std::string& period_id, int number) const {
  const auto& chain = archive.chain;
  SealFields fields;
  fields.period_id = period_id;
  fields.number = number;
  fields.sequence = static_cast<int>(chain.size()) + 1;
  fields.published_on = day_;
  if (chain.empty()) return fields;
  fields.previous = chain.back().digest;
  if (day_.first_day() < chain.back().on.first_day())
    throw Refusal{faults_in_site,
                  "the day of publication lies before " + to_iso(chain.back().on) +
                      ", the day of what was published or withdrawn last",
                  "name another day with --on"};
  return fields;
}

void Publication::seal(const Archive& archive, const SealFields& fields, const Json& document,
                       EditionWrite& files) const {
  const bool is_edition = document.contains("parts");
  files.commit = {fields.period_id + (is_edition ? "/v" : "/w") + std::to_string(fields.number) + ".json",
                  pretty_json(document)};
  EditionFiles all;
  all.documents = archive.files.documents;
  Diagnostics diagnostics;
  const auto add = [&](const OutputFile& file) {
    const std::string path = std::string(edition_folder) + file.address;
    all.documents[path] = load_json(std::make_shared<const SourceText>(path, file.bytes), diagnostics);
    if (all.documents[path] == nullptr) refuse_unreadable(diagnostics, options_.language);
  };
  add(files.commit);
  for (const OutputFile& file : files.after) add(file);
  read_chain(all, diagnostics, false);
  if (diagnostics.has_errors()) refuse_unreadable(diagnostics, options_.language);
  if (!signer_) return;
  const std::string comment = std::string("Stoplicht ") + (is_edition ? "edition " : "withdrawal ") +
                              std::to_string(fields.number) + " of " + fields.period_id + ", " +
                              to_iso(fields.published_on);
  files.before.push_back(
      {files.commit.address + ".minisig", signer_->sign(canonical_json(document.at("seal")), comment)});
}

void Publication::write(const Archive& archive, EditionWrite files) const {
  if (options_.dry_run) {
    if (needs_key_)
      say("note: data/site.json names a signing key: without --dry-run this needs --sign KEY", options_.language);
    return;
  }
  refuse_lost_editions(archive);
  for (const ChainLink& link : archive.chain) files.standing.push_back(link.file.substr(edition_folder.size()));
  const EditionResult result = write_editions(options_.site, files);
  if (result.ok) return;
  if (result.committed)
    throw Refusal{
        environment,
        result.failure + "; but " + std::string(edition_folder) + files.commit.address + " stands, and counts",
        "run the same command again: it completes what follows from it"};
  throw Refusal{environment, result.failure, ""};
}

// A link that the website shows and the archive lacks was lost: another one in its place would be a second truth.
void Publication::refuse_lost_editions(const Archive& archive) const {
  Diagnostics diagnostics;
  std::set<std::string> known;
  for (const ChainLink& link : archive.chain) known.insert(link.digest);
  check_shown_editions(options_.site / "public", "public", known, diagnostics);
  if (!diagnostics.has_errors()) return;
  std::fputs(diagnostics.to_text(options_.language).c_str(), stderr);
  throw Refusal{faults_in_site, "nothing was written: the website in public/ shows more than data/editions has",
                "put data/editions back from a copy"};
}

void refuse_unreadable(const Diagnostics& diagnostics, MessageLanguage language) {
  std::fputs(diagnostics.to_text(language).c_str(), stderr);
  throw Refusal{environment, "what was made could not be read back, and was not written",
                "this is a fault of the program: please report it"};
}

}  // namespace stoplicht
