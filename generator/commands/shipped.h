#pragma once
#include <filesystem>
#include <string>

namespace stoplicht {

// The folder with the themes that came with the program, for site folders that have none of their
// own: beside an installed program (../share/stoplicht/themes) or in the source tree
// (build/release/stoplicht: ../../themes). Empty when there is neither.
std::filesystem::path shipped_themes();

// The text of a file of the folder "schemas" that came with the program, found in the same way. Throws
// std::runtime_error when it is not there: pages lead to it.
std::string shipped_schema(const std::string& name);

}  // namespace stoplicht
