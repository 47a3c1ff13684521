#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
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

// True for a folder; false, after reporting a link or a file in its place, or when it is not there. `path` is relative
// to `root`.
bool is_own_folder(const std::filesystem::path& root, const std::string& path, Diagnostics& diagnostics);

// The bytes of a file of at most `largest` bytes, a whole number of MiB; nothing after reporting why not.
std::optional<std::string> read_or_report(const std::filesystem::path& root, const std::string& path,
                                          std::size_t largest, Diagnostics& diagnostics);

// What is wrong with a file name that must live on any disk, in a ZIP and in an address; "" when
// nothing is.
std::string fault_in_file_name(std::string_view name);

}  // namespace stoplicht
