#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "commands/build.h"

namespace stoplicht {

struct VerifyOptions {
  std::filesystem::path folder = ".";  // A site folder or a built site.
  std::filesystem::path output;        // Where the website of a site folder is; empty: <folder>/public.
  std::vector<std::string> keys;       // Public keys, or files with one; empty: the key that data/site.json names.
  bool json = false;
  MessageLanguage language = MessageLanguage::english;
};

// Checks that nothing was changed since it was published and built: the chain, every edition and its signature, every
// file of the website. Tells each deviation.
ExitCode verify(const VerifyOptions& options);

}  // namespace stoplicht
