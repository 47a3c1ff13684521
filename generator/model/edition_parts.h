#pragma once
#include <map>
#include <string>
#include <string_view>

#include "base/locale.h"
#include "load/site_folder.h"
#include "model/edition.h"

// Between a site folder and the contents of an edition; EDITIONS.md describes these.
namespace stoplicht {

// By name ("period", "project:ggz", "text:content/periods/2020-07/summary.md"): everything that the pages of `period`
// tell, with what is of a later period left out. `site` is the model of `folder`, without faults.
std::map<std::string, Json> edition_parts(const SiteFolder& folder, const Site& site, const Period& period,
                                          const Locale& locale);

// Whether a file belongs to the period alone: its data, its texts and what lies beside them. The closures of the
// commitments that its letters close belong to its edition too, and stand elsewhere: see closure_file.
bool is_source_of(std::string_view path, std::string_view period_id);
std::string period_file(std::string_view period_id);       // data/periods/2020-07.json
std::string closure_file(std::string_view commitment_id);  // content/commitments/T20-27.md

// The text of a member of a file as it was read, which may hold anything; empty when it has no such text.
std::string word(const Json& object, const char* key);

inline constexpr std::string_view text_part = "text:";
inline constexpr std::string_view project_part = "project:";
inline constexpr std::string_view history_part = "history:";  // "history:2020-07", "history:2020-07/ggz"
inline constexpr std::string_view commitment_part = "commitment:";
inline constexpr std::string_view attachment_part = "attachment:";

}  // namespace stoplicht
