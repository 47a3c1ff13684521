#pragma once
#include <string>
#include <vector>

#include "model/site.h"

namespace stoplicht {

bool goes_to(const Letter& letter, const Organisation& council);

// The newest letter to this council alone, of a period before this one or else of this one; null when there is none.
const Letter* last_letter_to(const Period& period, const Organisation& council);

// The keys of a draft's front matter in which somebody wrote, or that a tool filled in since: "date", "closes".
std::vector<std::string> filled_in_keys(const Letter& draft);

// What a draft asks about, point by point of its lists, without the placeholder: "“De bouw begint” (termijn: maart
// 2025)", "T24-02 “Bezoek aan de haven”".
std::vector<std::string> questions_of(const Letter& draft);

}  // namespace stoplicht
