#include "views/addresses.h"

#include <doctest/doctest.h>

namespace stoplicht::test {
namespace {

TEST_CASE("addresses: each kind of page has its own folder") {
  Programme programme;
  programme.id = "waw";
  Project project;
  project.id = "wijkleerbedrijf";
  Period period;
  period.folder = "periodes/2020-07";
  period.id = "2020-07";
  ProjectReport report;
  report.period = &period;
  report.project = &project;

  CHECK(address_of(period) == "periodes/2020-07/index.html");
  CHECK(address_of(report) == "periodes/2020-07/wijkleerbedrijf.html");
  CHECK(address_of(project) == "deelprojecten/wijkleerbedrijf.html");
  CHECK(address_of(programme) == "programmas/waw.html");
  Category category;
  category.id = "scholing";
  category.programme = &programme;
  Organisation council;
  council.id = "hilversum";
  CHECK(address_of(category) == "programmas/waw/scholing.html");
  CHECK(address_of_council(council) == "gemeenten/hilversum.html");
  CHECK(print_address_of(period) == "periodes/2020-07/afdruk.html");
}

TEST_CASE("addresses: fixed pages stay where others have cited them") {
  CHECK(home_address == "index.html");
  CHECK(archive_address == "periodes/index.html");
  CHECK(programmes_address == "programmas/index.html");
  CHECK(commitments_address == "toezeggingen/index.html");
  CHECK(councils_address == "gemeenten/index.html");
  CHECK(documents_address == "stukken/index.html");
  CHECK(data_address == "gegevens/index.html");
  CHECK(not_found_address == "404.html");
}

TEST_CASE("addresses: a total is followed through time on the page of its first programme") {
  Programme first, second;
  first.id = "waw";
  second.id = "pow";
  Indicator indicator;
  indicator.id = "placements";
  indicator.programmes = {&first, &second};
  Period period;
  period.folder = "periodes/2020-07";
  period.id = "2020-07";

  CHECK(trend_place(indicator) == "programmas/waw.html#verloop_placements");
  CHECK(local_text_fragment(period) == "periode_2020-07");
}

TEST_CASE("addresses: a file beside the texts keeps its path") {
  CHECK(attachment_address("content/pages/kaart.png", nullptr) == "bestanden/pages/kaart.png");
  CHECK(attachment_address("content/periods/2020-07/letters/monitor.pdf", nullptr) ==
        "bestanden/periods/2020-07/letters/monitor.pdf");
}

}  // namespace
}  // namespace stoplicht::test
