#include "views/datasets.h"

#include "small_scene.h"

namespace stoplicht::test {
namespace {

const Dataset& at(const std::vector<Dataset>& all, std::string_view address) {
  for (const Dataset& each : all)
    if (each.address == address) return each;
  REQUIRE_MESSAGE(false, "no dataset ", address);
  return all.front();
}

std::vector<std::string> texts_of(const std::vector<Cell>& row) {
  std::vector<std::string> out;
  for (const Cell& cell : row) out.push_back(cell.text);
  return out;
}

TEST_CASE("datasets: of the whole site, by programme, by project, and by period, newest first") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", "\"depth\": \"totals\",",
                 "\"depth\": \"totals\", \"figures\": [ { \"id\": \"ww\", \"label\": \"WW\", \"value\": 3, \"unit\": "
                 "\"count\" } ],");
  const SmallScene small(minimal);

  std::vector<std::string> addresses;
  for (const Dataset& each : all_datasets(small.scene)) addresses.push_back(each.address);

  CHECK(addresses == std::vector<std::string>{
                         "gegevens/stoplichten.csv", "gegevens/verdeling.csv", "gegevens/toezeggingen.csv",
                         "gegevens/aankondigingen.csv", "gegevens/stukken.csv", "gegevens/cijfer-placements.csv",
                         "gegevens/begroting-waw.csv", "gegevens/deelproject-ggz.csv",
                         "gegevens/cijfer-ggz-trajecten.csv", "gegevens/deelproject-taal.csv",
                         "periodes/2021-05/cijfers-in-de-teksten.csv", "periodes/2020-07/stoplichten.csv",
                         "periodes/2020-07/cijfers-in-de-teksten.csv", "vergelijk/2020-07--2021-05.csv"});
}

TEST_CASE("datasets: each knows whose it is") {
  MinimalSite minimal;
  const SmallScene small(minimal);
  const std::vector<Dataset> all = all_datasets(small.scene);

  CHECK(at(all, "gegevens/toezeggingen.csv").programme == nullptr);
  CHECK(at(all, "gegevens/toezeggingen.csv").period == nullptr);
  CHECK(at(all, "gegevens/begroting-waw.csv").programme == small.site.programmes.front().get());
  CHECK(at(all, "gegevens/cijfer-ggz-trajecten.csv").project == small.site.find_project("ggz"));
  CHECK(at(all, "periodes/2020-07/stoplichten.csv").period == &small.period("2020-07"));
}

TEST_CASE("datasets: parts by municipality, events and what is told of them are published where there are any") {
  MinimalSite minimal;
  minimal.change("data/periods/2021-05.json", "\"forecast\": 600 }",
                 "\"forecast\": 600, \"by_council\": { \"hilversum\": 34 } }");
  minimal.change("data/periods/2021-05.json", "\"depth\": \"totals\",",
                 "\"depth\": \"totals\", \"events\": [ { \"title\": \"Banenmarkt\", \"date\": \"2021-04-12\" } ],");
  const SmallScene small(minimal);
  const std::vector<Dataset> all = all_datasets(small.scene);

  CHECK(at(all, "gegevens/gemeenten-placements.csv").programme != nullptr);
  const Table& events = at(all, "gegevens/gebeurtenissen.csv").table;
  REQUIRE(events.rows.size() == 1);
  CHECK(texts_of(events.rows[0]) == std::vector<std::string>{"12 april 2021", "Banenmarkt", "–", "Mei 2021", "–"});
  CHECK(events.rows[0][0].plain == "2021-04-12");
}

