#include "commands/changes_text.h"

#include "commands/changes_json.h"
#include "model/minimal_site.h"

namespace stoplicht::test {
namespace {

// What differs between two periods of a site, or between one period of two sites.
struct Told {
  Told(MinimalSite& before, const char* old_period, MinimalSite& after, const char* new_period)
      : old_site(before.build()), new_site(after.build()) {
    const Period* old_one = old_site.find_period(old_period);
    const Period* new_one = new_site.find_period(new_period);
    REQUIRE(old_one != nullptr);
    REQUIRE(new_one != nullptr);
    changes = compare({&old_site, old_one}, {&new_site, new_one}, new_site);
  }
  Site old_site, new_site;
  Changes changes;
};

TEST_CASE("changes as text: two periods in groups, and a line that counts") {
  MinimalSite before;
  MinimalSite after;
  const Told told(before, "2020-07", after, "2021-05");

  CHECK(changes_text(told.changes) ==
        "2020-07@sources → 2021-05@sources\n"
        "\n"
        "lights\n"
        "  WaW 7 Aanpak GGZ       no longer told: Op koers\n"
        "  WaW 8 Taal als opstap  no longer told: Risico\n"
        "\n"
        "figures\n"
        "  Mensen aan het werk  not known → at least 430; forecast none → 600\n"
        "  Trajecten (ggz)      9 → not told\n"
        "\n"
        "targets\n"
        "  Mensen aan het werk  about 500 → 520; Bijgesteld door de Werkkamer\n"
        "\n"
        "commitments\n"
        "  T21-03  made on 4 March 2021: Cijfers leveren\n"
        "  T21-03  overdue since April 2021: Cijfers leveren\n"
        "\n"
        "differs: 2 projects otherwise, 2 figures, 1 target, 2 commitments\n");
}

TEST_CASE("changes as text: in Dutch, with its numbers and dates") {
  MinimalSite before;
  MinimalSite after;
  const Told told(before, "2020-07", after, "2021-05");

  CHECK(changes_text(told.changes, MessageLanguage::dutch) ==
        "2020-07@sources → 2021-05@sources\n"
        "\n"
        "stoplichten\n"
        "  WaW 7 Aanpak GGZ       niet meer gemeld: Op koers\n"
        "  WaW 8 Taal als opstap  niet meer gemeld: Risico\n"
        "\n"
        "cijfers\n"
        "  Mensen aan het werk  niet bekend → ten minste 430; prognose geen → 600\n"
        "  Trajecten (ggz)      9 → niet gemeld\n"
        "\n"
        "streefwaarden\n"
        "  Mensen aan het werk  ongeveer 500 → 520; Bijgesteld door de Werkkamer\n"
        "\n"
        "toezeggingen\n"
        "  T21-03  gedaan op 4 maart 2021: Cijfers leveren\n"
        "  T21-03  te laat sinds april 2021: Cijfers leveren\n"
        "\n"
        "anders: 2 deelprojecten anders, 2 cijfers, 1 streefwaarde, 2 toezeggingen\n");
}

TEST_CASE("changes as text: two editions, with the words that differ") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/periods/2020-07.json", R"("status": "on-track", "basis")",
               R"("status": "at-risk", "cause": "Ziekte", "basis")");
  after.change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 8)");
  after.change("data/periods/2020-07.json", "Taal als opstap", "Taal voor werk");
  after.change("data/periods/2020-07.json", R"("stated_projects": 22)", R"("stated_projects": 23)");
  after.change("content/periods/2020-07/summary.md", "bijna voorbij", "nu voorbij");
  const Told told(before, "2020-07", after, "2020-07");

  CHECK(changes_text(told.changes) ==
        "2020-07@sources → 2020-07@sources\n"
        "\n"
        "lights\n"
        "  WaW 7 Aanpak GGZ      other light: Op koers → Risico\n"
        "  WaW 8 Taal voor werk  same light: Risico; was named Taal als opstap\n"
        "\n"
        "figures\n"
        "  Trajecten (ggz)  9 → 8 (-1)\n"
        "\n"
        "texts\n"
        "  ggz cause     {+Ziekte+}\n"
        "  taal name     Taal [-als opstap-]{+voor werk+}\n"
        "  summary text  De opstart is [-bijna-]{+nu+} voorbij.\n"
        "\n"
        "other values\n"
        "  2020-07 /stated_projects  22 → 23\n"
        "\n"
        "differs: 2 projects otherwise, 1 figure, 3 texts, 1 other value\n");
}

TEST_CASE("changes as text: nothing differs, and says so") {
  MinimalSite before;
  MinimalSite after;
  const Told told(before, "2020-07", after, "2020-07");
  CHECK(changes_text(told.changes) == "2020-07@sources → 2020-07@sources\n\nnothing differs\n");
  CHECK(Json::parse(changes_json(told.changes))["differs"] == false);
}

TEST_CASE("changes as text: long texts are shown around what differs, in lines that fit a terminal") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "woord" + std::to_string(i) + " ";
  MinimalSite before;
  MinimalSite after;
  before.write("content/periods/2020-07/progress/ggz.md", words + "einde.\n");
  after.write("content/periods/2020-07/progress/ggz.md", "Begin: " + words + "slot.\n");
  const Told told(before, "2020-07", after, "2020-07");

  CHECK(changes_text(told.changes) ==
        "2020-07@sources → 2020-07@sources\n"
        "\n"
        "texts\n"
        "  progress/ggz text  {+Begin: +}woord0 woord1 woord2 woord3 woord4 … woord56 woord57 woord58\n"
        "                     woord59 [-einde.-]{+slot.+}\n"
        "\n"
        "differs: 1 text\n");
}

