#include "views/frame.h"

#include "small_scene.h"
#include "views/addresses.h"

namespace stoplicht::test {
namespace {

// The frame of a page that says nothing but where it is and what it is called.
Json frame_at(const SmallScene& small, const std::string& address, const std::string& heading) {
  Frame frame;
  frame.address = address;
  frame.heading = heading;
  return frame_context(small.scene, frame);
}

TEST_CASE("frame: a page knows the way to the top, and its own full address") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json top = frame_at(small, "over.html", "Over");
  const Json deep = frame_at(small, "periodes/2020-07/brieven/hilversum.html", "Voortgang");

  CHECK(top["root"] == "");
  CHECK(top["canonical"] == "https://monitor.example.nl/over.html");
  CHECK(deep["root"] == "../../../");
  CHECK(deep["canonical"] == "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html");
  CHECK(frame_at(small, home_address, "Op koers")["canonical"] == "https://monitor.example.nl/");
}

TEST_CASE("frame: the page for unknown addresses is shown at any depth, so its links begin at the host") {
  MinimalSite at_host;
  MinimalSite in_folder;
  in_folder.change("data/site.json", "https://monitor.example.nl/", "https://example.nl/raad/monitor/");
  const SmallScene first(at_host);
  const SmallScene second(in_folder);

  CHECK(frame_at(first, not_found_address, "Niet gevonden")["root"] == "/");
  CHECK(frame_at(second, not_found_address, "Niet gevonden")["root"] == "/raad/monitor/");
  CHECK(frame_at(second, "over.html", "Over")["root"] == "");
}

TEST_CASE("frame: the title of a tab says the page and the site, and the home page the site only") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "over.html";
  frame.heading = "Waarom deze monitor er is";
  frame.short_title = "Waarom";

  CHECK(frame_context(small.scene, frame)["document_title"] == "Waarom – Monitor");
  CHECK(frame_at(small, "over.html", "Over")["document_title"] == "Over – Monitor");
  CHECK(frame_at(small, home_address, "Monitor")["document_title"] == "Monitor");
}

TEST_CASE("frame: the breadcrumb leads from home to this page") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "periodes/2020-07/ggz.html";
  frame.heading = "Aanpak GGZ";
  frame.crumb_title = "WaW 7";
  frame.crumbs = {{"Periodes", archive_address}, {"Juli 2020", "periodes/2020-07/index.html"}};

  CHECK(frame_context(small.scene, frame)["breadcrumb"] == Json::parse(R"({ "items": [
    { "label": "Home", "href": "../../index.html", "current": false },
    { "label": "Periodes", "href": "../index.html", "current": false },
    { "label": "Juli 2020", "href": "index.html", "current": false },
    { "label": "WaW 7", "href": "ggz.html", "current": true } ] })"));
  frame.with_crumbs = false;
  CHECK(frame_context(small.scene, frame)["breadcrumb"] == false);
}

TEST_CASE("frame: tools hold the facts, the other periods, and how to cite the page") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "periodes/2020-07/index.html";
  frame.heading = "Op koers";
  frame.short_title = "Juli 2020";
  frame.facts = {{"Stand", "juli 2020"}};
  frame.switch_items = {{"Mei 2021", "alleen totalen", "periodes/2021-05/index.html", false},
                        {"Juli 2020", "2 deelprojecten", "periodes/2020-07/index.html", true}};

  CHECK(frame_context(small.scene, frame)["tools"] == Json::parse(R"({
    "has_facts": true,
    "facts": [ { "label": "Stand", "value": "juli 2020", "href": "" } ],
    "switch": { "label": "Andere periode", "items": [
      { "label": "Mei 2021", "sub": "alleen totalen", "href": "../2021-05/index.html", "current": false },
      { "label": "Juli 2020", "sub": "2 deelprojecten", "href": "index.html", "current": true } ] },
    "print": false,
    "cite": "Regio Gooi, Monitor, Juli 2020, stand juli 2020. https://monitor.example.nl/periodes/2020-07/index.html" })"));
}

