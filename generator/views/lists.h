#pragma once
#include <string>
#include <vector>

#include "views/charts.h"
#include "views/page.h"
#include "views/wording.h"

// Lists that several pages show, as the theme's components take them.
namespace stoplicht {

// The computed light where it contradicts the reported one, or where none was reported; or false.
Json computed_beside(const ProjectReport& report);

// "project-list" with light, computed_beside and summary; `explained`: with cause, consequence, action and
// contradiction too.
Json project_list(const Scene& scene, const std::vector<const ProjectReport*>& reports, const std::string& page_address,
                  bool explained);

// "project-list" of those with an amber or red light, red first; false when there are none. Of more than `most` the
// rest is told by number in "rest", with a link to the period's own list.
Json attention_section(const Scene& scene, const Period& period, const std::string& page_address,
                       std::size_t most = static_cast<std::size_t>(-1));

// "project-list" with the newest light of each, and its description.
Json newest_project_list(const Scene& scene, const std::vector<const Project*>& projects,
                         const std::string& page_address);

// The newest report of a project; null when no period has one.
const ProjectReport* newest_report(const Site& site, const Project& project);

// An indicator as it stood in a period.
struct KeyFigure {
  const Indicator* indicator = nullptr;
  const Period* period = nullptr;
  std::string remark;  // Before the measurement's own note: "Stand mei 2021; daarna niet gemeld."
};

// Each indicator as it was last known; one that never was, as it stands in the newest period.
std::vector<KeyFigure> newest_figures(const Scene& scene, const std::vector<const Indicator*>& indicators);

// Whether trend_chart has something to show.
bool has_trend(const Site& site, const Indicator& indicator);

// "key-figures"
Json key_figures(const Scene& scene, const std::vector<KeyFigure>& figures, const std::string& page_address);

// "document-list"
Json letter_list(const Scene& scene, const std::vector<const Letter*>& letters, const std::string& page_address);
Json page_list(const Scene& scene, const std::vector<const ContentPage*>& pages, const std::string& page_address);
Json source_list(const std::vector<Source>& sources);

// "commitment-list" and "announcement-list"
// `then`: as they stood on the day of its report, with how they stand now where that is another; null: as they stand
// now.
Json commitment_list(const Scene& scene, const std::vector<const Commitment*>& commitments,
                     const std::string& page_address, const Period* then = nullptr);
Json announcement_list(const Scene& scene, const std::vector<const Announcement*>& announcements,
                       const std::string& page_address);

// "period-list": what each period shows, newest first and at most `most`; `current` may be null.
Json period_list(const Scene& scene, const Period* current, const std::string& page_address,
                 std::size_t most = static_cast<std::size_t>(-1));

std::vector<const Letter*> letters_of(const Period& period);
std::vector<const Announcement*> all_announcements(const Site& site);  // Newest letter first.

// "Geen toezegging staat open. 2 zijn afgedaan. Eén is vervallen."
std::string commitments_summary(const Scene& scene);

bool is_running(const Commitment& commitment);  // Open or in progress.
std::string status_text(const Scene& scene, const Commitment& commitment);
std::string status_text(const Scene& scene, const Announcement& announcement);
std::string councils_text(const Scene& scene,
                          const std::vector<const Organisation*>& councils);  // Of many: their number.
std::string council_names(const std::vector<const Organisation*>& councils);

}  // namespace stoplicht
