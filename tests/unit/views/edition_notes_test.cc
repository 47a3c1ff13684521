#include "views/edition_notes.h"

#include "small_archive.h"
#include "views/changes_view.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

std::vector<std::string> titles_of(const Json& page) {
  std::vector<std::string> out;
  for (const Json& notice : page["notices"]) out.push_back(notice["title"]);
  return out;
}

Json fact_of(const Json& page, const std::string& label) {
  for (const Json& fact : page["tools"]["facts"])
    if (fact["label"] == label) return fact;
  return false;
}

TEST_CASE(
    "edition notes: a replaced edition says so first, and leads to the same page of the newest and to what changed") {
  MinimalSite minimal;
  SmallArchive small(minimal);

  const Json page = small.page(1, "periodes/2020-07/v1/brieven/hilversum.html");

  CHECK(page["notices"][0] == Json::parse(R"({ "kind": "warning", "title": "Deze editie is vervangen.",
    "text": "Op 2 november 2026 is editie 2 gepubliceerd. De reden: Verkeerd geteld.",
    "links": [ { "label": "Deze pagina in editie 2", "href": "../../brieven/hilversum.html" },
               { "label": "Bekijk wat er veranderde", "href": "../../../../vergelijk/2020-07--v1--v2.html" } ] })"));
  CHECK(page["canonical"] == "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html");
  CHECK(page["own_address"] == "https://monitor.example.nl/periodes/2020-07/v1/brieven/hilversum.html");
  CHECK(page["versions"] == Json::parse(R"([
    { "rel": "version-history", "href": "../../../../edities/index.html" },
    { "rel": "successor-version", "href": "../../brieven/hilversum.html" },
    { "rel": "latest-version", "href": "../../brieven/hilversum.html" } ])"));
  CHECK(page["document_title"] == "Raadsbrief juli 2020, editie 1 – Monitor");
  CHECK(page["breadcrumb"]["items"][3]["label"] == "Raadsbrief");
  CHECK(page["tools"]["cite"].get<std::string>().find(
            "Raadsbrief juli 2020, editie 1 van 1 november 2026, stand van september 2020. ") != std::string::npos);
  CHECK(small.small.diagnostics.to_text() == "");
}

TEST_CASE(
    "edition notes: a page that the newest edition does not have leads to the period, and is nobody else’s address") {
  MinimalSite minimal;
  minimal.remove("content/periods/2020-07/economie.md");
  SmallArchive small(minimal);

  const Json page = small.page(1, "periodes/2020-07/v1/economie.html");

  CHECK(page["notices"][0]["links"][0] == Json{{"label", "De hele periode in editie 2"}, {"href", "../index.html"}});
  CHECK(page["canonical"] == page["own_address"]);
  CHECK(page["versions"].size() == 1);
}

TEST_CASE("edition notes: the newest edition tells its correction, and nothing of being replaced") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  SmallArchive small(minimal);

  const Json page = small.page(2, "periodes/2020-07/taal.html");

  CHECK(titles_of(page) == std::vector<std::string>{"Verbeterd op 2 november 2026.",
                                                    "Er is een nieuwere periode: mei 2021.",
                                                    "Dit stoplicht is afgeleid uit de tekst."});
  CHECK(page["notices"][0]["text"] == "Dit is editie 2. De reden: Verkeerd geteld.");
  CHECK(page["notices"][0]["links"] == Json::parse(R"([
    { "label": "Bekijk wat er veranderde", "href": "../../vergelijk/2020-07--v1--v2.html" },
    { "label": "Zo stond het in editie 1", "href": "v1/taal.html" } ])"));
  CHECK(page["canonical"] == page["own_address"]);
  CHECK(page["versions"] == Json::parse(R"([
    { "rel": "version-history", "href": "../../edities/index.html" }, { "rel": "predecessor-version", "href": "v1/taal.html" } ])"));
  CHECK(fact_of(page, "Editie") == Json{{"label", "Editie"},
                                        {"value", "Editie 2, gepubliceerd op 2 november 2026"},
                                        {"href", "../../edities/index.html#editie_2020-07_2"}});
}

