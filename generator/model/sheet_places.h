#pragma once
#include <string>

#include "model/rehearsal.h"
#include "model/sheet_form.h"

namespace stoplicht {

// What the form calls the cell of a value, as it is exported: "Projecten!E3". "" when the form does not ask for it.
std::string cell_of(const SheetForm& form, const SheetPlace& place);

}  // namespace stoplicht
