#pragma once
#include <filesystem>
#include <set>
#include <string>

#include "base/diagnostics.h"

namespace stoplicht {

// Reports the editions and withdrawals that the website in `folder` shows and whose digests are not `known`: an archive
// loses nothing. Also reports a list of them that nobody can read. `shown`: what the folder is called in messages.
// Nothing when there is no website.
void check_shown_editions(const std::filesystem::path& folder, const std::string& shown,
                          const std::set<std::string>& known, Diagnostics& diagnostics);

}  // namespace stoplicht
