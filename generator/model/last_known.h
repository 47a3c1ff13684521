#pragma once
#include "model/site.h"

namespace stoplicht {

struct LastKnown {
  const Measurement* measurement = nullptr;  // With a value; null: no period knows one.
  const Period* period = nullptr;
};

// What was last measured before a period, of a project or, for null, as a total. Whoever compares a value with "the
// last time" means this one.
LastKnown last_known(const Period& period, const Project* project, const Indicator& indicator);

}  // namespace stoplicht
