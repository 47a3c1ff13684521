#include "model/edition_parts.h"

#include "published_site.h"

namespace stoplicht::test {
namespace {

std::vector<std::string> ids_of(const Json& list) {
  std::vector<std::string> ids;
  for (const Json& item : list) ids.push_back(item.at("id"));
  return ids;
}

std::map<std::string, Json> parts_of(MinimalSite& site, const std::string& period) {
  const SiteFolder folder = site.folder();
  Diagnostics diagnostics;
  const Site model = build_model(folder, std::nullopt, diagnostics);
  return edition_parts(folder, model, *model.find_period(period), dutch);
}

// A period in which a project begins that the older one does not know.
void add_later_project(MinimalSite& site) {
  site.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
              R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words",
                   "lineage": [ { "kind": "continues", "project": "later", "period": "2021-05" } ] },
                 { "id": "later", "name": "Later" })")
      .change(
          "data/programmes.json", R"("indicators": [)",
          R"("indicators": [ { "id": "later-aantal", "name": "Later", "unit": "count", "unit_label": "dingen", "project": "later" },)")
      .change(
          "data/periods/2021-05.json", R"("depth": "totals",)",
          R"("depth": "projects", "projects": [ { "project": "later", "number": "1", "values": [ { "indicator": "later-aantal", "actual": 2 } ] } ],)");
}

}  // namespace

TEST_CASE("parts: a period has its data, projects, texts, attachments and closures, and what these rest on") {
  MinimalSite site;
  std::vector<std::string> names;
  for (const auto& [name, content] : parts_of(site, "2020-07")) names.push_back(name);
  CHECK(names == std::vector<std::string>{
                     "attachment:content/periods/2020-07/letters/monitor.pdf", "commitment:T20-27", "organisations",
                     "period", "programmes", "project:ggz", "project:taal", "site",
                     "text:content/commitments/T20-27.md", "text:content/periods/2020-07/economie.md",
                     "text:content/periods/2020-07/letters/hilversum.md",
                     "text:content/periods/2020-07/progress/ggz.md", "text:content/periods/2020-07/summary.md"});
}

TEST_CASE("parts: a project has its report as it was written, and its lights as they were resolved") {
  MinimalSite site;
  const Json part = parts_of(site, "2020-07").at("project:ggz");
  CHECK(part.at("report").at("number") == "WaW 7");
  CHECK(part.at("resolved").at("status") == Json{{"label", "Op koers"}, {"light", "green"}});
  CHECK(part.at("resolved").at("computed").at("status") == "on-track");
  CHECK(part.at("resolved").at("computed").at("of_target") == 0.75);
  CHECK(parts_of(site, "2020-07").at("project:taal").at("resolved").at("computed") == nullptr);
}

TEST_CASE("parts: the data of the period names its projects in order") {
  MinimalSite site;
  const Json period = parts_of(site, "2020-07").at("period");
  CHECK(period.at("projects") == Json{"ggz", "taal"});
  CHECK(period.at("name") == "Juli 2020");
  CHECK(!parts_of(site, "2021-05").at("period").contains("projects"));
}

TEST_CASE("parts: targets of later periods are left out") {
  MinimalSite site;
  const auto targets = [&](const char* period) {
    return parts_of(site, period).at("programmes").at("indicators").at(1).at("targets").size();
  };
  CHECK(targets("2020-07") == 1);
  CHECK(targets("2021-05") == 2);
}

TEST_CASE("parts: a project of a later period is left out, with its indicators and what leads to it") {
  MinimalSite site;
  add_later_project(site);
  const Json then = parts_of(site, "2020-07").at("programmes");
  CHECK(ids_of(then.at("programmes").at(0).at("projects")) == std::vector<std::string>{"ggz", "taal"});
  CHECK(!then.at("programmes").at(0).at("projects").at(1).contains("lineage"));
  CHECK(ids_of(then.at("indicators")) == std::vector<std::string>{"ggz-trajecten", "placements"});
  const Json now = parts_of(site, "2021-05").at("programmes");
  CHECK(ids_of(now.at("programmes").at(0).at("projects")) == std::vector<std::string>{"ggz", "taal", "later"});
  CHECK(now.at("programmes").at(0).at("projects").at(1).at("lineage").size() == 1);
}

TEST_CASE("parts: a rule goes when all targets that it weighs come later") {
  MinimalSite site;
  site.change("data/programmes.json", R"("targets": [ { "value": 12, "from_period": "2020-07" } ])",
              R"("targets": [ { "value": 12, "from_period": "2021-05" } ])");
  CHECK(!parts_of(site, "2020-07").at("programmes").at("programmes").at(0).at("projects").at(0).contains("rule"));
  CHECK(parts_of(site, "2021-05").at("programmes").at("programmes").at(0).at("projects").at(0).contains("rule"));
}

TEST_CASE("parts: what frames the pages is not sealed") {
  MinimalSite site;
  site.change("data/site.json", R"("title": "Monitor",)",
              R"("$schema": "x", "title": "Monitor", "notice": { "title": "Let op", "text": "Verzonnen." },)");
  const Json sealed = parts_of(site, "2020-07").at("site");
  for (const char* key : {"$schema", "contact", "links", "notice"}) CHECK(!sealed.contains(key));
  for (const char* key : {"title", "publisher", "status_scales", "base_url"}) CHECK(sealed.contains(key));
}