TEST_CASE("frame: a citation says of when the page tells: its period, the newest period, or a date of its own") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.heading = "Titel";
  const auto cited_at = [&](const std::string& address) {
    frame.address = address;
    return frame_context(small.scene, frame)["tools"]["cite"].get<std::string>();
  };

  CHECK(cited_at("periodes/2020-07/ggz.html") ==
        "Regio Gooi, Monitor, Titel, stand juli 2020. https://monitor.example.nl/periodes/2020-07/ggz.html");
  CHECK(cited_at("periodes/index.html") ==
        "Regio Gooi, Monitor, Titel, stand mei 2021. https://monitor.example.nl/periodes/index.html");
  CHECK(cited_at("toezeggingen/index.html") ==
        "Regio Gooi, Monitor, Titel, stand mei 2021. https://monitor.example.nl/toezeggingen/index.html");
  frame.cite_date = "15 september 2020";
  CHECK(cited_at("periodes/2020-07/brieven/hilversum.html") ==
        "Regio Gooi, Monitor, Titel, stand 15 september 2020. "
        "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html");
}

TEST_CASE("frame: a page that has one for paper links to it") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "periodes/2020-07/brieven/hilversum.html";
  frame.heading = "Voortgang";
  frame.print_address = print_address_of(small.period("2020-07"));

  CHECK(frame_context(small.scene, frame)["tools"]["print"] == "../afdruk.html");
}

TEST_CASE("frame: a page of three parts or more lists them") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "over.html";
  frame.heading = "Over";
  frame.parts = {{"deel_kort", "In het kort"}, {"deel_geld", "Geld"}};

  CHECK(frame_context(small.scene, frame)["contents"] == false);
  frame.parts.push_back({"programma_waw", "Werken aan Werk"});
  CHECK(frame_context(small.scene, frame)["contents"] == Json::parse(R"({ "items": [
    { "id": "deel_kort", "label": "In het kort" }, { "id": "deel_geld", "label": "Geld" },
    { "id": "programma_waw", "label": "Werken aan Werk" } ] })"));
}

TEST_CASE("frame: one period is nothing to switch between, and a page may have no tools") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "over.html";
  frame.heading = "Over";
  frame.switch_items = {{"Juli 2020", "", "periodes/2020-07/index.html", true}};

  CHECK(frame_context(small.scene, frame)["tools"]["switch"] == false);
  CHECK(frame_context(small.scene, frame)["tools"]["has_facts"] == false);
  frame.with_tools = false;
  CHECK(frame_context(small.scene, frame)["tools"] == false);
}

TEST_CASE("frame: previous and next, either, or neither") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "periodes/2020-07/index.html";
  frame.heading = "Op koers";

  CHECK(frame_context(small.scene, frame)["pagination"] == false);
  frame.next = {"Volgende periode", "Mei 2021", "periodes/2021-05/index.html"};
  CHECK(frame_context(small.scene, frame)["pagination"] == Json::parse(R"({ "previous": false,
    "next": { "kicker": "Volgende periode", "label": "Mei 2021", "href": "../2021-05/index.html" } })"));
}

TEST_CASE("frame: what a page does not say is false for its template, and the site describes it") {
  MinimalSite minimal;
  minimal.change("data/site.json", "\"language\": \"nl\",",
                 "\"language\": \"nl\", \"description\": \"Hoe het gaat.\",");
  const SmallScene small(minimal);
  Frame frame;
  frame.address = "over.html";
  frame.heading = "Over";

  const Json silent = frame_context(small.scene, frame);
  frame.kicker = "Verslagperiode";
  frame.lead = "Een zin.";
  frame.description = "Over deze site.";
  frame.notices.push_back(notice("info", "Let op.", "Afgeleid."));
  const Json told = frame_context(small.scene, frame);

  CHECK(silent["description"] == "Hoe het gaat.");
  for (const char* key : {"kicker", "kicker_sub", "lead", "verdict"}) CHECK(silent[key] == false);
  CHECK(silent["notices"] == Json::array());
  CHECK(told["description"] == "Over deze site.");
  CHECK(told["kicker"] == "Verslagperiode");
  CHECK(told["lead"] == "Een zin.");
  CHECK(told["notices"] ==
        Json::parse(R"([ { "kind": "info", "title": "Let op.", "text": "Afgeleid.", "links": [] } ])"));
}

}  // namespace
}  // namespace stoplicht::test
