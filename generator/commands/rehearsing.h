#pragma once
#include <filesystem>
#include <optional>

#include "base/diagnostics.h"
#include "render/rehearsal_output.h"

namespace stoplicht {

struct MadeSite;
struct OpenSite;

// The rehearsal of a site that was opened and made, with all that was told of it; of one that is not readable, what was
// told alone. Nothing when the theme that came with the program is needed, and is not there. Cells are those of the
// forms that `sheet export` writes of its drafts, whatever `links` says of them.
std::optional<RehearsalOutput> rehearsal_of(const OpenSite& site, const MadeSite& made, const Diagnostics& diagnostics,
                                            RehearsalLinks links);

// The links of a rehearsal that the preview shows in a folder of its own, beside the pages of the site.
RehearsalLinks links_in_preview();

// Those of a report that is to stand at `report`, to the files of the folder `site`.
RehearsalLinks links_in_report(const std::filesystem::path& site, const std::filesystem::path& report);

}  // namespace stoplicht
