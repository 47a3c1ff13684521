#include "commands/added_faults.h"

#include <map>

#include "commands/make_site.h"
#include "commands/progress.h"

namespace stoplicht {

void report_added_faults(const OpenSite& site, const std::vector<Diagnostic>& known,
                         const std::vector<OutputFile>& files, MessageLanguage language, Diagnostics& added) {
  // A known one may stand on another line then.
  std::map<std::pair<std::string, std::string>, int> left;
  for (const Diagnostic& each : known) ++left[{each.where.file, each.message}];
  Diagnostics found;
  SiteFolder folder = site.folder;
  for (const OutputFile& file : files) {
    const auto source = std::make_shared<const SourceText>(file.address, file.bytes);
    if (file.address.ends_with(".json"))
      folder.data[file.address] = load_json(source, found);
    else if (file.address.ends_with(".md"))
      folder.content[file.address] = load_markdown(source, found);
    else
      folder.attachments[file.address] = file.bytes;
  }
  OpenSite then;
  Progress progress(language);
  open_site(then, std::move(folder), std::nullopt, progress, found, site.except);
  if (then.readable) tell_site(then, progress, found);
  for (Diagnostic& each : found.sorted())
    if (each.severity == Severity::error && --left[{each.where.file, each.message}] < 0) added.add(std::move(each));
}

}  // namespace stoplicht
