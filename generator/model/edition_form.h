#pragma once
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/read_seal.h"

namespace stoplicht {

// The form of what an edition holds: all who read its contents count on it. A document whose digests hold has it,
// unless it was made by hand.

// Reports where the content of a part has another form. Faults of what stands in a site's own data files are found by
// who reads those.
void check_part_form(const Seal& seal, const std::string& name, Diagnostics& diagnostics);

// Reports names that no part has, and parts that every edition has and this one has not.
void check_part_names(const Seal& seal, Diagnostics& diagnostics);

// True for what a withdrawal of the period may take out of view: any part of its editions, and what the editions of
// later periods tell of a project in this one.
bool may_be_withdrawn(std::string_view part, std::string_view period_id);

// True for those that leave an edition that can be told: a project, a text, an attachment, and what later periods tell
// of a project. All others go only with the whole edition.
bool may_be_withdrawn_alone(std::string_view part, std::string_view period_id);

// True for "history:2020-07/ggz" of 2020-07: it stands in editions of later periods.
bool is_history_of(std::string_view part, std::string_view period_id);

}  // namespace stoplicht
