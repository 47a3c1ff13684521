#include "two_periods.h"
#include "views/pages.h"

namespace stoplicht::test {
namespace {

Json page_at(const Scene& scene, const std::string& address) {
  std::vector<Page> pages;
  add_comparison_pages(scene, pages);
  for (const Page& page : pages)
    if (page.address == address) return page.view().context;
  REQUIRE_MESSAGE(false, "no page at ", address);
  return {};
}

Json compared(const TwoPeriods& two) { return page_at(two.small.scene, two.comparison.address); }

TEST_CASE("comparison: the heading is what changed, the lead what stayed") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "at-risk"));

  const Json page = compared(two);

  CHECK(page["heading"] == "Eén stoplicht werd slechter, geen beter");
  CHECK(page["lead"] == "Eén van de 2 deelprojecten hield hetzelfde stoplicht.");
  CHECK(page["kicker"] == "Juli 2020 → mei 2021");
  CHECK(page["document_title"] == "Vergelijking van juli 2020 met mei 2021 – Monitor");
  CHECK(page["notices"] == Json::array());
  CHECK(page["contents"]["items"].size() == 5);
  CHECK(page["texts"] == false);
  CHECK(page["data"]["table"]["csv"]["href"] == "2020-07--2021-05.csv");
  CHECK(page["sides"]["documents"][0]["href"] == "../periodes/2020-07/index.html");
  CHECK(two.small.diagnostics.to_text() == "");
}

TEST_CASE("comparison: a reader is warned when the two scales differ") {
  MinimalSite minimal;
  with_lights_in_may(minimal, "off-track", "at-risk");
  minimal.change("data/site.json", "\"status_scales\": [", R"("status_scales": [
    { "id": "oud", "name": "Drie kleuren", "statuses": [
      { "id": "on-track", "label": "Goed", "light": "green", "shape": "check", "meaning": "Gaat goed." },
      { "id": "at-risk", "label": "Let op", "light": "amber", "shape": "warning", "meaning": "Let op." },
      { "id": "not-reported", "label": "Niets", "light": "grey", "shape": "question", "meaning": "Onbekend." } ] },)");
  minimal.change("data/periods/2020-07.json", R"("scale": "stoplicht")", R"("scale": "oud")");
  const TwoPeriods two(minimal);

  const Json notices = compared(two)["notices"];

  REQUIRE(notices.size() == 1);
  CHECK(notices[0]["kind"] == "warning");
  CHECK(notices[0]["title"] == "De stoplichten betekenen niet hetzelfde.");
  CHECK(notices[0]["text"].get<std::string>().starts_with(
      "Juli 2020 gebruikt de schaal ‘Drie kleuren’, mei 2021 de schaal ‘Stoplicht’."));
}

TEST_CASE("comparison: two periods that cannot be compared say so, and which of them has no lights") {
  MinimalSite minimal;
  const TwoPeriods two(minimal);

  const Json page = compared(two);

  CHECK(page["heading"] == "Juli 2020 en mei 2021 zijn niet te vergelijken");
  CHECK(page["lead"] == false);
  CHECK(page["flow"] == false);
  CHECK(page["lights"] == false);
  REQUIRE(page["notices"].size() == 1);
  CHECK(page["notices"][0]["title"] == "De stoplichten zijn niet te vergelijken.");
  CHECK(page["notices"][0]["text"] ==
        "Mei 2021: alleen totalen. Er is geen cijfer dat beide verslagen noemen. Wij vullen niets in.");
  CHECK(page["notices"][0]["links"] == Json::array());
}

TEST_CASE("comparisons: every pair with its sentence, and that no correction was published") {
  MinimalSite minimal;
  const TwoPeriods two(with_lights_in_may(minimal, "off-track", "at-risk"));

  const Json page = page_at(two.small.scene, "vergelijk/index.html");

  CHECK(page["heading"] == "Eén vergelijking van twee verslagen");
  CHECK(page["period_comparisons"]["documents"] ==
        Json::parse(R"([ { "title": "Juli 2020 → mei 2021", "href": "2020-07--2021-05.html",
    "meta": "Eén stoplicht werd slechter, geen beter" } ])"));
  CHECK(page["no_corrections"] == "Er is nog geen verbetering gepubliceerd.");
}

