#pragma once
#include "base/diagnostics.h"
#include "model/sheet_changes.h"
#include "model/sheet_form.h"

namespace stoplicht {

// Puts the words of the form into a fault of the data: the heading of a column for a key, the label of a light for its
// id, the name of a project or figure, and a number as its cell shows it. `change`: the one that it comes from.
void put_in_words_of_form(Diagnostic& fault, const SheetChange& change, const SheetForm& form);

}  // namespace stoplicht
