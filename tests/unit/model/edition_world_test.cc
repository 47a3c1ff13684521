#include "model/edition_world.h"

#include "model/figures.h"
#include "published_site.h"

namespace stoplicht::test {
namespace {

std::string figure_in(const Edition& edition, std::string_view path) {
  FigureFault fault;
  return figure(edition.site, *edition.period, path, dutch, fault).value_or("none");
}

const ProjectReport& report_in(const Period& period, std::string_view project) {
  for (const ProjectReport& report : period.projects)
    if (report.project->id == project) return report;
  FAIL("no such report");
  return period.projects.front();
}

}  // namespace

TEST_CASE("world: an edition tells what the site told") {
  MinimalSite site;
  const Archive archive = publish_both(site).archive();
  const Edition& edition = *archive.newest("2020-07");
  const Site told = site.build();
  const Period& then = *told.find_period("2020-07");
  const Period& now = *edition.period;

  CHECK(edition.site.newest() == &now);
  CHECK(edition.site.periods.size() == 1);
  CHECK(now.folder == "periodes/2020-07");
  CHECK(now.name == then.name);
  CHECK(now.headline == then.headline);
  CHECK(now.summary.document->body() == then.summary.document->body());
  CHECK(now.limits == then.limits);
  CHECK(now.sources.size() == 1);
  REQUIRE(now.projects.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(now.projects[i].name == then.projects[i].name);
    CHECK(now.projects[i].status->label == then.projects[i].status->label);
    CHECK(now.projects[i].explanation.cause == then.projects[i].explanation.cause);
    CHECK(now.projects[i].explanation.action_unknown == then.projects[i].explanation.action_unknown);
    CHECK(now.projects[i].measurements.size() == then.projects[i].measurements.size());
  }
  CHECK(now.projects[0].progress.document->body() == "Negen trajecten zijn begonnen.\n");
  REQUIRE(now.letters.size() == 1);
  CHECK(now.letters[0]->address == then.letters[0]->address);
  REQUIRE(now.letters[0]->closes.size() == 1);
  CHECK(now.letters[0]->closes[0]->closure.document->body() == "Er was een webinar.\n");
  CHECK(now.letters[0]->announces.size() == 2);
  CHECK(now.pages.size() == 1);
  CHECK(edition.folder.attachments.at("content/periods/2020-07/letters/monitor.pdf") == "%PDF");
}

TEST_CASE("world: the periods before it are told with lights and numbers") {
  MinimalSite site;
  const Archive archive = publish_both(site).archive();
  const Edition& edition = *archive.newest("2021-05");
  REQUIRE(edition.site.periods.size() == 2);
  const Period& before = *edition.period->previous;
  CHECK(before.id == "2020-07");
  CHECK(before.sealed);
  CHECK(before.letters.empty());
  const ProjectReport& report = report_in(before, "ggz");
  CHECK(report.status->id == "on-track");
  CHECK(report.computed->id == "on-track");
  REQUIRE(report.measurements.size() == 1);
  CHECK(report.measurements[0].actual->value == 9);
  CHECK(report_in(before, "taal").name == "Taal als opstap");
}

TEST_CASE("world: a light that was computed stays, whatever the rule says since") {
  MinimalSite site;
  const Archive archive = publish_both(site).archive();
  site.change("data/programmes.json", R"("at_risk_below": 0.9, "off_track_below": 0.5)",
              R"("at_risk_below": 5, "off_track_below": 4)");
  Diagnostics diagnostics;
  const Site present = build_present(fold(site.folder(), archive), archive, std::nullopt, diagnostics);
  CHECK(diagnostics.to_text() == "");
  CHECK(report_in(*present.find_period("2020-07"), "ggz").computed->id == "on-track");
  CHECK(report_in(*present.find_period("2020-07"), "ggz").pace.of_target == 0.75);
  CHECK(report_in(*archive.newest("2020-07")->period, "ggz").computed->id == "on-track");
}

TEST_CASE("world: figures of texts are what they stood for, also of other periods") {
  MinimalSite site;
  site.write("content/periods/2021-05/summary.md",
             "---\nheadline: Door\n---\n{{ total.placements.actual }}, was {{ 2020-07: figure.krimp }}.\n");
  const Archive archive = publish_both(site).archive();
  const Edition& edition = *archive.newest("2021-05");
  CHECK(figure_in(edition, "total.placements.actual") == "430");
  CHECK(figure_in(edition, "2020-07: figure.krimp") == "6,5\u00a0%");
  CHECK(figure_in(edition, "total.placements.old_target") == "500");  // No text used it: looked up in the world.
  CHECK(figure_in(*archive.newest("2020-07"), "total.placements.old_target") == "none");
}

TEST_CASE("world: the pages of a replaced edition stand in a folder of their own") {
  MinimalSite site;
  PublishedSite published = publish_both(site);
  site.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 10)");
  const Archive archive = published.publish(site.folder(), "2020-07").archive();
  const Edition* first = archive.find("2020-07", 1);
  const Edition* second = archive.find("2020-07", 2);
  REQUIRE(first != nullptr);
  REQUIRE(second != nullptr);
  CHECK(first->after == second);
  CHECK(second->before == first);
  CHECK(archive.newest("2020-07") == second);
  CHECK(archive.of("2020-07") == std::vector<const Edition*>{first, second});
  CHECK(first->period->folder == "periodes/2020-07/v1");
  CHECK(first->period->letters[0]->address == "periodes/2020-07/v1/brieven/hilversum.html");
  CHECK(second->period->folder == "periodes/2020-07");
  CHECK(report_in(*first->period, "ggz").measurements[0].actual->value == 9);
  CHECK(report_in(*second->period, "ggz").measurements[0].actual->value == 10);
}

