#include "commands/build.h"

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "commands/make_site.h"
#include "commands/open_site.h"
#include "commands/progress.h"
#include "commands/refusal.h"
#include "commands/rehearsing.h"
#include "commands/report.h"
#include "commands/shown_editions.h"
#include "commands/signing.h"
#include "write/output.h"
#include "write/report_file.h"

namespace stoplicht {
namespace {

// Always the same, so that the same site gives the same bytes.
constexpr const char* sums_comment = "SHA256SUMS of a website made by Stoplicht";

// Why the website, or `what`, cannot go to `output`: it would overwrite one of these folders of the site, or be taken
// for a part of it. "" when it can.
std::string overlap(const std::filesystem::path& site, const std::filesystem::path& output,
                    const std::vector<std::string>& parts = {"data", "content", "themes"},
                    const std::string& what = "the website") {
  std::error_code error;
  const auto real = [&](const std::filesystem::path& path) {
    std::filesystem::path whole = std::filesystem::weakly_canonical(path, error);
    return (whole.has_filename() ? whole : whole.parent_path()).string() + "/";
  };
  const std::string target = real(output);
  for (const std::string& part : parts) {
    const std::string source = real(site / part);
    if (target.starts_with(source) || source.starts_with(target))
      return what + " cannot be written to " + output.string() + ": the site folder's own " + part + "/ is there";
  }
  return {};
}

// By another name, such as .pdf, it would be opened by a program that cannot read it.
void refuse_other_kind(const std::filesystem::path& file) {
  const std::string extension = in_lower_case(file.extension().string());
  if (extension != ".html" && extension != ".htm")
    throw Refusal{wrong_command_line,
                  "--report: the report is a web page, and '" + file.string() + "' has another name",
                  "end its name in .html; a browser prints it, also to a PDF"};
}

// Writes the rehearsal, also of a site that has faults: it tells of them.
void write_rehearsal(const BuildOptions& options, const OpenSite& site, const MadeSite& made,
                     const Diagnostics& diagnostics) {
  const std::string reason =
      overlap(options.site, options.report, {"data", "content", "themes", "public"}, "the report");
  if (!reason.empty()) throw Refusal{wrong_command_line, "--report: " + reason, "name a place beside the site folder"};
  const std::optional<RehearsalOutput> rehearsal =
      rehearsal_of(site, made, diagnostics, links_in_report(options.site, options.report));
  if (!rehearsal) throw Refusal{environment, "the theme that came with the program is not there", "install it again"};
  const std::string failure = write_report(options.report, rehearsal_report(*rehearsal), is_rehearsal_report);
  if (!failure.empty()) throw Refusal{environment, "--report: " + failure, "name another file"};
}

ExitCode run(const BuildOptions& options, bool write, Report& report) {
  if (!options.report.empty()) refuse_other_kind(options.report);
  std::optional<Signer> signer;  // Before the work: it may ask for a password.
  if (!options.key.empty()) signer.emplace(options.key, options.language);
  const SiteKeys keys = keys_of(options.site);
  if (signer)
    if (const std::string refusal = refusal_of_key(*signer, keys); !refusal.empty())
      throw Refusal{wrong_command_line, refusal, "sign with that one"};
  Diagnostics diagnostics;
  std::optional<Progress> progress(std::in_place, options.language);

  OpenSite site;
  open_site(site, options.site, options.as_of, *progress, diagnostics, {}, write ? Drafts::left_out : Drafts::told);
  MadeSite made = tell_site(site, *progress, diagnostics);
  report.count(made);
  const std::filesystem::path output = options.output.empty() ? options.site / "public" : options.output;
  if (site.digests)
    check_shown_editions(output, options.output.empty() ? "public" : output.string(), *site.digests, diagnostics);
  if (!options.report.empty()) {
    write_rehearsal(options, site, made, diagnostics);
    report.note("what stands between the draft and its publication is told in " + options.report.string());
  }

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
  for (const std::string& draft : site.left_out)
    report.note("'" + draft + "' was not published yet, and is left out: serve shows it");
  if (result.signature_lost)
    report.note("the list of files was signed, and this one is not: before it goes online, build with --sign KEY");
  report.finish(diagnostics, false);
  return fine;
}

// What the libraries throw when memory runs out or a file system fails under them is told like a failing disk.
ExitCode run_or_fail(const BuildOptions& options, bool write) {
  Report report(options.json, write ? "built" : "checked", options.language);
  try {
    return run(options, write, report);
  } catch (const Refusal& refusal) {
    return tell(refusal, options.language);
  } catch (const std::exception& error) {
    report.fail(Diagnostics(), error.what());
    return environment;
  }
}

}  // namespace

ExitCode build(const BuildOptions& options) { return run_or_fail(options, true); }

ExitCode check(const BuildOptions& options) { return run_or_fail(options, false); }

}  // namespace stoplicht
