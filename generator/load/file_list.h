#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace stoplicht {

// The files below root/folder, as sorted paths relative to `root` with '/'. `passed_over` says of
// a path and its last part that the file or folder is none of ours. Reports symbolic links (none
// is followed), names that are not safe, files that differ only by case, and what is neither file
// nor folder or cannot be opened; none of those is listed, but for the first of those that differ
// only by case.
std::vector<std::string> list_files(
    const std::filesystem::path& root, const std::string& folder,
    const std::function<bool(std::string_view path, std::string_view name)>& passed_over, Diagnostics& diagnostics);

// What is wrong with a file name that must live on any disk, in a ZIP and in an address; "" when
// nothing is.
std::string fault_in_file_name(std::string_view name);

}  // namespace stoplicht
