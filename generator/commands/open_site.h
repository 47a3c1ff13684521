#pragma once
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/open_archive.h"

namespace stoplicht {

class Progress;

// Whether a site tells of periods that are no edition yet. It does in any case as long as it has no edition at all.
enum class Drafts { told, left_out };

// A site folder, understood: what was published and what is in the files now. Does not move: parts of it point to
// others.
struct OpenSite {
  SiteFolder folder;  // As it was read.
  Archive archive;
  SiteFolder sources;                 // The same without the drafts that are left out; empty when none is.
  std::vector<std::string> left_out;  // Their names, or ids.
  SiteFolder folded;                  // What the site tells of: see fold().
  Site present;                       // The model of `folded`.
  std::string except;                 // The period that was taken from its sources, published or not.
  std::optional<std::set<std::string>>
      digests;            // Of all editions and withdrawals, as they say; nothing when one cannot be read.
  bool readable = false;  // False: there is no site folder, or its archive cannot be trusted. All of it was reported.

  OpenSite() = default;
  OpenSite(const OpenSite&) = delete;
  OpenSite& operator=(const OpenSite&) = delete;
};

// Reads and checks a site folder up to its model. `except`: a period to take from its sources, published or not. What
// is wrong with drafts that are left out is not told.
void open_site(OpenSite& site, const std::filesystem::path& root, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except = {}, Drafts drafts = Drafts::told);

// The same of files that were read already, or that are to be written.
void open_site(OpenSite& site, SiteFolder folder, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except = {});

}  // namespace stoplicht
