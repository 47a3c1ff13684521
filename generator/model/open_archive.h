#pragma once
#include "base/locale.h"
#include "load/edition_files.h"
#include "model/edition.h"

namespace stoplicht {

// Checks the chain and makes the world of every edition, on `threads` threads. After an error in the chain, or in
// what keeps an edition from being understood, the archive is empty: nothing is built from what cannot be trusted.
Archive open_archive(EditionFiles files, unsigned threads, Diagnostics& diagnostics);

// The folder of today's site: `folder` with the newest edition of every published period in the place of its sources,
// but for `except`; with what only editions still know (a project that was taken out of data/programmes.json); with a
// scale of its own for a period whose scale has changed since. What is announced keeps what `folder` says came of it.
SiteFolder fold(SiteFolder folder, const Archive& archive, std::string_view except = {});

// build_model of such a folder. What is sealed was checked when it was published: of that, only what no longer fits
// is reported.
Site build_present(const SiteFolder& folded, const Archive& archive, std::optional<Date> as_of,
                   Diagnostics& diagnostics, std::string_view except = {});

// Warns where the files of today say of a published period that another target began in it than its edition says:
// history is not rewritten by that, and whoever wrote it should know. `site` has the targets of the files still.
void check_published_targets(const SiteFolder& folder, const Site& site, const Archive& archive, const Locale& locale,
                             Diagnostics& diagnostics, std::string_view except = {});

// Reports every difference between the sources of published periods and their newest editions, but for `except`.
void compare_sources(const SiteFolder& folder, const Archive& archive, Diagnostics& diagnostics,
                     std::string_view except = {});

}  // namespace stoplicht
