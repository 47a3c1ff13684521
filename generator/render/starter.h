#pragma once
#include <string>
#include <vector>

#include "base/output_file.h"
#include "model/next_period.h"

namespace stoplicht {

// The files with which a site begins, of those in the program's folder "starter". A name that is to begin with a dot
// begins there with "dot-", so that nothing passes it over. In names and in texts stand, for the first period:
// @period@ ("2025-h1"), @period_name@ ("Eerste helft van 2025"), @period_kind@ ("half-year"), @period_from@ and
// @period_until@ ("2025-01").
std::vector<OutputFile> first_files(std::vector<OutputFile> starter, const std::string& period, const PeriodTime& time);

}  // namespace stoplicht
