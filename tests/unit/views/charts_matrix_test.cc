#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// A third period: GGZ has ended (2021), Wonen is new and without a light, Taal goes on under another number.
void add_third_period(MinimalSite& minimal) {
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
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

Json matrix(const SmallScene& small) { return matrix_chart(small.scene, {"periodes/index.html", "matrix"}); }

TEST_CASE("matrix: a cell shows a light, or why there is none") {
  MinimalSite minimal;
  add_third_period(minimal);
  const SmallScene small(minimal);

  const Json groups = matrix(small)["groups"];

  REQUIRE(groups.size() == 1);
  CHECK(groups[0]["name"] == "Werken aan Werk");
  REQUIRE(groups[0]["rows"].size() == 3);
  const Json none = Json::parse(R"({ "href": "", "shape": "", "light": "", "mark": false, "ends": false,
    "kind_sign": false, "kind_no_data": false, "kind_ended": false })");
  const auto cell = [&](const char* label, const char* kind = nullptr) {
    Json out = none;
    out["label"] = label;
    if (kind != nullptr) out[kind] = true;
    return out;
  };
  const auto sign = [&](const char* label, const char* href, const char* shape, const char* light) {
    Json out = cell(label, "kind_sign");
    out["href"] = href;
    out["shape"] = shape;
    out["light"] = light;
    return out;
  };
  Json begun =
      sign("Juli 2020: Op koers, gemeld; afgesplitst van Taalvaardigheid", "2020-07/ggz.html", "check", "green");
  begun["mark"] = "↳";
  CHECK(groups[0]["rows"][0] ==
        Json{{"number", "WaW 7"},
             {"name", "Aanpak GGZ"},
             {"href", "../deelprojecten/ggz.html"},
             {"relations",
              {Json{{"mark", "↳"},
                    {"text", "Afgesplitst van"},
                    {"name", "Taalvaardigheid"},
                    {"href", "../deelprojecten/taal.html"}}}},
             {"cells",
              {begun, cell("Mei 2021: geen stand", "kind_no_data"), cell("Mei 2022: beëindigd", "kind_ended")}}});
  CHECK(groups[0]["rows"][1] == Json{{"number", "WaW 3"},
                                     {"name", "Taalvaardigheid"},
                                     {"href", "../deelprojecten/taal.html"},
                                     {"relations", Json::array()},
                                     {"cells",
                                      {sign("Juli 2020: Risico, afgeleid; eruit gesplitst: Aanpak GGZ",
                                            "2020-07/taal.html", "warning", "amber"),
                                       cell("Mei 2021: geen stand", "kind_no_data"),
                                       sign("Mei 2022: Op koers, gemeld", "2022-05/taal.html", "check", "green")}}});
  CHECK(groups[0]["rows"][2] ==
        Json{{"number", "WaW 9"},
             {"name", "Wonen"},
             {"href", "../deelprojecten/wonen.html"},
             {"relations", Json::array()},
             {"cells",
              {cell("Juli 2020: niet in deze periode"), cell("Mei 2021: geen stand", "kind_no_data"),
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
  CHECK(chart["title"] == "Per deelproject en periode");
  CHECK(chart["description"] == "3 deelprojecten in 3 periodes. In mei 2022: 1 op koers en 1 niet gemeld.");
  CHECK(chart["count"] == 3);
  CHECK(chart["scrolls"] == false);
  CHECK(chart["periods"] == Json::parse(R"([
    { "name": "Juli 2020", "short": "Juli", "sub": "2020", "narrow": false, "href": "2020-07/index.html" },
    { "name": "Mei 2021", "short": "Mei", "sub": "2021", "narrow": false, "href": "2021-05/index.html" },
    { "name": "Mei 2022", "short": "Mei", "sub": "2022", "narrow": false, "href": "2022-05/index.html" } ])"));
  CHECK(chart["marks"] == Json::parse(R"([ { "mark": "↳", "label": "komt ergens uit voort" } ])"));
  CHECK(chart["totals"] == Json::parse(R"([
    { "unknown": false, "count": "1", "of": "2" }, { "unknown": "geen stand", "count": "0", "of": "0" },
    { "unknown": false, "count": "0", "of": "1" } ])"));
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

  CHECK(matrix(small)["table"]["csv"] == Json{{"href", "../gegevens/stoplichten.csv"}, {"name", "stoplichten.csv"}});
  CHECK(to_csv(matrix_table(small.scene)) ==
        "Nr,Deelproject,Juli 2020,Mei 2021,Mei 2022\r\n"
        "WaW 7,Aanpak GGZ,\"Op koers, gemeld; afgesplitst van Taalvaardigheid\",geen stand,beëindigd\r\n"
        "WaW 3,Taalvaardigheid,\"Risico, afgeleid; eruit gesplitst: Aanpak GGZ\",geen stand,\"Op koers, gemeld\"\r\n"
        "WaW 9,Wonen,niet in deze periode,geen stand,Niet gemeld\r\n");
}

TEST_CASE("matrix: a half year and a quarter have a short head for narrow screens") {
  const auto head = [](const std::string& from, const std::string& until) {
    MinimalSite minimal;
    minimal.change("data/periods/2020-07.json", R"("until": "2020-07")", R"("until": "2020-06")");
    minimal.change("data/periods/2021-05.json", R"("from": "2020-08", "until": "2021-05")",
                   "\"from\": \"" + from + "\", \"until\": \"" + until + "\"");
    const SmallScene small(minimal);
    return matrix(small)["periods"][1]["narrow"];
  };

  CHECK(head("2021-01", "2021-06") == Json{{"name", "1e"}, {"sub", "’21"}});
  CHECK(head("2020-07-01", "2020-12-31") == Json{{"name", "2e"}, {"sub", "’20"}});
  CHECK(head("2020-Q3", "2020-Q3") == Json{{"name", "K3"}, {"sub", "’20"}});
  CHECK(head("2021-02", "2021-05") == false);
  CHECK(head("2020-07", "2021-06") == false);
}

TEST_CASE("matrix: lineage ends a project in the period that it names, with a mark and words") {
  MinimalSite minimal;
  add_third_period(minimal);
  minimal.change("data/programmes.json", R"("from": "2020", "until": "2021",)", "");
  minimal.change("data/programmes.json", R"("period": "2020-07" } ],)",
                 R"("period": "2020-07" }, { "kind": "merged-into", "project": "taal", "period": "2021-05" } ],)");
  const SmallScene small(minimal);

  const Json row = matrix(small)["groups"][0]["rows"][0];

  CHECK(row["cells"][1]["label"] == "Mei 2021: beëindigd; opgegaan in Taalvaardigheid");
  CHECK(row["cells"][1]["mark"] == "⇥");
  CHECK(row["cells"][1]["ends"] == true);
  CHECK(row["cells"][1]["kind_ended"] == false);
  CHECK(row["cells"][1]["href"] == "../deelprojecten/taal.html");
  CHECK(row["cells"][2]["label"] == "Mei 2022: beëindigd");
  CHECK(row["cells"][2]["mark"] == false);
  CHECK(row["cells"][2]["kind_ended"] == true);
  REQUIRE(row["relations"].size() == 2);
  CHECK(row["relations"][1] == Json{{"mark", "⇥"},
                                    {"text", "Opgegaan in"},
                                    {"name", "Taalvaardigheid"},
                                    {"href", "../deelprojecten/taal.html"}});
  CHECK(matrix(small)["marks"].size() == 2);
}

TEST_CASE(
    "matrix: a project that goes on as another one shows where it went, and what went into another one is told there "
    "too") {
  MinimalSite minimal;
  add_third_period(minimal);
  minimal.change(
      "data/programmes.json", R"({ "id": "wonen", "name": "Wonen" })",
      R"({ "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "continues", "project": "ggz", "period": "2022-05" } ] })");
  const SmallScene small(minimal);

  const Json rows = matrix(small)["groups"][0]["rows"];

  const Json& gone = rows[0]["cells"][2];
  CHECK(gone["label"] == "Mei 2022: verder als Wonen");
  CHECK(gone["href"] == "2022-05/wonen.html");
  CHECK(gone["mark"] == "⇥");
  CHECK(gone["kind_sign"] == false);
  CHECK(rows[0]["relations"][1] ==
        Json{{"mark", "⇥"}, {"text", "Verder als"}, {"name", "Wonen"}, {"href", "../deelprojecten/wonen.html"}});
  CHECK(rows[2]["cells"][2]["label"] == "Mei 2022: Niet gemeld; vervolg van Aanpak GGZ");
  CHECK(rows[2]["cells"][2]["mark"] == "↳");
}

TEST_CASE("matrix: a project that was split up and is told of no more shows into what") {
  MinimalSite minimal;
  add_third_period(minimal);
  minimal.change(
      "data/programmes.json", R"({ "id": "wonen", "name": "Wonen" })",
      R"({ "id": "wonen", "name": "Wonen", "lineage": [ { "kind": "split-from", "project": "ggz", "period": "2022-05" } ] })");
  const SmallScene small(minimal);

  const Json row = matrix(small)["groups"][0]["rows"][0];

  CHECK(row["cells"][2]["label"] == "Mei 2022: beëindigd; eruit gesplitst: Wonen");
  CHECK(row["cells"][2]["href"] == "2022-05/wonen.html");
  CHECK(row["relations"][1] ==
        Json{{"mark", "⇥"}, {"text", "Eruit gesplitst:"}, {"name", "Wonen"}, {"href", "../deelprojecten/wonen.html"}});
}

TEST_CASE("matrix: a project that ends in a period that still reports on it keeps its light") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "lineage": [ { "kind": "ended", "period": "2020-07" } ] })");
  const SmallScene small(minimal);

  const Json row = matrix(small)["groups"][0]["rows"][1];

  CHECK(row["cells"][0]["label"] == "Juli 2020: Risico, afgeleid; beëindigd; eruit gesplitst: Aanpak GGZ");
  CHECK(row["cells"][0]["mark"] == "⇥");
  CHECK(row["cells"][0]["kind_sign"] == true);
  CHECK(row["relations"] == Json::array());
}

