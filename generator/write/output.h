#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"

namespace stoplicht {

// The counts include manifest.json and SHA256SUMS.
struct WriteResult {
  bool ok = false;
  std::string failure;          // A plain sentence with the path and the reason, when not ok.
  std::size_t written = 0;      // Files whose bytes are new or changed.
  std::size_t kept = 0;         // Unchanged files: hard links to the old ones, or copies where links are impossible.
  std::size_t bytes = 0;        // Of the whole site.
  bool signature_lost = false;  // The old site's SHA256SUMS was signed, this one is another and is not.
};

// Makes the text of SHA256SUMS.minisig from that of SHA256SUMS.
using SignSums = std::function<std::string(std::string_view sums)>;

// Makes `output` hold exactly `files`, manifest.json and SHA256SUMS (see manifest.h), and SHA256SUMS.minisig when
// `sign` is given or when the old one still is of the same list, by one atomic swap: at every moment, also when the
// process is killed, `output` is the old site or the new one.
//
// Files are staged in a folder beside `output` (".<name>.stoplicht-staging"); one left by a killed run is
// removed first. An old file is kept as a hard link only after its bytes on disk were compared. When
// nothing at all changed, `output` is left untouched. The staged files are on disk before the swap (one
// syncfs), so that a power cut, too, leaves a whole site. A lock file (".<name>.lock", flock) beside
// `output` refuses a second writer with a plain message; it is removed afterwards.
//
// Where the file system cannot exchange two folders (renameat2 with RENAME_EXCHANGE: network
// shares and USB sticks, mostly), the swap takes two renames. A kill between them leaves no `output`;
// the old site is then in ".<name>.stoplicht-old" and the next run puts it back before it does anything else.
//
// Refuses, so that nothing of the user's is destroyed: a folder that is not empty and has no
// manifest.json of ours; a folder with files that its manifest.json does not list (except what file
// managers leave everywhere, such as .DS_Store). Changes by hand to a listed file are replaced.
// Refuses addresses that are unsafe, given twice, or both a file and a folder.
//
// Missing folders above `output` are made. When `output` is a symbolic link to a folder, that folder is
// replaced and the link stays. Symbolic links inside the old site are never followed or kept. Files
// are mode 0644 and folders 0755 whatever the umask, where the file system has modes.
//
// Errors of the disk (full, no permission) come back in `failure`; `output` is then what it was
// and nothing is left behind. What cannot be removed after a swap is no failure: the next run tries again.
WriteResult write_site(const std::filesystem::path& output, std::vector<OutputFile> files, unsigned threads,
                       const SignSums& sign = {});

}  // namespace stoplicht
