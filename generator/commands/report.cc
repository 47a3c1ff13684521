#include "commands/report.h"

#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

#include "base/message_catalogue.h"

namespace stoplicht {
namespace {

// Processor time of all threads of this run.
double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string size_text(std::size_t bytes) {
  char text[32];
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  if (bytes < 1000000)
    std::snprintf(text, sizeof text, "%.0f kB", static_cast<double>(bytes) / 1e3);
  else
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

std::string time_text(double ms) {
  char text[32];
  if (ms < 1000)
    std::snprintf(text, sizeof text, "%.0f ms", ms);
  else
    std::snprintf(text, sizeof text, "%.1f s", ms / 1000);
  return text;
}

void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

}  // namespace

void say(const std::string& line, MessageLanguage language) {
  print(stdout, in_language(language, "terminal", line) + "\n");
  std::fflush(stdout);
}

Report::Report(bool json, std::string verb, MessageLanguage language)
    : json_(json), verb_(std::move(verb)), language_(language) {}

void Report::count(const MadeSite& made) {
  pages_ = made.pages;
  search_ = made.search;
  files_ = made.files.size();
  for (const OutputFile& file : made.files) bytes_ += file.bytes.size();
}

void Report::written(const WriteResult& result, const std::filesystem::path& output) {
  written_ = result.written;
  kept_ = result.kept;
  bytes_ = result.bytes;
  files_ = result.written + result.kept;
  output_ = output.string();
}

std::string Report::in_words(const std::string& sentence) const { return in_language(language_, "terminal", sentence); }

double Report::wall_ms() const {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_).count();
}

std::string Report::json_object(const Diagnostics& diagnostics, bool ok, const std::string& failure) const {
  nlohmann::ordered_json out;
  out["command"] = verb_ == "built" ? "build" : "check";
  out["ok"] = ok;
  if (!failure.empty()) out["failure"] = failure;
  out["pages"] = pages_;
  out["files"] = files_;
  out["bytes"] = bytes_;
  out["written"] = written_;
  out["kept"] = kept_;
  out["errors"] = diagnostics.errors();
  out["warnings"] = diagnostics.warnings();
  out["wall_ms"] = static_cast<long>(wall_ms());
  out["cpu_ms"] = static_cast<long>(cpu_ms());
  out["search"] = {{"pages", search_.pages},
                   {"bytes", search_.bytes},
                   {"excerpt_bytes", search_.excerpt_bytes},
                   {"folder_bytes", search_.folder_bytes},
                   {"cpu_ms", static_cast<long>(search_.cpu_ms)}};
  out["notes"] = notes_;
  out["diagnostics"] = nlohmann::ordered_json::parse(diagnostics.to_json());
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void Report::finish(const Diagnostics& diagnostics, bool refused) {
  if (json_) {
    print(stdout, json_object(diagnostics, !refused, ""));
    return;
  }
  print(stderr, diagnostics.to_text(language_));
  const std::string warnings = counted(diagnostics.warnings(), "warning", "warnings");
  if (refused) {
    print(stderr, "stoplicht: " +
                      in_words(counted(diagnostics.errors(), "error", "errors") + ", " + warnings +
                               (verb_ == "built" ? "; nothing was written" : "")) +
                      "\n");
    return;
  }
  for (const std::string& note : notes_) print(stdout, in_words("note: " + note) + "\n");
  std::string line = verb_ + " " + counted(pages_, "page", "pages") + ", " + size_text(bytes_) + ", in " +
                     time_text(wall_ms()) + ", " + warnings;
  if (!output_.empty())
    line +=
        " (" + std::to_string(written_) + " of " + counted(files_, "file", "files") + " written to " + output_ + ")";
  print(stdout, "stoplicht: " + in_words(line) + "\n");
}

void Report::fail(const Diagnostics& diagnostics, const std::string& failure) {
  if (json_) {
    print(stdout, json_object(diagnostics, false, failure));
    return;
  }
  print(stderr, diagnostics.to_text(language_));
  print(stderr, "stoplicht: " + in_words(failure) + "\n");
}

}  // namespace stoplicht