TEST_CASE("matrix: what has been red the longest is the conclusion") {
  MinimalSite minimal;
  add_third_period(minimal);
  minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived")",
                 R"("status": "off-track", "basis": "derived")");
  minimal.change("data/periods/2022-05.json", R"("status": "on-track", "basis": "reported")",
                 R"("status": "off-track", "basis": "reported")");
  minimal.change("data/periods/2022-05.json", R"("number": "WaW 3",)",
                 R"("number": "WaW 3", "cause": "x", "action": "y",)");
  minimal.change("data/periods/2020-07.json", R"("action": null)", R"("action": "y")");
  const SmallScene small(minimal);

  const Json chart = matrix(small);

  CHECK(chart["conclusion"] == "Taalvaardigheid is al 2 periodes niet op koers.");
  CHECK(chart["note"] == "2 van 3 melden standen. 3 deelprojecten.");
}

TEST_CASE("matrix: another red light, or the same word of another scale for something else, is not a longer one") {
  const auto conclusion = [](const char* scale, const char* status) {
    MinimalSite minimal;
    add_third_period(minimal);
    minimal.change("data/site.json", R"("status_scales": [)", R"("status_scales": [
      { "id": "nieuw", "name": "Nieuw", "statuses": [
        { "id": "same", "label": "Niet op koers", "light": "red", "shape": "cross", "meaning": "a" },
        { "id": "stuck", "label": "Loopt vast", "light": "red", "shape": "cross", "meaning": "b" },
        { "id": "not-reported", "label": "Niet gemeld", "light": "grey", "shape": "question", "meaning": "c" } ] },)");
    minimal.change("data/periods/2022-05.json", R"("scale": "stoplicht")", "\"scale\": \"" + std::string(scale) + "\"");
    minimal.change("data/periods/2022-05.json", R"("status": "on-track", "basis": "reported")",
                   "\"cause\": \"x\", \"action\": \"y\", \"status\": \"" + std::string(status) + "\"");
    minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived")",
                   R"("status": "off-track", "basis": "derived")");
    minimal.change("data/periods/2020-07.json", R"("action": null)", R"("action": "y")");
    const SmallScene small(minimal);
    return matrix(small)["conclusion"].get<std::string>();
  };

  CHECK(conclusion("stoplicht", "off-track") == "Taalvaardigheid is al 2 periodes niet op koers.");
  CHECK(conclusion("nieuw", "same") == "Taalvaardigheid is al 2 periodes niet op koers.");
  CHECK(conclusion("nieuw", "stuck") == "2 van 3 melden standen.");
}

