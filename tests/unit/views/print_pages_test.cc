#include "small_scene.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

// The page for paper of a period of the minimal site.
PageView printed(const SmallScene& small, const std::string& id) {
  std::vector<Page> pages;
  for (const auto& period : small.site.periods) add_print_page(small.scene, *period, pages);
  for (const Page& page : pages)
    if (page.address == "periodes/" + id + "/afdruk.html") return page.view();
  REQUIRE_MESSAGE(false, "no page for paper of ", id);
  return {};
}

TEST_CASE("print page: says what it is a print of, by whom and of when") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json page = printed(small, "2020-07").context;

  CHECK(page["heading"] == "Op koers");
  CHECK(page["document_title"] == "Afdruk van juli 2020 – Monitor");
  CHECK(page["canonical"] == "https://monitor.example.nl/periodes/2020-07/index.html");
  CHECK(page["url"] == "https://monitor.example.nl/periodes/2020-07/index.html");
  CHECK(page["back"] == Json{{"name", "juli 2020"}, {"href", "index.html"}});
  CHECK(page["tools"]["facts"] == Json::parse(R"([
    { "label": "Uitgever", "value": "Regio Gooi", "href": "" }, { "label": "Gemeld op", "value": "juli 2020", "href": "" },
    { "label": "Gaat over", "value": "januari 2020 tot juli 2020", "href": "" },
    { "label": "Wat er is", "value": "2 deelprojecten", "href": "" } ])"));
  CHECK(page["tools"]["cite"] ==
        "Regio Gooi, Monitor, periode juli 2020, stand juli 2020. "
        "https://monitor.example.nl/periodes/2020-07/index.html");
  REQUIRE(page["notices"].size() == 3);
  CHECK(page["notices"][0]["title"] == "Nieuwer: mei 2021.");
  CHECK(page["notices"][0]["links"][0]["href"] == "https://monitor.example.nl/periodes/2021-05/index.html");
  CHECK(small.diagnostics.to_text() == "");
}

TEST_CASE("print page: every light with its word, by programme") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"actual\": 9", "\"actual\": 1");
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\",",
                 "\"status\": \"on-track\", \"basis\": \"reported\", \"override_reason\": \"Er komen er meer.\", "
                 "\"summary\": \"Loopt.\",");
  const SmallScene small(minimal);

  const Json page = printed(small, "2020-07").context;

  CHECK(page["ribbon"]["table"] == false);
  const Json& groups = page["lights"]["groups"];
  REQUIRE(groups.size() == 1);
  CHECK(groups[0]["name"] == "Werken aan Werk");
  CHECK(groups[0]["overall"]["light"]["label"] == "Op koers");
  CHECK(groups[0]["rows"] == Json::parse(R"([
    { "number": "WaW 7", "name": "Aanpak GGZ", "summary": "Loopt.",
      "light": { "label": "Op koers", "shape": "check", "light": "green", "basis": "gemeld" },
      "computed": { "label": "Niet op koers", "shape": "cross", "light": "red", "basis": "berekend" } },
    { "number": "WaW 8", "name": "Taal als opstap", "summary": false,
      "light": { "label": "Risico", "shape": "warning", "light": "amber", "basis": "afgeleid" }, "computed": false } ])"));
  CHECK(page["lights"]["meanings"]["items"].size() == 4);
  CHECK(page["attention"]["projects"].size() == 1);
  CHECK(page["attention"]["projects"][0]["href"] == false);
  CHECK(page["progress"][0]["reason"] == "Er komen er meer.");
}