TEST_CASE("corrected: what was worked out once is what a page would find by itself") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  SmallArchive small(minimal);
  const Corrections corrections(small.archive, small.small.site, 1);
  CHECK(corrections.of(small.edition(1)) == nullptr);
  REQUIRE(corrections.of(small.edition(2)) != nullptr);

  Scene scene = small.scene;
  scene.corrections = &corrections;
  const Comparison comparison = correction_comparisons(scene).at(0);

  for (const Changes& changes : {changes_of(scene, comparison), changes_of(small.scene, comparison)}) {
    REQUIRE(changes.texts.size() == 1);
    CHECK(changes.texts[0].before == "Corona");
    CHECK(changes.texts[0].after == "Ziekte");
    CHECK(changes.before.period == small.edition(1).period);
    CHECK(changes.after.period == small.edition(2).period);
  }
}

TEST_CASE("corrected: a page shows what the correction changed of it, and no other page does") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  minimal.write("content/periods/2020-07/economie.md", "---\ntitle: De economie\n---\nGroei.\n");
  SmallArchive small(minimal);

  const Json corrected = small.page(2, "periodes/2020-07/taal.html")["corrected"]["corrections"][0];
  CHECK(corrected["intro"] == "Editie 2 verbeterde dit op 2 november 2026.");
  CHECK(corrected["groups"] == Json::array());
  CHECK(corrected["figures"] == false);
  REQUIRE(corrected["texts"]["texts"].size() == 1);
  CHECK(corrected["texts"]["texts"][0]["name"] == "Taal als opstap: oorzaak");
  CHECK(small.page(2, "periodes/2020-07/economie.html")["corrected"]["corrections"][0]["texts"]["texts"].size() == 1);
  // The period's page says that there is more.
  CHECK(small.page(2, "periodes/2020-07/index.html")["corrected"]["corrections"][0]["rest"] ==
        Json{{"label", "2 wijzigingen, op andere pagina’s van deze periode"},
             {"href", "../../vergelijk/2020-07--v1--v2.html"}});
  for (const char* other : {"ggz", "brieven/hilversum"})
    CHECK(small.page(2, "periodes/2020-07/" + std::string(other) + ".html")["corrected"] == false);
  CHECK(small.page(1, "periodes/2020-07/v1/taal.html")["corrected"] == false);
}

TEST_CASE("corrected: the period’s page shows lights and totals, and a project’s page its own") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\"",
                 "\"status\": \"off-track\", \"override_reason\": \"Zo is het.\", \"cause\": \"Ziekte\", \"action\": "
                 "\"Bellen\", \"basis\": \"reported\"");
  minimal.change("data/periods/2020-07.json", "\"actual\": null, \"note\"", "\"actual\": 40, \"note\"");
  SmallArchive small(minimal);

  const Json period = small.page(2, "periodes/2020-07/index.html")["corrected"]["corrections"][0];
  REQUIRE(period["groups"].size() == 1);
  CHECK(period["groups"][0]["moves"][0]["href"] == "ggz.html");
  CHECK(period["figures"]["values"][0]["before"] == "niet bekend");
  CHECK(period["figures"]["values"][0]["after"] == "40 inwoners");
  const Json project = small.page(2, "periodes/2020-07/ggz.html")["corrected"]["corrections"][0];
  CHECK(project["groups"].size() == 1);
  CHECK(project["figures"] == false);
}

TEST_CASE("corrected: a page on which a correction changed nothing says that, and shows nothing") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  SmallArchive small(minimal);

  for (const char* name : {"ggz", "economie", "brieven/hilversum"}) {
    const Json page = small.page(2, "periodes/2020-07/" + std::string(name) + ".html");
    CHECK(page["notices"][0]["title"] == "Deze periode is verbeterd op 2 november 2026.");
    CHECK(page["notices"][0]["text"] ==
          "Dit is editie 2. Op deze pagina veranderde niets. De reden van de verbetering: Verkeerd geteld.");
    CHECK(page["corrected"] == false);
  }
}

TEST_CASE("corrected: a page does not tell as a change what was withdrawn from one of the editions") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  SmallArchive small(minimal);
  small.withdraw("project:taal");
  small.withdraw("text:content/periods/2020-07/letters/hilversum.md");

  for (const char* name : {"taal", "brieven/hilversum"}) {
    const Json page = small.page(2, "periodes/2020-07/" + std::string(name) + ".html");
    const Json& notice = page["notices"][0];
    CHECK(notice["title"] == "Deze periode is verbeterd op 2 november 2026.");
    CHECK(notice["text"] ==
          "Dit is editie 2. Wat er op deze pagina veranderde, is niet meer te zien: iets van wat hier eerder stond, is "
          "ingetrokken. "
          "De reden van de verbetering: Verkeerd geteld.");
    CHECK(page["corrected"] == false);
  }
  CHECK(small.page(2, "periodes/2020-07/ggz.html")["notices"][0]["text"].get<std::string>().starts_with(
      "Dit is editie 2. In wat nog te lezen is"));
}

