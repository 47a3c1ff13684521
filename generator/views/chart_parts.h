#pragma once
#include <string>
#include <vector>

#include "views/wording.h"

// What the sentences of charts have in common.
namespace stoplicht {

// "6 op koers, 2 risico en 1 niet op koers"
std::string joined(const Scene& scene, const std::vector<std::string>& parts);

// A share in whole percents: "65 %". What is neither nothing nor all is never rounded to that: "minder dan 1 %",
// "meer dan 99 %". `whole` must be above zero; `part` may be more.
std::string share_in_percent(const Scene& scene, double part, double whole);

// The same of what is only known roughly: "ongeveer 65 %", "ongeveer 99 %".
std::string share_about(const Scene& scene, double part, double whole);

// Two scales may share a light: what the reader sees is the same. A word or a colour alone may mean something else.
bool same_light(const Status& a, const Status& b);

// "Bron: raadsvoorstel 2019."
std::string source_sentence(const Scene& scene, const std::string& source);

// Whether a project that a period does not report had ended by then: by its own end date, or by lineage.
bool has_ended(const Project& project, const Period& period);

}  // namespace stoplicht