TEST_CASE("matrix: two red lights that last as long are told each by its own word") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"({ "id": "off-track",)",
                 R"({ "id": "stuck", "label": "Loopt vast", "light": "red", "shape": "cross", "meaning": "b" },
                    { "id": "off-track",)");
  minimal.change("data/programmes.json", R"("from": "2020", "until": "2021",)", "");
  minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)",
                 R"("status": "stuck", "cause": "a", "action": "b", "override_reason": "c",)");
  minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived")",
                 R"("status": "off-track", "basis": "derived")");
  minimal.change("data/periods/2020-07.json", R"("action": null)", R"("action": "y")");
  minimal.write("data/periods/2022-05.json",
                R"({ "id": "2022-05", "name": "Mei 2022", "kind": "incidental", "reported_on": "2022-05",
    "depth": "projects", "projects": [
      { "project": "taal", "number": "1", "status": "off-track", "cause": "a", "action": "b" },
      { "project": "ggz", "number": "2", "status": "stuck", "cause": "a", "action": "b" } ] })");
  minimal.write("content/periods/2022-05/summary.md", "---\nheadline: Kop\n---\n");
  const SmallScene small(minimal);

  CHECK(matrix(small)["conclusion"] ==
        "Aanpak GGZ is al 2 periodes loopt vast. Taalvaardigheid is al 2 periodes niet op koers.");
}

TEST_CASE("matrix: a period in which no light is told is not one with lights") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("status": "at-risk", "basis": "derived",)", "");
  minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)", "");
  const SmallScene small(minimal);

  CHECK(matrix(small)["conclusion"] == "0 van 2 melden standen.");
  CHECK(matrix(small)["totals"][0]["unknown"] == "geen stand");
}

TEST_CASE("matrix: every period with lights is a conclusion of its own") {
  MinimalSite minimal;
  minimal.remove("data/periods/2021-05.json").remove("content/periods/2021-05/summary.md");
  minimal.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                 "");
  const SmallScene small(minimal);

  CHECK(matrix(small)["conclusion"] == "Elke periode meldt standen.");
  CHECK(matrix(small)["note"] == "2 deelprojecten.");
}

}  // namespace
}  // namespace stoplicht::test
