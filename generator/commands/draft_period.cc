#include "commands/draft_period.h"

#include "commands/make_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "model/mistyped_time.h"
#include "model/next_period.h"

namespace stoplicht {
namespace {

// Never a command that would be refused itself.
std::string hint_on_unknown(const Site& site, const std::string& id) {
  std::vector<std::string_view> ids;
  for (const auto& each : site.periods) ids.push_back(each->id);
  const std::string meant = time_meant_by(id);
  if (meant.empty() && !time_of(id)) return one_of_hint(id, ids);
  const std::string begun = meant.empty() ? id : meant;
  const std::string near(meant.empty() ? closest(id, ids) : meant);
  if (site.find_period(begun) != nullptr) return "did you mean '" + begun + "'?";
  return near.empty() ? "begin it with: stoplicht new " + begun
                      : "did you mean '" + near + "'? A new one begins with: stoplicht new " + begun;
}

}  // namespace

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
    throw Refusal{wrong_command_line, "there is no period '" + id + "'", hint_on_unknown(site.present, id)};
  }
  if (site.archive.newest(id) != nullptr) refuse_published(id);
  return *period;
}

}  // namespace stoplicht
