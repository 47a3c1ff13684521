#include "published_site.h"

namespace stoplicht::test {
namespace {

// The site of today, after `change` of the files.
struct Today {
  Archive archive;
  SiteFolder folder, folded;
  Site site;
  std::string faults;

  template <typename Change>
  explicit Today(Change change) {
    MinimalSite minimal;
    archive = publish_both(minimal).archive();
    change(minimal);
    open(minimal);
  }

  void open(MinimalSite& minimal, std::string_view except = {}) {
    folder = minimal.folder();
    folded = fold(folder, archive, except);
    Diagnostics diagnostics;
    site = build_present(folded, archive, std::nullopt, diagnostics, except);
    faults = diagnostics.to_text();
  }
};

constexpr const char* taal = R"(,
        { "id": "taal", "name": "Taalvaardigheid", "followed_by": "words" })";

int projects_called(const Site& site, std::string_view id) {
  int count = 0;
  for (const auto& programme : site.programmes)
    for (const auto& project : programme->projects) count += project->id == id ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("fold: without editions a folder stays what it is") {
  MinimalSite site;
  const SiteFolder folder = site.folder();
  const SiteFolder folded = fold(folder, Archive());
  CHECK(folded.data == folder.data);
  CHECK(folded.content == folder.content);
}

TEST_CASE("fold: a project that is no longer in the files comes back from the edition") {
  const Today today([](MinimalSite& site) {
    site.change("data/programmes.json", taal, "")
        .change("data/programmes.json", R"(,
          "lineage": [ { "kind": "split-from", "project": "taal", "period": "2020-07" } ])",
                "")
        .change("data/programmes.json", R"("name": "Aanpak GGZ")", R"("name": "Nieuwe naam")");
  });
  CHECK(today.faults == "");
  REQUIRE(today.site.find_project("taal") != nullptr);
  CHECK(today.site.find_project("taal")->name == "Taalvaardigheid");
  CHECK(today.site.find_project("ggz")->name == "Nieuwe naam");  // What both have is that of today.
  CHECK(today.site.find_project("ggz")->lineage.empty());
  const Period& period = *today.site.find_period("2020-07");
  CHECK(period.report_of(*today.site.find_project("ggz"))->name == "Aanpak GGZ");
}

TEST_CASE("fold: a project that went to another programme stands there once") {
  const Today today([](MinimalSite& site) {
    site.change("data/programmes.json", taal, "")
        .change("data/programmes.json", R"(  ],
  "indicators": [)",
                R"(,
    { "id": "nieuw", "name": "Nieuw", "short_name": "N", "projects": [ { "id": "taal", "name": "Taal" } ] } ],
  "indicators": [)");
  });
  CHECK(today.faults == "");
  CHECK(projects_called(today.site, "taal") == 1);
  CHECK(today.site.find_project("taal")->programme->id == "nieuw");
}

TEST_CASE("fold: an organisation, an indicator and a commitment come back") {
  const Today today([](MinimalSite& site) {
    site.change(
            "data/programmes.json",
            R"({ "id": "ggz-trajecten", "name": "Trajecten", "unit": "count", "unit_label": "trajecten", "project": "ggz",
      "targets": [ { "value": 12, "from_period": "2020-07" } ] },)",
            "")
        .change("data/programmes.json", R"(,
          "rule": { "indicator": "ggz-trajecten", "at_risk_below": 0.9, "off_track_below": 0.5 })",
                "")
        .write("data/organisations.json",
               R"({ "organisations": [ { "id": "regio", "name": "Regio", "kind": "region" } ] })")
        .write("data/commitments.json", R"({ "commitments": [] })");
  });
  CHECK(today.faults == "");
  CHECK(today.site.find_indicator("ggz-trajecten")->targets.size() == 1);
  REQUIRE(today.site.find_commitment("T20-27") != nullptr);
  CHECK(today.site.find_commitment("T20-27")->closed_by != nullptr);
  CHECK(today.site.find_commitment("T21-03") == nullptr);  // No edition knows it.
  CHECK(today.site.municipalities().size() == 1);
}

TEST_CASE("fold: without a file of commitments, those of the editions remain") {
  const Today today([](MinimalSite& site) { site.remove("data/commitments.json"); });
  CHECK(today.faults == "");
  CHECK(today.site.commitments.size() == 1);
}

TEST_CASE("fold: a changed scale stands beside the one of the published periods") {
  const Today today(
      [](MinimalSite& site) { site.change("data/site.json", R"("label": "Op koers")", R"("label": "Goed")"); });
  CHECK(today.faults == "");
  REQUIRE(today.site.scales.size() == 2);  // One for both periods: it is the same.
  CHECK(today.site.scales[0]->statuses[0].label == "Goed");
  const Period& period = *today.site.find_period("2020-07");
  CHECK(period.scale->id == "stoplicht-2021-05");
  CHECK(period.projects[0].status->label == "Op koers");
}

