#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// A period after Mei 2021 in which so many projects have each status; the projects are made for it.
void add_period(MinimalSite& minimal, const std::string& id, const std::string& name,
                const std::vector<std::pair<std::string, int>>& counts, const std::string& scale = "stoplicht") {
  std::string projects;
  int number = 0;
  for (const auto& [status, count] : counts) {
    for (int i = 0; i < count; ++i) {
      ++number;
      projects += (projects.empty() ? "" : ", ") + (R"({ "project": "p)" + std::to_string(number)) +
                  R"(", "number": ")" + std::to_string(number) + R"(", "status": ")" + status +
                  R"(", "cause": "a", "action": "b" })";
    }
  }
  minimal.write("data/periods/" + id + ".json",
                R"({ "id": ")" + id + R"(", "name": ")" + name + R"(", "kind": "incidental", "reported_on": ")" + id +
                    R"(", "depth": "projects", "scale": ")" + scale + R"(", "projects": [ )" + projects + " ] }");
  minimal.write("content/periods/" + id + "/summary.md", "---\nheadline: Kop\n---\n");
}

// Projects p1 up to p`count`.
void add_projects(MinimalSite& minimal, int count) {
  std::string projects;
  for (int i = 1; i <= count; ++i)
    projects += R"(, { "id": "p)" + std::to_string(i) + R"(", "name": "Deelproject )" + std::to_string(i) + R"(" })";
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })" + projects);
}

Json chart_of(const SmallScene& small) { return distribution_chart(small.scene, {"periodes/index.html", "verdeling"}); }

TEST_CASE("distribution: a bar for each period, oldest first, on the scale of the largest") {
  MinimalSite minimal;
  add_projects(minimal, 8);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 4}, {"off-track", 3}, {"not-reported", 1}});
  const SmallScene small(minimal);

  const Json chart = chart_of(small);

  CHECK(chart["id"] == "verdeling");
  CHECK(chart["title"] == "Aantal per licht");
  CHECK(chart["rows"][0] == Json::parse(R"({ "name": "Juli 2020", "href": "2020-07/index.html", "nothing": false,
    "total": "2 deelprojecten", "counts": "1 op koers en 1 risico", "segments": [
      { "label": "Op koers", "shape": "check", "light": "green", "basis": false, "x": "0.00%", "width": "12.50%",
        "contents": [ { "count": false, "narrow": false, "wide": false } ] },
      { "label": "Risico", "shape": "warning", "light": "amber", "basis": false, "x": "12.50%", "width": "12.50%",
        "contents": [ { "count": false, "narrow": false, "wide": false } ] } ] })"));
  CHECK(chart["rows"][1]["nothing"] == "alleen totalen; geen stand");
  CHECK(chart["rows"][1]["segments"].empty());
  CHECK(chart["rows"][2]["segments"][1] == Json::parse(R"({ "label": "Niet op koers", "shape": "cross", "light": "red",
    "basis": false, "x": "50.00%", "width": "37.50%", "contents": [ { "count": "3", "narrow": false, "wide": false } ] })"));
  CHECK(chart["rows"][2]["total"] == "7 bekend, 1 niet");
  CHECK(chart["rows"][2]["counts"] == "4 op koers, 3 niet op koers en 1 niet gemeld");
  CHECK(chart["legend"].size() == 4);
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("distribution: sign and number stand only where they have room") {
  MinimalSite minimal;
  add_projects(minimal, 60);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 57}, {"at-risk", 2}, {"off-track", 1}});
  const SmallScene small(minimal);

  const Json segments = chart_of(small)["rows"][2]["segments"];

  CHECK(segments[0]["contents"] == Json::parse(R"([ { "count": "57", "narrow": false, "wide": false } ])"));
  CHECK(segments[1]["contents"] == Json::parse(R"([ { "count": false, "narrow": false, "wide": true } ])"));
  CHECK(segments[2]["contents"] == Json::array());
}

TEST_CASE("distribution: a part that has room on a wide screen only is marked for it") {
  MinimalSite minimal;
  add_projects(minimal, 30);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 27}, {"at-risk", 2}, {"off-track", 1}});
  const SmallScene small(minimal);

  const Json segments = chart_of(small)["rows"][2]["segments"];

  CHECK(segments[1]["contents"] == Json::parse(R"([ { "count": false, "narrow": true, "wide": false },
                                                     { "count": "2", "narrow": false, "wide": true } ])"));
  CHECK(segments[2]["contents"] == Json::parse(R"([ { "count": false, "narrow": false, "wide": true } ])"));
}

