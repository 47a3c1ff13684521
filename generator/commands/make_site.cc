#include "commands/make_site.h"

#include <ctime>
#include <deque>
#include <memory>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/shipped.h"
#include "commands/site_theme.h"
#include "exports/search_documents.h"
#include "render/edition_output.h"
#include "render/site_renderer.h"
#include "render/texts.h"
#include "search/index.h"
#include "views/addresses.h"
#include "views/changes_view.h"
#include "views/checking_program.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

// The worlds of the editions, each with what it takes to tell it. Its own faults were found when it was published.
class Worlds {
 public:
  Worlds(const OpenSite& open, const Scene& present, const Templates& templates, const Json& site_json) {
    const FileAddresses addresses = addresses_of_files(open.present);
    std::vector<const SiteFolder*> folders;
    for (const auto& edition : open.archive.editions) {
      if (edition->period_id == open.except || edition->is_gone()) continue;
      scenes_.push_back({edition->site, present.locale, present.strings, diagnostics_.emplace_back(), &open.present,
                         &open.archive, present.corrections});
      folders.push_back(&edition->folder);
    }
    texts_.resize(scenes_.size());
    parallel_for(texts_.size(), all_cores, [&](std::size_t i) {
      texts_[i] = std::make_unique<const Texts>(scenes_[i], *folders[i], templates, site_json, addresses,
                                                std::vector<const Texts*>(), 1);
    });
    for (std::size_t i = 0; i < texts_.size(); ++i) told_.push_back({scenes_[i], *folders[i], *texts_[i]});
  }

  const std::vector<Scene>& scenes() const { return scenes_; }
  const std::vector<Told>& told() const { return told_; }

  std::vector<const Texts*> texts() const {
    std::vector<const Texts*> out;
    for (const auto& each : texts_) out.push_back(each.get());
    return out;
  }

  // What the theme lacks.
  void report(Diagnostics& diagnostics) const {
    for (const Diagnostics& of_edition : diagnostics_)
      for (Diagnostic& diagnostic : of_edition.sorted())
        if (diagnostic.where.file.starts_with("themes/")) diagnostics.add(std::move(diagnostic));
  }

 private:
  std::deque<Diagnostics> diagnostics_;
  std::vector<Scene> scenes_;
  std::vector<std::unique_ptr<const Texts>> texts_;
  std::vector<Told> told_;
};

// The index of what can be found; the search page is told where it begins.
void add_search_index(const Scene& scene, const std::vector<FoundPage>& found, MadeSite& made) {
  const std::clock_t begin = std::clock();
  SearchIndex index = make_search_index(found, search_kinds(scene), scene.locale, all_cores);
  for (OutputFile& file : made.files) {
    if (file.address != search_page_address) continue;
    const std::string_view mark = search_index_mark;
    for (std::size_t at = file.bytes.find(mark); at != std::string::npos; at = file.bytes.find(mark, at))
      file.bytes.replace(at, mark.size(), index.root);
  }
  for (OutputFile& file : index.files) {
    (file.address.ends_with(".js") ? made.search.folder_bytes : made.search.bytes) += file.bytes.size();
    made.files.push_back(std::move(file));
  }
  made.search.excerpt_bytes = index.excerpt_bytes;
  made.search.pages = found.size();
  made.search.cpu_ms = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

MadeSite tell_site(const OpenSite& open, Progress& progress, Diagnostics& diagnostics) {
  if (!open.readable) return {};
  const Site& site = open.present;
  MadeSite made;
  made.language = site.language;
  made.base_url = site.base_url;
  made.drafts = drafts_of(site, open.archive);

  std::optional<Theme> found = usable_theme(open.folder, site, diagnostics);
  if (!found) return made;
  made.theme = std::make_shared<const Theme>(std::move(*found));
  const Theme& theme = *made.theme;
  const Strings strings(*theme.strings, diagnostics);
  const Locale locale(site.language);
  const Corrections corrections(open.archive, site, all_cores);
  const Scene scene{site, locale, strings, diagnostics, &site, &open.archive, &corrections};
  const Json site_json = site_context(scene,
                                      {theme.stylesheet.address, theme.page_script.address, theme.search_script.address,
                                       theme.search_stylesheet.address},
                                      theme.token_class, "Stoplicht " STOPLICHT_VERSION);

  progress.stage("reading texts");
  const Worlds worlds(open, scene, theme.templates, site_json);
  const Texts texts(scene, open.folded, theme.templates, site_json, {}, worlds.texts(), all_cores);
  const std::vector<Page> pages = list_pages(scene, worlds.scenes());
  // Every text was read and every page has its address; links between them are still to be checked.

  made.pages = pages.size();
  progress.stage("rendering pages", pages.size());
  RenderedSite rendered =
      render_site({scene, open.folded, texts}, worlds.told(), theme, pages, site_json, all_cores, progress.done());
  made.files = std::move(rendered.files);
  worlds.report(diagnostics);
  // Every page is in memory and every link of a text leads somewhere.
  progress.stage("making the search index");
  add_search_index(scene, rendered.found, made);
  for (OutputFile& file : search_documents(rendered.found, site)) made.files.push_back(std::move(file));
  if (!open.archive.empty()) {
    std::string schema = shipped_schema("edition.schema.json");
    for (OutputFile& file : edition_output(open.archive, std::move(schema), shipped_schema("edition.README.txt")))
      made.files.push_back(std::move(file));
    made.files.push_back({checking_program_address, checking_program(scene)});
  }
  return made;
}

}  // namespace stoplicht
