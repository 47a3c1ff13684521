#include "views/kinship.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

// Taal went into Wonen, which goes on as Buurt; three periods, each with one of them.
MinimalSite& with_three_periods(MinimalSite& minimal) {
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "lineage": [ { "kind": "merged-into", "project": "wonen", "period": "2022-01" } ] },
                    { "id": "wonen", "name": "Wonen" },
                    { "id": "buurt", "name": "Buurt", "lineage": [ { "kind": "continues", "project": "wonen", "period": "2023-01" } ] })");
  for (const auto& [year, project] : {std::pair{"2022", "wonen"}, std::pair{"2023", "buurt"}}) {
    const std::string id = std::string(year) + "-01";
    minimal.write("data/periods/" + id + ".json", "{ \"id\": \"" + id + "\", \"name\": \"" + id +
                                                      "\", \"kind\": \"incidental\", \"reported_on\": \"" + id +
                                                      "\", \"depth\": \"projects\", \"projects\": [ { \"project\": \"" +
                                                      project + "\", \"number\": \"1\" } ] }");
    minimal.write("content/periods/" + id + "/summary.md", "---\nheadline: Kop\n---\n");
  }
  return minimal;
}

TEST_CASE("kinship: a lineage is told from both sides, those without a period first") {
  MinimalSite minimal;
  const SmallScene small(with_three_periods(minimal));
  const auto told = [&](const char* id) {
    std::vector<std::string> out;
    for (const Kin& kin : kin_of(small.site, *small.site.find_project(id)))
      out.push_back(kin_text(small.scene, kin) + (kin.onward ? " >" : " <"));
    return out;
  };

  CHECK(told("taal") == std::vector<std::string>{"Eruit gesplitst: Aanpak GGZ >", "Opgegaan in Wonen >"});
  CHECK(told("wonen") == std::vector<std::string>{"Erin opgegaan: Taalvaardigheid <", "Verder als Buurt >"});
  CHECK(told("buurt") == std::vector<std::string>{"Vervolg van Wonen <"});
}

TEST_CASE("kinship: the nearest kin that a period reports stands in, by every step on the way there") {
  MinimalSite minimal;
  const SmallScene small(with_three_periods(minimal));
  const auto found = [&](const char* id, const char* here, const char* there) {
    std::string out;
    for (const StandIn& kin :
         stand_ins(small.scene, small.site, *small.site.find_project(id), small.period(here), small.period(there)))
      out += (out.empty() ? "" : " | ") + kin.report->project->id + ": " + kin.text;
    return out.empty() ? "none" : out;
  };

  CHECK(found("taal", "2020-07", "2022-01") == "wonen: Opgegaan in Wonen");
  CHECK(found("taal", "2020-07", "2023-01") == "buurt: Opgegaan in Wonen; verder als Buurt");
  CHECK(found("buurt", "2023-01", "2020-07") == "taal: Vervolg van Wonen; erin opgegaan: Taalvaardigheid");
  // Forward in time nobody goes back to what a project came from.
  CHECK(found("ggz", "2020-07", "2022-01") == "none");
  CHECK(found("taal", "2020-07", "2021-05") == "none");
}

TEST_CASE("kinship: of what was split both halves stand in, as near as each other") {
  MinimalSite minimal;
  with_three_periods(minimal);
  minimal.change(
      "data/programmes.json",
      R"({ "id": "buurt", "name": "Buurt", "lineage": [ { "kind": "continues", "project": "wonen", "period": "2023-01" } ] })",
      R"({ "id": "buurt", "name": "Buurt", "lineage": [ { "kind": "split-from", "project": "wonen", "period": "2023-01" } ] },
                    { "id": "straat", "name": "Straat", "lineage": [ { "kind": "split-from", "project": "wonen", "period": "2023-01" } ] })");
  minimal.change("data/periods/2023-01.json", R"("number": "1" } ])",
                 R"("number": "1" }, { "project": "straat", "number": "2" } ])");
  const SmallScene small(minimal);
  std::string names;
  for (const StandIn& kin : stand_ins(small.scene, small.site, *small.site.find_project("wonen"),
                                      small.period("2022-01"), small.period("2023-01")))
    names += kin.report->project->id + " ";
  CHECK(names == "buurt straat ");
}

TEST_CASE("kinship: projects that name one another end the search") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "lineage": [ { "kind": "merged-into", "project": "wonen" } ] },
                    { "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "merged-into", "project": "taal" } ] })");
  const SmallScene small(minimal);

  CHECK(stand_ins(small.scene, small.site, *small.site.find_project("taal"), small.period("2020-07"),
                  small.period("2021-05"))
            .empty());
}

}  // namespace
}  // namespace stoplicht::test
