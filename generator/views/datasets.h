#pragma once
#include <string>
#include <vector>

#include "model/site.h"
#include "views/charts.h"
#include "views/table.h"

// The CSV files of the site. Each has one address, to which every chart that shows it links, and is published
// by the data page.
namespace stoplicht {

std::string lights_csv(const Period& period);           // periodes/2020-07/stoplichten.csv
std::string figures_csv(const Period& period);          // periodes/2020-07/cijfers-in-de-teksten.csv
std::string indicator_csv(const Indicator& indicator);  // gegevens/cijfer-placements.csv
std::string shares_csv(const Indicator& indicator);     // gegevens/gemeenten-placements.csv
std::string history_csv(const Project& project);        // gegevens/deelproject-ggz.csv
std::string budget_csv(const Programme& programme);     // gegevens/begroting-pow.csv
inline const std::string matrix_csv = "gegevens/stoplichten.csv";
inline const std::string distribution_csv = "gegevens/verdeling.csv";
inline const std::string landscape_csv = "gegevens/doelgroepen-en-partijen.csv";
inline const std::string commitments_csv = "gegevens/toezeggingen.csv";
inline const std::string announcements_csv = "gegevens/aankondigingen.csv";
inline const std::string documents_csv = "gegevens/stukken.csv";
inline const std::string events_csv = "gegevens/gebeurtenissen.csv";

// Where the CSV of one of these tables of the whole site stands. In the world of an edition its numbers are those of
// then, and it has a file of its own below the period's folder: periodes/2020-07/gegevens/stoplichten.csv.
std::string csv_of(const Scene& scene, const std::string& address);

// Of one programme, one project or one period, or of the whole site.
struct Dataset {
  std::string address;
  Table table;
  const Programme* programme = nullptr;
  const Project* project = nullptr;
  const Period* period = nullptr;
};

// Every one of them, in the order of the data page: those of the whole site, by programme, by project, and by
// period, newest first.
std::vector<Dataset> all_datasets(const Scene& scene);

// Those in the period's own folder that tell of the period alone.
std::vector<Dataset> datasets_of(const Scene& scene, const Period& period);

// In the world of an edition: puts with a page of its period the files, by csv_of, to which its charts lead. They stand
// on no data page: that has the ones of today. With the page of the period itself go those of its texts that pages of
// today show, of councils and commitments.
void publish_tables_of_world(const Scene& scene, const Period& period, const std::string& page_address, PageView& view);

// The numbers that only the texts of a period use, with their origin.
Table figures_table(const Scene& scene, const Period& period);

}  // namespace stoplicht
