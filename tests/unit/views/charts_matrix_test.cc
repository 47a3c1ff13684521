#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// A third period: GGZ has ended (2021), Wonen is new and without a light, Taal goes on under another number.
void add_third_period(MinimalSite& minimal) {
  minimal.change("data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
                 R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" }, { "id": "wonen", "name": "Wonen" })");
  minimal.write("data/periods/2022-05.json", R"({
  "id": "2022-05", "name": "Mei 2022", "kind": "half-year", "from": "2021-06", "until": "2022-05", "reported_on": "2022-05",
  "depth": "projects", "scale": "stoplicht",
  "projects": [
    { "project": "taal", "number": "WaW 3", "status": "on-track", "basis": "reported" },
    { "project": "wonen", "number": "WaW 9" } ]
})");
  minimal.write("content/periods/2022-05/summary.md", "---\nheadline: Op koers\n---\n");
}

Json matrix(const SmallScene& small, std::vector<OutputFile>* files = nullptr) {
  return matrix_chart(small.scene, {"periodes/index.html", "matrix", "matrix.csv", files});
}

TEST_CASE("matrix: a cell shows a light, or why there is none") {
  MinimalSite minimal;
  add_third_period(minimal);
  const SmallScene small(minimal);

  const Json groups = matrix(small)["groups"];

  REQUIRE(groups.size() == 1);
  CHECK(groups[0]["name"] == "Werken aan Werk");
  REQUIRE(groups[0]["rows"].size() == 3);
  const Json none = Json::parse(R"({ "href": "", "shape": "", "light": "",
    "kind_sign": false, "kind_no_data": false, "kind_ended": false, "kind_absent": false })");
  const auto cell = [&](const char* label, const char* kind) {
    Json out = none;
    out["label"] = label;
    out[kind] = true;
    return out;
  };
  const auto sign = [&](const char* label, const char* href, const char* shape, const char* light) {
    Json out = cell(label, "kind_sign");
    out["href"] = href;
    out["shape"] = shape;
    out["light"] = light;
    return out;
  };
  CHECK(groups[0]["rows"][0] ==
        Json{{"number", "WaW 7"},
             {"name", "Aanpak GGZ"},
             {"href", "../deelprojecten/ggz.html"},
             {"cells",
              {sign("Juli 2020: Op koers, gemeld", "2020-07/ggz.html", "check", "green"),
               cell("Mei 2021: geen stand", "kind_no_data"), cell("Mei 2022: beëindigd", "kind_ended")}}});
  CHECK(groups[0]["rows"][1] ==
        Json{{"number", "WaW 3"},
             {"name", "Taalvaardigheid"},
             {"href", "../deelprojecten/taal.html"},
             {"cells",
              {sign("Juli 2020: Risico, afgeleid", "2020-07/taal.html", "warning", "amber"),
               cell("Mei 2021: geen stand", "kind_no_data"),
               sign("Mei 2022: Op koers, gemeld", "2022-05/taal.html", "check", "green")}}});
  CHECK(groups[0]["rows"][2] ==
        Json{{"number", "WaW 9"},
             {"name", "Wonen"},
             {"href", "../deelprojecten/wonen.html"},
             {"cells",
              {cell("Juli 2020: niet in deze periode", "kind_absent"), cell("Mei 2021: geen stand", "kind_no_data"),
               sign("Mei 2022: Niet gemeld", "2022-05/wonen.html", "question", "grey")}}});
}

TEST_CASE("matrix: columns, conclusion and legend tell what there is") {
  MinimalSite minimal;
  add_third_period(minimal);
  const SmallScene small(minimal);

  const Json chart = matrix(small);

  CHECK(chart["id"] == "matrix");
  CHECK(chart["conclusion"] == "2 van 3 melden standen.");
  CHECK(chart["note"] == "3 deelprojecten.");
  CHECK(chart["caption"] == "Per deelproject en periode");
  CHECK(chart["count"] == 3);
  CHECK(chart["csv"] == false);
  CHECK(chart["periods"] == Json::parse(R"([
    { "name": "Juli 2020", "short": "Juli", "sub": "2020", "href": "2020-07/index.html" },
    { "name": "Mei 2021", "short": "Mei", "sub": "2021", "href": "2021-05/index.html" },
    { "name": "Mei 2022", "short": "Mei", "sub": "2022", "href": "2022-05/index.html" } ])"));
  CHECK(chart["legend"] == Json::parse(R"([
    { "label": "Op koers", "shape": "check", "light": "green", "basis": false },
    { "label": "Risico", "shape": "warning", "light": "amber", "basis": false },
    { "label": "Niet gemeld", "shape": "question", "light": "grey", "basis": false } ])"));
}

TEST_CASE("matrix: the year below a column is that of its name, and told once") {
  const auto head = [](const std::string& name) {
    MinimalSite minimal;
    minimal.change("data/periods/2021-05.json", "\"name\": \"Mei 2021\"", "\"name\": \"" + name + "\"");
    const SmallScene small(minimal);
    const Json column = matrix(small)["periods"][1];
    return column["short"].get<std::string>() + "|" + column["sub"].get<std::string>();
  };

  CHECK(head("Najaar 2020") == "Najaar|2020");
  CHECK(head("2020, tweede helft") == "tweede helft|2020");
  CHECK(head("2021") == "2021|");
  CHECK(head("Tussenstand") == "Tussenstand|2021");
  CHECK(head("Brief 12345") == "Brief 12345|2021");
}

TEST_CASE("matrix: its CSV holds what is shown") {
  MinimalSite minimal;
  add_third_period(minimal);
  const SmallScene small(minimal);
  std::vector<OutputFile> files;

  const Json chart = matrix(small, &files);

  CHECK(chart["csv"] == Json{{"href", "matrix.csv"}, {"name", "matrix.csv"}});
  REQUIRE(files.size() == 1);
  CHECK(files[0].address == "periodes/matrix.csv");
  CHECK(files[0].bytes ==
        "Nr,Deelproject,Juli 2020,Mei 2021,Mei 2022\r\n"
        "WaW 7,Aanpak GGZ,\"Op koers, gemeld\",geen stand,beëindigd\r\n"
        "WaW 3,Taalvaardigheid,\"Risico, afgeleid\",geen stand,\"Op koers, gemeld\"\r\n"
        "WaW 9,Wonen,niet in deze periode,geen stand,Niet gemeld\r\n");
}

TEST_CASE("matrix: lineage ends a project in the period that it names") {
  MinimalSite minimal;
  add_third_period(minimal);
  minimal.change("data/programmes.json", R"("from": "2020", "until": "2021",)", "");
  minimal.change("data/programmes.json", R"("period": "2020-07" } ],)",
                 R"("period": "2020-07" }, { "kind": "merged-into", "project": "taal", "period": "2022-05" } ],)");
  const SmallScene small(minimal);

  const Json cells = matrix(small)["groups"][0]["rows"][0]["cells"];

  CHECK(cells[0]["label"] == "Juli 2020: Op koers, gemeld");
  CHECK(cells[2]["label"] == "Mei 2022: beëindigd");
}

TEST_CASE("matrix: every period with lights is a conclusion of its own") {
  MinimalSite minimal;
  minimal.remove("data/periods/2021-05.json").remove("content/periods/2021-05/summary.md");
  minimal.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })", "");
  const SmallScene small(minimal);

  CHECK(matrix(small)["conclusion"] == "Elke periode meldt standen.");
  CHECK(matrix(small)["note"] == "2 deelprojecten.");
}

}  // namespace
}  // namespace stoplicht::test
