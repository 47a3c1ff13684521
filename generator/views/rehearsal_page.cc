#include "views/rehearsal_page.h"

#include <array>
#include <cmath>

#include "base/text.h"
#include "views/addresses.h"
#include "views/rehearsal_items.h"

namespace stoplicht {
namespace {

// "Oktober 2021": of several drafts the heading of a group says of which it is.
std::string group_name(const Scene& scene, const Rehearsal& rehearsal, const Finding& finding) {
  const bool has_more = rehearsal.drafts.size() > 1;
  const std::string period = finding.period != nullptr ? finding.period->name : "";
  if (finding.programme != nullptr) return with_dots({has_more ? period : "", finding.programme->name});
  return finding.period == nullptr ? scene.strings.say("rehearsal_all_periods")
                                   : with_dots({period, scene.strings.say("rehearsal_whole_period")});
}

std::string name_of_group(const Finding& finding) {
  if (finding.project == nullptr) return {};
  const ProjectReport* report = finding.period != nullptr ? finding.period->report_of(*finding.project) : nullptr;
  if (report == nullptr) return finding.project->name;
  return report->number.empty() ? report->name : report->number + " " + report->name;
}

// Those that block, or those that do not, by programme and project.
Json groups(const Scene& scene, const Rehearsal& rehearsal, const RehearsalLinks& links, bool blocking) {
  Json out = Json::array();
  std::string programme;
  for (const Finding& finding : rehearsal.findings) {
    if (finding.blocks != blocking) continue;
    const std::string name = group_name(scene, rehearsal, finding);
    if (out.empty() || name != programme) out.push_back(Json{{"name", name}, {"projects", Json::array()}});
    programme = name;
    Json& projects = out.back()["projects"];
    const Json project = or_false(name_of_group(finding));
    if (projects.empty() || projects.back()["name"] != project)
      projects.push_back(Json{{"name", project}, {"items", Json::array()}});
    projects.back()["items"].push_back(rehearsal_item(scene, finding, links));
  }
  return out;
}

Json items_to_do(const Scene& scene, const Rehearsal& rehearsal, const RehearsalLinks& links, bool blocking) {
  const auto count =
      static_cast<long>(blocking ? rehearsal.blocking() : rehearsal.findings.size() - rehearsal.blocking());
  if (count == 0) return false;
  return Json{{"count", scene.strings.say_count("rehearsal_points", count, count_text(scene, count))},
              {"groups", groups(scene, rehearsal, links, blocking)}};
}

// Never "100 %" of what is not all there.
double share_of(const Completeness& each) {
  return each.done == each.all ? 100 : std::floor(100.0 * each.done / each.all);
}

Json completeness(const Scene& scene, const Rehearsal& rehearsal) {
  if (rehearsal.completeness.empty()) return false;
  Json rows = Json::array();
  int done = 0;
  int all = 0;
  for (const Completeness& each : rehearsal.completeness) {
    done += each.done;
    all += each.all;
    rows.push_back(Json{{"name", rehearsal.drafts.size() > 1 ? with_dots({each.period->name, each.programme->name})
                                                             : each.programme->name},
                        {"value", scene.strings.say("rehearsal_done_of", {{"done", count_text(scene, each.done)},
                                                                          {"all", count_text(scene, each.all)}})},
                        {"share", scene.locale.percent(share_of(each), 0)},
                        {"width", plain_number(share_of(each)) + "%"}});
  }
  const Completeness total{nullptr, nullptr, done, all};
  return Json{
      {"conclusion", scene.strings.say("rehearsal_complete", {{"share", scene.locale.percent(share_of(total), 0)}})},
      {"rows", std::move(rows)}};
}

// Every kind of finding, with how many there are.
Json checked(const Scene& scene, const Rehearsal& rehearsal) {
  std::array<long, asks> counts{};
  for (const Finding& finding : rehearsal.findings) ++counts[static_cast<std::size_t>(finding.ask)];
  Json out = Json::array();
  for (std::size_t i = 0; i < asks; ++i)
    out.push_back(Json{{"name", scene.strings.say("rehearsal_check_" + key_of(static_cast<Ask>(i)))},
                       {"found", counts[i] == 0 ? scene.strings.say("rehearsal_found_nothing")
                                                : scene.strings.say_count("rehearsal_points", counts[i],
                                                                          count_text(scene, counts[i]))},
                       {"any", counts[i] > 0}});
  return out;
}

std::string drafts_text(const Scene& scene, const Rehearsal& rehearsal) {
  std::string names;
  for (std::size_t i = 0; i < rehearsal.drafts.size(); ++i) {
    if (i > 0) names += i + 1 == rehearsal.drafts.size() ? " " + scene.strings.say("and") + " " : ", ";
    names += rehearsal.drafts[i]->name;
  }
  if (rehearsal.drafts.empty()) return rehearsal.whole ? scene.strings.say("rehearsal_no_draft") : "";
  return scene.strings.say_count("rehearsal_drafts", static_cast<long>(rehearsal.drafts.size()), "",
                                 {{"periods", names}});
}

std::string verdict_on_drafts(const Scene& scene, const Rehearsal& rehearsal) {
  const auto must = static_cast<long>(rehearsal.blocking());
  if (must == 0) return scene.strings.say("rehearsal_clear");
  return scene.strings.say_count("rehearsal_must_count", must, count_text(scene, must));
}

// None where a fault kept it from being looked for.
std::string advice(const Scene& scene, const Rehearsal& rehearsal) {
  const auto may = static_cast<long>(rehearsal.findings.size() - rehearsal.blocking());
  if (may == 0) return rehearsal.whole ? scene.strings.say("rehearsal_may_none") : "";
  return scene.strings.say_count("rehearsal_may_count", may, count_text(scene, may));
}

}  // namespace

Json rehearsal_page(const Scene& scene, const Rehearsal& rehearsal, const RehearsalLinks& links,
                    const std::string& token_class, const std::string& generator) {
  const std::string heading = scene.strings.say("rehearsal_title");
  return Json{{"language", scene.locale.language()},
              {"token_class", token_class},
              {"generator", generator},
              {"document_title", with_dots({heading, scene.site.title})},
              {"heading", heading},
              {"site_title", or_false(scene.site.title)},
              {"home", links.page ? Json(links.page(home_address)) : Json(false)},
              {"drafts", or_false(drafts_text(scene, rehearsal))},
              {"verdict", verdict_on_drafts(scene, rehearsal)},
              {"clear", rehearsal.blocking() == 0},
              {"advice", advice(scene, rehearsal)},
              {"partly", !rehearsal.whole},
              {"completeness", completeness(scene, rehearsal)},
              {"must", items_to_do(scene, rehearsal, links, true)},
              {"may", items_to_do(scene, rehearsal, links, false)},
              {"checked", checked(scene, rehearsal)}};
}

}  // namespace stoplicht
