#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/changed_file.h"

namespace stoplicht {

// Puts the new bytes in the place of the old, and keeps the files' modes: what does not hold `before` any more, since
// somebody saved it in the meantime, stops all of it. A failure comes back as a plain sentence, and all files are then
// put back, but for those that the sentence names: where the disk fails again, or somebody saved over what was put
// there. Empty: all of them are changed. Each file is replaced by one rename; a kill leaves the first so many of them
// in their new form, each whole.
//
// What is on its way stands beside its place in ".<name>.stoplicht-new" and, where the file system cannot exchange two
// names, in ".<name>.stoplicht-old"; where something stands there already, a number follows. No site is read from
// these. What a kill or a failure left there stays, unless it holds what the next run on the same file reads or writes.
// Where there are no links either, a kill may leave a file under the latter name only.
//
// A save by rename is lost when it comes between two calls: of a file system that cannot exchange two names, between
// the last look at the file and its rename; of any, between the look at a file that is to be put back and its rename.
std::string write_changed_files(const std::filesystem::path& root, const std::vector<ChangedFile>& files);

}  // namespace stoplicht
