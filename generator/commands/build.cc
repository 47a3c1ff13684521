#include "commands/build.h"

#include "commands/make_site.h"
#include "commands/progress.h"
#include "commands/report.h"
#include "write/output.h"

#include <optional>

namespace stoplicht {
namespace {

ExitCode run(const BuildOptions& options, bool write) {
  Report report(options.json, write ? "built" : "checked");
  Diagnostics diagnostics;
  std::optional<Progress> progress(std::in_place);

  MadeSite made = make_site({options.site, options.as_of}, *progress, diagnostics);
  report.count(made);

  const bool refused = diagnostics.has_errors() || (options.strict && diagnostics.warnings() > 0);
  if (refused || !write) {
    progress.reset();
    report.finish(diagnostics, refused);
    return refused ? faults_in_site : fine;
  }
  // The whole site is in memory, and nothing is wrong with it.

  progress->stage("writing files");
  const std::filesystem::path output = options.output.empty() ? options.site / "public" : options.output;
  const WriteResult result = write_site(output, std::move(made.files), 0);
  progress.reset();
  if (!result.ok) {
    report.fail(diagnostics, result.failure);
    return environment;
  }
  report.written(result, output);
  report.finish(diagnostics, false);
  return fine;
}

}  // namespace

ExitCode build(const BuildOptions& options) { return run(options, true); }

ExitCode check(const BuildOptions& options) { return run(options, false); }

}  // namespace stoplicht
