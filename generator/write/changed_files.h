#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/changed_file.h"

namespace stoplicht {

// Puts the new bytes in the place of the old, of all files or of none, and keeps their modes: what does not hold
// `before` any more, since somebody saved it in the meantime, stops all of it. Each file is replaced by one rename; a
// kill leaves the first so many of them in their new form, each whole. Beside their places may then stand
// ".<name>.stoplicht-new" and, where the file system cannot exchange two names, ".<name>.stoplicht-old", with new bytes
// or with those of before: no site is read from them, and the next run on the same file removes them. Where it has no
// links either, a kill may leave a file under the latter name only. A failure comes back as a plain sentence; empty:
// all of them are changed.
std::string write_changed_files(const std::filesystem::path& root, const std::vector<ChangedFile>& files);

}  // namespace stoplicht
