#include "commands/site_theme.h"

#include <utility>

#include "commands/shipped.h"

namespace stoplicht {

std::optional<Theme> usable_theme(const SiteFolder& site_folder, const Site& site, Diagnostics& diagnostics) {
  SiteFolder folder;
  folder.root = site_folder.root;
  if (const auto data = site_folder.data.find("data/site.json"); data != site_folder.data.end())
    folder.data.insert(*data);
  const std::filesystem::path shipped = shipped_themes();
  if (load_theme(folder, site.theme, shipped, diagnostics)) {
    ThemeChoice choice{site.theme, site.language, site.house_style, {}};
    if (const auto data = folder.data.find("data/site.json"); data != folder.data.end())
      choice.house_style_at = data->second->at("/house_style");
    Theme theme = build_theme(folder, choice, diagnostics);
    if (theme.complete) return theme;
  }
  return shipped_theme(site.language);
}

std::optional<Theme> shipped_theme(const std::string& language) {
  const std::filesystem::path shipped = shipped_themes();
  SiteFolder program;
  program.root = shipped.parent_path();
  Diagnostics of_the_program;
  if (shipped.empty() || !load_theme(program, "gemeente", {}, of_the_program)) return std::nullopt;
  Theme theme = build_theme(program, {"gemeente", language, "", {}}, of_the_program);
  if (!theme.complete) return std::nullopt;
  return theme;
}

}  // namespace stoplicht
