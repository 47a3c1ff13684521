#include "published_site.h"

namespace stoplicht::test {
namespace {

// What is said of sources that are no longer what was published; "" for the same.
template <typename Change>
std::string differences(Change change, const std::vector<std::string>& withdrawn = {}) {
  MinimalSite site;
  PublishedSite published = publish_both(site);
  if (!withdrawn.empty()) published.withdraw("2020-07", withdrawn);
  const Archive archive = published.archive();
  change(site);
  Diagnostics diagnostics;
  compare_sources(site.folder(), archive, diagnostics);
  std::string out;
  for (const Diagnostic& each : diagnostics.sorted()) {
    CHECK(each.id == "edition-differs");
    CHECK(each.severity == Severity::error);
    CHECK(each.hint == "put back what was published, or publish the change: stoplicht correct " +
                           std::string(each.where.file.find("2021-05") == std::string::npos ? "2020-07" : "2021-05") +
                           " --reason \"...\"");
    out += each.where.file + ":" + std::to_string(each.where.line) + ":" + std::to_string(each.where.column) + ": " +
           each.message + "\n";
  }
  return out;
}

const std::string period_data = "data/periods/2020-07.json";
const std::string letter = "content/periods/2020-07/letters/hilversum.md";
const std::string progress = "content/periods/2020-07/progress/ggz.md";

}  // namespace

TEST_CASE("sources: what was not changed does not differ") {
  CHECK(differences([](MinimalSite&) {}) == "");
}

TEST_CASE("sources: a changed value is told with the old one, where it stands") {
  CHECK(differences([](MinimalSite& site) { site.change(period_data, R"("actual": 9)", R"("actual": 10)"); }) ==
        "data/periods/2020-07.json:13:61: this is 10, but 9 in edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) {
          site.change(period_data, R"("actual": 9)", R"("actual": { "value": 9, "qualifier": "about" })");
        }) == "data/periods/2020-07.json:13:61: this is an object, but 9 in edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) {
          site.change("data/periods/2021-05.json", R"("Mei 2021")", R"("Lente")");
        }) == "data/periods/2021-05.json:2:28: this is \"Lente\", but \"Mei 2021\" in edition 1 of 2021-05\n");
}

TEST_CASE("sources: a long value is cut") {
  const std::string text(80, 'x');
  CHECK(differences([&](MinimalSite& site) { site.change(period_data, "De kleuren zijn verloren gegaan.", text); }) ==
        "data/periods/2020-07.json:21:15: this is \"" + std::string(59, 'x') +
            "…, but \"De kleuren zijn verloren gegaan.\" in edition 1 of 2020-07\n");
}

TEST_CASE("sources: a key that went or came") {
  CHECK(differences([](MinimalSite& site) { site.change(period_data, R"(, "stated_projects": 22)", ""); }) ==
        "data/periods/2020-07.json:1:1: 'stated_projects' is missing; in edition 1 of 2020-07 it is 22\n");
  CHECK(differences([](MinimalSite& site) {
          site.change(period_data, R"("status": "on-track", "basis": "reported",)",
                      R"("status": "on-track", "basis": "reported", "summary": "Nieuw.",)");
        }) == "data/periods/2020-07.json:12:50: 'summary' is not in edition 1 of 2020-07\n");
}

TEST_CASE("sources: a list that became longer, shorter or otherwise") {
  CHECK(differences([](MinimalSite& site) {
          site.change(period_data, R"("limits": [ "De kleuren zijn verloren gegaan." ])",
                      R"("limits": [ "De kleuren zijn verloren gegaan.", "Meer." ])");
        }) == "data/periods/2020-07.json:21:51: this is not in edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) {
          site.change(period_data, R"("limits": [ "De kleuren zijn verloren gegaan." ])", R"("limits": [])");
        }) == "data/periods/2020-07.json:21:13: the list has 0 items, but 1 in edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) { site.change(letter, "closes: [T20-27]", "closes: [T20-27, T21-03]"); }) ==
        "content/periods/2020-07/letters/hilversum.md:7:18: this is not in edition 1 of 2020-07\n");
}

TEST_CASE("sources: a changed text is told where it begins to differ") {
  CHECK(differences([](MinimalSite& site) { site.change(progress, "trajecten zijn", "trajecten waren"); }) ==
        "content/periods/2020-07/progress/ggz.md:1:17: from here on the text is not that of edition 1 of 2020-07\n");
  CHECK(
      differences(
          [](MinimalSite& site) { site.change(letter, "Geachte raad,\n", "Geachte raad,\n\nEen extra regel.\n"); }) ==
      "content/periods/2020-07/letters/hilversum.md:17:1: from here on the text is not that of edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) { site.write(progress, ""); }) ==
        "content/periods/2020-07/progress/ggz.md:1:1: from here on the text is not that of edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) { site.change(progress, "Negen", "É Negen"); }) ==
        "content/periods/2020-07/progress/ggz.md:1:1: from here on the text is not that of edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) { site.change("content/commitments/T20-27.md", "webinar", "avond"); }) ==
        "content/commitments/T20-27.md:1:12: from here on the text is not that of edition 1 of 2020-07\n");
}

