#include "commands/build.h"

#include "commands/make_site.h"
#include "commands/progress.h"
#include "commands/report.h"
#include "commands/signing.h"
#include "load/edition_files.h"
#include "load/read_file.h"
#include "views/addresses.h"
#include "write/output.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <map>
#include <optional>
#include <string>

namespace stoplicht {
namespace {

// Always the same, so that the same site gives the same bytes.
constexpr const char* sums_comment = "SHA256SUMS of a website made by Stoplicht";

// The links that edities/keten.json of a website tells of: "2020-07/v1.json" by digest. Nothing when it is not such a
// file: then a build makes it anew.
std::map<std::string, std::string> links_in(std::string_view text) {
  std::map<std::string, std::string> out;
  const nlohmann::json root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("chain")) return out;
  const auto word = [](const nlohmann::json& link, const char* key) {
    const bool has = link.is_object() && link.contains(key) && link.at(key).is_string();
    return has ? link.at(key).get<std::string>() : std::string();
  };
  for (const nlohmann::json& link : root.at("chain")) {
    const std::string digest = word(link, "digest");
    const bool has_number = link.is_object() && link.contains("number") && link.at("number").is_number_integer();
    const std::string number = has_number ? link.at("number").dump() : "";
    if (is_digest(digest))
      out[digest] = word(link, "period") + (word(link, "kind") == "withdrawal" ? "/w" : "/v") + number + ".json";
  }
  return out;
}

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

// Reports editions that the website in `output` shows and that the new one would not: an archive loses nothing.
void check_nothing_is_lost(const std::filesystem::path& output, const std::string& shown,
                           const std::vector<OutputFile>& files, Diagnostics& diagnostics) {
  std::string before;
  std::string reason;
  constexpr std::size_t largest = std::size_t{64} << 20;
  if (read_file(output / chain_address, largest, before, reason) != ReadResult::read) return;
  std::string now;
  for (const OutputFile& file : files)
    if (file.address == chain_address) now = file.bytes;
  const std::map<std::string, std::string> kept = links_in(now);
  for (const auto& [digest, link] : links_in(before)) {
    if (kept.contains(digest)) continue;
    diagnostics.error("edition-missing", {shown + "/" + chain_address, 0, 0, 1, ""},
                      "names " + link + " with digest " + digest + ", which data/editions does not have",
                      "put data/editions back from a copy; if this site was never meant to be an archive, remove " +
                          shown + "/ first");
  }
}

ExitCode run(const BuildOptions& options, bool write, Report& report) {
  std::optional<Signer> signer;  // First: it may ask for a password.
  if (!options.key.empty()) signer.emplace(options.key);
  Diagnostics diagnostics;
  std::optional<Progress> progress(std::in_place);

  MadeSite made = make_site({options.site, options.as_of}, *progress, diagnostics);
  report.count(made);
  const std::filesystem::path output = options.output.empty() ? options.site / "public" : options.output;
  if (!diagnostics.has_errors())
    check_nothing_is_lost(output, options.output.empty() ? "public" : output.string(), made.files, diagnostics);

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
  report.finish(diagnostics, false);
  return fine;
}

// What the libraries throw when memory runs out or a file system fails under them is told like a failing disk.
ExitCode run_or_fail(const BuildOptions& options, bool write) {
  Report report(options.json, write ? "built" : "checked");
  try {
    return run(options, write, report);
  } catch (const std::exception& error) {
    report.fail(Diagnostics(), error.what());
    return environment;
  }
}

}  // namespace

ExitCode build(const BuildOptions& options) { return run_or_fail(options, true); }

ExitCode check(const BuildOptions& options) { return run_or_fail(options, false); }

}  // namespace stoplicht
