#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/output_file.h"
#include "views/drafts.h"

namespace stoplicht {

class Progress;
struct OpenSite;
struct Theme;

// What searching costs a build.
struct SearchCost {
  std::size_t pages = 0;          // That can be found.
  std::size_t bytes = 0;          // Of the index's files,
  std::size_t excerpt_bytes = 0;  // and of those the ones with the texts of pages.
  std::size_t folder_bytes = 0;   // Of the script that brings them all to a site opened from a folder.
  double cpu_ms = 0;              // Processor time of all threads.
};

struct MadeSite {
  std::vector<OutputFile> files;
  std::size_t pages = 0;
  SearchCost search;
  std::string language, base_url;  // Of the site; empty when it could not be read.
  std::vector<Draft> drafts;
  std::shared_ptr<const Theme> theme;  // That it was made with; null: there is none that can be used.
};

// From a site folder that was read to the files of the website, in memory: what `build` writes and `check`
// throws away. Reports every fault that can be found, in one run: after a fault in one place it looks on in all others
// that do not depend on it.
MadeSite tell_site(const OpenSite& open, Progress& progress, Diagnostics& diagnostics);

}  // namespace stoplicht
