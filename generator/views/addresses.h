#pragma once
#include "model/site.h"

#include <string>
#include <string_view>

// Where pages stand. Addresses are for ever: a change here breaks what others have cited.
namespace stoplicht {

inline const std::string home_address = "index.html";
inline const std::string archive_address = "periodes/index.html";
inline const std::string programmes_address = "programmas/index.html";
inline const std::string commitments_address = "toezeggingen/index.html";
inline const std::string councils_address = "gemeenten/index.html";
inline const std::string documents_address = "stukken/index.html";
inline const std::string data_address = "gegevens/index.html";
inline const std::string not_found_address = "404.html";

std::string address_of(const Period& period);           // periodes/2020-07/index.html
std::string address_of(const ProjectReport& report);    // periodes/2020-07/wijkleerbedrijf.html
std::string address_of(const Project& project);         // deelprojecten/wijkleerbedrijf.html
std::string address_of(const Programme& programme);     // programmas/waw.html
std::string address_of(const Category& category);       // programmas/waw/scholing.html
std::string address_of_council(const Organisation& council);  // gemeenten/hilversum.html
std::string print_address_of(const Period& period);     // periodes/2020-07/afdruk.html

// Where something stands on a page: an address with a fragment, or the fragment alone.
std::string trend_fragment(const Indicator& indicator);   // verloop_placements
std::string trend_place(const Indicator& indicator);      // programmas/waw.html#verloop_placements, of a total
std::string local_text_fragment(const Period& period);    // periode_2020-07

// Where a file that lies beside the texts is published: "content/pages/kaart.png" at "bestanden/pages/kaart.png".
std::string attachment_address(std::string_view file);

}  // namespace stoplicht
