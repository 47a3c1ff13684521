#pragma once
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "load/site_folder.h"
#include "model/site.h"
#include "render/theme.h"

namespace stoplicht {

// The site's theme; when that has a fault the shipped one, so that the faults of the texts are
// found in the same run, and nothing follows from a template that is not there.
std::optional<Theme> usable_theme(const SiteFolder& site_folder, const Site& site, Diagnostics& diagnostics);

// The theme that came with the program, in its own house style. Nothing when it is not there whole.
std::optional<Theme> shipped_theme(const std::string& language);

}  // namespace stoplicht
