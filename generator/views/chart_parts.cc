#include "views/chart_parts.h"

#include <algorithm>
#include <cmath>

namespace stoplicht {

std::string joined(const Scene& scene, const std::vector<std::string>& parts) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? " " + scene.strings.say("and") + " " : ", ";
    out += parts[i];
  }
  return out;
}

std::string share_in_percent(const Scene& scene, double part, double whole) {
  const double share = part / whole * 100;
  const long rounded = std::lround(share);
  if (rounded == 100 && part < whole)
    return scene.strings.say("share_more_than", {{"share", scene.locale.percent(99, 0)}});
  if (rounded == 0 && part < 0) return scene.strings.say("share_less_than", {{"share", scene.locale.percent(0, 0)}});
  if (rounded == 0 && part > 0) return scene.strings.say("share_less_than", {{"share", scene.locale.percent(1, 0)}});
  return scene.locale.percent(share, 0);
}

std::string share_about(const Scene& scene, double part, double whole) {
  double share = std::round(part / whole * 100);
  if (share == 100 && part < whole) share = 99;
  if (share == 0 && part > 0) share = 1;
  return scene.strings.say("qualifier_about", {{"value", scene.locale.percent(share, 0)}});
}

bool same_light(const Status& a, const Status& b) { return a.label == b.label && a.light == b.light; }

std::string source_sentence(const Scene& scene, const std::string& source) {
  const bool has_stop = source.ends_with('.');
  return scene.strings.say("source_sentence", {{"source", has_stop ? source.substr(0, source.size() - 1) : source}});
}

bool has_ended(const Project& project, const Period& period) {
  if (project.until && project.until->last_day() < period.reported_on.first_day()) return true;
  return std::any_of(project.lineage.begin(), project.lineage.end(), [&](const Lineage& line) {
    return (line.kind == LineageKind::ended || line.kind == LineageKind::merged_into) && line.period != nullptr &&
           line.period->reported_on <= period.reported_on;
  });
}

}  // namespace stoplicht
