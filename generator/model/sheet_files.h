#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/changed_file.h"
#include "base/diagnostics.h"
#include "load/json_editor.h"
#include "load/site_folder.h"
#include "model/sheet_changes.h"

namespace stoplicht {

// The files of a site folder as they are with the changes of a form; all else in them stays as it is, byte for byte.
// The changes must outlive it.
class SheetFiles {
 public:
  SheetFiles(const SiteFolder& folder, const std::string& period, const std::vector<SheetChange>& changes);

  // Texts first, data last: a progress text without its project is no fault.
  const std::vector<ChangedFile>& files() const { return files_; }

  // From which change a fault of a changed file comes; null: from none.
  const SheetChange* cause_of(const Diagnostic& diagnostic) const;

 private:
  void change_text(const SiteFolder& folder, const SheetChange& change);
  void close(const SiteFolder& folder, const SheetChange& change);
  std::string letter_file(const Json& letter) const;
  ChangedFile& letter(const SiteFolder& folder, const std::string& address);
  const SheetChange* text_change(const Diagnostic& diagnostic) const;
  const SheetChange* commitment_change(const Diagnostic& diagnostic) const;
  const SheetChange* data_change(const Diagnostic& diagnostic, const JsonEditor& editor) const;

  std::string period_;
  const std::vector<SheetChange>& changes_;
  std::map<std::string, JsonEditor> data_;
  std::vector<ChangedFile> files_;
};

}  // namespace stoplicht
