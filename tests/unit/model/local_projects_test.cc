#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// The minimal site, its second project with these councils.
class SiteWithCouncils : public MinimalSite {
 public:
  explicit SiteWithCouncils(const std::string& councils) {
    change("data/programmes.json", R"("followed_by": "words" })",
           R"("followed_by": "words",
          "councils": )" +
               councils + " }");
  }
};

}  // namespace

TEST_CASE("local projects: a project is everybody's unless it names councils") {
  SiteWithCouncils minimal(R"([ "hilversum" ])");
  CHECK(minimal.faults() == "");
  const Site site = minimal.build();

  CHECK(site.find_project("ggz")->councils.empty());
  REQUIRE(site.find_project("taal")->councils.size() == 1);
  CHECK(site.find_project("taal")->councils[0]->id == "hilversum");
}

TEST_CASE("local projects: an unknown municipality gets the ids of those that there are") {
  SiteWithCouncils site(R"([ "Hilversum" ])");

  CHECK(site.faults() == R"(data/programmes.json:12:25: error: unknown municipality 'Hilversum' [reference-unknown]
   12 |           "councils": [ "Hilversum" ] }
      |                         ^~~~~~~~~~~
  hint: did you mean 'hilversum'?
)");
}

TEST_CASE("local projects: an organisation that is no municipality") {
  SiteWithCouncils site(R"([ "hilversum", "regio" ])");

  CHECK(site.faults() == R"(data/programmes.json:12:38: error: 'regio' is a region, not a municipality [council-kind]
   12 |           "councils": [ "hilversum", "regio" ] }
      |                                      ^~~~~~~
  hint: use 'hilversum'
)");
}

TEST_CASE("local projects: a municipality twice") {
  SiteWithCouncils site(R"([ "hilversum", "hilversum" ])");

  CHECK(site.faults() ==
        R"(data/programmes.json:12:38: error: 'hilversum' stands twice among the councils [council-duplicate]
   12 |           "councils": [ "hilversum", "hilversum" ] }
      |                                      ^~~~~~~~~~~
  hint: name each municipality once
)");
}

TEST_CASE("local projects: an empty list") {
  SiteWithCouncils site("[]");

  CHECK(site.faults() == R"(data/programmes.json:12:23: error: 'councils' is empty [list-empty]
   12 |           "councils": [] }
      |                       ^
  hint: name the municipalities of this local project, or leave 'councils' out when it is of all of them
)");
}

TEST_CASE("local projects: where no municipality is known, that is the hint") {
  SiteWithCouncils site(R"([ "hilversum" ])");
  site.change("data/organisations.json", R"("kind": "municipality")", R"("kind": "partner")");

  CHECK(site.faults() ==
        R"(data/programmes.json:12:25: error: 'hilversum' is a partner, not a municipality [council-kind]
   12 |           "councils": [ "hilversum" ] }
      |                         ^~~~~~~~~~~
  hint: there is no municipality yet: add it to data/organisations.json
)");
}

TEST_CASE("local projects: organisations that could not be read leave councils alone") {
  SiteWithCouncils site(R"([ "huizen" ])");
  site.change("data/organisations.json", R"("id": "hilversum", )", "");

  CHECK(site.faults() == R"(data/organisations.json:4:5: error: 'id' is missing [key-missing]
    4 |     { "name": "Hilversum", "kind": "municipality",
      |     ^
  hint: add "id": "…"
)");
}

}  // namespace stoplicht::test