TEST_CASE("corrected: a page does not claim that nothing changed where shared words did") {
  MinimalSite minimal;
  minimal.change("data/site.json", R"("label": "Op koers")", R"("label": "Goed")");
  SmallArchive small(minimal);
  CHECK(small.page(2, "periodes/2020-07/economie.html")["notices"][0]["title"] == "Verbeterd op 2 november 2026.");
}

TEST_CASE("corrected: a letter shows what changed of the figures that it names, and a chart in it makes that all") {
  MinimalSite minimal;
  minimal.change("content/periods/2020-07/letters/hilversum.md", "Geachte raad,",
                 "Er zijn {{ project.ggz.ggz-trajecten.actual }} trajecten.");
  minimal.write("content/periods/2020-07/economie.md", "---\ntitle: De economie\n---\n```chart\nlights\n```\n");
  MinimalSite after(minimal);
  after.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 10)");
  after.change("data/periods/2020-07.json", "\"status\": \"at-risk\"", "\"status\": \"on-track\"");
  SmallArchive small(std::vector<MinimalSite>{minimal, after});

  const Json letter = small.page(3, "periodes/2020-07/brieven/hilversum.html")["corrected"]["corrections"];
  REQUIRE(letter.size() == 2);
  CHECK(letter[0]["figures"]["values"][0]["after"] == "10 trajecten");
  CHECK(letter[0]["groups"] == Json::array());
  CHECK(letter[1]["texts"]["texts"].size() == 1);
  CHECK(small.page(3, "periodes/2020-07/economie.html")["corrected"]["corrections"][0]["groups"].size() == 1);
}

TEST_CASE(
    "corrected: of two corrections each is told, under its own number and with the way to the edition before it") {
  MinimalSite second;
  second.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Ziekte\"");
  MinimalSite third(second);
  third.change("data/periods/2020-07.json", "\"cause\": \"Ziekte\"", "\"cause\": \"Ziekte en verlof\"");
  SmallArchive small(std::vector<MinimalSite>{second, third});

  const Json page = small.page(3, "periodes/2020-07/taal.html");

  CHECK(page["notices"][0]["text"] == "Dit is editie 3. De reden: Verkeerd geteld.");
  CHECK(page["notices"][0]["links"][1] == Json{{"label", "Zo stond het in editie 2"}, {"href", "v2/taal.html"}});
  CHECK(page["notices"][1]["title"] == "Eerder verbeterd, op 2 november 2026.");
  CHECK(page["notices"][1]["text"] == "Editie 2 verbeterde eerder al iets op deze pagina. De reden: Verkeerd geteld.");
  CHECK(page["notices"][1]["links"][1] == Json{{"label", "Zo stond het in editie 1"}, {"href", "v1/taal.html"}});
  CHECK(page["corrected"]["corrections"].size() == 2);
  CHECK(small.page(3, "periodes/2020-07/index.html")["contents"]["items"][0]["label"] == "Wat is verbeterd");
  // What was replaced leads to the newest, not to the next.
  CHECK(small.page(1, "periodes/2020-07/v1/taal.html")["notices"][0]["links"][0] ==
        Json{{"label", "Deze pagina in editie 3"}, {"href", "../taal.html"}});
}

TEST_CASE("corrected: a forecast that was put right stands by itself") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("actual": 9 })", R"("actual": 9, "forecast": 12 })");
  SmallArchive small(minimal);

  const Json values = small.page(2, "periodes/2020-07/ggz.html")["corrected"]["corrections"][0]["figures"]["values"];

  REQUIRE(values.size() == 1);
  CHECK(values[0]["label"] == "Trajecten: prognose");
  CHECK(values[0]["before"] == "niet genoemd");
  CHECK(values[0]["after"] == "12");
}

TEST_CASE("corrected: the value of a municipality is told by its name") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("note": "Meten kan nog niet." })",
                 R"("note": "Meten kan nog niet.", "by_council": { "hilversum": 74 } })");
  MinimalSite after(minimal);
  after.change("data/periods/2020-07.json", R"("hilversum": 74)", R"("hilversum": 75)");
  SmallArchive small(std::vector<MinimalSite>{minimal, after});

  CHECK(
      small.page(3, "periodes/2020-07/index.html")["corrected"]["corrections"][0]["others"]["values"][0] ==
      Json::parse(
          R"({ "label": "Mensen aan het werk", "about": "waarde voor Hilversum", "before": "74", "before_unknown": false,
          "after": "75", "after_unknown": false, "notes": [] })"));
}

