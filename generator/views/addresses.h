#pragma once
#include <string>
#include <string_view>

#include "model/edition.h"
#include "model/site.h"

// Where pages stand. Addresses are for ever: a change here breaks what others have cited.
namespace stoplicht {

inline const std::string home_address = "index.html";
inline const std::string archive_address = "periodes/index.html";
inline const std::string programmes_address = "programmas/index.html";
inline const std::string commitments_address = "toezeggingen/index.html";
inline const std::string councils_address = "gemeenten/index.html";
inline const std::string documents_address = "stukken/index.html";
inline const std::string data_address = "gegevens/index.html";
inline const std::string search_page_address = "zoeken/index.html";
inline const std::string not_found_address = "404.html";
inline const std::string comparisons_address = "vergelijk/index.html";
inline const std::string editions_address = "edities/index.html";
inline const std::string chain_address = "edities/keten.json";
inline const std::string edition_schema_address = "edities/editie.schema.json";
inline const std::string checking_program_address = "edities/controleer.py";
inline const std::string edition_readme_address = "edities/LEESMIJ.txt";
inline const std::string checking_address =
    "edities/controleren.html";  // How to check the archive without our software.

std::string address_of(const Period& period);                                 // periodes/2020-07/index.html
std::string address_of(const ProjectReport& report);                          // periodes/2020-07/wijkleerbedrijf.html
std::string address_of_report(const Project& project, const Period& period);  // The same, also where there is none.
std::string address_of(const Project& project);                               // deelprojecten/wijkleerbedrijf.html
std::string address_of(const Programme& programme);                           // programmas/waw.html
std::string address_of(const Category& category);                             // programmas/waw/scholing.html
std::string address_of_council(const Organisation& council);                  // gemeenten/hilversum.html
std::string print_address_of(const Period& period);                           // periodes/2020-07/afdruk.html
std::string comparison_address(const Period& before, const Period& after);    // vergelijk/2020-01--2020-07.html
std::string correction_address(const Edition& before, const Edition& after);  // vergelijk/2020-07--v1--v2.html
std::string document_address(const ChainLink& link);                          // edities/2020-07/v1.json
std::string seal_address(const ChainLink& link);                              // edities/2020-07/v1.zegel.json

// Where something stands on a page: an address with a fragment, or the fragment alone.
std::string trend_fragment(const Indicator& indicator);  // verloop_placements
std::string trend_place(const Indicator& indicator);     // programmas/waw.html#verloop_placements, of a total
std::string local_text_fragment(const Period& period);   // periode_2020-07

// Where a file that lies beside the texts is published: "content/pages/kaart.png" at "bestanden/pages/kaart.png".
// Of an edition that was replaced, and of a file that an edition has from outside its period's folder:
// at "bestanden/edities/2020-07/v1/…". `period` may be null.
std::string attachment_address(std::string_view file, const Period* period);
std::string attachment_address_in(std::string_view file, const std::string& period_id, int edition,
                                  bool is_newest);  // Of an edition.

}  // namespace stoplicht
