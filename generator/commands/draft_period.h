#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "commands/open_site.h"

namespace stoplicht {

// Reads the site folder for a command that works on a draft; what is wrong with it now. Throws Refusal, with the faults
// on standard error in the language, when its data has an error.
std::vector<Diagnostic> open_for_draft(OpenSite& site, const std::filesystem::path& root, MessageLanguage language);

// The period of that id. Throws Refusal when there is none, and when it was published: `correct` is for those.
const Period& draft_period(const OpenSite& site, const std::string& id);

}  // namespace stoplicht
