#include "views/addresses.h"

namespace stoplicht {

std::string address_of(const Period& period) { return "periodes/" + period.id + "/index.html"; }

std::string address_of(const ProjectReport& report) {
  return "periodes/" + report.period->id + "/" + report.project->id + ".html";
}

std::string address_of(const Project& project) { return "deelprojecten/" + project.id + ".html"; }

std::string address_of(const Programme& programme) { return "programmas/" + programme.id + ".html"; }

std::string attachment_address(std::string_view file) {
  constexpr std::string_view content = "content/";
  if (file.substr(0, content.size()) == content) file.remove_prefix(content.size());
  return "bestanden/" + std::string(file);
}

}  // namespace stoplicht