TEST_CASE("distribution: the conclusion holds the newest against the first that says it in the same word") {
  MinimalSite minimal;
  add_projects(minimal, 3);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 2}, {"off-track", 1}});
  const SmallScene small(minimal);
  MinimalSite changed;
  add_projects(changed, 3);
  changed.change("data/site.json", R"("status_scales": [)", R"("status_scales": [
    { "id": "nieuw", "name": "Nieuw", "statuses": [
      { "id": "good", "label": "Loopt", "light": "green", "shape": "check", "meaning": "a" },
      { "id": "not-reported", "label": "Niet gemeld", "light": "grey", "shape": "question", "meaning": "b" } ] },)");
  add_period(changed, "2022-01", "Januari 2022", {{"good", 3}}, "nieuw");
  const SmallScene other(changed);

  CHECK(chart_of(small)["conclusion"] == "Januari 2022: 2 van 3 op koers. Juli 2020: 1 van 2.");
  CHECK(chart_of(small)["note"] == "Elke balk is een periode.");
  CHECK(chart_of(other)["conclusion"] == "Januari 2022: 3 van 3 loopt.");
  CHECK(chart_of(other)["note"] == "Elke balk is een periode. Andere lichten.");
}

TEST_CASE("distribution: what is not reported is no part of what is told, nor a period in which nothing is") {
  MinimalSite minimal;
  add_projects(minimal, 5);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 2}, {"off-track", 1}, {"not-reported", 2}});
  add_period(minimal, "2022-07", "Juli 2022", {{"not-reported", 5}});
  const SmallScene small(minimal);

  const Json chart = chart_of(small);

  CHECK(chart["conclusion"] == "Januari 2022: 2 van 3 bekende op koers. Juli 2020: 1 van 2.");
  CHECK(chart["rows"][3]["nothing"] == "5 deelprojecten; geen stand");
  CHECK(chart["rows"][3]["segments"] == Json::array());
  CHECK(to_csv(distribution_table(small.scene)).ends_with("Juli 2022,0,0,0,5,5\r\n"));
}

TEST_CASE("distribution: an older period is told as far as it is known") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived",)", "");
  add_projects(minimal, 1);
  add_period(minimal, "2022-01", "Januari 2022", {{"on-track", 1}});
  const SmallScene small(minimal);

  CHECK(chart_of(small)["conclusion"] == "Januari 2022: 1 van 1 op koers. Juli 2020: 1 van 1 bekende.");
}

TEST_CASE("distribution: a scale without green tells what asks for attention") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"("light": "green")", R"("light": "blue")");
  const SmallScene small(minimal);

  CHECK(chart_of(small)["conclusion"] == "juli 2020: 1 van 2 vroeg aandacht.");
}

TEST_CASE("distribution: its table says what a period or a scale does not know") {
  MinimalSite minimal;
  add_projects(minimal, 1);
  minimal.change("data/site.json", R"("status_scales": [)", R"("status_scales": [
    { "id": "nieuw", "name": "Nieuw", "statuses": [
      { "id": "good", "label": "Loopt", "light": "green", "shape": "check", "meaning": "a" },
      { "id": "not-reported", "label": "Niet gemeld", "light": "grey", "shape": "question", "meaning": "b" } ] },)");
  add_period(minimal, "2022-01", "Januari 2022", {{"good", 1}}, "nieuw");
  const SmallScene small(minimal);

  CHECK(to_csv(distribution_table(small.scene)) ==
        "Periode,Loopt,Op koers,Risico,Totaal\r\n"
        "Juli 2020,bestond niet,1,1,2\r\n"
        "Mei 2021,geen stand,geen stand,geen stand,geen stand\r\n"
        "Januari 2022,1,bestond niet,bestond niet,1\r\n");
  CHECK(chart_of(small)["table"]["csv"] == Json{{"href", "../gegevens/verdeling.csv"}, {"name", "verdeling.csv"}});
}

TEST_CASE("distribution: without lights in any period there is no chart") {
  MinimalSite minimal;
  SmallScene small(minimal);
  for (const auto& period : small.site.periods) period->projects.clear();

  CHECK(chart_of(small) == false);
}

}  // namespace
}  // namespace stoplicht::test