TEST_CASE(
    "print page: each text in full, with links as whole addresses and its words together with those of the others") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/councils/hilversum.md", "Hier ook.\n");
  const SmallScene small(minimal);

  const PageView view = printed(small, "2020-07");

  std::vector<std::string> slots;
  for (const MarkdownSlot& slot : view.texts) {
    CHECK(slot.absolute);
    CHECK(slot.terms_key == "words");
    slots.push_back(slot.key + " " + slot.id_prefix + " " + std::to_string(slot.top_level) +
                    (slot.text.empty() ? " empty" : ""));
  }
  CHECK(slots == std::vector<std::string>{"summary kort_ 2", "progress/0/text project_ggz_ 3",
                                          "progress/1/text project_taal_ 3 empty",
                                          "local_texts/0/text gemeente_hilversum_ 3",
                                          "letters/0/text brief_hilversum_ 2", "closures/0/text afdoening_1_ 3"});
  CHECK(view.context["words"] == false);
  CHECK(view.context["progress"][0]["url"] == "https://monitor.example.nl/periodes/2020-07/ggz.html");
  CHECK(view.context["local_texts"][0]["url"] == "https://monitor.example.nl/gemeenten/hilversum.html");
  const Json& letter = view.context["letters"][0];
  CHECK(letter["title"] == "Voortgang");
  CHECK(letter["url"] == "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html");
  CHECK(letter["closes"]["commitments"][0]["href"] == "https://monitor.example.nl/toezeggingen/t20-27.html");
  CHECK(letter["attachments"]["documents"][0]["href"] ==
        "https://monitor.example.nl/bestanden/periods/2020-07/letters/monitor.pdf");
  // Which letter announced it is plain here.
  for (const Json& announcement : letter["announces"]["announcements"]) CHECK(announcement["meta"].size() == 1);
  CHECK(view.context["closures"][0]["id"] == "T20-27");
  CHECK(view.context["pages"]["documents"][0]["href"] == "https://monitor.example.nl/periodes/2020-07/economie.html");
  CHECK(view.context["sources"]["documents"][0]["href"] == "https://example.nl/monitor.pdf");
}

TEST_CASE("print page: figures with target and forecast, and what is not known in words") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const auto row = [](const Json& table, std::size_t index) {
    std::string out = table["rows"][index]["head"].get<std::string>();
    for (const Json& cell : table["rows"][index]["cells"])
      out += " | " + cell["text"].get<std::string>() + (cell["unknown"] == true ? "?" : "");
    return out;
  };

  const Json july = printed(small, "2020-07").context["figures"];
  CHECK(row(july["totals"], 0) ==
        "Mensen aan het werk (inwoners) | niet bekend? | ongeveer 500 | geen prognose? | Meten kan nog niet.");
  CHECK(row(july["projects"], 0) == "WaW 7 Aanpak GGZ: trajecten (trajecten) | 9 | 12 | geen prognose? | ");
  CHECK(july["has_councils"] == false);
  const Json may = printed(small, "2021-05").context["figures"];
  CHECK(row(may["totals"], 0) == "Mensen aan het werk (inwoners) | ten minste 430 | 520 | 600 | ");
  CHECK(may["projects"] == false);
}

TEST_CASE("print page: each municipality's part, also the one that is not known") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", "\"forecast\": 600",
                 "\"forecast\": 600, \"by_council\": { \"hilversum\": null }");
  const SmallScene small(minimal);

  const Json tables = printed(small, "2021-05").context["figures"]["councils"];

  REQUIRE(tables.size() == 1);
  CHECK(tables[0]["caption"] == "Mensen aan het werk per raad");
  CHECK(tables[0]["rows"][0]["head"] == "Hilversum");
  CHECK(tables[0]["rows"][0]["cells"][0] == Json{{"text", "niet bekend"}, {"numeric", true}, {"unknown", true}});
}

TEST_CASE("print page: a period without projects and letters has only what there is") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Json page = printed(small, "2021-05").context;

  for (const char* absent : {"ribbon", "lights", "attention", "has_progress", "has_local_texts", "has_closures",
                             "pages", "events_section", "sources", "has_summary"}) {
    CAPTURE(absent);
    CHECK(page[absent] == false);
  }
  CHECK(page["letters"].empty());
  CHECK(page["notices"][0]["title"] == "Alleen totalen.");
}

}  // namespace
}  // namespace stoplicht::test
