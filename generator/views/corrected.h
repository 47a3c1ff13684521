#pragma once
#include "views/edition_notes.h"

namespace stoplicht {

// "corrected": what the edition of `period` changed of what a page tells, held against the edition that it replaced. False
// when that is nothing, or when it replaced none.
Json corrected_section(const Scene& scene, const Period& period, const PeriodSubject& subject, const std::string& page_address);

}  // namespace stoplicht
