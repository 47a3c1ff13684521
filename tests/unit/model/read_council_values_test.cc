#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// The minimal site with three municipalities.
class RegionalSite : public MinimalSite {
 public:
  RegionalSite() {
    change("data/organisations.json", "\"until\": \"2030\" } ] }\n", R"("until": "2030" } ] },
    { "id": "huizen", "name": "Huizen", "kind": "municipality" },
    { "id": "weesp", "name": "Weesp", "kind": "municipality" }
)");
  }
};

// The same with another total in place of the one of its newest period.
class SiteWithTotal : public RegionalSite {
 public:
  SiteWithTotal(const std::string& actual, const std::string& by_council) {
    change("data/periods/2021-05.json", R"("actual": { "value": 430, "qualifier": "at-least" }, "forecast": 600)",
           (actual.empty() ? "" : "\"actual\": " + actual + ", ") + "\"by_council\": " + by_council);
  }
};

// The same with a local project.
class SiteWithLocalProject : public RegionalSite {
 public:
  SiteWithLocalProject(const std::string& councils, const std::string& by_council) {
    change("data/programmes.json", R"("from": "2020", "until": "2021",)",
           R"("from": "2020", "until": "2021", "councils": )" + councils + ",");
    change("data/periods/2020-07.json", R"("actual": 9)", R"("actual": 9, "by_council": )" + by_council);
  }
};

}  // namespace

TEST_CASE("by council: the parts stand in the order of the organisations, unknown ones too") {
  SiteWithTotal minimal("60", R"({ "weesp": { "value": 15, "qualifier": "about" }, "hilversum": 34, "huizen": null })");
  CHECK(minimal.faults() == "");
  const Site site = minimal.build();

  const auto& parts = site.newest()->totals.at(0).councils;
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].council->id == "hilversum");
  CHECK(parts[0].actual == Quantity{34, Qualifier::exactly});
  CHECK(parts[1].council->id == "huizen");
  CHECK_FALSE(parts[1].actual);
  CHECK(parts[2].council->id == "weesp");
  CHECK(parts[2].actual == Quantity{15, Qualifier::about});
}

TEST_CASE("by council: a measurement may have no parts") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(site.newest()->totals.at(0).councils.empty());
}

TEST_CASE("by council: exact parts add up to an exact whole") {
  CHECK(SiteWithTotal("50", R"({ "hilversum": 30, "huizen": 20 })").faults() == "");
  CHECK(SiteWithTotal("0.3", R"({ "hilversum": 0.1, "huizen": 0.2 })").faults() == "");
  CHECK(SiteWithTotal("0", R"({ "hilversum": 0 })").faults() == "");
}

TEST_CASE("by council: parts that are less than the whole") {
  SiteWithTotal site("60", R"({ "hilversum": 30, "huizen": 20.5 })");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:58: error: the parts of 'placements' add up to 50.5, but 'actual' is 60 [council-sum]
    5 | … [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 30, "huizen": 20.5 } } ]
      |                                                ^~~~~~~~~~~~
  hint: correct a number, or add the municipality that is missing, with null when its part is not known
)");
}

TEST_CASE("by council: parts that are more than the whole") {
  SiteWithTotal site("60", R"({ "hilversum": 40, "huizen": 30 })");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:58: error: the parts of 'placements' add up to 70, but 'actual' is 60 [council-sum]
    5 | …": [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 40, "huizen": 30 } } ]
      |                                                  ^~~~~~~~~~~~
  hint: correct a number, or leave out what is counted twice
)");
}

TEST_CASE("by council: known parts are no more than the whole") {
  CHECK(SiteWithTotal("60", R"({ "hilversum": 40, "huizen": null })").faults() == "");
  CHECK(SiteWithTotal("60", R"({ "hilversum": 60, "huizen": null })").faults() == "");

  SiteWithTotal site("60", R"({ "hilversum": 61, "huizen": null })");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:58: error: the known parts of 'placements' add up to 61, but 'actual' is 60 [council-sum]
    5 | … [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 61, "huizen": null } } ]
      |                                                ^~~~~~~~~~~~
  hint: correct a number, or leave out what is counted twice
)");
}

TEST_CASE("by council: of parts that are not exact only the exact ones are compared") {
  CHECK(SiteWithTotal("60", R"({ "hilversum": 50, "huizen": { "value": 20, "qualifier": "about" } })").faults() == "");

  SiteWithTotal site("60", R"({ "hilversum": 70, "huizen": { "value": 1, "qualifier": "about" } })");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:58: error: the known parts of 'placements' add up to 70, but 'actual' is 60 [council-sum]
    5 | …ndicator": "placements", "actual": 60, "by_council": { "hilversum": 70, "huizen": { "value": 1, "q…
      |                                         ^~~~~~~~~~~~
  hint: correct a number, or leave out what is counted twice
)");
}

TEST_CASE("by council: without an exact whole no sum is made") {
  CHECK(SiteWithTotal("", R"({ "hilversum": 30, "huizen": 20 })").faults() == "");
  CHECK(SiteWithTotal("null", R"({ "hilversum": 30, "huizen": 20 })").faults() == "");
  CHECK(SiteWithTotal(R"({ "value": 40, "qualifier": "about" })", R"({ "hilversum": 50 })").faults() == "");
}

