#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/counted.h"
#include "base/diagnostics.h"
#include "base/language.h"
#include "commands/make_site.h"
#include "write/output.h"

namespace stoplicht {

// A line on standard output, in the language, at once: a log is read while it is written.
void say(const std::string& line, MessageLanguage language = MessageLanguage::english);

// What a command tells at its end, as text or as JSON.
class Report {
 public:
  // `verb`: what was done, "built" or "checked". `language`: of the text; JSON is always English.
  Report(bool json, std::string verb, MessageLanguage language = MessageLanguage::english);

  void count(const MadeSite& made);
  void written(const WriteResult& result, const std::filesystem::path& output);

  // Something to know that is no fault: a line before the closing one, or in "notes".
  void note(std::string sentence) { notes_.push_back(std::move(sentence)); }

  // Faults on standard error, then one closing line on standard output; as JSON one object
  // {command, ok, pages, files, bytes, written, kept, errors, warnings, wall_ms, cpu_ms, search, notes, diagnostics} on
  // standard output; search is {pages, bytes, excerpt_bytes, folder_bytes, cpu_ms}. `refused`: nothing was written
  // because of the faults.
  void finish(const Diagnostics& diagnostics, bool refused);

  // The disk said no: `failure` is a plain sentence.
  void fail(const Diagnostics& diagnostics, const std::string& failure);

 private:
  std::string json_object(const Diagnostics& diagnostics, bool ok, const std::string& failure) const;
  std::string in_words(const std::string& sentence) const;
  double wall_ms() const;

  bool json_;
  std::string verb_;
  MessageLanguage language_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  SearchCost search_;
  std::size_t pages_ = 0, files_ = 0, bytes_ = 0, written_ = 0, kept_ = 0;
  std::string output_;
  std::vector<std::string> notes_;
};

}  // namespace stoplicht
