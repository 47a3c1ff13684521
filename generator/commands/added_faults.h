#pragma once
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "base/output_file.h"
#include "commands/open_site.h"

namespace stoplicht {

// Reports the errors that a site would have with these files, and does not have now; checked in memory, as `check`
// does. `known`: what is wrong with it now. `language`: of what goes on, on the terminal.
void report_added_faults(const OpenSite& site, const std::vector<Diagnostic>& known,
                         const std::vector<OutputFile>& files, MessageLanguage language, Diagnostics& added);

}  // namespace stoplicht
