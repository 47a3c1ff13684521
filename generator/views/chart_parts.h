#pragma once
#include "views/wording.h"

#include <string>
#include <vector>

// What the sentences of charts have in common.
namespace stoplicht {

// "6 op koers, 2 risico en 1 niet op koers"
std::string joined(const Scene& scene, const std::vector<std::string>& parts);

// A share in whole percents: "65 %". What is neither nothing nor all is never rounded to that: "minder dan 1 %",
// "meer dan 99 %". `whole` must be above zero, `part` from zero to `whole`.
std::string share_in_percent(const Scene& scene, double part, double whole);

// "Bron: raadsvoorstel 2019."
std::string source_sentence(const Scene& scene, const std::string& source);

// Whether a project that a period does not report had ended by then: by its own end date, or by lineage.
bool has_ended(const Project& project, const Period& period);

}  // namespace stoplicht