TEST_CASE("world: what was withdrawn is gone, and the corrections that follow know of it") {
  MinimalSite site;
  const std::string letter = "text:content/periods/2020-07/letters/hilversum.md";
  PublishedSite published = publish_both(site);
  published.withdraw("2020-07", {letter, "project:taal", "text:content/periods/2020-07/summary.md"});
  const Archive archive = published.archive();
  const Edition& edition = *archive.newest("2020-07");
  REQUIRE(edition.withdrawn.size() == 3);
  CHECK(edition.withdrawn[1].part == letter);
  CHECK(edition.withdrawn[1].reason == "Privacy");
  CHECK(edition.period->letters.empty());
  CHECK(edition.period->projects.size() == 1);
  CHECK(edition.period->headline == "Juli 2020");

  MinimalSite corrected;
  corrected.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 10)");
  Diagnostics diagnostics;
  const Site present = build_present(fold(corrected.folder(), archive), archive, std::nullopt, diagnostics);
  CHECK(diagnostics.to_text() == "");
  CHECK(present.find_period("2020-07")->letters.empty());
  CHECK(archive.newest("2021-05")->withdrawn.empty());
}

TEST_CASE("world: the light of a withdrawn report goes from the editions of later periods too") {
  MinimalSite site;
  PublishedSite published = publish_both(site);
  published.withdraw("2020-07", {"project:ggz", "history:2020-07/ggz"});
  const Archive archive = published.archive();
  const Edition& later = *archive.newest("2021-05");
  REQUIRE(later.withdrawn.size() == 1);
  CHECK(later.withdrawn[0].part == "history:2020-07/ggz");
  REQUIRE(later.period->previous->projects.size() == 1);
  CHECK(later.period->previous->projects[0].project->id == "taal");
}

TEST_CASE("world: a text that was withdrawn from one edition stays in the one that has it clean") {
  MinimalSite site;
  const std::string letter = "text:content/periods/2020-07/letters/hilversum.md";
  PublishedSite published = publish_both(site);
  site.change("content/periods/2020-07/letters/hilversum.md", "Geachte", "Beste");
  published.publish(site.folder(), "2020-07").withdraw("2020-07", {letter}, {1}, {{letter, "brieven/hilversum.html"}});
  const Archive archive = published.archive();
  CHECK(archive.find("2020-07", 1)->withdrawn.at(0).page == "brieven/hilversum.html");
  CHECK(archive.find("2020-07", 1)->period->letters.empty());
  CHECK(archive.find("2020-07", 2)->withdrawn.empty());
  CHECK(archive.find("2020-07", 2)->period->letters.size() == 1);
  Diagnostics diagnostics;
  compare_sources(site.folder(), archive, diagnostics);
  CHECK(diagnostics.to_text() == "");
}

TEST_CASE("world: an edition without its period is a fault, and is not told") {
  MinimalSite site;
  const Archive archive = publish_both(site).archive();
  for (const char* part : {"period", "programmes"}) {
    Json document = archive.newest("2020-07")->document->root();
    document["parts"].erase(part);
    Diagnostics diagnostics;
    Edition edition;
    edition.period_id = "2020-07";
    make_world(edition,
               load_json(std::make_shared<const SourceText>("data/editions/2020-07/v1.json", pretty_json(document)),
                         diagnostics),
               {}, diagnostics);
    CHECK(edition.period == nullptr);
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.sorted()[0].message == "part '" + std::string(part) + "' is missing");
  }
}

TEST_CASE("world: what is structural in a text is told at the file of the edition") {
  MinimalSite site;
  const Archive archive = publish_both(site).archive();
  Json document = archive.newest("2020-07")->document->root();
  document["parts"]["text:content/periods/2020-07/summary.md"]["content"]["front_matter"]["headline"] = 5;
  Diagnostics diagnostics;
  Edition edition;
  edition.period_id = "2020-07";
  make_world(edition,
             load_json(std::make_shared<const SourceText>("data/editions/2020-07/v1.json", pretty_json(document)),
                       diagnostics),
             archive.files.attachments, diagnostics);
  REQUIRE(diagnostics.errors() == 1);
  CHECK(diagnostics.sorted()[0].where.file == "data/editions/2020-07/v1.json");
  CHECK(diagnostics.sorted()[0].where.line > 1);
}

TEST_CASE("world: only what keeps a document from being understood is structural") {
  const auto judged = [](Severity severity, const char* id) { return is_structural({severity, id, "", {}, ""}); };
  CHECK(judged(Severity::error, "reference-unknown"));
  CHECK(judged(Severity::error, "status-unknown"));
  CHECK(judged(Severity::error, "local-text-council"));  // Its page has a place only with a municipality.
  CHECK(!judged(Severity::error, "period-overlap"));
  CHECK(!judged(Severity::warning, "type-wrong"));
}

}  // namespace stoplicht::test
