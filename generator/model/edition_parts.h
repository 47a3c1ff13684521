#pragma once
#include "base/locale.h"
#include "load/site_folder.h"
#include "model/edition.h"

#include <map>
#include <string>
#include <string_view>

// Between a site folder and the contents of an edition; EDITIONS.md describes these.
namespace stoplicht {

// By name ("period", "project:ggz", "text:content/periods/2020-07/summary.md"): everything that the pages of `period`
// tell, with what is of a later period left out. `site` is the model of `folder`, without faults.
std::map<std::string, Json> edition_parts(const SiteFolder& folder, const Site& site, const Period& period,
                                          const Locale& locale);

// The files that belong to the period alone: its data, its texts, what lies beside them, and the closures of the
// commitments that `commitments` names.
bool is_source_of(std::string_view path, std::string_view period_id);
std::string period_file(std::string_view period_id);        // data/periods/2020-07.json
std::string closure_file(std::string_view commitment_id);   // content/commitments/T20-27.md

inline constexpr std::string_view text_part = "text:";
inline constexpr std::string_view project_part = "project:";
inline constexpr std::string_view commitment_part = "commitment:";
inline constexpr std::string_view attachment_part = "attachment:";

}  // namespace stoplicht
