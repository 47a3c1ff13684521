#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// The status of project "taal" in periods after Mei 2021; "" where the period does not tell of it, "-" where there
// is nothing but a letter. Their names: "Deel 1", "Deel 2", …
void add_periods(MinimalSite& minimal, const std::vector<std::string>& statuses) {
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    const std::string id = "202" + std::to_string(2 + i) + "-01";
    const std::string name = "Deel " + std::to_string(i + 1);
    std::string data =
        R"({ "id": ")" + id + R"(", "name": ")" + name + R"(", "kind": "incidental", "reported_on": ")" + id + R"(", )";
    if (statuses[i] == "-") {
      data += R"("depth": "known" })";
    } else {
      const std::string status =
          statuses[i].empty() ? "" : R"(, "status": ")" + statuses[i] + R"(", "cause": "a", "action": "b")";
      const std::string project = statuses[i].empty() ? "ggz" : "taal";
      data += R"("depth": "projects", "projects": [ { "project": ")" + project + R"(", "number": "WaW 8")" + status +
              " } ] }";
    }
    minimal.write("data/periods/" + id + ".json", data);
    minimal.write("content/periods/" + id + "/summary.md", "---\nheadline: Kop\n---\n");
  }
}

Json strip_of(const SmallScene& small, const char* project = "taal", const Period* current = nullptr) {
  return strip_chart(small.scene, *small.site.find_project(project), current,
                     {"deelprojecten/" + std::string(project) + ".html", "verloop"});
}

// The conclusion when "taal" had at-risk in July 2020, nothing in May 2021, and then these.
std::string conclusion_after(const std::vector<std::string>& statuses) {
  MinimalSite minimal;
  add_periods(minimal, statuses);
  const SmallScene small(minimal);
  return strip_of(small)["conclusion"];
}

TEST_CASE("strip: one project through time, oldest first, with what is not known said") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json strip = strip_chart(small.scene, *small.site.find_project("taal"), &small.period("2020-07"),
                                 {"periodes/2020-07/taal.html", "verloop"});

  CHECK(strip["id"] == "verloop");
  CHECK(strip["title"] == "Licht: Taalvaardigheid");
  CHECK(strip["long"] == false);
  CHECK(strip["items"] == Json::parse(R"([
    { "period": "Juli 2020", "href": "taal.html", "current": true, "gap": true, "unknown": false,
      "light": { "label": "Risico", "shape": "warning", "light": "amber", "basis": "afgeleid" }, "note": "Taal als opstap" },
    { "period": "Mei 2021", "href": "../2021-05/index.html", "current": false, "gap": true, "unknown": "geen stand",
      "light": false, "note": false } ])"));
}

TEST_CASE("strip: a report without a light, a period without the project, and one after its end") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("number": "WaW 7",
      "status": "on-track", "basis": "reported",)",
                 R"("number": "WaW 7",)");
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" },
                    { "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "ended", "period": "2021-05" } ] })");
  const SmallScene small(minimal);

  const Json wonen = strip_of(small, "wonen")["items"];

  CHECK(strip_of(small, "ggz")["items"][0]["unknown"] == "geen licht");
  CHECK(wonen[0]["unknown"] == "niet in deze periode");
  CHECK(wonen[0]["href"] == "../periodes/2020-07/index.html");
  CHECK(wonen[1]["unknown"] == "beëindigd");
}

TEST_CASE("strip: the line is dotted from the last light before a gap to the first after it") {
  MinimalSite minimal;
  add_periods(minimal, {"on-track", "on-track", "-", "on-track"});
  const SmallScene small(minimal);

  const Json strip = strip_of(small);
  std::string line;
  for (const Json& item : strip["items"]) line += item["gap"].get<bool>() ? "." : "-";

  CHECK(line == "..-..-");
}

TEST_CASE("strip: a light that holds is told since when") {
  CHECK(conclusion_after({"on-track", "on-track"}) == "Sinds deel 1: op koers.");
  CHECK(conclusion_after({"off-track", "on-track", "on-track"}) == "Sinds deel 2: op koers.");
}

TEST_CASE("strip: of a light with unknown periods between, or after it, no more is told than is known") {
  CHECK(conclusion_after({"on-track", "-", "on-track"}) == "deel 1 - deel 3, bekend steeds op koers: 2 van 3.");
  CHECK(conclusion_after({"on-track", "", "on-track", "-"}) == "deel 1 - deel 3, bekend steeds op koers: 2 van 3.");
  CHECK(conclusion_after({"on-track", "on-track", "-"}) == "deel 1 - deel 2: op koers.");
  CHECK(conclusion_after({"at-risk"}) == "Bekend steeds risico: 2 van 3, juli 2020 - deel 1.");

  MinimalSite minimal;
  add_periods(minimal, {"at-risk"});
  minimal.remove("data/periods/2021-05.json").remove("content/periods/2021-05/summary.md");
  minimal.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                 "");
  const SmallScene small(minimal);
  CHECK(strip_of(small)["conclusion"] == "Steeds risico: juli 2020 - deel 1.");
}

