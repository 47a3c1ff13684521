#include "minimal_site.h"
#include "model/figures.h"

// One mistake gives one fault: what only follows from it is not reported.
namespace stoplicht::test {
namespace {

// The ids, in the order of the report.
std::string fault_ids(MinimalSite& site) {
  const std::string faults = site.faults();
  std::string ids;
  for (std::size_t at = faults.find(": error: "); at != std::string::npos; at = faults.find(": error: ", at + 1)) {
    const std::size_t end = faults.find('\n', at) - 1;
    const std::size_t start = faults.rfind('[', end) + 1;
    ids += (ids.empty() ? "" : " ") + faults.substr(start, end - start);
  }
  return ids;
}

// Of a path that gives nothing: "follows", or what is said of it.
std::string fault_of(const Site& site, std::string_view period, std::string_view path) {
  FigureFault fault;
  const Locale locale("nl");
  REQUIRE_FALSE(figure(site, *site.find_period(period), path, locale, fault));
  if (fault.follows) return "follows";
  return fault.unknown_in.empty() ? fault.hint : "not known in " + fault.unknown_in;
}

}  // namespace

TEST_CASE("follow-up faults: a list that is no object leaves references alone") {
  MinimalSite site;
  site.write("data/commitments.json", "[]\n");

  CHECK(fault_ids(site) == "type-wrong");
}

TEST_CASE("follow-up faults: a list that is missing leaves references alone") {
  MinimalSite site;
  site.write("data/organisations.json", "{}\n");

  CHECK(fault_ids(site) == "key-missing");
}

TEST_CASE("follow-up faults: a list that is none leaves references alone") {
  MinimalSite site;
  site.write("data/programmes.json", R"({ "programmes": "waw", "indicators": {} })");

  CHECK(fault_ids(site) == "type-wrong type-wrong");
}

TEST_CASE("follow-up faults: an item without an id leaves references alone") {
  MinimalSite site;
  site.change("data/organisations.json", R"("id": "regio", )", "");

  CHECK(fault_ids(site) == "key-missing");
}

TEST_CASE("follow-up faults: a total of nothing still belongs to a programme") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("programmes": [ "waw" ],)", R"("programmes": [ "wav" ],)");
  const Site site = minimal.build();

  REQUIRE(site.indicators[0]->id == "placements");
  REQUIRE(site.indicators[0]->programmes.size() == 1);
  CHECK(site.indicators[0]->programmes[0] == site.find_programme("unknown"));
}

TEST_CASE("follow-up faults: an unknown commitment that a letter closes may be the one without a letter") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[T20-27]", "[T20-28]");

  CHECK(fault_ids(site) == "reference-unknown");
}

TEST_CASE("follow-up faults: a letter that names nothing to close because of a fault") {
  MinimalSite site;
  site.change("content/periods/2020-07/letters/hilversum.md", "[T20-27]", "T20-27");

  CHECK(fault_ids(site) == "type-wrong");
}

TEST_CASE("follow-up faults: letters of a period that could not be read") {
  MinimalSite site;
  site.write("data/periods/2020-07.json", "{");

  CHECK(fault_ids(site) == "json-syntax");
}

TEST_CASE("follow-up faults: the order of targets of a period without a date") {
  MinimalSite site;
  site.change("data/periods/2021-05.json", R"("reported_on": "2021-05")", R"("reported_on": "mei")");

  CHECK(fault_ids(site) == "date-impossible");
}

TEST_CASE("follow-up faults: a cause that is misspelt or of a wrong type is not missing too") {
  MinimalSite misspelt;
  misspelt.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("causes": "Corona")");
  CHECK(fault_ids(misspelt) == "key-unknown");

  MinimalSite wrong_type;
  wrong_type.change("data/periods/2020-07.json", R"("cause": "Corona")", R"("cause": 5)");
  CHECK(fault_ids(wrong_type) == "type-wrong");
}

TEST_CASE("follow-up faults: a figure that a faulty value should have given") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", R"("value": 430)", R"("value": "430")");
  const Site site = minimal.build();

  CHECK(fault_of(site, "2021-05", "total.placements.actual") == "follows");
  CHECK(fault_of(site, "2021-05", "total.placement.actual") == "total has no 'placement'; did you mean 'placements'?");
  CHECK(fault_of(site, "2020-07", "total.placements.actual") == "not known in 2020-07");
}

TEST_CASE("follow-up faults: figures of a period whose depth is wrong") {
  MinimalSite minimal;
  minimal.change("data/periods/2020-07.json", R"("depth": "projects")", R"("depth": "known")");

  CHECK(fault_of(minimal.build(), "2020-07", "count.projects") == "follows");
}

TEST_CASE("follow-up faults: figures of programmes that could not be read") {
  MinimalSite minimal;
  minimal.write("data/programmes.json", "{");
  const Site site = minimal.build();

  CHECK(site.programmes_missed);
  CHECK(fault_of(site, "2020-07", "total.placements.actual") == "follows");
  CHECK(fault_of(site, "2020-07", "budget.waw.2020") == "follows");
  CHECK(fault_of(site, "2020-07", "figure.kramp") == "figure has no 'kramp'; did you mean 'krimp'?");
}

TEST_CASE("follow-up faults: figures of a period that could not be read") {
  MinimalSite minimal;
  minimal.write("data/periods/2021-05.json", "{");

  CHECK(fault_of(minimal.build(), "2020-07", "2021-05: total.placements.actual") == "follows");
}

}  // namespace stoplicht::test
