#include "commands/open_site.h"

#include <algorithm>
#include <utility>

#include "base/parallel.h"
#include "commands/progress.h"
#include "model/edition_parts.h"
#include "model/left_out_drafts.h"

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

// Of `of_files` (what was wrong when they were read) what the site tells of. The names of the drafts that it does not.
void leave_out_drafts(OpenSite& site, const std::set<std::string>& drafts, const Diagnostics& of_files,
                      Diagnostics& diagnostics) {
  for (const std::string& id : drafts) {
    const auto file = site.folder.data.find(period_file(id));
    const std::string name = file == site.folder.data.end() ? "" : word(file->second->root(), "name");
    site.left_out.push_back(name.empty() ? id : name);
  }
  for (Diagnostic& diagnostic : of_files.sorted())
    if (std::none_of(drafts.begin(), drafts.end(),
                     [&](const std::string& id) { return is_source_of(diagnostic.where.file, id); }))
      diagnostics.add(std::move(diagnostic));
  if (drafts.empty()) return;
  site.sources = site.folder;
  leave_out(drafts, site.sources, site.archive);
}

void open_read_site(OpenSite& site, SiteFolder folder, const Diagnostics& of_files, std::optional<Date> as_of,
                    Progress& progress, Diagnostics& diagnostics, std::string_view except, Drafts drafts) {
  const auto tell_of_files = [&] {
    for (Diagnostic& diagnostic : of_files.sorted()) diagnostics.add(std::move(diagnostic));
  };
  site.except = except;
  site.folder = std::move(folder);
  if (site.folder.data.empty() && (of_files.has_errors() || diagnostics.has_errors())) return tell_of_files();
  // Else there is a site folder, of which more can be said.

  Diagnostics of_archive;
  EditionFiles editions = load_edition_files(site.folder.root, all_cores, of_archive);
  if (editions.complete) site.digests = digests_of(editions);
  site.archive = open_archive(std::move(editions), all_cores, of_archive);
  for (Diagnostic& diagnostic : of_archive.sorted()) diagnostics.add(std::move(diagnostic));
  if (of_archive.has_errors()) return tell_of_files();
  // What was published is what it was; nothing is built from an archive that cannot be trusted.

  progress.stage("checking data");
  compare_sources(site.folder, site.archive, diagnostics, except);
  std::set<std::string> left_out;
  if (drafts == Drafts::left_out) left_out = draft_ids(site.folder, site.archive);
  leave_out_drafts(site, left_out, of_files, diagnostics);
  site.folded = fold(site.left_out.empty() ? site.folder : site.sources, site.archive, except);
  site.present = build_present(site.folded, site.archive, as_of, diagnostics, except);
  site.present.left_out = std::move(left_out);
  // Every reference that could be resolved is; every rule of the data formats was checked.
  for (const auto& edition : site.archive.editions) edition->site.base_url = site.present.base_url;
  site.readable = true;
}

}  // namespace

void open_site(OpenSite& site, const std::filesystem::path& root, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except, Drafts drafts) {
  progress.stage("reading files");
  Diagnostics of_files;
  SiteFolder folder = load_site_folder(root, all_cores, of_files);
  open_read_site(site, std::move(folder), of_files, as_of, progress, diagnostics, except, drafts);
}

void open_site(OpenSite& site, SiteFolder folder, std::optional<Date> as_of, Progress& progress,
               Diagnostics& diagnostics, std::string_view except) {
  open_read_site(site, std::move(folder), {}, as_of, progress, diagnostics, except, Drafts::told);
}

}  // namespace stoplicht
