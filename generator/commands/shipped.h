#pragma once
#include <filesystem>

namespace stoplicht {

// The folder with the themes that came with the program, for site folders that have none of their
// own: beside an installed program (../share/stoplicht/themes) or in the source tree
// (build/release/stoplicht: ../../themes). Empty when there is neither.
std::filesystem::path shipped_themes();

}  // namespace stoplicht
