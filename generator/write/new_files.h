#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/output_file.h"

namespace stoplicht {

// Those of the files whose name is taken already in the folder `root`, by whatever stands there; their addresses, in
// the same order. Throws nothing; `failure` is set to a plain sentence when the disk does not tell.
std::vector<std::string> taken_names(const std::filesystem::path& root, const std::vector<OutputFile>& files,
                                     std::string& failure);

// Writes files that are not there yet, with the folders that they need, in their order; addresses are relative to
// `root`. Each comes to its place whole, and never over another one. An error of the disk, or a name that is taken,
// comes back as a plain sentence, and nothing is then left behind; empty: all of them stand there. A kill leaves the
// first so many of them, and perhaps one under a name that begins with a dot, which the next call removes.
std::string write_new_files(const std::filesystem::path& root, const std::vector<OutputFile>& files);

}  // namespace stoplicht
