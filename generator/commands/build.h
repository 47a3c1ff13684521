#pragma once
#include <filesystem>
#include <optional>

#include "base/date.h"
#include "base/language.h"

namespace stoplicht {

// What a command ends with: the exit code of the program.
enum ExitCode { fine = 0, faults_in_site = 1, wrong_command_line = 2, environment = 3 };

struct BuildOptions {
  std::filesystem::path site = ".";
  std::filesystem::path output;  // Empty: <site>/public.
  bool strict = false;           // Warnings count as errors.
  bool json = false;             // One JSON object on standard output instead of text.
  std::filesystem::path key;     // A secret key of minisign, to sign SHA256SUMS with; empty: not signed.
  std::filesystem::path report;  // Where `check` writes the rehearsal; empty: nowhere.
  MessageLanguage language = MessageLanguage::english;  // Of what the terminal is told; JSON is always English.
  std::optional<Date> as_of;  // What "overdue" is judged against; default the newest period's date.
};

// Builds the website and writes it, unless the site folder has a fault. Faults go to standard
// error, the closing line to standard output.
ExitCode build(const BuildOptions& options);

// The same, but no website is written.
ExitCode check(const BuildOptions& options);

}  // namespace stoplicht
