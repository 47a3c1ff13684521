#include "views/addresses.h"

#include <cassert>

namespace stoplicht {

std::string address_of(const Period& period) { return period.folder + "/index.html"; }

std::string address_of(const ProjectReport& report) { return address_of_report(*report.project, *report.period); }

std::string address_of_report(const Project& project, const Period& period) {
  return period.folder + "/" + project.id + ".html";
}

std::string address_of(const Project& project) { return "deelprojecten/" + project.id + ".html"; }

std::string address_of(const Programme& programme) { return "programmas/" + programme.id + ".html"; }

std::string address_of(const Category& category) {
  return "programmas/" + category.programme->id + "/" + category.id + ".html";
}

std::string address_of_council(const Organisation& council) { return "gemeenten/" + council.id + ".html"; }

std::string print_address_of(const Period& period) { return period.folder + "/afdruk.html"; }

std::string comparison_address(const Period& before, const Period& after) {
  return "vergelijk/" + before.id + "--" + after.id + ".html";
}

std::string correction_address(const Edition& before, const Edition& after) {
  return "vergelijk/" + after.period_id + "--v" + std::to_string(before.number) + "--v" + std::to_string(after.number) +
         ".html";
}

namespace {

std::string link_folder(const ChainLink& link) {
  const char* kind = link.kind == ChainLink::Kind::edition ? "v" : "w";
  return "edities/" + link.period_id + "/" + kind + std::to_string(link.number);
}

}  // namespace

std::string document_address(const ChainLink& link) { return link_folder(link) + ".json"; }

std::string seal_address(const ChainLink& link) { return link_folder(link) + ".zegel.json"; }

std::string trend_fragment(const Indicator& indicator) { return "verloop_" + indicator.id; }

std::string trend_place(const Indicator& indicator) {
  assert(!indicator.programmes.empty());
  return address_of(*indicator.programmes.front()) + "#" + trend_fragment(indicator);
}

std::string local_text_fragment(const Period& period) { return "periode_" + period.id; }

namespace {

std::string_view below_content(std::string_view file) {
  constexpr std::string_view content = "content/";
  return file.starts_with(content) ? file.substr(content.size()) : file;
}

}  // namespace

std::string attachment_address(std::string_view file, const Period* period) {
  const Edition* edition = period != nullptr ? period->edition : nullptr;
  if (edition != nullptr) return attachment_address_in(file, edition->period_id, edition->number, edition->is_newest());
  return "bestanden/" + std::string(below_content(file));
}

std::string attachment_address_in(std::string_view file, const std::string& period_id, int edition, bool is_newest) {
  const std::string path(below_content(file));
  // A file from elsewhere may be another one today.
  if (is_newest && path.starts_with("periods/" + period_id + "/")) return "bestanden/" + path;
  return "bestanden/edities/" + period_id + "/v" + std::to_string(edition) + "/" + path;
}

}  // namespace stoplicht
