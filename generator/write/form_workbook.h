#pragma once
#include <filesystem>
#include <string>

#include "model/sheet_form.h"

namespace stoplicht {

// Writes a form as a workbook (.xlsx): a sheet that explains, those of the form, and a hidden one that tells which form
// it is, and what it said when it was made. Fixed cells are locked, without a password. The same form gives the same
// bytes. Never writes over a file that is there. A plain sentence when it cannot be written; empty: it stands there,
// whole.
std::string write_form_workbook(const SheetForm& form, const std::filesystem::path& file);

}  // namespace stoplicht
