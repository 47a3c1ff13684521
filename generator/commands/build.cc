#include "commands/build.h"

#include <exception>
#include <optional>
#include <string>

#include "commands/make_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "commands/report.h"
#include "commands/shown_editions.h"
#include "commands/signing.h"
#include "write/output.h"

namespace stoplicht {
namespace {

// Always the same, so that the same site gives the same bytes.
constexpr const char* sums_comment = "SHA256SUMS of a website made by Stoplicht";

// Why the website cannot go to `output`: it would overwrite its own sources, or be read as one. "" when it can.
std::string overlap(const std::filesystem::path& site, const std::filesystem::path& output) {
  std::error_code error;
  const auto real = [&](const std::filesystem::path& path) {
    std::filesystem::path whole = std::filesystem::weakly_canonical(path, error);
    return (whole.has_filename() ? whole : whole.parent_path()).string() + "/";
  };
  const std::string target = real(output);
  for (const char* part : {"data", "content", "themes"}) {
    const std::string source = real(site / part);
    if (target.starts_with(source) || source.starts_with(target))
      return "the website cannot be written to " + output.string() + ": the site folder's own " + part + "/ is there";
  }
  return {};
}

ExitCode run(const BuildOptions& options, bool write, Report& report) {
  std::optional<Signer> signer;  // First: it may ask for a password.
  if (!options.key.empty()) signer.emplace(options.key);
  const SiteKeys keys = keys_of(options.site);
  if (signer)
    if (const std::string refusal = refusal_of_key(*signer, keys); !refusal.empty())
      throw Refusal{wrong_command_line, refusal, "sign with that one"};
  Diagnostics diagnostics;
  std::optional<Progress> progress(std::in_place);

  MadeSite made = make_site({options.site, options.as_of}, *progress, diagnostics);
  report.count(made);
  const std::filesystem::path output = options.output.empty() ? options.site / "public" : options.output;
  if (made.digests)
    check_shown_editions(output, options.output.empty() ? "public" : output.string(), *made.digests, diagnostics);

  const bool refused = diagnostics.has_errors() || (options.strict && diagnostics.warnings() > 0);
  if (refused || !write) {
    progress.reset();
    report.finish(diagnostics, refused);
    return refused ? faults_in_site : fine;
  }
  // The whole site is in memory, and nothing is wrong with it.

  progress->stage("writing files");
  if (const std::string reason = overlap(options.site, output); !reason.empty()) {
    progress.reset();
    report.fail(diagnostics, reason);
    return environment;
  }
  SignSums sign;
  if (signer) sign = [&](std::string_view sums) { return signer->sign(sums, sums_comment); };
  const WriteResult result = write_site(output, std::move(made.files), 0, sign);
  progress.reset();
  if (!result.ok) {
    report.fail(diagnostics, result.failure);
    return environment;
  }
  report.written(result, output);
  if (result.signature_lost)
    report.note("the list of files was signed, and this one is not: before it goes online, build with --sign KEY");
  report.finish(diagnostics, false);
  return fine;
}

// What the libraries throw when memory runs out or a file system fails under them is told like a failing disk.
ExitCode run_or_fail(const BuildOptions& options, bool write) {
  Report report(options.json, write ? "built" : "checked");
  try {
    return run(options, write, report);
  } catch (const Refusal& refusal) {
    return tell(refusal);
  } catch (const std::exception& error) {
    report.fail(Diagnostics(), error.what());
    return environment;
  }
}

}  // namespace

ExitCode build(const BuildOptions& options) { return run_or_fail(options, true); }

ExitCode check(const BuildOptions& options) { return run_or_fail(options, false); }

}  // namespace stoplicht
