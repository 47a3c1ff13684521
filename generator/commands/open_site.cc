#include "commands/open_site.h"

#include "base/parallel.h"
#include "commands/progress.h"

namespace stoplicht {
namespace {

// As the files say themselves, whether that is right or not.
std::set<std::string> digests_of(const EditionFiles& editions) {
  std::set<std::string> out;
  for (const auto& [path, document] : editions.documents)
    if (const Json& root = document->root();
        root.is_object() && root.contains("digest") && root.at("digest").is_string())
      out.insert(root.at("digest").get<std::string>());
  return out;
}

}  // namespace

void open_site(OpenSite& site, const std::filesystem::path& root, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except) {
  progress.stage("reading files");
  SiteFolder folder = load_site_folder(root, all_cores, diagnostics);
  open_site(site, std::move(folder), as_of, progress, diagnostics, except);
}

void open_site(OpenSite& site, SiteFolder folder, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except) {
  site.except = except;
  site.folder = std::move(folder);
  if (site.folder.data.empty() && diagnostics.has_errors()) return;  // No site folder: nothing more can be said of it.

  Diagnostics of_archive;
  EditionFiles editions = load_edition_files(site.folder.root, all_cores, of_archive);
  if (editions.complete) site.digests = digests_of(editions);
  site.archive = open_archive(std::move(editions), all_cores, of_archive);
  for (Diagnostic& diagnostic : of_archive.sorted()) diagnostics.add(std::move(diagnostic));
  if (of_archive.has_errors()) return;
  // What was published is what it was; nothing is built from an archive that cannot be trusted.

  progress.stage("checking data");
  compare_sources(site.folder, site.archive, diagnostics, except);
  site.folded = fold(site.folder, site.archive, except);
  site.present = build_present(site.folded, site.archive, as_of, diagnostics, except);
  // Every reference that could be resolved is; every rule of the data formats was checked.
  for (const auto& edition : site.archive.editions) edition->site.base_url = site.present.base_url;
  site.readable = true;
}

}  // namespace stoplicht
