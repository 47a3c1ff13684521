#include "views/rehearsal_page.h"

#include "small_scene.h"
#include "theme_strings.h"
#include "views/rehearsal_items.h"

namespace stoplicht::test {
namespace {

const RehearsalLinks all_links{
    [](const std::string& address) { return "../" + address; }, [](const std::string& file) { return "site/" + file; },
    [](const Finding& finding) {
      return finding.sheet ? "Cijfers!" + finding.sheet->row + "." + finding.sheet->column : "";
    }};

struct Rehearsed {
  explicit Rehearsed(MinimalSite& minimal) : small(minimal, theme_strings().c_str()) {
    draft = small.site.newest();
    project = small.site.find_project("ggz");
    rehearsal.drafts = {draft};
    rehearsal.whole = true;
  }

  Finding finding(Ask ask, bool blocks = false) const {
    return {ask, blocks, draft, nullptr, nullptr, {draft->document->source().path(), 4, 3, 5, "  \"status\": 1,"}};
  }
  Json page(const RehearsalLinks& links = {}) {
    return rehearsal_page(small.scene, rehearsal, links, "klein-theme", "Stoplicht 1");
  }
  std::string text_of(const Finding& finding) {
    return rehearsal_item(small.scene, finding, {})["text"].get<std::string>();
  }

  SmallScene small;
  const Period* draft = nullptr;
  const Project* project = nullptr;
  Rehearsal rehearsal;
};

}  // namespace

TEST_CASE("rehearsal page: with nothing found it says so, and tells what was checked") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  const Json page = rehearsed.page();
  CHECK(page["verdict"] == "Niets staat publicatie meer in de weg");
  CHECK(page["advice"] == "Er is ook geen advies.");
  CHECK(page["clear"] == true);
  CHECK(page["drafts"] == "Mei 2021 is nog niet gepubliceerd.");
  CHECK(page["must"] == false);
  CHECK(page["may"] == false);
  CHECK(page["completeness"] == false);
  CHECK(page["home"] == false);
  CHECK(page["checked"].size() == asks);
  CHECK(page["checked"][0].dump() == R"({"any":false,"found":"niets gevonden","name":"De vorm van de bestanden"})");
}

TEST_CASE("rehearsal page: what blocks and what does not stand apart, by programme and project") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding of_project = rehearsed.finding(Ask::text);
  of_project.programme = rehearsed.project->programme;
  of_project.project = rehearsed.project;
  Finding shared = rehearsed.finding(Ask::look, true);
  shared.period = nullptr;
  shared.diagnostic = Diagnostic{Severity::warning, "table-wide", "a wide table", {}, "make it narrow"};
  rehearsed.rehearsal.findings = {rehearsed.finding(Ask::fill_in, true), shared, of_project, of_project};
  rehearsed.rehearsal.findings[0].diagnostic = Diagnostic{};
  const Json page = rehearsed.page();
  CHECK(page["verdict"] == "2 punten houden publicatie nog tegen");
  CHECK(page["advice"] == "2 punten zijn een advies.");
  REQUIRE(page["must"]["groups"].size() == 2);
  CHECK(page["must"]["groups"][0]["name"] == "Mei 2021 · de hele periode");
  CHECK(page["must"]["groups"][1]["name"] == "De hele site");
  CHECK(page["must"]["groups"][1]["projects"][0]["items"][0]["said"].dump() ==
        R"({"hint":"make it narrow","hint_language":"en","message":"a wide table","message_language":"en"})");
  CHECK(page["must"]["groups"][0]["projects"][0]["items"][0]["said"] == false);
  REQUIRE(page["may"]["groups"].size() == 1);
  CHECK(page["may"]["count"] == "2 punten");
  CHECK(page["may"]["groups"][0]["name"] == "Werken aan Werk");
  REQUIRE(page["may"]["groups"][0]["projects"].size() == 1);
  CHECK(page["may"]["groups"][0]["projects"][0]["name"] == "Aanpak GGZ");
  CHECK(page["may"]["groups"][0]["projects"][0]["items"].size() == 2);
}

TEST_CASE(
    "rehearsal page: what a rule says is in the language of the page, and English where that has no words for it") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding finding = rehearsed.finding(Ask::explanation);
  finding.diagnostic = Diagnostic{
      Severity::warning, "light-unexplained", "'ggz' is 'at-risk', with no cause", {}, "say what no catalogue knows"};
  CHECK(rehearsal_item(rehearsed.small.scene, finding, {})["said"].dump() ==
        R"({"hint":"say what no catalogue knows","hint_language":"en",)"
        R"("message":"'ggz' is 'at-risk', zonder oorzaak","message_language":"nl"})");

  const Locale english("en");
  SmallScene& small = rehearsed.small;
  const Scene scene{small.site, english, small.strings, small.diagnostics};
  CHECK(rehearsal_item(scene, finding, {})["said"]["message"] == "'ggz' is 'at-risk', with no cause");
}

