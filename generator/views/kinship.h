#pragma once
#include <string>
#include <vector>

#include "views/wording.h"

// Where projects come from and where they go, told from the side of one of them: a lineage stands in the data of only
// one of the two.
namespace stoplicht {

struct Kin {
  const Lineage* line = nullptr;
  const Project* other = nullptr;  // Null: the project ended.
  const char* sentence = "";       // Of the theme: "lineage_continued_as".
  bool onward = false;             // Where the project went; else where it came from.
};

// By period; those without one first, because nobody says that they are later than anything.
std::vector<Kin> kin_of(const Site& site, const Project& project);

// "Ging verder als Taalhuis"
std::string kin_text(const Scene& scene, const Kin& kin);

// The project, and what it continues, back to the first: one story under several ids.
std::vector<const Project*> forms_of(const Site& site, const Project& project);

// Another project's report that tells in a period of what this project became, or of what it came from.
struct StandIn {
  const ProjectReport* report = nullptr;
  std::string text;  // "Opgegaan in Taalhuis"
};

// For a project that `here` reports and `there` does not, by the lineage that `site` knows: the nearest of its kin that
// `there` reports, all that are equally near: both halves of what was split. None when the site folder names none.
std::vector<StandIn> stand_ins(const Scene& scene, const Site& site, const Project& project, const Period& here,
                               const Period& there);

}  // namespace stoplicht