TEST_CASE("edition notes: what was not published says so, but only where something was") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  CHECK(fact_of(small.page(0, "periodes/2021-05/index.html"), "Editie") ==
        Json{{"label", "Editie"}, {"value", "Nog niet gepubliceerd als editie"}, {"href", ""}});

  const SmallScene bare(minimal, theme_strings().c_str());
  std::vector<Page> pages;
  add_period_page(bare.scene, bare.period("2021-05"), pages);
  CHECK(fact_of(pages[0].view().context, "Editie") == false);
}

TEST_CASE("edition notes: the newest period never says that there is a newer one") {
  MinimalSite minimal;
  SmallArchive small(minimal);

  for (const std::string& title : titles_of(small.page(0, "periodes/2021-05/index.html")))
    CHECK(title.find("nieuwere") == std::string::npos);
  CHECK(small.page(2, "periodes/2020-07/index.html")["notices"][1]["links"] ==
        Json::parse(R"([ { "label": "Bekijk die periode", "href": "../2021-05/index.html" } ])"));
}

TEST_CASE("edition notes: a project that went into another one leads to that one in the newer period, told as such") {
  MinimalSite minimal;
  minimal.change(
      "data/programmes.json", R"({ "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })",
      R"({ "id": "taal", "name": "Taalvaardigheid", "lineage": [ { "kind": "merged-into", "project": "wonen", "period": "2022-01" } ] },
                    { "id": "wonen", "name": "Wonen" })");
  minimal.write("data/periods/2022-01.json",
                R"({ "id": "2022-01", "name": "Januari 2022", "kind": "incidental", "reported_on": "2022-01",
    "depth": "projects", "projects": [ { "project": "wonen", "number": "W 3", "status": "on-track" } ] })");
  minimal.write("content/periods/2022-01/summary.md", "---\nheadline: Kop\n---\n");
  SmallArchive small(minimal);

  const Json page = small.page(0, "periodes/2020-07/taal.html");

  const Json& newer = page["notices"][1];
  CHECK(newer["title"] == "Er is een nieuwere periode: januari 2022.");
  CHECK(newer["text"] == "Opgegaan in Wonen.");
  CHECK(newer["links"] == Json::parse(R"([ { "label": "Bekijk Wonen", "href": "../2022-01/wonen.html" } ])"));
  CHECK(page["tools"]["switch"]["items"][0] == Json{{"label", "Januari 2022"},
                                                    {"sub", "opgegaan in Wonen"},
                                                    {"href", "../2022-01/wonen.html"},
                                                    {"current", false}});
  // Back in time, its own name is told where it had one, and what it came from where it had none.
  CHECK(small.page(0, "periodes/2022-01/wonen.html")["tools"]["switch"]["items"][2] ==
        Json{{"label", "Juli 2020"},
             {"sub", "hierin is opgegaan: Taalvaardigheid"},
             {"href", "../2020-07/taal.html"},
             {"current", false}});
}

// ---- stones ---------------------------------------------------------------------------------

TEST_CASE("stones: what was withdrawn is named where it stood, and keeps its address") {
  MinimalSite minimal;
  minimal.remove("content/periods/2020-07/economie.md");
  SmallArchive small(minimal);
  small.withdraw("text:content/periods/2020-07/economie.md", "groei.html");  // The front matter had a slug.
  small.withdraw("text:content/periods/2020-07/progress/ggz.md");
  small.withdraw("attachment:content/periods/2020-07/letters/monitor.pdf");

  const Json stone = small.page(2, "periodes/2020-07/groei.html");
  CHECK(stone["heading"] == "Pagina ‘economie’ is ingetrokken");
  CHECK(stone["title"] == "Ingetrokken op 1 december 2026.");
  CHECK(stone["reason"] == "Privacy.");
  CHECK(stone["part"] == "text:content/periods/2020-07/economie.md");
  CHECK(stone["register"] == "../../edities/index.html#intrekking_2020-07_1");

  const Json notice = small.page(2, "periodes/2020-07/index.html")["notices"][0];
  CHECK(notice["title"] == "Ingetrokken op 1 december 2026.");
  CHECK(notice["text"] == "Tekst over de voortgang van Aanpak GGZ; Bijlage ‘monitor.pdf’. De reden: Privacy.");
  CHECK(notice["links"] == Json::parse(R"([ { "label": "Pagina ‘economie’", "href": "groei.html" } ])"));
  CHECK(small.page(2, "periodes/2020-07/ggz.html")["notices"][0]["text"] ==
        "Tekst over de voortgang van Aanpak GGZ. De reden: Privacy.");
  CHECK(titles_of(small.page(2, "periodes/2020-07/taal.html"))[0] == "Deze periode is verbeterd op 2 november 2026.");
}

