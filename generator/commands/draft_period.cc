#include "commands/draft_period.h"

#include "commands/make_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"

namespace stoplicht {

std::vector<Diagnostic> open_for_draft(OpenSite& site, const std::filesystem::path& root, MessageLanguage language) {
  Diagnostics found;
  Progress progress(language);
  open_site(site, root, std::nullopt, progress, found);
  if (site.readable) tell_site(site, progress, found);
  Diagnostics of_data;
  for (Diagnostic& each : found.sorted())
    if (each.severity == Severity::error && (!site.readable || each.where.file.starts_with("data/")))
      of_data.add(std::move(each));
  if (of_data.has_errors()) refuse(of_data, "the site folder has faults: mend them first", language);
  return found.sorted();
}

const Period& draft_period(const OpenSite& site, const std::string& id) {
  const Period* period = site.present.find_period(id);
  if (period == nullptr) {
    std::vector<std::string_view> ids;
    for (const auto& each : site.present.periods) ids.push_back(each->id);
    const std::string near(closest(id, ids));
    throw Refusal{wrong_command_line, "there is no period '" + id + "'",
                  near.empty() ? "begin it with: stoplicht new " + id
                               : "did you mean '" + near + "'? A new one begins with: stoplicht new " + id};
  }
  if (site.archive.newest(id) != nullptr) refuse_published(id);
  return *period;
}

}  // namespace stoplicht
