#include "minimal_site.h"

namespace stoplicht::test {

TEST_CASE("model: the minimal site has no faults") {
  MinimalSite site;

  CHECK(site.faults() == "");
}

TEST_CASE("model: the site says what site.json says") {
  MinimalSite minimal;
  const Site site = minimal.build();

  CHECK(site.title == "Monitor");
  CHECK(site.language == "nl");
  CHECK(site.base_url == "https://monitor.example.nl/");
  CHECK(site.theme == "gemeente");
  CHECK(site.privacy_link == "/privacy.html");
  CHECK(site.contact.email == "monitor@example.nl");
  REQUIRE(site.publisher != nullptr);
  CHECK(site.publisher->name == "Regio Gooi");
  REQUIRE(site.scales.size() == 1);
  const StatusScale& scale = *site.scales[0];
  REQUIRE(scale.statuses.size() == 4);
  CHECK(scale.statuses[1].label == "Risico");
  CHECK(scale.statuses[1].order == 1);
  CHECK(scale.statuses[1].light == Light::amber);
  CHECK(scale.statuses[1].scale == &scale);
  CHECK(scale.not_reported().light == Light::grey);
}

TEST_CASE("model: organisations and programmes refer to each other") {
  MinimalSite minimal;
  const Site site = minimal.build();

  REQUIRE(site.organisations.size() == 2);
  const Organisation& hilversum = *site.organisations[1];
  CHECK(hilversum.kind == OrganisationKind::municipality);
  REQUIRE(hilversum.member_of.size() == 1);
  CHECK(hilversum.member_of[0].of == site.publisher);
  CHECK(hilversum.member_of[0].until == Date{2030, 0, 0, 0});

  const Programme* programme = site.find_programme("waw");
  REQUIRE(programme != nullptr);
  CHECK(programme->steering.at(0).level == SteeringLevel::board);
  CHECK(programme->funding.at(0).amount == 5600000);
  CHECK(programme->funding.at(0).qualifier == Qualifier::about);
  CHECK(programme->funding.at(0).from == "2019");
  REQUIRE(programme->budget);
  CHECK(programme->budget->total == 97000);
  CHECK(programme->budget->years == std::map<int, std::int64_t>{{2019, 32000}, {2020, 65000}});

  const Project* ggz = site.find_project("ggz");
  REQUIRE(ggz != nullptr);
  CHECK(ggz->programme == programme);
  CHECK(ggz->category == &programme->categories.at(0));
  CHECK(programme->budget->measures.at(0).project == ggz);
  REQUIRE(ggz->lineage.size() == 1);
  CHECK(ggz->lineage[0].project == site.find_project("taal"));
  CHECK(ggz->lineage[0].period == site.find_period("2020-07"));
  REQUIRE(ggz->rule);
  CHECK(ggz->rule->indicator == ggz->indicators.at(0));
  CHECK(site.find_project("taal")->following == Following::words);
}

TEST_CASE("model: totals come before the indicators of projects") {
  MinimalSite minimal;
  const Site site = minimal.build();

  REQUIRE(site.indicators.size() == 2);
  CHECK(site.indicators[0]->id == "placements");
  CHECK(site.indicators[0]->programmes.at(0) == site.find_programme("waw"));
  CHECK(site.indicators[1]->project == site.find_project("ggz"));
}

TEST_CASE("model: a target holds from its period on, and the one before it is kept") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const Indicator& placements = *site.indicators[0];

  const Target* first = placements.target_in(*site.find_period("2020-07"));
  const Target* second = placements.target_in(*site.find_period("2021-05"));

  REQUIRE(first != nullptr);
  REQUIRE(second != nullptr);
  CHECK(first->quantity == Quantity{500, Qualifier::about});
  CHECK(second->quantity == Quantity{520, Qualifier::exactly});
  CHECK(placements.target_before(*second) == first);
  CHECK(placements.target_before(*first) == nullptr);
}

TEST_CASE("model: periods stand newest first and know their neighbours") {
  MinimalSite minimal;
  const Site site = minimal.build();

  REQUIRE(site.periods.size() == 2);
  CHECK(site.newest()->id == "2021-05");
  CHECK(site.newest()->next == nullptr);
  CHECK(site.newest()->previous == site.find_period("2020-07"));
  CHECK(site.find_period("2020-07")->next == site.newest());
  CHECK(site.newest()->scale == site.scales[0].get());
  CHECK(site.newest()->headline == "Boven verwachting");
  CHECK(site.newest()->summary.empty());
  CHECK(site.find_period("2020-07")->summary.period == site.find_period("2020-07"));
  CHECK(site.find_period("2020-07")->stated_projects == 22);
}

