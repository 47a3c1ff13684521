#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "commands/build.h"
#include "commands/report.h"

// The commands that write data/editions. Each checks first, writes as one act, and says what to do next.
namespace stoplicht {

struct PublishOptions {
  std::filesystem::path site = ".";
  std::string period;  // Of a withdrawal also "2020-07@v1".
  std::string reason;  // Of a correction or a withdrawal.
  std::vector<std::string>
      parts;                  // Of a withdrawal: "letters/hilversum", "projects/ggz", "T20-27", or their full names.
  bool whole = false;         // Of a withdrawal: all of one edition, and no parts.
  std::optional<Date> on;     // The day of publication; empty: today.
  std::filesystem::path key;  // A secret key of minisign; empty: not signed.
  bool without_signature = false;  // Not to sign although data/site.json names a key.
  MessageLanguage language = MessageLanguage::english;
  bool dry_run = false;        // To tell what it would do, and write nothing.
  bool allow_removal = false;  // A correction may take projects, values or texts away.
  bool shared = false;         // A correction takes what the shared files say now, too.
};

ExitCode publish(const PublishOptions& options);
ExitCode correct(const PublishOptions& options);
// Rests on the archive alone: a fault in a draft does not stop it.
ExitCode withdraw(const PublishOptions& options);

}  // namespace stoplicht
