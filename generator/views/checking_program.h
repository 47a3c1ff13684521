#pragma once
#include <string>

#include "views/wording.h"

namespace stoplicht {

// A short program in Python that checks every edition of a folder, for who does not trust this one: the file at
// checking_program_address, which the page at checking_address shows.
std::string checking_program(const Scene& scene);

}  // namespace stoplicht
