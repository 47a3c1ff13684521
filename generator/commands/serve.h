#pragma once
#include <filesystem>

#include "commands/build.h"

namespace stoplicht {

inline constexpr int usual_port = 7890;

struct ServeOptions {
  std::filesystem::path site = ".";
  int port = usual_port;                                // 0: one that is free.
  MessageLanguage language = MessageLanguage::english;  // Of the terminal; pages speak that of the site.
  bool all_networks = false;                            // Others on the network may look, too: a telephone on the desk.
};

// Shows the website as `build` would write it, in a browser, and again after each change in the site folder; writes
// nothing. Ends at Ctrl-C. Throws nothing.
ExitCode serve(const ServeOptions& options);

}  // namespace stoplicht
