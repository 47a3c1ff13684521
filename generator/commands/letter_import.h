#pragma once
#include <filesystem>
#include <string>

#include "commands/build.h"

namespace stoplicht {

struct LetterImportOptions {
  std::filesystem::path site = ".";
  std::filesystem::path file;  // A Word document.
  std::string period, council;
  std::string name;  // Of the letter's file; empty: that of the period's letter to the council, or the council's id.
  MessageLanguage language = MessageLanguage::english;
  bool figures = false;  // To write {{ … }} where a number is one figure and no other.
  bool replace = false;  // To take the place of a draft in which nobody has written, without asking.
  bool dry_run = false;  // To tell what it would do, and write nothing.
};

// Turns a letter from Word into a letter of the site, and tells what somebody should look at. Writes nothing over what
// a person wrote, and nothing when the site would have an error that it does not have now.
ExitCode import_letter(const LetterImportOptions& options);

}  // namespace stoplicht