TEST_CASE("strip: periods in a row are counted where attention is asked for, and only if none is missing") {
  CHECK(conclusion_after({"on-track", "off-track", "off-track", "off-track"}) == "3 keer niet op koers, sinds deel 2.");
  CHECK(conclusion_after({"on-track", "off-track", "-", "off-track", "off-track"}) ==
        "deel 2 - deel 5, bekend steeds niet op koers: 3 van 4.");
  CHECK(conclusion_after({"off-track", "on-track", "on-track", "on-track"}) == "Sinds deel 2: op koers.");
}

TEST_CASE("strip: a new light is better, worse or just another one") {
  CHECK(conclusion_after({"on-track"}) == "Beter dan juli 2020: risico > op koers.");
  CHECK(conclusion_after({"off-track"}) == "Slechter dan juli 2020: risico > niet op koers.");
  MinimalSite minimal;
  minimal.change("data/site.json", R"({ "id": "off-track",)",
                 R"({ "id": "completed", "label": "Afgerond", "light": "blue", "shape": "flag", "meaning": "Klaar." },
                    { "id": "off-track",)");
  add_periods(minimal, {"completed"});
  const SmallScene small(minimal);
  CHECK(strip_of(small)["conclusion"] == "deel 1 afgerond, juli 2020 risico.");
}

TEST_CASE("strip: with one light or none there is no course to tell") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" }, { "id": "wonen", "name": "Wonen" })");
  const SmallScene small(minimal);

  CHECK(strip_of(small)["conclusion"] == "Eén keer: risico, juli 2020.");
  CHECK(strip_of(small)["note"] == "Oudste eerst. Afgeleid uit de tekst. Stand juli 2020.");
  CHECK(strip_of(small, "wonen")["conclusion"] == "Niets bekend.");
  CHECK(strip_of(small, "wonen")["note"] == "Oudste eerst.");
}

TEST_CASE(
    "strip: an older number and a light that the rule gives are told where they are not the newest or reported one") {
  MinimalSite minimal;
  add_periods(minimal, {"on-track"});
  minimal.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": 1");
  minimal.change("data/periods/2020-07.json", "\"basis\": \"reported\",",
                 "\"basis\": \"reported\", \"override_reason\": \"Anders.\",");
  minimal.change("data/periods/2022-01.json", R"("project": "taal", "number": "WaW 8", "status": "on-track")",
                 R"("project": "ggz", "number": "WaW 1", "status": "on-track")");
  const SmallScene small(minimal);

  const Json strip = strip_of(small, "ggz");

  CHECK(strip["items"][0]["note"] == "WaW 7 · berekend: niet op koers");
  CHECK(strip["items"][2]["note"] == false);
  CHECK(strip["note"] == "Oudste eerst. Eén keer anders berekend.");
}

TEST_CASE(
    "strip: a light that the rule gives stands beside the reported one only where they differ, or where none was") {
  const auto note = [](const char* status) {
    MinimalSite minimal;
    minimal.change("data/site.json", R"({ "id": "off-track",)",
                   R"({ "id": "completed", "label": "Afgerond", "light": "blue", "shape": "flag", "meaning": "Klaar." },
                      { "id": "off-track",)");
    minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)", status);
    const SmallScene small(minimal);
    return strip_of(small, "ggz")["items"][0]["note"];
  };

  CHECK(note(R"("status": "completed",)") == false);
  CHECK(note(R"("status": "on-track",)") == false);
  CHECK(note("") == "berekend: op koers");
}

TEST_CASE("strip: more periods than fit abreast stand below one another") {
  MinimalSite minimal;
  add_periods(minimal, std::vector<std::string>(8, "on-track"));
  const SmallScene ten(minimal);
  minimal.write(
      "data/periods/2031-01.json",
      R"({ "id": "2031-01", "name": "Deel 9", "kind": "incidental", "reported_on": "2031-01", "depth": "known" })");
  minimal.write("content/periods/2031-01/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene eleven(minimal);

  CHECK(strip_of(ten)["long"] == false);
  CHECK(strip_of(eleven)["long"] == true);
}

TEST_CASE("strip: its table tells number, name, lights and summary of every period") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\",",
                 "\"status\": \"on-track\", \"basis\": \"reported\", \"summary\": \"Loopt, en goed.\",");
  const SmallScene small(minimal);

  const Json csv = strip_of(small, "ggz")["table"]["csv"];

  CHECK(csv == Json{{"href", "../gegevens/deelproject-ggz.csv"}, {"name", "deelproject-ggz.csv"}});
  CHECK(to_csv(strip_table(small.scene, *small.site.find_project("ggz"))) ==
        "Periode,Nr,Deelproject,Stoplicht,Grondslag,Berekend,In het kort\r\n"
        "Juli 2020,WaW 7,Aanpak GGZ,Op koers,gemeld,Op koers,\"Loopt, en goed.\"\r\n"
        "Mei 2021,–,–,geen stand,–,–,–\r\n");
  CHECK(small.diagnostics.to_text() == "");
}

}  // namespace
}  // namespace stoplicht::test
