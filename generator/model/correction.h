#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/locale.h"
#include "model/changes.h"
#include "model/edition.h"

namespace stoplicht {

// What a correction of an edition would publish: the sources of its period as they are now, in the world of the
// edition. Names, targets and scales stay what was published, and only what is new in the sources is looked up in the
// shared files of today; with `shared` all of those count as they are today.
class Correction {
 public:
  // `folded`: see fold(), with the edition's period taken from its sources; `present` is its model, without faults. All
  // must outlive it.
  Correction(const SiteFolder& folded, const Site& present, const Edition& before, bool shared);
  Correction(const Correction&) = delete;
  Correction& operator=(const Correction&) = delete;

  const std::string& fault() const { return fault_; }  // Why it cannot be made; "" when it can.
  // Of the period's own data in that world: what depends on names, scales and rules.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  static bool judges(const Diagnostic& diagnostic);
  bool differs() const { return !differing_parts().empty(); }  // From the edition.
  bool shared_differs() const {
    return shared_differs_;
  }  // Shared files say something else of this period than the edition.
  const Changes& changes() const { return changes_; }
  std::vector<std::string> removed() const;  // What the edition has and the correction has not, for people.
  // The parts that are not what was published: also those where only a number differs that a text counts itself, which
  // `changes` passes over.
  std::vector<std::string> differing_parts() const;
  // Parts that the sources still have, and that stay out because they were withdrawn.
  const std::vector<std::string>& left_out() const { return left_out_; }
  const std::map<std::string, Json>& parts() const { return parts_; }
  const SiteFolder& folder() const { return folder_; }

 private:
  void add_sources(const SiteFolder& folded);
  void add_new(const std::map<std::string, Json>& now);
  void keep_what_was_told_of_others(const std::map<std::string, Json>& now);
  void leave_out_withdrawn(const Json& sealed);
  void tell();
  std::vector<std::string> removed_parts() const;

  const Edition& before_;
  SiteFolder folder_;
  Site made_;      // Of `folder_`.
  Edition after_;  // As readers will see it.
  std::map<std::string, Json> parts_;
  std::map<std::string, std::string> attachments_;  // Of `after_`: the SHA-256 of the bytes.
  Changes changes_;
  std::vector<std::string> left_out_;
  bool shared_differs_ = false;
  Diagnostics diagnostics_;
  std::string fault_;
};

}  // namespace stoplicht
