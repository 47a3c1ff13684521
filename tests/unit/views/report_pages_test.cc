#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

// What the page at an address shows.
Json report_context(const SmallScene& small, const std::string& address) {
  std::vector<Page> pages;
  for (const auto& period : small.site.periods) add_report_pages(small.scene, *period, pages);
  for (const Page& page : pages)
    if (page.address == address) return page.view().context;
  REQUIRE_MESSAGE(false, "no page ", address);
  return {};
}

// Of "ggz" in July 2020: target 12, half of the two years 2020 and 2021 gone by 31 July (213 of 731 days). `status` and
// what follows it stand in the report.
Json context_with(const std::string& actual, const std::string& status) {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": " + actual);
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\",", status);
  const SmallScene small(minimal);
  Json context = report_context(small, "periodes/2020-07/ggz.html");
  CHECK(small.diagnostics.to_text() == "");
  return context;
}

TEST_CASE("report page: reported and computed stand side by side when they differ, with the reason and the rule") {
  const Json context = context_with("3", R"("status": "on-track", "override_reason": "Twee werkgevers tekenden.",)");

  CHECK(context["both_lights"] ==
        Json{{"intro", "Twee lichten."},
             {"declared", {{"label", "Op koers"}, {"shape", "check"}, {"light", "green"}, {"basis", "gemeld"}}},
             {"reason", "Twee werkgevers tekenden."},
             {"no_reason", false},
             {"computed", {{"label", "Risico"}, {"shape", "warning"}, {"light", "amber"}, {"basis", "berekend"}}},
             {"rule",
              "Onder 0,9: risico. Onder 0,5: niet op koers! 25" + nbsp + "% van trajecten in 29" + nbsp + "%: 0,85."}});
  CHECK(context["verdict"]["context"] == "berekend: risico");
}

TEST_CASE("report page: a share of what is not exact is told as such") {
  const Json context =
      context_with(R"({ "value": 3, "qualifier": "about" })",
                   R"("status": "off-track", "cause": "a", "action": "b", "override_reason": "Nee.",)");

  CHECK(context["both_lights"]["rule"] == "Onder 0,9: risico. Onder 0,5: niet op koers! ongeveer 25" + nbsp +
                                              "% van trajecten in 29" + nbsp + "%: 0,85.");
}

TEST_CASE("report page: a share of nearly all is not told as all") {
  const std::string rest = R"("status": "off-track", "cause": "a", "action": "b", "override_reason": "Nee.",)";

  CHECK(context_with("11.99", rest)["both_lights"]["rule"].get<std::string>().find(
            "meer dan 99" + nbsp + "% van trajecten") != std::string::npos);
  CHECK(
      context_with(R"({ "value": 11.99, "qualifier": "about" })", rest)["both_lights"]["rule"].get<std::string>().find(
          "ongeveer 99" + nbsp + "% van trajecten") != std::string::npos);
}

TEST_CASE("report page: a computed light that says nothing against the reported one is not shown") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"({ "id": "off-track",)",
                 R"({ "id": "completed", "label": "Afgerond", "light": "blue", "shape": "flag", "meaning": "Klaar." },
                    { "id": "off-track",)");
  minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)",
                 R"("status": "completed",)");
  const SmallScene small(minimal);

  const Json context = report_context(small, "periodes/2020-07/ggz.html");

  CHECK(context["both_lights"] == false);
  CHECK(context["verdict"]["context"] == "");
}

TEST_CASE("report page: two lights that are the same are told in a word") {
  const Json context = context_with("9", R"("status": "on-track",)");

  CHECK(context["both_lights"] == false);
  CHECK(context["verdict"]["context"] == "zelfde berekend");
}

TEST_CASE("report page: a computed light is shown where none was reported, and no reason is asked for") {
  const Json context = context_with("3", "");

  CHECK(context["both_lights"]["intro"] == "Alleen berekend.");
  CHECK(context["both_lights"]["declared"]["label"] == "Niet gemeld");
  CHECK(context["both_lights"]["computed"]["label"] == "Risico");
  CHECK(context["both_lights"]["no_reason"] == false);
}

TEST_CASE("report page: without a rule, or with too little known, nothing is said of a computed light") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  CHECK(report_context(small, "periodes/2020-07/taal.html")["both_lights"] == false);
  CHECK(report_context(small, "periodes/2020-07/taal.html")["verdict"]["context"] == "");
  CHECK(context_with("null", R"("status": "on-track",)")["both_lights"] == false);
}

TEST_CASE("report page: another period shows the same project, or says why it cannot") {
  MinimalSite minimal;
  minimal.write("data/periods/2022-01.json",
                R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
    "depth": "projects", "projects": [ { "project": "taal", "number": "WaW 8", "status": "on-track" } ] })");
  minimal.write("content/periods/2022-01/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal);

  CHECK(report_context(small, "periodes/2020-07/taal.html")["tools"]["switch"]["items"] == Json::parse(R"([
    { "label": "Januari 2022", "sub": "Op koers", "href": "../2022-01/taal.html", "current": false },
    { "label": "Mei 2021", "sub": "alleen totalen", "href": "../2021-05/index.html", "current": false },
    { "label": "Juli 2020", "sub": "Risico", "href": "taal.html", "current": true } ])"));
  // It ran until the end of 2021.
  CHECK(report_context(small, "periodes/2020-07/ggz.html")["tools"]["switch"]["items"][0] == Json::parse(R"(
    { "label": "Januari 2022", "sub": "beëindigd", "href": "../2022-01/index.html", "current": false })"));
}

TEST_CASE("report page: its figures, its course and what it belongs to") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json context = report_context(small, "periodes/2020-07/ggz.html");

  CHECK(context["key_figures"]["figures"].size() == 1);
  CHECK(context["key_figures"]["trends"] == Json::array());
  CHECK(context["key_figures"]["shares"] == Json::array());
  CHECK(context["strip"]["items"][0]["current"] == true);
  CHECK(context["category"] == Json{{"name", "Scholing"}, {"href", "../../programmas/waw/scholing.html"}});
  CHECK(report_context(small, "periodes/2020-07/taal.html")["category"] == false);
  CHECK(report_context(small, "periodes/2020-07/taal.html")["key_figures"] == false);
  CHECK(report_context(small, "periodes/2020-07/taal.html")["followed_in_words"] == true);
}

}  // namespace
}  // namespace stoplicht::test
