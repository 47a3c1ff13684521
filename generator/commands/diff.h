#pragma once
#include <filesystem>
#include <string>

#include "commands/build.h"

namespace stoplicht {

struct DiffOptions {
  std::filesystem::path site = ".";
  // What to compare: "2020-07" (its newest edition, or its files when it was not published), "2020-07@v1", or
  // "2020-07@sources" (its files as they are now: what `correct` would publish). The older comes first in what is told,
  // in whatever order they are named.
  std::string first, second;
  bool json = false;
  MessageLanguage language = MessageLanguage::english;
};

// Tells what is different on standard output. Fine also when nothing differs.
ExitCode diff(const DiffOptions& options);

}  // namespace stoplicht
