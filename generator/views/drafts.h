#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/edition.h"

// What of a site is still a draft: on a site that publishes its periods as editions, those that are no edition yet.
namespace stoplicht {

struct Draft {
  std::string name;    // Of the period: "Juli 2020".
  std::string folder;  // Of its pages, "periodes/2020-07/": all in it is of the period.
  std::set<std::string>
      addresses;  // Of further pages that tell of it: its comparisons, and home when it is the newest.

  bool is_told_at(std::string_view address) const;
};

// Newest first; none on a site that never published anything.
std::vector<Draft> drafts_of(const Site& site, const Archive& archive);

}  // namespace stoplicht
