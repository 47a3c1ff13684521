#include "small_archive.h"

namespace stoplicht::test {
namespace {

TEST_CASE("register of editions: the chain, newest first, with what can be opened of each link") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  small.withdraw("text:content/periods/2020-07/letters/hilversum.md", "brieven/hilversum.html");
  small.archive.files.signatures["data/editions/2020-07/v2.json"] = "untrusted comment: x";

  const Json page = small.page(0, "edities/index.html");

  CHECK(page["heading"] == "2 edities gepubliceerd, waarvan één verbetering, en één keer iets ingetrokken");
  const Json& items = page["chain"]["items"];
  REQUIRE(items.size() == 3);
  CHECK(items[0] ==
        Json::parse(R"j({ "id": "intrekking_2020-07_1", "title": "Juli 2020: iets ingetrokken", "state": "Intrekking",
    "when": "1 december 2026", "by": "Regio Gooi", "reason": "Privacy.", "has_withdrawn": true,
    "withdrawn": [ { "name": "Brief ‘hilversum’", "href": "../periodes/2020-07/brieven/hilversum.html" } ],
    "digest": "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc", "digest_short": "cccccccccccc…",
    "links": [ { "label": "Het document (JSON)", "href": "2020-07/w1.json" }, { "label": "Het zegel (JSON)", "href": "2020-07/w1.zegel.json" } ] })j"));
  CHECK(items[1]["title"] == "Juli 2020, editie 2");
  CHECK(items[1]["state"] == "De nieuwste editie van deze periode");
  CHECK(items[1]["links"] == Json::parse(R"j([
    { "label": "De pagina’s", "href": "../periodes/2020-07/index.html" },
    { "label": "Bekijk wat er veranderde", "href": "../vergelijk/2020-07--v1--v2.html" },
    { "label": "Het document (JSON)", "href": "2020-07/v2.json" }, { "label": "Het zegel (JSON)", "href": "2020-07/v2.zegel.json" },
    { "label": "De handtekening (minisign)", "href": "2020-07/v2.zegel.json.minisig" } ])j"));
  CHECK(items[2]["state"] == "Vervangen door editie 2 op 2 november 2026");
  CHECK(items[2]["reason"] == false);
  CHECK(items[2]["links"][0]["href"] == "../periodes/2020-07/v1/index.html");
  CHECK(page["files"]["documents"].size() == 3);
  CHECK(small.small.diagnostics.to_text() == "");
}

TEST_CASE("register of editions: a site without editions says that nothing was published") {
  MinimalSite minimal;
  const SmallScene small(minimal, theme_strings().c_str());
  std::vector<Page> pages;
  add_edition_pages(small.scene, pages);

  REQUIRE(pages.size() == 2);
  const Json page = pages[0].view().context;
  CHECK(page["heading"] == "Er is nog niets als editie gepubliceerd");
  CHECK(page["chain"] == false);
  CHECK(page["files"] == false);
  CHECK(pages[1].view().context["example"] == false);
}

TEST_CASE("checking page: the newest edition is the example, and the newest signed seal that of signing") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  CHECK(small.page(0, "edities/controleren.html")["signed"] == false);

  small.small.site.signing_key = "RWQtest";
  small.archive.files.signatures["data/editions/2020-07/v2.json"] = "untrusted comment: x";
  small.withdraw("project:taal");
  const Json page = small.page(0, "edities/controleren.html");
  const Json& example = page["example"];

  CHECK(example["title"] == "Juli 2020, editie 2");
  CHECK(example["href"] == "2020-07/v2.zegel.json");
  CHECK(example["digest"] == std::string(64, 'b'));
  CHECK(example["commands"][2]["text"] == "sha256sum v2.zegel.json");
  CHECK(page["signed"]["commands"][0]["text"] == "minisign -Vm v2.zegel.json -P RWQtest");
  CHECK(page["signed_count"] == "Eén van de 3 zegels is ondertekend.");
}

TEST_CASE("project page: its story tells what was published, corrected and withdrawn of it") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  small.withdraw("project:ggz");

  const Json page = small.page(0, "deelprojecten/ggz.html");
  const Json& events = page["history"]["events"];

  REQUIRE(events.size() == 5);
  CHECK(
      events[2] ==
      Json::parse(
          R"j({ "when": "1 november 2026", "title": "Editie 1 van verslagperiode juli 2020 gepubliceerd", "text": false,
    "href": "../edities/index.html#editie_2020-07_1", "link_label": "Bekijk de editie in het register", "shape": "", "light": "" })j"));
  CHECK(events[3]["title"] == "Verbeterd: editie 2 van verslagperiode juli 2020");
  CHECK(events[3]["text"] == "De reden: Verkeerd geteld.");
  CHECK(events[3]["href"] == "../vergelijk/2020-07--v1--v2.html");
  CHECK(events[4]["title"] == "Het verslag van verslagperiode juli 2020 is ingetrokken");
  CHECK(events[4]["href"] == "../periodes/2020-07/ggz.html");
}

TEST_CASE("project page: a report keeps the light of its first edition, and the correction tells how that changed") {
  MinimalSite minimal;
  minimal.change(
      "data/periods/2020-07.json", R"("status": "on-track", "basis": "reported",)",
      R"("status": "at-risk", "basis": "reported", "cause": "Ziekte", "action": null, "override_reason": "De wachtlijst groeit",)");
  SmallArchive small(minimal);

  const Json page = small.page(0, "deelprojecten/ggz.html");

  CHECK(page["history"]["events"][1]["title"] == "Verslagperiode juli 2020: op koers");
  CHECK(page["history"]["events"][3]["text"] == "Het stoplicht: op koers → risico. De reden: Verkeerd geteld.");
}

TEST_CASE("project page: a report that was published on its own day is one happening") {
  MinimalSite minimal;
  SmallArchive small(minimal);
  small.archive.editions[0]->published_on = small.edition(1).period->reported_on;

  const Json page = small.page(0, "deelprojecten/ggz.html");
  const Json& events = page["history"]["events"];

  CHECK(events[1]["text"].get<std::string>().ends_with("Gepubliceerd als editie 1."));
  CHECK(events[2]["title"] == "Verbeterd: editie 2 van verslagperiode juli 2020");
}

}  // namespace
}  // namespace stoplicht::test
