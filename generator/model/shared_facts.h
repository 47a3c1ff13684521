#pragma once
#include "load/document.h"
#include "model/site.h"

// What a world says outside the period's own files, as JSON with the keys of the formats, so that two worlds can be
// compared key by key; for the model room only. What came to be after the period is left out: an edition's world has
// none of it.
namespace stoplicht {

Json facts_of(const Site& site);  // Without what frames its pages.
Json facts_of(const StatusScale& scale);
Json facts_of(const Organisation& organisation);
Json facts_of(const Landscape& landscape);
Json facts_of(const Programme& programme);  // Without its projects, and the amounts and financers of its budget.
Json facts_of(const Project& project, const Period& period);  // Without its name.
Json facts_of(const Indicator& indicator, const Period& period);
Json facts_of(const Commitment& commitment);
Json facts_of(const std::vector<Term>& terms);
Json facts_of(const Period& earlier);  // Lights and values, without the headline.

}  // namespace stoplicht
