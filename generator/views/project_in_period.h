#pragma once
#include <string>
#include <vector>

#include "views/frame.h"
#include "views/kinship.h"

// What a period has of a project: told in the same way wherever a project is followed through time.
namespace stoplicht {

struct ProjectInPeriod {
  const Period* period = nullptr;
  const ProjectReport* report = nullptr;     // Of the project, or of another of the forms that were looked for.
  const WithdrawnPart* withdrawn = nullptr;  // That report was taken out of view, of this project:
  const Project* project = nullptr;
  std::vector<StandIn> kin;  // Neither: reports of what it became, or of what it came from.

  bool told() const { return report != nullptr && report->status->told(); }
};

// `forms`: the project, and what else counts as it; the first that is reported. `here`: the period from which it is
// looked for, today, which tells whether what it became is meant or what it came from; null: no kin is looked for.
ProjectInPeriod find_in(const Scene& scene, const std::vector<const Project*>& forms, const Period& period,
                        const Period* here);

// The same for every period of the scene's own site, oldest first; a project that it continues counts as it. Before its
// first report stands what it came from, after its last what it became.
std::vector<ProjectInPeriod> through_time(const Scene& scene, const Project& project);

// Why there is no light: "niet gemeld", "ingetrokken op 3 november 2022", "beëindigd", "niet in deze periode". Empty
// when there is one.
std::string no_light_text(const Scene& scene, const Project& project, const ProjectInPeriod& found);

// Of the report, of the note about its withdrawal, of a report of its kin, or else of the period.
std::string address_of(const ProjectInPeriod& found);

// The withdrawal of the report of a project in a period, as the scene's own site tells it; null when it was not
// withdrawn.
const WithdrawnPart* withdrawn_report(const Site& site, const Project& project, const Period& period);

// Ways to the project in every period of today's site, from a page about it in `here`.
void add_project_switch(const Scene& scene, const Project& project, const Period& here, Frame& frame);

}  // namespace stoplicht
