#include "small_scene.h"
#include "views/charts.h"

namespace stoplicht::test {
namespace {

// Three groups from near to far; a party with a gap, and one of which the source does not say whom it serves.
struct WithLandscape {
  WithLandscape() {
    minimal.change("data/organisations.json", R"("organisations": [
)",
                   R"("landscape": { "title": "Wie helpt wie?",
    "groups": [ { "id": "kort", "name": "Dichtbij", "description": "Bijna aan het werk." }, { "id": "lang", "name": "Onderweg" },
                { "id": "ver", "name": "Ver weg" } ],
    "parties": [ { "organisation": "wijk", "serves": [ "lang", "ver" ] },
                 { "organisation": "uwv", "serves": [ "ver", "kort" ] },
                 { "organisation": "loket", "note": "in oprichting" } ],
    "partners": [ "Ondernemers", "Onderwijs" ], "source": "Praatplaat 2020", "note": "Niet volledig." },
  "organisations": [
    { "id": "uwv", "name": "UWV", "kind": "body", "url": "https://www.uwv.nl/", "description": "Zorgt voor uitkeringen." },
    { "id": "wijk", "name": "Wijkteams", "kind": "body" },
    { "id": "loket", "name": "Leerwerkloket", "kind": "body" },
)");
  }
  MinimalSite minimal;
};

TEST_CASE("landscape: a party stands at one height in every group, with its name where a band begins") {
  WithLandscape made;
  const SmallScene small(made.minimal);

  const Json chart = landscape_chart(small.scene, {"doelgroepen.html", "praatplaat"});

  const auto place = [](const char* name, bool served, bool begins, bool goes_on) {
    const bool uwv = std::string_view(name) == "UWV";
    return Json{{"name", name},     {"href", uwv ? Json("https://www.uwv.nl/") : Json(false)},
                {"note", false},    {"served", served},
                {"begins", begins}, {"goes_on", goes_on}};
  };
  REQUIRE(chart["groups"].size() == 3);
  CHECK(chart["groups"][0] ==
        Json{{"number", "1"},
             {"name", "Dichtbij"},
             {"text", "Bijna aan het werk."},
             {"nobody", false},
             {"parties", {place("UWV", true, true, false), place("Wijkteams", false, true, true)}}});
  CHECK(chart["groups"][1]["text"] == false);
  CHECK(chart["groups"][1]["parties"] == Json{place("UWV", false, false, true), place("Wijkteams", true, true, true)});
  CHECK(chart["groups"][2]["parties"] == Json{place("UWV", true, true, false), place("Wijkteams", true, false, false)});
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("landscape: who serves nobody knows whom stands apart, and is not drawn as nobody's") {
  WithLandscape made;
  const SmallScene small(made.minimal);

  const Json chart = landscape_chart(small.scene, {"doelgroepen.html", "praatplaat"});

  CHECK(chart["has_unknown"] == true);
  CHECK(chart["unknown"] == Json::parse(R"([ { "name": "Leerwerkloket", "href": false, "note": "in oprichting" } ])"));
  CHECK(chart["partners"] == Json::parse(R"([ { "name": "Ondernemers" }, { "name": "Onderwijs" } ])"));
  CHECK(chart["conclusion"] == "2 partijen voor 3 groepen. Van één onbekend.");
  CHECK(chart["note"] == "Niet volledig. Bron: Praatplaat 2020.");
  CHECK(chart["title"] == "Wie helpt wie?");
}

TEST_CASE("landscape: a group for which no party is named is not counted among those that are served") {
  WithLandscape made;
  made.minimal.change("data/organisations.json", R"("serves": [ "ver", "kort" ])", R"("serves": [ "ver" ])");
  const SmallScene small(made.minimal);

  CHECK(landscape_chart(small.scene, {"doelgroepen.html", "praatplaat"})["conclusion"] ==
        "2 partijen voor 2 groepen. Eén groep zonder. Van één onbekend.");
}

TEST_CASE("landscape: its table has a column for each group and tells what a party does") {
  WithLandscape made;
  const SmallScene small(made.minimal);

  CHECK(landscape_table(small.scene).caption == "Wie helpt wie?");
  CHECK(to_csv(landscape_table(small.scene)) ==
        "Partij,Dichtbij,Onderweg,Ver weg,Wat zij doet\r\n"
        "Wijkteams,nee,ja,ja,niet beschreven\r\n"
        "UWV,ja,nee,ja,Zorgt voor uitkeringen.\r\n"
        "Leerwerkloket,niet bekend,niet bekend,niet bekend,(in oprichting)\r\n");
}

TEST_CASE("landscape: groups without parties") {
  MinimalSite minimal;
  minimal.change(
      "data/organisations.json", R"("organisations": [
)",
      R"("landscape": { "title": "Wie helpt wie?", "groups": [ { "id": "kort", "name": "Dichtbij" } ], "parties": [] },
  "organisations": [
)");
  const SmallScene small(minimal);

  const Json chart = landscape_chart(small.scene, {"doelgroepen.html", "praatplaat"});

  CHECK(chart["conclusion"] == "Geen partijen.");
  CHECK(chart["groups"][0]["nobody"] == true);
  CHECK(chart["has_partners"] == false);
  CHECK(chart["note"] == false);
}

}  // namespace
}  // namespace stoplicht::test