TEST_CASE("sources: changed front matter") {
  CHECK(differences([](MinimalSite& site) { site.change(letter, "date: 2020-09", "date: 2020-10"); }) ==
        "content/periods/2020-07/letters/hilversum.md:6:7: this is \"2020-10\", but \"2020-09\" in edition 1 of "
        "2020-07\n");
}

TEST_CASE("sources: a file that went or came") {
  CHECK(differences([](MinimalSite& site) { site.remove(progress); }) ==
        "content/periods/2020-07/progress/ggz.md:0:0: the file is missing, but edition 1 of 2020-07 has it\n");
  CHECK(differences([](MinimalSite& site) { site.remove("data/periods/2021-05.json"); }) ==
        "data/periods/2021-05.json:0:0: the file is missing, but edition 1 of 2021-05 was made of it\n");
  CHECK(differences([](MinimalSite& site) { site.write("content/periods/2020-07/progress/taal.md", "Nieuw.\n"); }) ==
        "content/periods/2020-07/progress/taal.md:0:0: this file is not in edition 1 of 2020-07\n");
}

TEST_CASE("sources: an attachment that changed or came") {
  CHECK(differences([](MinimalSite& site) {
          site.attach("content/periods/2020-07/letters/monitor.pdf", "%PDF anders");
        }) == "content/periods/2020-07/letters/monitor.pdf:0:0: this is not the file of edition 1 of 2020-07\n");
  CHECK(differences([](MinimalSite& site) { site.attach("content/periods/2020-07/letters/nieuw.pdf", "%PDF"); }) ==
        "content/periods/2020-07/letters/nieuw.pdf:0:0: this file is not in edition 1 of 2020-07\n");
}

TEST_CASE("sources: line ends, layout and the name of the schema are no difference") {
  CHECK(differences([](MinimalSite& site) {
          site.write(progress, "Negen trajecten zijn begonnen.\r\n")
              .change(letter, "Geachte raad,\n", "Geachte raad,\r\n")
              .change(period_data, R"("id": "2020-07", "name")",
                      "\"$schema\": \"../period.schema.json\",\n\n   \"id\":\"2020-07\",\"name\"")
              .change(period_data, "6.5", "6.50")
              .change(period_data, R"("actual": 9)", R"("actual": 9.0)");
        }) == "");
}

TEST_CASE("sources: what came of an announcement is no difference, but a changed announcement is") {
  CHECK(differences([](MinimalSite& site) {
          site.change(letter, "by: 2021-01-01\n", "by: 2021-01-01\n    done: Gestart.\n");
        }) == "");
  CHECK(differences([](MinimalSite& site) {
          site.change(letter, "by: 2021-01-01\n", "by: 2021-02-01\n    done: Gestart.\n");
        }) ==
        "content/periods/2020-07/letters/hilversum.md:10:9: this is \"2021-02-01\", but \"2021-01-01\" in edition 1 of "
        "2020-07\n");
}

TEST_CASE("sources: shared files are not compared") {
  CHECK(differences([](MinimalSite& site) {
          site.change("data/programmes.json", "Aanpak GGZ", "Anders")
              .change("content/pages/about.md", "Over ons", "Over hen");
        }) == "");
}

TEST_CASE("sources: what was withdrawn is passed over, whether it is still there or not") {
  const std::vector<std::string> withdrawn{"text:" + letter, "project:ggz", "text:" + progress,
                                           "attachment:content/periods/2020-07/letters/monitor.pdf"};
  CHECK(differences([](MinimalSite&) {}, withdrawn) == "");
  CHECK(differences(
            [](MinimalSite& site) {
              site.change(letter, "Geachte", "Beste").change(period_data, R"("actual": 9)", R"("actual": 10)");
            },
            withdrawn) == "");
  CHECK(differences([](MinimalSite& site) { site.remove(letter).remove(progress); }, withdrawn) == "");
  CHECK(differences([](MinimalSite& site) { site.change(period_data, R"("cause": "Corona")", R"("cause": "Regen")"); },
                    withdrawn) ==
        "data/periods/2020-07.json:16:16: this is \"Regen\", but \"Corona\" in edition 1 of 2020-07\n");
}

TEST_CASE("sources: the excepted period is not compared, and a replaced edition neither") {
  MinimalSite site;
  PublishedSite published = publish_both(site);
  site.change(period_data, R"("actual": 9)", R"("actual": 10)");
  Diagnostics excepted;
  compare_sources(site.folder(), published.archive(), excepted, "2020-07");
  CHECK(excepted.to_text() == "");
  published.publish(site.folder(), "2020-07");
  Diagnostics corrected;
  compare_sources(site.folder(), published.archive(), corrected);
  CHECK(corrected.to_text() == "");
}

}  // namespace stoplicht::test
