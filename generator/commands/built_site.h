#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "load/edition_files.h"
#include "model/chain.h"
#include "write/manifest.h"

namespace stoplicht {

// A built site as it stands on the disk, for checking.
struct BuiltSite {
  std::string prefix;                          // What messages put before an address: "public/", or nothing.
  std::map<std::string, ManifestEntry> files;  // What is there, by address.
  std::map<std::string, std::string> bytes;    // Of edities/, manifest.json, SHA256SUMS and its signature.

  bool has(const std::string& address) const { return files.contains(address); }
};

// True for a folder with the list of files that every built site has.
bool is_built_site(const std::filesystem::path& folder);

BuiltSite read_built_site(const std::filesystem::path& folder, std::string prefix, Diagnostics& diagnostics);

// Reports every file that is missing, too many or changed, and everything in which the two lists of files do not agree.
void check_files(const BuiltSite& site, Diagnostics& diagnostics);

// The editions that the site shows, with their signatures.
EditionFiles editions_of(const BuiltSite& site, Diagnostics& diagnostics);

// Reports where edities/ does not say what its editions say: the seals on their own, and the chain.
void check_edition_pages(const BuiltSite& site, const EditionFiles& editions, const std::vector<ChainLink>& chain,
                         Diagnostics& diagnostics);

// Of a website by itself: reports attachments that are not those of its editions.
void check_built_attachments(const BuiltSite& site, const EditionFiles& editions, const std::vector<ChainLink>& chain,
                             Diagnostics& diagnostics);

// Reports where it shows other editions than those of its site folder, or other signatures, or other bytes of their
// attachments. Of an archive with faults, only `files` is known. `unsigned_files`: editions of which it was told
// already that they are not signed.
void compare_editions(const BuiltSite& site, const Archive& archive, const EditionFiles& files,
                      const std::set<std::string>& unsigned_files, Diagnostics& diagnostics);

// Reports a deviation that concerns a whole file. Only `verify` looks for these.
void deviation(Diagnostics& diagnostics, const char* id, std::string file, std::string message, std::string hint);

}  // namespace stoplicht