TEST_CASE("by council: what is not known may be negative where something else is") {
  CHECK(SiteWithTotal("-5", R"({ "hilversum": -3, "huizen": null })").faults() == "");
}

TEST_CASE("by council: an unknown municipality is reported at its key") {
  SiteWithTotal site("60", R"({ "hilversum": 40, "Huizen": 20 })");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:91: error: unknown municipality 'Huizen' [reference-unknown]
    5 | …": [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 40, "Huizen": 20 } } ]
      |                                                                                   ^~~~~~~~
  hint: use one of: hilversum, huizen, weesp (did you mean 'huizen'?)
)");
}

TEST_CASE("by council: an organisation that is no municipality") {
  SiteWithTotal site("60", R"({ "hilversum": 40, "regio": 20 })");

  CHECK(site.faults() ==
        R"(data/periods/2021-05.json:5:91: error: 'regio' is a region, not a municipality [council-kind]
    5 | …s": [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 40, "regio": 20 } } ]
      |                                                                                    ^~~~~~~
  hint: use one of: hilversum, huizen, weesp
)");
}

TEST_CASE("by council: an organisation whose kind is misspelt leaves its part alone") {
  SiteWithTotal site("60", R"({ "hilversum": 40, "huizen": 20 })");
  site.change("data/organisations.json", R"("name": "Huizen", "kind": "municipality")",
              R"("name": "Huizen", "kind": "gemeente")");

  CHECK(site.faults() == R"(data/organisations.json:6:49: error: unknown kind 'gemeente' [value-unknown]
    6 |     { "id": "huizen", "name": "Huizen", "kind": "gemeente" },
      |                                                 ^~~~~~~~~~
  hint: use one of: municipality, region, body, ministry, partner
)");
}

TEST_CASE("by council: a part that is no number is reported at its place, and no sum is made") {
  SiteWithTotal site("60", R"({ "hilversum": "40", "huizen": 30 })");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:87: error: 'hilversum' is a text, not a number [type-wrong]
    5 | … [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": "40", "huizen": 30 } } ]
      |                                                                             ^~~~
  hint: write digits without quotes, with a point for decimals: 6.5
)");
}

TEST_CASE("by council: a part with the dot of a Dutch thousand") {
  SiteWithTotal site("2455", R"({ "hilversum": 1.455, "huizen": 1000 })");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:89: error: 'hilversum' is 1.455: a dot is read as the decimal comma [number-range]
    5 | …"indicator": "placements", "actual": 2455, "by_council": { "hilversum": 1.455, "huizen": 1000 } } ]
      |                                                                          ^~~~~
  hint: write a thousand as 1000, without a dot
)");
}

TEST_CASE("by council: an empty object") {
  SiteWithTotal site("60", "{}");

  CHECK(site.faults() == R"(data/periods/2021-05.json:5:72: error: 'by_council' is empty [list-empty]
    5 |   "totals": [ { "indicator": "placements", "actual": 60, "by_council": {} } ]
      |                                                                        ^
  hint: name the municipalities with their numbers, or leave 'by_council' out
)");
}

TEST_CASE("by council: a percentage has no parts") {
  SiteWithTotal site("60", R"({ "hilversum": 50, "huizen": 70 })");
  site.change("data/programmes.json", R"("unit": "count", "unit_label": "inwoners")", R"("unit": "percent")");

  CHECK(
      site.faults() ==
      R"(data/periods/2021-05.json:5:58: error: 'placements' is a percentage: it does not consist of parts [council-percent]
    5 | …": [ { "indicator": "placements", "actual": 60, "by_council": { "hilversum": 50, "huizen": 70 } } ]
      |                                                  ^~~~~~~~~~~~
  hint: leave 'by_council' out here; it is for numbers and amounts that add up
)");
}

TEST_CASE("by council: a local project has parts of its own municipalities only") {
  CHECK(SiteWithLocalProject(R"([ "weesp", "hilversum" ])", R"({ "hilversum": 9 })").faults() == "");

  SiteWithLocalProject site(R"([ "weesp", "hilversum" ])", R"({ "hilversum": 5, "huizen": 4 })");

  CHECK(
      site.faults() ==
      R"(data/periods/2020-07.json:13:96: error: 'huizen' does not take part in the local project 'ggz' [council-outside-project]
   13 | …[ { "indicator": "ggz-trajecten", "actual": 9, "by_council": { "hilversum": 5, "huizen": 4 } } ] },
      |                                                                                 ^~~~~~~~
  hint: use one of: weesp, hilversum; or add it to the 'councils' of the project
)");
}

TEST_CASE("by council: a local project with an unknown municipality leaves its parts alone") {
  SiteWithLocalProject site(R"([ "weesp", "hilversun" ])", R"({ "hilversum": 9 })");

  CHECK(site.faults() == R"(data/programmes.json:8:126: error: unknown municipality 'hilversun' [reference-unknown]
    8 | …GZ", "category": "scholing", "from": "2020", "until": "2021", "councils": [ "weesp", "hilversun" ],
      |                                                                                       ^~~~~~~~~~~
  hint: use one of: hilversum, huizen, weesp (did you mean 'hilversum'?)
)");
}

}  // namespace stoplicht::test