// ---- corrections ----------------------------------------------------------------------------

// July 2020 as first published and as corrected by `change`.
struct Corrected {
  explicit Corrected(MinimalSite& after_files) {
    for (int number : {1, 2}) {
      auto edition = std::make_unique<Edition>();
      edition->period_id = "2020-07";
      edition->number = number;
      edition->published_on = {2020, 0, 9, number};
      edition->reason = number == 2 ? "Verkeerd geteld." : "";
      edition->site = (number == 1 ? before_files : after_files).build();
      for (const auto& period : edition->site.periods)
        if (period->id == "2020-07") {
          period->edition = edition.get();
          if (number == 1) period->folder += "/v1";
          edition->period = period.get();
        }
      archive.editions.push_back(std::move(edition));
    }
    archive.editions[1]->before = archive.editions[0].get();
    archive.editions[0]->after = archive.editions[1].get();
  }

  Json page() const { return page_at(scene, "vergelijk/2020-07--v1--v2.html"); }

  MinimalSite before_files, today;
  SmallScene small{today, theme_strings().c_str()};
  Archive archive;
  Scene scene{small.site, small.locale, small.strings, small.diagnostics, nullptr, &archive};
};

TEST_CASE("correction: the reason, and every text as published and as corrected") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"cause\": \"Corona\"", "\"cause\": \"Corona en ziekte\"");
  const Corrected corrected(minimal);

  const Json page = corrected.page();

  CHECK(page["heading"] == "Editie 2 verandert één ding");
  CHECK(page["notices"][0]["text"] == "Verkeerd geteld.");
  CHECK(page["flow"] == false);
  REQUIRE(page["texts"]["texts"].size() == 1);
  const Json& text = page["texts"]["texts"][0];
  CHECK(text["name"] == "Taal als opstap: oorzaak");
  CHECK(text["before"]["title"] == "Zoals gepubliceerd · editie 1");
  CHECK(text["before"]["pieces"] == Json::parse(R"([ { "text": "Corona", "removed": false, "added": false } ])"));
  CHECK(text["after"]["title"] == "Zoals verbeterd · editie 2");
  CHECK(text["after"]["pieces"] == Json::parse(R"([ { "text": "Corona", "removed": false, "added": false },
                                                    { "text": " en ziekte", "removed": false, "added": true } ])"));
  CHECK(page["sides"]["documents"][0]["href"] == "../periodes/2020-07/v1/index.html");
  CHECK(corrected.small.diagnostics.to_text() == "");
}

TEST_CASE("correction: another light is neither better nor worse, and leads to the report as published") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "\"status\": \"on-track\", \"basis\": \"reported\"",
                 "\"status\": \"off-track\", \"override_reason\": \"Zo is het.\", \"cause\": \"Ziekte\", \"action\": "
                 "\"Bellen\", \"basis\": \"reported\"");
  const Corrected corrected(minimal);

  const Json page = corrected.page();

  REQUIRE(page["lights"]["groups"].size() == 1);
  CHECK(page["lights"]["groups"][0]["title"] == "Ander stoplicht (1)");
  CHECK(page["lights"]["groups"][0]["moves"][0]["earlier"] ==
        Json::parse(R"({ "label": "Verslag in editie 1", "href": "../periodes/2020-07/v1/ggz.html" })"));
}

TEST_CASE("correction: what is no text is told in words where there are any") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", "https://example.nl/monitor.pdf", "https://example.nl/monitor-2.pdf");
  const Corrected corrected(minimal);

  const Json page = corrected.page();

  REQUIRE(page["others"]["values"].size() == 1);
  CHECK(page["others"]["values"][0] == Json::parse(R"({ "label": "Juli 2020", "about": "bron, adres",
    "before": "https://example.nl/monitor.pdf", "before_unknown": false,
    "after": "https://example.nl/monitor-2.pdf", "after_unknown": false, "notes": [] })"));
}

}  // namespace
}  // namespace stoplicht::test
