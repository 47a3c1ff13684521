#pragma once
#include <filesystem>
#include <string>

#include "commands/build.h"

namespace stoplicht {

struct SheetExportOptions {
  std::filesystem::path site = ".";
  std::string period;
  std::filesystem::path output;  // Empty: <period>.xlsx where the user is.
  MessageLanguage language = MessageLanguage::english;
};

// Writes the form of a draft as a workbook; never over a file that is there.
ExitCode export_sheet(const SheetExportOptions& options);

struct SheetImportOptions {
  std::filesystem::path site = ".";
  std::filesystem::path file;  // .xlsx, .xlsm or .csv.
  std::string period;          // Empty: the one that the form names.
  std::string sheet;           // Which sheet of the form a CSV file is; empty: told by its headings.
  MessageLanguage language = MessageLanguage::english;
  bool dry_run = false;    // To tell what it would do, and write nothing.
  bool confirmed = false;  // To ask nothing: also write what removes something, and unlikely figures.
};

// Shows what a form that was filled in changes, and writes it into the site's files: all of it or nothing,
// but for what a kill or a failing disk leaves (write/changed_files.h).
ExitCode import_sheet(const SheetImportOptions& options);

}  // namespace stoplicht
