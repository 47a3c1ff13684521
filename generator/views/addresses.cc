#include "views/addresses.h"

#include <cassert>

namespace stoplicht {

std::string address_of(const Period& period) { return "periodes/" + period.id + "/index.html"; }

std::string address_of(const ProjectReport& report) {
  return "periodes/" + report.period->id + "/" + report.project->id + ".html";
}

std::string address_of(const Project& project) { return "deelprojecten/" + project.id + ".html"; }

std::string address_of(const Programme& programme) { return "programmas/" + programme.id + ".html"; }

std::string address_of(const Category& category) { return "programmas/" + category.programme->id + "/" + category.id + ".html"; }

std::string address_of_council(const Organisation& council) { return "gemeenten/" + council.id + ".html"; }

std::string print_address_of(const Period& period) { return "periodes/" + period.id + "/afdruk.html"; }

std::string trend_fragment(const Indicator& indicator) { return "verloop_" + indicator.id; }

std::string trend_place(const Indicator& indicator) {
  assert(!indicator.programmes.empty());
  return address_of(*indicator.programmes.front()) + "#" + trend_fragment(indicator);
}

std::string local_text_fragment(const Period& period) { return "periode_" + period.id; }

std::string attachment_address(std::string_view file) {
  constexpr std::string_view content = "content/";
  if (file.substr(0, content.size()) == content) file.remove_prefix(content.size());
  return "bestanden/" + std::string(file);
}

}  // namespace stoplicht
