#include "commands/rehearsing.h"

#include <map>

#include "base/locale.h"
#include "base/text.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/site_theme.h"
#include "model/rehearsal.h"
#include "model/sheet_places.h"
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

// The forms of drafts, each made once somebody asks for a cell of it.
class Forms {
 public:
  explicit Forms(const OpenSite& site) : site_(site) {}

  std::string cell_of_finding(const Finding& finding) {
    if (!finding.sheet || finding.period == nullptr) return {};
    const auto [found, is_new] = made_.try_emplace(finding.period);
    if (is_new) make_sheet_form(found->second, site_.present, site_.folder, *finding.period);
    return cell_of(found->second, *finding.sheet);
  }

 private:
  const OpenSite& site_;
  std::map<const Period*, SheetForm> made_;
};

}  // namespace

std::optional<RehearsalOutput> rehearsal_of(const OpenSite& site, const MadeSite& made, const Diagnostics& diagnostics,
                                            RehearsalLinks links) {
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
  Forms forms(site);
  links.cell = [&](const Finding& finding) { return forms.cell_of_finding(finding); };
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