TEST_CASE("parts: figures are told as what they stood for, wherever they are written") {
  MinimalSite site;
  site.write("content/periods/2021-05/summary.md",
             "---\nheadline: \"{{ total.placements.actual }} aan het werk\"\n---\n"
             "Van {{ total.placements.target }} en {{ 2020-07: figure.krimp }}. Maar \\{{ niet.dit }}.\n")
      .write(
          "content/pages/woorden.md",
          "---\ntitle: Woorden\nterms:\n  - term: Doel\n    meaning: \"Nu {{ total.placements.old_target }}.\"\n---\n");
  const auto parts = parts_of(site, "2021-05");
  CHECK(parts.at("text:content/periods/2021-05/summary.md").at("figures") ==
        Json{{"2020-07: figure.krimp", "6,5\u00a0%"},
             {"total.placements.actual", "430"},
             {"total.placements.target", "520"}});
  CHECK(parts.at("glossary") ==
        Json{{"path", "content/pages/woorden.md"},
             {"title", "Woorden"},
             {"terms", Json::array({Json{{"term", "Doel"}, {"meaning", "Nu {{ total.placements.old_target }}."}}})},
             {"figures", {{"total.placements.old_target", "500"}}}});
}

TEST_CASE("parts: a text is sealed with the line ends of no editor in particular") {
  MinimalSite site;
  site.write("content/periods/2020-07/progress/ggz.md", "Een.\r\nTwee.\r\n");
  CHECK(parts_of(site, "2020-07").at("text:content/periods/2020-07/progress/ggz.md") ==
        Json{{"front_matter", Json::object()}, {"text", "Een.\nTwee.\n"}, {"figures", Json::object()}});
}

TEST_CASE("parts: earlier periods are told with lights and numbers, and without texts, each report by itself") {
  MinimalSite site;
  site.change("data/periods/2020-07.json", R"({ "indicator": "ggz-trajecten", "actual": 9 })",
              R"({ "indicator": "ggz-trajecten", "actual": 9, "note": "Een notitie." })");
  const auto parts = parts_of(site, "2021-05");
  CHECK(parts.at("history:2020-07/ggz").at("report") ==
        Json{{"project", "ggz"},
             {"number", "WaW 7"},
             {"name", "Aanpak GGZ"},
             {"status", "on-track"},
             {"basis", "reported"},
             {"values", Json::array({Json{{"indicator", "ggz-trajecten"}, {"actual", 9}}})}});
  CHECK(parts.at("history:2020-07/ggz").at("place") == 0);
  CHECK(parts.at("history:2020-07/ggz").at("computed").at("status") == "on-track");
  CHECK(parts.at("history:2020-07/taal") == Json{{"report",
                                                  {{"project", "taal"},
                                                   {"number", "WaW 8"},
                                                   {"name", "Taal als opstap"},
                                                   {"status", "at-risk"},
                                                   {"basis", "derived"}}},
                                                 {"computed", nullptr},
                                                 {"place", 1}});
  const Json& told = parts.at("history:2020-07").at("period");
  CHECK(told.at("totals") == Json::array({Json{{"indicator", "placements"}, {"actual", nullptr}}}));
  for (const char* key : {"limits", "sources", "figures", "projects"}) CHECK(!told.contains(key));
  for (const auto& [name, content] : parts_of(site, "2020-07")) CHECK(!name.starts_with(history_part));
}

TEST_CASE("parts: a file from elsewhere belongs to the edition when one of its texts names it") {
  MinimalSite site;
  site.attach("content/pages/kaart.svg", "<svg/>")
      .attach("content/pages/ander.svg", "<svg/>")
      .write("content/periods/2020-07/progress/ggz.md", "![De kaart](../../../pages/kaart.svg)\n");
  const auto parts = parts_of(site, "2020-07");
  CHECK(parts.at("attachment:content/pages/kaart.svg") == Json{{"sha256", sha256("<svg/>")}, {"size", 6}});
  CHECK(!parts.contains("attachment:content/pages/ander.svg"));
}

TEST_CASE("parts: a file with the same name elsewhere, or whose name ends in it, is not of the edition") {
  MinimalSite site;
  site.attach("content/periods/2021-05/letters/monitor.pdf", "%PDF van later")
      .attach("content/pages/monitor.pdf", "%PDF van elders")
      .attach("content/pages/pdf", "x");
  for (const auto& [name, content] : parts_of(site, "2020-07"))
    if (name.starts_with(attachment_part)) CHECK(name == "attachment:content/periods/2020-07/letters/monitor.pdf");
}

TEST_CASE("parts: a file of another period that a letter attaches belongs to the edition") {
  MinimalSite site;
  site.write("content/periods/2021-05/letters/raad.md",
             "---\ntitle: Brief\nkind: Raadsbrief\nfrom: College\ncouncils: [hilversum]\ndate: 2021-05\nattachments:\n "
             " - title: Toen\n"
             "    file: ../../2020-07/letters/monitor.pdf\n---\nGeachte raad,\n");
  CHECK(parts_of(site, "2021-05").contains("attachment:content/periods/2020-07/letters/monitor.pdf"));
}

}  // namespace stoplicht::test
