#include "commands/make_site.h"

#include "commands/progress.h"
#include "commands/shipped.h"
#include "load/site_folder.h"
#include "model/build_model.h"
#include "render/site_renderer.h"
#include "render/texts.h"
#include "render/theme.h"
#include "views/pages.h"

#include <optional>

namespace stoplicht {
namespace {

// The site's theme; when that has a fault the shipped one, so that the faults of the texts are
// found in the same run, and nothing follows from a template that is not there.
std::optional<Theme> usable_theme(SiteFolder& folder, const Site& site, Diagnostics& diagnostics) {
  const std::filesystem::path shipped = shipped_themes();
  if (load_theme(folder, site.theme, shipped, diagnostics)) {
    ThemeChoice choice{site.theme, site.language, site.house_style, {}};
    if (const auto data = folder.data.find("data/site.json"); data != folder.data.end())
      choice.house_style_at = data->second->at("/house_style");
    Theme theme = build_theme(folder, choice, diagnostics);
    if (theme.complete) return theme;
  }
  SiteFolder program;
  program.root = shipped.parent_path();
  Diagnostics of_the_program;
  if (shipped.empty() || !load_theme(program, "gemeente", {}, of_the_program)) return std::nullopt;
  Theme theme = build_theme(program, {"gemeente", site.language, "", {}}, of_the_program);
  if (!theme.complete) return std::nullopt;
  return theme;
}

}  // namespace

MadeSite make_site(const MakeOptions& options, Progress& progress, Diagnostics& diagnostics) {
  constexpr unsigned all_cores = 0;

  progress.stage("reading files");
  SiteFolder folder = load_site_folder(options.site, all_cores, diagnostics);
  if (folder.data.empty() && diagnostics.has_errors()) return {};  // No site folder: nothing more can be said of it.

  progress.stage("checking data");
  const Site site = build_model(folder, options.as_of, diagnostics);
  // Every reference that could be resolved is; every rule of the data formats was checked.

  const std::optional<Theme> found = usable_theme(folder, site, diagnostics);
  if (!found) return {};
  const Theme& theme = *found;
  const Strings strings(*theme.strings, diagnostics);
  const Locale locale(site.language);
  const Scene scene{site, locale, strings, diagnostics};
  const Json site_json = site_context(scene, theme.stylesheet.address, theme.token_class, "Stoplicht " STOPLICHT_VERSION);

  progress.stage("reading texts");
  const Texts texts(scene, folder, theme.templates, site_json, all_cores);
  const std::vector<Page> pages = list_pages(scene);
  // Every text was read and every page has its address; links between them are still to be checked.

  MadeSite made;
  made.pages = pages.size();
  progress.stage("rendering pages", pages.size());
  made.files = render_site(scene, folder, theme, texts, pages, site_json, all_cores, progress.done());
  // Every page is in memory and every link of a text leads somewhere.
  return made;
}

}  // namespace stoplicht
