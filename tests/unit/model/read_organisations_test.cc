#include "minimal_site.h"

namespace stoplicht::test {
namespace {

// The minimal site with a landscape of two groups and these parties.
class SiteWithParties : public MinimalSite {
 public:
  explicit SiteWithParties(const std::string& parties) {
    change("data/organisations.json", "\"until\": \"2030\" } ] }\n  ]\n}\n",
           R"("until": "2030" } ] },
    { "id": "uwv", "name": "UWV", "kind": "body" }
  ],
  "landscape": {
    "title": "Wie helpt wie?",
    "groups": [
      { "id": "kort", "name": "Kort zonder werk", "description": "Korter dan een jaar." },
      { "id": "lang", "name": "Lang zonder werk" }
    ],
    "parties": [ )" +
               parties +
               R"( ],
    "partners": [ "Ondernemers", "Onderwijs" ],
    "source": "Plan, blz. 3", "note": "In 2020."
  }
}
)");
  }
};

const char* const landscape_of_uwv = R"({ "organisation": "uwv", "serves": [ "kort" ] })";

}  // namespace

TEST_CASE("landscape: a site needs none") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK_FALSE(site.landscape);
}

TEST_CASE("landscape: parties stand in the order of the file, with the groups that they serve") {
  SiteWithParties minimal(R"({ "organisation": "uwv", "serves": [ "lang", "kort", "lang" ] },
      { "organisation": "hilversum", "note": "in oprichting" })");
  CHECK(minimal.faults() == "");
  const Site site = minimal.build();

  REQUIRE(site.landscape);
  const Landscape& landscape = *site.landscape;
  CHECK(landscape.title == "Wie helpt wie?");
  CHECK(landscape.source == "Plan, blz. 3");
  CHECK(landscape.note == "In 2020.");
  CHECK(landscape.partners == std::vector<std::string>{"Ondernemers", "Onderwijs"});
  REQUIRE(landscape.groups.size() == 2);
  CHECK(landscape.groups[0].id == "kort");
  CHECK(landscape.groups[0].description == "Korter dan een jaar.");
  CHECK(landscape.groups[1].name == "Lang zonder werk");

  REQUIRE(landscape.parties.size() == 2);
  CHECK(landscape.parties[0].organisation->name == "UWV");
  CHECK(landscape.parties[0].serves == std::vector{&landscape.groups[1], &landscape.groups[0]});
  CHECK(landscape.parties[1].organisation->id == "hilversum");
  CHECK(landscape.parties[1].note == "in oprichting");
}

TEST_CASE("landscape: whom a party serves is unknown when the file does not say so") {
  SiteWithParties minimal(R"({ "organisation": "uwv" })");
  const Site site = minimal.build();

  REQUIRE(site.landscape->parties.size() == 1);
  CHECK_FALSE(site.landscape->parties[0].serves);
}

TEST_CASE("landscape: a party that serves an empty list") {
  SiteWithParties site(R"({ "organisation": "uwv", "serves": [] })");

  CHECK(site.faults() == R"(data/organisations.json:14:53: error: 'serves' is empty [list-empty]
   14 |     "parties": [ { "organisation": "uwv", "serves": [] } ],
      |                                                     ^
  hint: name the groups that it helps, or leave 'serves' out when the source does not say whom
)");
}

TEST_CASE("landscape: a party that serves an unknown group") {
  SiteWithParties site(R"({ "organisation": "uwv", "serves": [ "langdurig", "kort" ] })");

  CHECK(site.faults() == R"(data/organisations.json:14:55: error: unknown target group 'langdurig' [reference-unknown]
   14 |     "parties": [ { "organisation": "uwv", "serves": [ "langdurig", "kort" ] } ],
      |                                                       ^~~~~~~~~~~
  hint: use one of: kort, lang
)");
}

TEST_CASE("landscape: an unknown party") {
  SiteWithParties site(R"({ "organisation": "uwf" })");

  CHECK(site.faults() == R"(data/organisations.json:14:36: error: unknown organisation 'uwf' [reference-unknown]
   14 |     "parties": [ { "organisation": "uwf" } ],
      |                                    ^~~~~
  hint: use one of: hilversum, regio, uwv (did you mean 'uwv'?)
)");
}

TEST_CASE("landscape: a party that stands in it twice") {
  SiteWithParties site(R"({ "organisation": "uwv", "serves": [ "kort" ] },
      { "organisation": "uwv", "serves": [ "lang" ] })");

  CHECK(site.faults() == R"(data/organisations.json:15:25: error: 'uwv' stands twice among the parties [party-duplicate]
   15 |       { "organisation": "uwv", "serves": [ "lang" ] } ],
      |                         ^~~~~
  hint: make one party of the two
)");
}

TEST_CASE("landscape: two groups with one id") {
  SiteWithParties site(landscape_of_uwv);
  site.change("data/organisations.json", R"("id": "lang")", R"("id": "kort")");

  CHECK(site.faults() == R"(data/organisations.json:12:15: error: another target group has the id 'kort' [id-duplicate]
   12 |       { "id": "kort", "name": "Lang zonder werk" }
      |               ^~~~~~
  hint: give each its own id; the first is on line 11
)");
}

TEST_CASE("landscape: without groups there is no picture, and parties are not told that theirs is unknown") {
  SiteWithParties site(landscape_of_uwv);
  site.change("data/organisations.json", R"(
      { "id": "kort", "name": "Kort zonder werk", "description": "Korter dan een jaar." },
      { "id": "lang", "name": "Lang zonder werk" }
    )",
              "");

  CHECK(site.faults() == R"(data/organisations.json:10:15: error: 'groups' is empty [list-empty]
   10 |     "groups": [],
      |               ^
  hint: name at least one group of people for whom the programmes are
)");
}

TEST_CASE("landscape: a group without an id leaves references alone") {
  SiteWithParties site(landscape_of_uwv);
  site.change("data/organisations.json", R"("id": "kort", )", "");

  CHECK(site.faults() == R"(data/organisations.json:11:7: error: 'id' is missing [key-missing]
   11 |       { "name": "Kort zonder werk", "description": "Korter dan een jaar." },
      |       ^
  hint: add "id": "…"
)");
}

TEST_CASE("landscape: a partner without a name") {
  SiteWithParties site(landscape_of_uwv);
  site.change("data/organisations.json", R"("Onderwijs")", R"(" ")");

  CHECK(site.faults() == R"(data/organisations.json:15:34: error: an item of 'partners' is empty [text-empty]
   15 |     "partners": [ "Ondernemers", " " ],
      |                                  ^~~
  hint: write who it is, such as "Ondernemers"
)");
}

}  // namespace stoplicht::test
