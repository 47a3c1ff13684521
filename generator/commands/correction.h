#pragma once
#include "base/locale.h"
#include "commands/open_site.h"
#include "model/changes.h"

#include <map>
#include <string>
#include <vector>

namespace stoplicht {

// What a correction of an edition would publish: the sources of its period as they are now, in the world of the edition.
// Names, targets and scales stay what was published, and only what is new in the sources is looked up in the shared
// files of today; with `shared` all of those count as they are today.
class Correction {
 public:
  // `site` was opened with the edition's period excepted, without faults. Both must outlive it.
  Correction(const OpenSite& site, const Edition& before, bool shared);

  const std::string& fault() const { return fault_; }   // Why it cannot be made; "" when it can.
  // Of the period's own data in that world: what depends on names, scales and rules.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  static bool judges(const Diagnostic& diagnostic);
  bool differs() const;                                  // From the edition.
  bool shared_differs() const { return shared_differs_; }   // Shared files say something else of this period than the edition.
  const Changes& changes() const { return changes_; }
  std::vector<std::string> removed() const;              // What the edition has and the correction has not, for people.
  const std::map<std::string, Json>& parts() const { return parts_; }
  const SiteFolder& folder() const { return folder_; }

 private:
  void add_sources(const OpenSite& site);
  void add_new(const std::map<std::string, Json>& now);
  void leave_out_withdrawn(const Json& sealed);
  void tell(const Locale& locale);
  bool is_withdrawn(std::string_view part) const;

  const Edition& before_;
  SiteFolder folder_;
  Site made_;      // Of `folder_`.
  Edition after_;  // As readers will see it.
  std::map<std::string, Json> parts_;
  Changes changes_;
  bool shared_differs_ = false;
  Diagnostics diagnostics_;
  std::string fault_;
};

}  // namespace stoplicht
