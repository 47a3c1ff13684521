#pragma once
#include <filesystem>
#include <string>

#include "commands/build.h"

namespace stoplicht {

struct InitOptions {
  std::filesystem::path folder;
  std::string period;  // The first one: "2025-h1". Empty: the half-year that it is now.
  MessageLanguage language = MessageLanguage::english;
};

// Begins a site: writes a folder that builds, with placeholders for what only its owner knows. Touches nothing that
// exists: a folder with a file of the same name is refused. Throws nothing.
ExitCode init(const InitOptions& options);

}  // namespace stoplicht
