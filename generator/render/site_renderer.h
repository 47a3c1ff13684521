#pragma once
#include <atomic>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/output_file.h"
#include "render/found_page.h"
#include "render/texts.h"
#include "render/theme.h"
#include "views/page.h"

namespace stoplicht {

// A scene with the folder that it was read from and its texts.
struct Told {
  const Scene& scene;
  const SiteFolder& folder;
  const Texts& texts;
};

struct RenderedSite {
  std::vector<OutputFile> files;
  std::vector<FoundPage> found;  // Those that can be found by searching, in the order of the pages.
};

// Renders every page, on `threads` threads; gives all files of the site but the manifest: pages,
// what goes with them, a page at each address that a published text leads to and that is gone, the theme's files, and
// the files beside the texts that a text or a letter names (a warning for others). `done` counts pages, for a progress
// line. Reports what templates miss, two files at one address, files that a browser would run, and links that lead to
// no page or heading. `editions`: the worlds of published periods, in which their pages are told.
RenderedSite render_site(const Told& present, const std::vector<Told>& editions, const Theme& theme,
                         const std::vector<Page>& pages, const Json& site_context, unsigned threads,
                         std::atomic<std::size_t>& done);

}  // namespace stoplicht
