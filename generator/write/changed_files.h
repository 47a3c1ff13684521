#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/changed_file.h"

namespace stoplicht {

// Puts the new bytes in the place of the old, of all files or of none, and keeps their modes: what does not hold
// `before` any more, since somebody saved it in the meantime, stops all of it. Each file is replaced by one rename; a
// kill leaves the first so many of them in their new form, each whole; where the file system cannot exchange two names,
// one old file may then stand beside its place as ".<name>.stoplicht-old". A failure comes back as a plain sentence;
// empty: all of them are changed.
std::string write_changed_files(const std::filesystem::path& root, const std::vector<ChangedFile>& files);

}  // namespace stoplicht
