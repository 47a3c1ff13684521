#pragma once
#include <vector>

#include "base/diagnostics.h"
#include "model/sheet_changes.h"
#include "model/sheet_form.h"

namespace stoplicht {

// A fault that the site would have with what was filled in, as who fills in the form can mend it: at the cells that are
// still to be filled in or emptied, with a hint in the words of the form. `change`: the one at whose cell it is told;
// null: at none. Any other fault comes back as it is.
std::vector<Diagnostic> faults_in_form(const Diagnostic& diagnostic, const SheetChange* change, const SheetForm& form,
                                       const std::vector<SheetChange>& changes);

}  // namespace stoplicht