TEST_CASE("fold: a scale that got another id, or another place, is the same scale") {
  const Today today([](MinimalSite& site) {
    site.change("data/site.json", R"({ "id": "stoplicht", "name": "Stoplicht")",
                R"({ "id": "nieuw", "name": "Nieuw", "statuses": [
      { "id": "not-reported", "label": "Niets", "light": "grey", "shape": "question", "meaning": "Onbekend." } ] },
    { "id": "oud", "name": "Stoplicht")");
  });
  CHECK(today.faults == "");
  REQUIRE(today.site.scales.size() == 2);
  CHECK(today.site.find_period("2020-07")->scale->id == "oud");
  CHECK(today.site.find_period("2021-05")->scale->id == "oud");
}

TEST_CASE("fold: an announcement keeps what came of it") {
  const Today today([](MinimalSite& site) {
    site.change("content/periods/2020-07/letters/hilversum.md", "    by: 2021-01-01\n",
                "    by: 2021-01-01\n    done: Ze zijn gestart.\n");
  });
  CHECK(today.faults == "");
  CHECK(today.site.find_period("2020-07")->letters[0]->announces[0].done == "Ze zijn gestart.");
  CHECK(today.site.find_period("2020-07")->letters[0]->announces[1].done == "");
  CHECK(today.archive.newest("2020-07")->period->letters[0]->announces[0].done == "");
}

TEST_CASE("fold: the sources of a published period are those of its edition, but for the one that is excepted") {
  MinimalSite changed;
  changed.change("content/periods/2020-07/progress/ggz.md", "Negen", "Tien")
      .change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 10)");
  Today today([](MinimalSite&) {});
  const auto actual = [&] { return today.site.find_period("2020-07")->projects[0].measurements[0].actual->value; };
  today.open(changed);
  CHECK(actual() == 9);
  CHECK(today.site.find_period("2020-07")->edition == today.archive.newest("2020-07"));
  today.open(changed, "2020-07");
  CHECK(actual() == 10);
  CHECK(today.site.find_period("2020-07")->edition == nullptr);
  CHECK(today.site.find_period("2021-05")->edition != nullptr);
}

TEST_CASE("settle: targets of published periods are those of their editions") {
  const Today moved([](MinimalSite& site) {
    site.change("data/programmes.json", R"({ "value": 500, "qualifier": "about", "from_period": "2020-07" })",
                R"({ "value": 480, "from_period": "2020-07" })");
  });
  CHECK(moved.faults ==
        "data/programmes.json:31:20: warning: the target of 'placements' from 2020-07 on is 480, but 500 in edition 1 "
        "of 2020-07 "
        "[target-published]\n"
        "   31 |         { \"value\": 480, \"from_period\": \"2020-07\" },\n"
        "      |                    ^~~\n"
        "  hint: a target that moved gets a line of its own, with 'from_period' and 'decision'; was the published one "
        "wrong, "
        "then: stoplicht correct 2020-07 --shared --reason \"...\"\n");
  const Indicator& indicator = *moved.site.find_indicator("placements");
  REQUIRE(indicator.targets.size() == 2);
  CHECK(indicator.targets[0].quantity == Quantity{500, Qualifier::about});
  CHECK(indicator.targets[0].from->id == "2020-07");
  CHECK(indicator.targets[1].quantity.value == 520);
  CHECK(indicator.targets[1].decision == "Bijgesteld door de Werkkamer");

  const Today gone([](MinimalSite& site) {
    site.change("data/programmes.json", R"(,
        { "value": 520, "from_period": "2021-05", "decision": "Bijgesteld door de Werkkamer" })",
                "");
  });
  CHECK(gone.site.find_indicator("placements")->targets.size() == 2);
}

TEST_CASE("settle: a number that is no goal counts where it is stated, twice when it is stated twice") {
  MinimalSite site;
  site.change("data/programmes.json", R"("cumulative": true, "programmes")",
              R"("cumulative": true, "target_label": "beschikbaar", "programmes")")
      .change("data/programmes.json", R"({ "value": 520,)", R"({ "value": 500, "qualifier": "about",)");
  const Archive archive = publish_both(site).archive();
  Diagnostics diagnostics;
  const Site present = build_present(fold(site.folder(), archive), archive, std::nullopt, diagnostics);
  CHECK(present.find_indicator("placements")->targets.size() == 2);
}

TEST_CASE("fold: files of today that hold anything are judged as without editions") {
  const char* broken[] = {
      "5",
      "[]",
      R"({ "status_scales": 5, "organisations": 5, "programmes": "x", "indicators": {}, "commitments": 5 })",
      R"({ "status_scales": [ 5, { "id": 5 } ], "organisations": [ 5, { "id": 5 } ],
                               "programmes": [ 5, { "id": 5 }, { "id": "waw", "projects": 5, "categories": [ 5 ] } ],
                               "indicators": [ 5 ], "commitments": [ 5 ] })",
      R"({ "indicators": [ { "id": "placements", "targets": { "value": 500, "from_period": "2020-07" } } ] })",
      R"({ "indicators": [ { "id": "placements", "targets": "500" } ] })"};
  for (const char* file :
       {"data/site.json", "data/organisations.json", "data/programmes.json", "data/commitments.json"})
    for (const char* text : broken) {
      const Today today([&](MinimalSite& site) { site.write(file, text); });
      CHECK_MESSAGE(today.faults != "", file, " ", text);
    }
}

}  // namespace stoplicht::test
