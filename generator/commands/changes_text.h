#pragma once
#include <string>

#include "base/language.h"
#include "model/changes.h"

namespace stoplicht {

// What is different, for a terminal of 80 to 100 columns: in groups, old → new, a line that counts it at the end. Names
// and texts are in the site's language, all else in `language`.
std::string changes_text(const Changes& changes, MessageLanguage language = MessageLanguage::english);

// "2020-07@v2", or "2020-07@sources" when it was not published.
std::string moment_name(const Moment& moment);

}  // namespace stoplicht
