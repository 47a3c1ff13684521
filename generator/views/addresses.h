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
inline const std::string not_found_address = "404.html";

std::string address_of(const Period& period);           // periodes/2020-07/index.html
std::string address_of(const ProjectReport& report);    // periodes/2020-07/wijkleerbedrijf.html
std::string address_of(const Project& project);         // deelprojecten/wijkleerbedrijf.html
std::string address_of(const Programme& programme);     // programmas/waw.html

// Where a file that lies beside the texts is published: "content/pages/kaart.png" at "bestanden/pages/kaart.png".
std::string attachment_address(std::string_view file);

}  // namespace stoplicht
