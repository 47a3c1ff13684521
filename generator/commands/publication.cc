#include "commands/publication.h"

#include "base/text.h"
#include "load/canonical_json.h"
#include "model/chain.h"

#include <cstdio>
#include <ctime>

namespace stoplicht {
namespace {

std::optional<Date> today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (localtime_r(&now, &local) == nullptr) return std::nullopt;
  return Date{local.tm_year + 1900, 0, local.tm_mon + 1, local.tm_mday};
}

Date day_of(const std::optional<Date>& asked) {
  const std::optional<Date> now = today();
  const std::optional<Date> day = asked ? asked : now;
  if (!day || !day->is_day()) throw Refusal{wrong_command_line, "--on: name a day", "such as --on 2024-04-18"};
  if (now && day->first_day() > now->first_day())
    throw Refusal{wrong_command_line, "--on: " + to_iso(*day) + " is still to come; today is " + to_iso(*now),
                  "publish on the day itself, or name the day on which it was published"};
  return *day;
}

// What would break a line, hide a text or turn its direction, on a page or on a terminal.
bool is_harmful(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

Publication::Publication(const PublishOptions& options) : options_(options), day_(day_of(options.on)) {
  const std::optional<PublicKey> key_of_site = signing_key_of(options.site);
  if (options.key.empty()) {
    if (key_of_site && !options.without_signature && !options.dry_run)
      throw Refusal{wrong_command_line, "data/site.json names a signing key, and this would not be signed",
                    "sign it with --sign KEY; what is not signed cannot be told from what was forged. All the same: --unsigned"};
    return;
  }
  signer_.emplace(options.key);
  if (key_of_site && !(*key_of_site == signer_->public_key()))
    throw Refusal{wrong_command_line, "--sign: this is key " + key_number(signer_->public_key()) + ", and data/site.json names key " + key_number(*key_of_site),
                  "sign with that one; for another key, change 'signing_key' in data/site.json first"};
}

std::string Publication::reason(const std::string& of, const std::string& hint) const {
  const std::string reason(trim(options_.reason));
  if (reason.empty()) throw Refusal{wrong_command_line, "--reason: " + of + " needs a reason", hint};
  if (first_invalid_utf8(reason) != std::string::npos)
    throw Refusal{wrong_command_line, "--reason: this is not UTF-8", "readers will see it: write it in a terminal that uses UTF-8"};
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
    throw Refusal{faults_in_site, "the day of publication lies before that of the link before it, " + to_iso(chain.back().on),
                  "name another day with --on"};
  return fields;
}

void Publication::seal(const Archive& archive, const SealFields& fields, const Json& document, EditionWrite& files) const {
  const bool is_edition = document.contains("parts");
  files.commit = {fields.period_id + (is_edition ? "/v" : "/w") + std::to_string(fields.number) + ".json", pretty_json(document)};
  EditionFiles all;
  all.documents = archive.files.documents;
  Diagnostics diagnostics;
  const auto add = [&](const OutputFile& file) {
    const std::string path = std::string(edition_folder) + file.address;
    all.documents[path] = load_json(std::make_shared<const SourceText>(path, file.bytes), diagnostics);
    if (all.documents[path] == nullptr) refuse_unreadable(diagnostics);
  };
  add(files.commit);
  for (const OutputFile& file : files.after) add(file);
  read_chain(all, diagnostics, false);
  if (diagnostics.has_errors()) refuse_unreadable(diagnostics);
  if (!signer_) return;
  const std::string comment = std::string("Stoplicht ") + (is_edition ? "edition " : "withdrawal ") + std::to_string(fields.number) +
                              " of " + fields.period_id + ", " + to_iso(fields.published_on);
  files.before.push_back({files.commit.address + ".minisig", signer_->sign(canonical_json(document.at("seal")), comment)});
}

void Publication::write(const Archive& archive, EditionWrite files) const {
  if (options_.dry_run) return;
  for (const ChainLink& link : archive.chain) files.standing.push_back(link.file.substr(edition_folder.size()));
  if (const EditionResult result = write_editions(options_.site, files); !result.ok) throw Refusal{environment, result.failure, ""};
}

void say(const std::string& line) { std::fputs((line + "\n").c_str(), stdout); }

void refuse_unreadable(const Diagnostics& diagnostics) {
  std::fputs(diagnostics.to_text().c_str(), stderr);
  throw Refusal{environment, "what was made could not be read back, and was not written",
                "this is a fault of the program: please report it"};
}

}  // namespace stoplicht