TEST_CASE("datasets: commitments with their dates for machines, and what is not known or does not apply in words") {
  MinimalSite minimal;
  const SmallScene small(minimal);

  const Table table = at(all_datasets(small.scene), "gegevens/toezeggingen.csv").table;

  std::vector<std::string> columns;
  for (const Table::Column& column : table.columns) columns.push_back(column.label);
  CHECK(columns == std::vector<std::string>{"Nr", "Toezegging", "Tekst", "Gedaan op", "Vergadering", "Door", "Raad",
                                            "Stand", "Termijn", "Afgedaan met", "Reden", "Programma's", "Deelprojecten",
                                            "Adres"});
  REQUIRE(table.rows.size() == 2);
  CHECK(
      to_csv(table).substr(to_csv(table).find("\r\n") + 2) ==
      "T21-03,Cijfers leveren,De wethouder levert cijfers.,2021-03-04,commissie Zorg,wethouder Werk,Hilversum,\"Open, "
      "te laat\","
      "2021-04,–,–,–,–,https://monitor.example.nl/toezeggingen/t21-03.html\r\n"
      "T20-27,Voortgang bespreken,De wethouder komt terug.,2020-02-21,commissie Zorg,wethouder Werk,Hilversum,Afgedaan,"
      "2020-Q3,Voortgang (juli 2020),–,Werken aan Werk,Aanpak "
      "GGZ,https://monitor.example.nl/toezeggingen/t20-27.html\r\n");
}

TEST_CASE("datasets: announcements say where they were made and what came of them") {
  MinimalSite minimal;
  minimal.change("content/periods/2020-07/letters/hilversum.md", "  - what: Volgende brief\n",
                 "  - what: Volgende brief\n    done: Verstuurd.\n");
  const SmallScene small(minimal);

  const Table table = at(all_datasets(small.scene), "gegevens/aankondigingen.csv").table;

  REQUIRE(table.rows.size() == 2);
  const std::string address = "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html";
  CHECK(texts_of(table.rows[0]) == std::vector<std::string>{"De programma's gaan van start", "1 januari 2021",
                                                            "Datum voorbij", "niet bekend", "Raadsbrief · Voortgang",
                                                            "Juli 2020", "Hilversum", address});
  CHECK(table.rows[0][3].unknown);
  CHECK(texts_of(table.rows[1]) == std::vector<std::string>{"Volgende brief", "geen datum", "Bekend", "Verstuurd.",
                                                            "Raadsbrief · Voortgang", "Juli 2020", "Hilversum",
                                                            address});
}

TEST_CASE("datasets: documents are letters, attachments, pages and sources, in that order in each period") {
  MinimalSite minimal;
  minimal.write("content/pages/voorstel.md",
                "---\ntitle: Voorstel\nkind: Raadsvoorstel\ndate: 2019-03-01\nfrom: College\n---\nTekst.\n");
  const SmallScene small(minimal);

  const Table table = at(all_datasets(small.scene), "gegevens/stukken.csv").table;

  REQUIRE(table.rows.size() == 5);
  CHECK(texts_of(table.rows[0]) ==
        std::vector<std::string>{"Voortgang", "Raadsbrief", "september 2020", "College van Hilversum", "Hilversum", "–",
                                 "Juli 2020", "https://monitor.example.nl/periodes/2020-07/brieven/hilversum.html"});
  CHECK(table.rows[0][2].plain == "2020-09");
  CHECK(texts_of(table.rows[1]) ==
        std::vector<std::string>{"Monitor", "Bijlage bij Voortgang", "niet bekend", "–", "Hilversum", "–", "Juli 2020",
                                 "https://monitor.example.nl/bestanden/periods/2020-07/letters/monitor.pdf"});
  CHECK(table.rows[2][1].text == "Pagina");
  CHECK(texts_of(table.rows[3]) == std::vector<std::string>{"Monitor juli 2020", "Bron", "niet bekend", "–", "–", "–",
                                                            "Juli 2020", "https://example.nl/monitor.pdf"});
  CHECK(texts_of(table.rows[4]) == std::vector<std::string>{"Voorstel", "Raadsvoorstel", "1 maart 2019", "College", "–",
                                                            "–", "–", "https://monitor.example.nl/voorstel.html"});
}

}  // namespace
}  // namespace stoplicht::test
