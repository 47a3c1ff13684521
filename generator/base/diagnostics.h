#pragma once
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/source_text.h"

namespace stoplicht {

enum class Severity { error, warning };

// One thing that is wrong with what the user gave us.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string id;       // Stable, kebab-case, subject first: "status-unknown".
  std::string message;  // One line, lower case, no full stop.
  Location where;
  std::string hint;  // What to do about it; one line; may be empty.
};

// A fault as people are shown it: nothing in its texts breaks a line, moves a cursor or turns a direction.
struct ShownDiagnostic {
  Severity severity = Severity::error;
  std::string id, message, file;
  int line = 0, column = 0;  // 0: not known.
  std::string source_lines;  // The line and its caret, as to_text shows them; empty when not known.
  std::string hint;
  MessageLanguage message_language = MessageLanguage::english;  // Of `message`: the one asked for, when it has words.
  MessageLanguage hint_language = MessageLanguage::english;
};

// Collects every fault of a run. Thread-safe. What comes out is sorted by file, line, column and
// then by text, without doubles, so it does not depend on the order in which faults were found.
class Diagnostics {
 public:
  void error(std::string_view id, Location where, std::string message, std::string hint = "");
  void warning(std::string_view id, Location where, std::string message, std::string hint = "");
  void add(Diagnostic diagnostic);

  bool has_errors() const;
  std::size_t errors() const;    // After dropping doubles.
  std::size_t warnings() const;  // After dropping doubles.

  // A source line of more than 1,000 bytes is shown by to_text, but no longer in where.excerpt: a
  // large file on one line, with a fault in every value, would be copied as often.
  std::vector<Diagnostic> sorted() const;

  // As a terminal shows them:
  //   data/x.json:12:17: error: unknown status 'groen' [status-unknown]
  //      12 |   "status": "groen",
  //         |             ^~~~~~~
  //     hint: use one of: on-track, at-risk (did you mean 'on-track'?)
  // A location without line prints as "data/x.json: error: …", a cell as "x.xlsx:Projecten!D14: error: …". Long source
  // lines are cut around the caret to 100 characters, with "…" where cut; control characters print as U+FFFD. In Dutch
  // "fout", "waarschuwing", "tip"; a sentence that has no translation stays English.
  std::string to_text(MessageLanguage language = MessageLanguage::english) const;

  // The same in its parts.
  std::vector<ShownDiagnostic> shown(MessageLanguage language = MessageLanguage::english) const;

  // The same as a JSON array of {severity, id, message, file, line, column, length, hint}, always in English; of a
  // place in a spreadsheet line and column are its row and column, and "cell" names it.
  std::string to_json() const;

 private:
  mutable std::mutex mutex_;
  struct Entry {
    Diagnostic diagnostic;
    std::string source_lines;  // The line and its caret, as to_text shows them.
  };
  std::vector<Entry> sorted_entries() const;

  std::vector<Entry> all_;
};

// The candidate nearest to `word` (Damerau-Levenshtein, ignoring case) when it is near enough to
// be a likely typing error (at most a third of the longer word's length, at least 1); "" otherwise.
std::string_view closest(std::string_view word, const std::vector<std::string_view>& candidates);

// "use one of: a, b, c (did you mean 'b'?)", the usual hint for an unknown name. One candidate:
// "did you mean 'a'?", or "use 'a'" when it is not near. More than twelve candidates: only
// "did you mean 'b'?", or the first twelve and "…" when none is near.
std::string one_of_hint(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace stoplicht