TEST_CASE("model: a project report has its period's name and number, its light and its texts") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const Period& period = *site.find_period("2020-07");

  const ProjectReport* ggz = period.report_of(*site.find_project("ggz"));
  REQUIRE(ggz != nullptr);
  CHECK(ggz->number == "WaW 7");
  CHECK(ggz->name == "Aanpak GGZ");
  CHECK(ggz->status->id == "on-track");
  CHECK(ggz->measurements.at(0).actual == Quantity{9, Qualifier::exactly});
  CHECK(ggz->progress.document->body() == "Negen trajecten zijn begonnen.\n");

  const ProjectReport* taal = period.report_of(*site.find_project("taal"));
  REQUIRE(taal != nullptr);
  CHECK(taal->name == "Taal als opstap");
  CHECK(taal->basis == Basis::derived);
  CHECK(taal->computed == nullptr);
  CHECK(taal->explanation.cause == "Corona");
  CHECK_FALSE(taal->explanation.action);
  CHECK(taal->explanation.action_unknown);
  CHECK(taal->progress.empty());
}

TEST_CASE("model: absent, not known and measured are three things") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const Indicator& placements = *site.indicators[0];

  const Measurement* unknown = site.find_period("2020-07")->total_of(placements);
  REQUIRE(unknown != nullptr);
  CHECK_FALSE(unknown->actual);
  const Measurement* known = site.newest()->total_of(placements);
  REQUIRE(known != nullptr);
  CHECK(known->actual == Quantity{430, Qualifier::at_least});
  CHECK(known->forecast == Quantity{600, Qualifier::exactly});
  CHECK(site.newest()->total_of(*site.indicators[1]) == nullptr);
}

// 9 of 12 in 213 of 366 + 365 days is a pace of 2.57; 3 of 12 is 0.86, and 1 of 12 is 0.29.
TEST_CASE("model: the computed light compares the share of the target with the share of the time") {
  const auto light_at = [](const char* actual) {
    MinimalSite minimal;
    minimal.change("data/periods/2020-07.json", "\"actual\": 9", std::string("\"actual\": ") + actual);
    const Site site = minimal.build();
    const Status* computed = site.find_period("2020-07")->report_of(*site.find_project("ggz"))->computed;
    return computed == nullptr ? std::string("none") : computed->id;
  };

  CHECK(light_at("9") == "on-track");
  CHECK(light_at("3") == "at-risk");
  CHECK(light_at("1") == "off-track");
  CHECK(light_at("null") == "none");
}

TEST_CASE("model: a computed light comes with the two shares that it rests on") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const ProjectReport* ggz = site.find_period("2020-07")->report_of(*site.find_project("ggz"));

  REQUIRE(ggz->computed != nullptr);
  CHECK(ggz->pace.of_target == 9.0 / 12);
  CHECK(ggz->pace.of_time == 213.0 / 731);
}

// 9 of 4 to 12 is 5 of 8.
TEST_CASE("model: what there was at the baseline does not count as reached") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("unit_label": "trajecten",)",
                 R"("unit_label": "trajecten", "baseline": { "value": 4, "date": "2020" },)");
  const Site site = minimal.build();
  const ProjectReport* ggz = site.find_period("2020-07")->report_of(*site.find_project("ggz"));

  CHECK(ggz->pace.of_target == 5.0 / 8);
}