TEST_CASE("changes as text: in Dutch, what differs is named in Dutch words, and a place in a list by its number") {
  MinimalSite before;
  MinimalSite after;
  after.change("data/periods/2020-07.json", "Taal als opstap", "Taal voor werk");
  after.change("data/periods/2020-07.json", R"("stated_projects": 22)", R"("stated_projects": 23)");
  after.change("data/periods/2020-07.json", "https://example.nl/monitor.pdf", "https://example.nl/verslag.pdf");
  after.change("content/periods/2020-07/summary.md", "bijna voorbij", "nu voorbij");
  const std::string text = changes_text(Told(before, "2020-07", after, "2020-07").changes, MessageLanguage::dutch);
  INFO(text);
  CHECK(text.find("  taal: naam ") != std::string::npos);
  CHECK(text.find("  samenvatting: tekst  De opstart") != std::string::npos);
  CHECK(text.find("  2020-07: aantal deelprojecten dat het verslag noemt\n"
                  "                          22 → 23\n") != std::string::npos);
  CHECK(text.find("  2020-07: bron 1, adres ") != std::string::npos);
  CHECK(text.find(" /") == std::string::npos);
}

TEST_CASE("changes as text: a new text is shown by its beginning, and its empty lines hold no spaces") {
  std::string words;
  for (int i = 0; i < 90; ++i) words += "woord ";
  MinimalSite before;
  MinimalSite after;
  after.write("content/periods/2020-07/progress/taal.md", "Begin.\n\n" + words + "einde.\n");
  const std::string text = changes_text(Told(before, "2020-07", after, "2020-07").changes);

  CHECK(text.find("  progress/taal text  {+Begin.\n\n                      woord woord") != std::string::npos);
  CHECK(text.find("woord …+}\n") != std::string::npos);
  CHECK(text.find("einde") == std::string::npos);
}

TEST_CASE("changes as JSON: lights, figures and targets of two periods") {
  MinimalSite before;
  MinimalSite after;
  const Json told = Json::parse(changes_json(Told(before, "2020-07", after, "2021-05").changes));

  CHECK(told["before"] == Json{{"period", "2020-07"}, {"edition", nullptr}, {"digest", nullptr}});
  CHECK(told["differs"] == true);
  CHECK(told["projects"][0] == Json{{"project", "ggz"},
                                    {"move", "untold"},
                                    {"renamed", false},
                                    {"renumbered", false},
                                    {"before",
                                     {{"number", "WaW 7"},
                                      {"name", "Aanpak GGZ"},
                                      {"status", "on-track"},
                                      {"label", "Op koers"},
                                      {"light", "green"}}},
                                    {"after", nullptr},
                                    {"lineage", nullptr}});
  CHECK(told["figures"][0] == Json{{"indicator", "placements"},
                                   {"project", nullptr},
                                   {"before", {{"actual", nullptr}, {"forecast", nullptr}}},
                                   {"after",
                                    {{"actual", {{"value", 430}, {"qualifier", "at-least"}}},
                                     {"forecast", {{"value", 600}, {"qualifier", "exactly"}}}}},
                                   {"difference", nullptr},
                                   {"counts_otherwise", false},
                                   {"move", nullptr},
                                   {"target_moved", true},
                                   {"target_before", {{"value", 500}, {"qualifier", "about"}}},
                                   {"target_after", {{"value", 520}, {"qualifier", "exactly"}}},
                                   {"decision", "Bijgesteld door de Werkkamer"}});
  CHECK(told["commitments"] == Json::array({Json{{"commitment", "T21-03"}, {"move", "made"}},
                                            Json{{"commitment", "T21-03"}, {"move", "overdue"}}}));
  CHECK(told["texts"] == Json::array());
}

TEST_CASE("changes as JSON: the pieces of a text, and other values by their place") {
  MinimalSite before;
  MinimalSite after;
  after.change("content/periods/2020-07/summary.md", "bijna voorbij", "nu voorbij");
  after.change("data/periods/2020-07.json", R"("stated_projects": 22)", R"("stated_projects": 23)");
  const Json told = Json::parse(changes_json(Told(before, "2020-07", after, "2020-07").changes));

  CHECK(told["texts"] == Json::array({Json{{"subject", "summary"},
                                           {"key", "text"},
                                           {"project", nullptr},
                                           {"before", "De opstart is bijna voorbij."},
                                           {"after", "De opstart is nu voorbij."},
                                           {"pieces", Json::array({Json{{"kind", "same"}, {"text", "De opstart is "}},
                                                                   Json{{"kind", "removed"}, {"text", "bijna"}},
                                                                   Json{{"kind", "added"}, {"text", "nu"}},
                                                                   Json{{"kind", "same"}, {"text", " voorbij."}}})}}}));
  CHECK(told["others"] == Json::array({Json{{"subject", "2020-07"},
                                            {"key", "/stated_projects"},
                                            {"project", nullptr},
                                            {"before", "22"},
                                            {"after", "23"}}}));
}

}  // namespace
}  // namespace stoplicht::test
