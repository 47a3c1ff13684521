#include "commands/rehearsing.h"

#include "base/locale.h"
#include "base/text.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/site_theme.h"
#include "model/rehearsal.h"
#include "views/strings.h"

namespace stoplicht {
namespace {

constexpr const char* own_theme = "gemeente";
constexpr const char* program_name = "Stoplicht " STOPLICHT_VERSION;

// A theme of somebody else's need not know the rehearsal: it is no page of the site.
bool can_show(const OpenSite& site, const MadeSite& made) {
  return made.theme != nullptr && site.present.theme == own_theme && made.theme->templates.has("layout-rehearsal");
}

// Characters that mean nothing else in a link to a path.
std::string linked(const std::string& path) { return percent_encode(path, "/"); }

}  // namespace

std::optional<RehearsalOutput> rehearsal_of(const OpenSite& site, const MadeSite& made, const Diagnostics& diagnostics,
                                            const RehearsalLinks& links) {
  std::optional<Theme> shipped;
  if (!can_show(site, made)) {
    shipped = shipped_theme(site.present.language);
    if (!shipped) return std::nullopt;
  }
  const Theme& theme = shipped ? *shipped : *made.theme;
  Rehearsal rehearsal;
  if (site.readable) {
    rehearsal = rehearse(site.present, site.archive, site.folder, diagnostics.sorted());
  } else {
    rehearsal = rehearse(Site(), Archive(), SiteFolder(), diagnostics.sorted());
  }
  Diagnostics of_the_page;  // The theme is our own: its tests look after it.
  const Locale locale(site.present.language);
  const Strings strings(*theme.strings, of_the_page);
  const Scene scene{site.present, locale, strings, of_the_page};
  return render_rehearsal(scene, theme, rehearsal, links, program_name);
}

RehearsalLinks links_in_preview() {
  return {[](const std::string& address) { return "../" + linked(address); }, {}, {}};
}

RehearsalLinks links_in_report(const std::filesystem::path& site, const std::filesystem::path& report) {
  const std::filesystem::path from = std::filesystem::weakly_canonical(std::filesystem::absolute(report)).parent_path();
  const std::filesystem::path to = std::filesystem::weakly_canonical(std::filesystem::absolute(site));
  std::string folder = to.lexically_relative(from).generic_string();
  folder = folder == "." ? "" : folder + "/";
  return {{}, [folder](const std::string& file) { return linked(folder + file); }, {}};
}

}  // namespace stoplicht
