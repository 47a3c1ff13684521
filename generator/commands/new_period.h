#pragma once
#include <filesystem>
#include <string>

#include "commands/build.h"

namespace stoplicht {

struct NewPeriodOptions {
  std::filesystem::path site = ".";
  std::string period;  // "2025-h1"
  std::string from;    // The period to go on from; empty: the newest that reports on projects, or else the newest.
  MessageLanguage language = MessageLanguage::english;
  bool dry_run = false;  // To tell what it would do, and write nothing.
};

// Begins a period: writes the files that it needs and that are not there yet, and says what they still ask for. Writes
// nothing when the site would have an error that it does not have now.
ExitCode new_period(const NewPeriodOptions& options);

}  // namespace stoplicht
