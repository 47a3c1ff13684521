#pragma once
#include <functional>
#include <string>

#include "model/rehearsal.h"
#include "views/wording.h"

namespace stoplicht {

// Where the items of a rehearsal lead. An empty function: nowhere, and the item names the place only.
struct RehearsalLinks {
  std::function<std::string(const std::string& address)> page;  // The link to a page of the site.
  std::function<std::string(const std::string& file)> file;     // The link to a file of the site folder.
  std::function<std::string(const Finding& finding)> cell;      // What its form calls it: "Projecten!D14"; or "".
};

// What the layout "rehearsal" shows. `token_class`: of the house style; `generator`: name and version.
Json rehearsal_page(const Scene& scene, const Rehearsal& rehearsal, const RehearsalLinks& links,
                    const std::string& token_class, const std::string& generator);

}  // namespace stoplicht
