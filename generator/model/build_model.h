#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "base/date.h"
#include "load/site_folder.h"
#include "model/site.h"

namespace stoplicht {

// Builds the domain from the files, resolves every reference and checks every rule of the data
// formats (FORMATS.md). Reports all faults; what is returned then holds as much as could be
// understood, so that later rooms can go on looking for faults, but is not fit to publish.
// `as_of`: what "overdue" is judged against; without it the newest period's date.
// The Site points into `folder`, which must outlive it.
// `folders`: where the pages of a period stand, for those that do not stand in periodes/<id>.
using PeriodFolders = std::map<std::string, std::string, std::less<>>;
Site build_model(const SiteFolder& folder, std::optional<Date> as_of, Diagnostics& diagnostics,
                 const PeriodFolders& folders = {});

}  // namespace stoplicht
