#pragma once
#include <optional>

#include "base/date.h"

namespace stoplicht {

// The day it is here; nothing when the clock does not tell. Only for what is written once: no built page depends on it.
std::optional<Date> today();

}  // namespace stoplicht