TEST_CASE("rehearsal page: an item says where it stands, and leads there") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding finding = rehearsed.finding(Ask::value);
  finding.subject = "Plaatsingen";
  finding.sheet = SheetPlace{SheetPlace::Sheet::figures, "placements", "actual"};
  const Json item = rehearsal_item(rehearsed.small.scene, finding, all_links);
  CHECK(item["title"] == "Vul een cijfer in");
  CHECK(item["text"] == "“Plaatsingen” heeft geen waarde. Is die niet bekend? Schrijf dan bij het cijfer waarom.");
  CHECK(item["quote"] == "\"status\": 1,");
  CHECK(item["place"].dump() ==
        R"({"file":"data/periods/2021-05.json","href":"site/data/periods/2021-05.json","line":"regel 4"})");
  CHECK(item["cell"] == "Cijfers!placements.actual");
  CHECK(item["page"] == "../periodes/2021-05/index.html");

  const Json alone = rehearsal_item(rehearsed.small.scene, finding, {});
  CHECK(alone["place"]["href"] == false);
  CHECK(alone["cell"] == false);
  CHECK(alone["page"] == false);
}

TEST_CASE("rehearsal page: each kind says in words what is the matter") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding jump = rehearsed.finding(Ask::jump);
  jump.subject = "Plaatsingen";
  jump.jump = Jump{{9, Qualifier::exactly}, {2700, Qualifier::about}, Unit::count, rehearsed.draft->previous};
  CHECK(rehearsed.text_of(jump) ==
        "“Plaatsingen” gaat van 9 in juli 2020 naar ongeveer 2.700. Schrijf bij het cijfer hoe dat komt, of verbeter "
        "het.");
  Finding announced = rehearsed.finding(Ask::announcement);
  announced.subject = "Een brief";
  CHECK(rehearsed.text_of(announced) ==
        "Aangekondigd in de vorige brief: “Een brief”. Vul bij de aankondiging in wat ervan kwam.");
  announced.due = Date{2021, 0, 3, 0};
  CHECK(rehearsed.text_of(announced) ==
        "Aangekondigd in een brief: “Een brief” (termijn: maart 2021). Vul bij de aankondiging in wat ervan kwam.");
  Finding sentence = rehearsed.finding(Ask::sentence);
  sentence.words = 31;
  CHECK(rehearsed.text_of(sentence) ==
        "Deze zin heeft 31 woorden. Een zin van hoogstens 25 woorden leest gemakkelijker.");
  CHECK(rehearsed.text_of(rehearsed.finding(Ask::light)) == "Het programma als geheel heeft nog geen stoplicht.");
  CHECK(rehearsed.text_of(rehearsed.finding(Ask::source)) == "De periode noemt geen enkele bron.");
}

TEST_CASE("rehearsal page: nothing in a quoted line turns its direction, and a long one is cut") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding finding = rehearsed.finding(Ask::text);
  finding.where.excerpt =
      "a\xE2\x80\xAE"
      "b\tc" +
      std::string(400, 'x');
  const std::string quote = rehearsal_item(rehearsed.small.scene, finding, {})["quote"];
  CHECK(quote ==
        "a\xEF\xBF\xBD"
        "b c" +
            std::string(295, 'x') + "…");
}

TEST_CASE("rehearsal page: a line with nothing to read is not quoted") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  Finding finding = rehearsed.finding(Ask::text);
  finding.where.excerpt = "    {";
  CHECK(rehearsal_item(rehearsed.small.scene, finding, {})["quote"] == false);
}

TEST_CASE("rehearsal page: a bar is full only when all is there, and after an error it says that more may come") {
  MinimalSite minimal;
  Rehearsed rehearsed(minimal);
  rehearsed.rehearsal.completeness = {{rehearsed.draft, rehearsed.project->programme, 999, 1000}};
  rehearsed.rehearsal.whole = false;
  const Json page = rehearsed.page();
  CHECK(page["partly"] == true);
  CHECK(page["completeness"]["rows"][0]["width"] == "99%");
  CHECK(page["completeness"]["rows"][0]["value"] == "999 van 1.000");
}

}  // namespace stoplicht::test
