#include "minimal_site.h"

namespace stoplicht::test {
namespace {

class SiteWithEvents : public MinimalSite {
 public:
  explicit SiteWithEvents(const std::string& events) {
    change("data/periods/2020-07.json", R"(  "limits")", "  \"events\": [ " + events + " ],\n  \"limits\"");
  }
};

}  // namespace

TEST_CASE("events: they are sorted by date, and those of one date stay as they stand") {
  SiteWithEvents minimal(R"({ "title": "Webinar", "date": "2020-06-18", "url": "https://example.nl/" },
    { "title": "Markt", "date": "2020-02", "description": "Er kwamen veertig bezoekers." },
    { "title": "Bezoek", "date": "2020-06-18" })");
  CHECK(minimal.faults() == "");
  const Site site = minimal.build();

  const Period& period = *site.find_period("2020-07");
  REQUIRE(period.events.size() == 3);
  CHECK(period.events[0].title == "Markt");
  CHECK(period.events[0].description == "Er kwamen veertig bezoekers.");
  CHECK(period.events[0].date == Date{2020, 0, 2, 0});
  CHECK(period.events[0].period == &period);
  CHECK(period.events[1].title == "Webinar");
  CHECK(period.events[1].url == "https://example.nl/");
  CHECK(period.events[2].title == "Bezoek");
}

TEST_CASE("events: one without a date") {
  SiteWithEvents site(R"({ "title": "Webinar" })");

  CHECK(site.faults() == R"(data/periods/2020-07.json:21:15: error: 'date' is missing [key-missing]
   21 |   "events": [ { "title": "Webinar" } ],
      |               ^
  hint: add "date": "2024-04"
)");
}

TEST_CASE("events: one with a date as it is said") {
  SiteWithEvents site(R"({ "title": "Webinar", "date": "18 juni 2020" })");

  CHECK(site.faults() == R"(data/periods/2020-07.json:21:45: error: '18 juni 2020' is not a date [date-impossible]
   21 |   "events": [ { "title": "Webinar", "date": "18 juni 2020" } ],
      |                                             ^~~~~~~~~~~~~~
  hint: write a day, a month, a quarter or a year: 2024-04-18, 2024-04, 2024-Q2 or 2024
)");
}

TEST_CASE("events: one with an address that is none") {
  SiteWithEvents site(R"({ "title": "Webinar", "date": "2020", "url": "www.example.nl" })");

  CHECK(site.faults() ==
        R"(data/periods/2020-07.json:21:60: error: 'www.example.nl' is not an address of the web [url-form]
   21 |   "events": [ { "title": "Webinar", "date": "2020", "url": "www.example.nl" } ],
      |                                                            ^~~~~~~~~~~~~~~~
  hint: write the whole address: https://…
)");
}

}  // namespace stoplicht::test