TEST_CASE("model: a computed green light says nothing against what has ended or is on hold, a red one does") {
  const auto differs = [](const char* declared, const char* actual) {
    MinimalSite minimal;
    minimal.change("data/site.json", R"("id": "off-track",)",
                   R"("id": "completed", "label": "Afgerond", "light": "blue", "shape": "flag", "meaning": "Klaar." },
      { "id": "off-track",)");
    minimal.change("data/periods/2020-07.json", R"("status": "on-track", "basis": "reported")",
                   std::string(R"("status": ")") + declared + R"(", "basis": "reported")");
    minimal.change("data/periods/2020-07.json", "\"actual\": 9", std::string("\"actual\": ") + actual);
    const Site site = minimal.build();
    return site.find_period("2020-07")->report_of(*site.find_project("ggz"))->differs();
  };

  CHECK_FALSE(differs("on-track", "9"));
  CHECK(differs("on-track", "1"));
  CHECK_FALSE(differs("completed", "9"));
  CHECK(differs("completed", "1"));
  CHECK_FALSE(differs("not-reported", "1"));
}

TEST_CASE("model: no more than the whole of a project's time can be gone") {
  MinimalSite minimal;
  minimal.change("data/programmes.json", R"("from": "2020", "until": "2021")", R"("from": "2019", "until": "2019")");
  const Site site = minimal.build();
  const ProjectReport* ggz = site.find_period("2020-07")->report_of(*site.find_project("ggz"));

  CHECK(ggz->computed->id == "at-risk");
  CHECK(ggz->pace.of_time == 1);
}

TEST_CASE("model: a category knows its programme") {
  MinimalSite minimal;
  const Site site = minimal.build();

  const Programme& waw = *site.find_programme("waw");
  CHECK(waw.categories.at(0).programme == &waw);
  CHECK(site.find_project("ggz")->category == &waw.categories[0]);
}

TEST_CASE("model: a letter knows its councils, its commitments and its attachments") {
  MinimalSite minimal;
  const Site site = minimal.build();
  const Period& period = *site.find_period("2020-07");

  REQUIRE(period.letters.size() == 1);
  const Letter& letter = *period.letters[0];
  CHECK(letter.id == "hilversum");
  CHECK(letter.address == "periodes/2020-07/brieven/hilversum.html");
  CHECK(letter.kind_label == "Raadsbrief");
  CHECK(letter.from == "College van Hilversum");
  CHECK(letter.date == Date{2020, 0, 9, 0});
  CHECK(letter.councils.at(0)->id == "hilversum");
  CHECK(letter.closes.at(0) == site.find_commitment("T20-27"));
  CHECK(letter.attachments.at(0).file == "content/periods/2020-07/letters/monitor.pdf");
  REQUIRE(letter.announces.size() == 2);
  CHECK(letter.announces[0].letter == &letter);
  CHECK(letter.announces[0].overdue);
  CHECK_FALSE(letter.announces[1].overdue);
}

TEST_CASE("model: commitments stand newest first, with who closed them") {
  MinimalSite minimal;
  const Site site = minimal.build();

  REQUIRE(site.commitments.size() == 2);
  CHECK(site.commitments[0]->id == "T21-03");
  const Commitment& closed = *site.commitments[1];
  CHECK(closed.address == "toezeggingen/t20-27.html");
  CHECK(closed.closed_by == site.find_period("2020-07")->letters[0].get());
  CHECK(closed.council->name == "Hilversum");
  CHECK(closed.projects.at(0) == site.find_project("ggz"));
  CHECK(closed.closure.document->body() == "Er was een webinar.\n");
  CHECK_FALSE(closed.overdue);
}

TEST_CASE("model: overdue is judged against the last day of the newest period, or the day that is asked for") {
  MinimalSite minimal;
  const Site now = minimal.build();
  CHECK(now.as_of == Date{2021, 0, 5, 31});
  CHECK(now.find_commitment("T21-03")->overdue);

  MinimalSite again;
  const Site before = again.build(Date{2021, 0, 4, 0});
  CHECK(before.as_of == Date{2021, 0, 4, 30});
  CHECK_FALSE(before.find_commitment("T21-03")->overdue);
}

TEST_CASE("model: pages have the address of their slug or their file") {
  MinimalSite minimal;
  const Site site = minimal.build();

  REQUIRE(site.pages.size() == 1);
  CHECK(site.pages[0]->address == "over.html");
  CHECK(site.pages[0]->menu == ContentPage::Menu::footer);
  CHECK(site.pages[0]->order == 3);
  CHECK(site.pages[0]->text.period == site.newest());
  const Period& period = *site.find_period("2020-07");
  REQUIRE(period.pages.size() == 1);
  CHECK(period.pages[0]->address == "periodes/2020-07/economie.html");
  CHECK(period.pages[0]->text.period == &period);
}

}  // namespace stoplicht::test