TEST_CASE(
    "stones: a report that was withdrawn is told as such wherever its project is followed, and the count of projects "
    "holds") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("stated_projects": 22)", R"("stated_projects": 2)");
  minimal.change("data/periods/2020-07.json", R"(    { "project": "taal", "number": "WaW 8", "name": "Taal als opstap",
      "status": "at-risk", "basis": "derived",
      "cause": "Corona",
      "consequence": null,
      "action": null }
)",
                 "");
  minimal.change("data/periods/2020-07.json", R"("actual": 9 } ] },)", R"("actual": 9 } ] })");
  SmallArchive small(minimal);
  small.withdraw("project:taal", "taal.html");

  const Json stone = small.page(2, "periodes/2020-07/taal.html");
  CHECK(stone["tools"]["switch"]["items"][1]["sub"] == "ingetrokken op 1 december 2026");
  CHECK(stone["tools"]["cite"].get<std::string>().find("stand van 1 december 2026") != std::string::npos);
  CHECK(stone["project"] == Json{{"name", "Taalvaardigheid"}, {"href", "../../deelprojecten/taal.html"}});
  const Json project = small.page(0, "deelprojecten/taal.html");
  CHECK(project["strip"]["items"][0]["unknown"] == "ingetrokken op 1 december 2026");
  CHECK(project["strip"]["items"][0]["href"] == "../periodes/2020-07/taal.html");
  const Json matrix = matrix_chart(small.scene, {"periodes/index.html", "matrix"});
  const Json& cell = matrix["groups"][0]["rows"][1]["cells"][0];
  CHECK(cell["mark"] == "×");
  CHECK(cell["label"].get<std::string>().starts_with("Juli 2020: ingetrokken op 1 december 2026"));
  CHECK(matrix["marks"].back() == Json{{"mark", "×"}, {"label", "het verslag is ingetrokken"}});
  for (const std::string& title : titles_of(small.page(2, "periodes/2020-07/index.html")))
    CHECK(title != "Het aantal deelprojecten klopt niet.");
}

TEST_CASE("stones: every kind of part has a name for people") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  const std::string folder = "text:content/periods/2020-07/";
  small.withdraw(folder + "summary.md");
  small.withdraw(folder + "letters/hilversum.md", "brieven/hilversum.html");
  small.withdraw("project:taal", "taal.html");
  for (const std::string& part :
       {folder + "councils/hilversum.md", folder + "councils/elders.md", std::string("history:2020-07/ggz"),
        std::string("history:2019-01"), std::string("commitment:T20-27"),
        std::string("text:content/commitments/T20-27.md"), std::string("figures")})
    small.withdraw(part);

  std::vector<std::string> names;
  for (const Stone& stone : stones_of(small.scene_of_edition(1), *small.edition(1).period))
    names.push_back(stone.name + " " + stone.address);

  CHECK(names == std::vector<std::string>{
                     "Samenvatting van de periode ", "Brief ‘hilversum’ periodes/2020-07/v1/brieven/hilversum.html",
                     "Verslag over Taalvaardigheid periodes/2020-07/v1/taal.html", "Tekst van de gemeente Hilversum ",
                     "Tekst van de gemeente elders ", "Stoplicht van Aanpak GGZ van juli 2020, in latere verslagen ",
                     "Stoplicht van 2019-01 van 2019-01, in latere verslagen ", "Toezegging T20-27 ",
                     "Afdoening van toezegging T20-27 ", "figures "});
}

TEST_CASE("stones: where a later edition has another page, that page stays") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  small.withdraw("text:content/periods/2020-07/ander.md", "economie.html");
  std::vector<Page> pages;
  const Scene scene = small.scene_of_edition(2);
  add_withdrawn_pages(scene, *small.edition(2).period, pages);
  CHECK(pages.empty());
}

}  // namespace
}  // namespace stoplicht::test
