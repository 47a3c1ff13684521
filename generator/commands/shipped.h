#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/output_file.h"

namespace stoplicht {

// The folder with the themes that came with the program, for site folders that have none of their
// own: beside an installed program (../share/stoplicht/themes) or in the source tree
// (build/release/stoplicht: ../../themes). Empty when there is neither.
std::filesystem::path shipped_themes();

// Every file of a folder that came with the program ("starter"), with its path in it, sorted; found in the same way.
// Throws std::runtime_error when the folder is not there or cannot be read.
std::vector<OutputFile> shipped_files(const std::string& folder);

// The text of a file of the folder "schemas" that came with the program, found in the same way. Throws
// std::runtime_error when it is not there: pages lead to it.
std::string shipped_schema(const std::string& name);

}  // namespace stoplicht
