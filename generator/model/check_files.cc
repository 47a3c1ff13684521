#include "model/reading.h"

namespace stoplicht {

// The Markdown that nothing reads is reported by read_content; other files in content/ are
// attachments, which the texts that link to them account for.
void check_unused_data(Reading& reading) {
  for (const auto& [path, document] : reading.folder.data) {
    if (path == site_path || path == organisations_path || path == programmes_path || path == commitments_path)
      continue;
    const bool of_period =
        path.starts_with(periods_folder) && path.find('/', periods_folder.size()) == std::string::npos;
    if (of_period || document == nullptr) continue;
    const std::string as_period = std::string(periods_folder) + std::string(stem(path, ".json")) + ".json";
    const std::string_view meant =
        closest(path, {site_path, organisations_path, programmes_path, commitments_path, as_period});
    reading.diagnostics.warning("file-unused", document->source().whole(), "nothing reads this file",
                                meant.empty() ? "data stands in the files that FORMATS.md names"
                                              : "did you mean '" + std::string(meant) + "'?");
  }
}

}  // namespace stoplicht
