#pragma once
#include "views/charts.h"
#include "views/page.h"
#include "views/wording.h"

#include <string>
#include <vector>

// Lists that several pages show, as the theme's components take them.
namespace stoplicht {

// "project-list" with light and summary; `explained`: with cause, consequence, action and contradiction too.
Json project_list(const Scene& scene, const std::vector<const ProjectReport*>& reports, const std::string& page_address,
                  bool explained);

// "project-list" of those with an amber or red light, red first; false when there are none.
Json attention_section(const Scene& scene, const Period& period, const std::string& page_address);

// An indicator as it stood in a period.
struct KeyFigure {
  const Indicator* indicator = nullptr;
  const Period* period = nullptr;
  std::string remark;  // Before the measurement's own note: "Stand mei 2021; daarna niet gemeld."
};

// Each indicator as it was last known; one that never was, as it stands in the newest period.
std::vector<KeyFigure> newest_figures(const Scene& scene, const std::vector<const Indicator*>& indicators);

// "key-figures". With `files` each gets a CSV beside the page.
Json key_figures(const Scene& scene, const std::vector<KeyFigure>& figures, const std::string& page_address,
                 std::vector<OutputFile>* files);

// "document-list"
Json letter_list(const Scene& scene, const std::vector<const Letter*>& letters, const std::string& page_address);
Json page_list(const std::vector<const ContentPage*>& pages, const std::string& page_address);
Json source_list(const std::vector<Source>& sources);

// "commitment-list" and "announcement-list"
Json commitment_list(const Scene& scene, const std::vector<const Commitment*>& commitments, const std::string& page_address);
Json announcement_list(const Scene& scene, const std::vector<const Announcement*>& announcements,
                       const std::string& page_address);

// "period-list": what each period shows, newest first; `current` may be null.
Json period_list(const Scene& scene, const Period* current, const std::string& page_address);

std::vector<const Letter*> letters_of(const Period& period);
std::vector<const Announcement*> all_announcements(const Site& site);  // Newest letter first.

// "Geen toezegging staat open. 2 zijn afgedaan. Eén is vervallen."
std::string commitments_summary(const Scene& scene);

std::string status_text(const Scene& scene, const Commitment& commitment);
std::string councils_text(const Scene& scene, const std::vector<const Organisation*>& councils);

}  // namespace stoplicht
