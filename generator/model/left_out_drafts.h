#pragma once
#include <set>
#include <string>

#include "load/site_folder.h"
#include "model/edition.h"

namespace stoplicht {

// The periods of a folder that are no edition yet, by id; none on a site that publishes no editions at all.
std::set<std::string> draft_ids(const SiteFolder& folder, const Archive& archive);

// Takes drafts out of a folder, so that it tells what was published: their data, their texts and what lies beside them;
// the targets and the splits that begin with them; the projects that only they tell of. A commitment that only a letter
// among them closes is again as the newest edition tells it (open, when none does), without the story of its closure.
// What else the data files say of today stays. What `folder` held must outlive it: see thinned_document.h.
void leave_out(const std::set<std::string>& drafts, SiteFolder& folder, const Archive& archive);

}  // namespace stoplicht
