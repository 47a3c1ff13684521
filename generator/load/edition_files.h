#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "load/document.h"

namespace stoplicht {

// What was published, as it stands on the disk: every file of data/editions, read once. Keys are paths relative to the
// site folder, with '/'.
struct EditionFiles {
  std::string folder = "data/editions";
  std::map<std::string, std::shared_ptr<const Document>> documents;  // data/editions/2020-07/v1.json, …/w1.json
  std::map<std::string, std::string> signatures;   // The text of v1.json.minisig, by the path of v1.json.
  std::map<std::string, std::string> attachments;  // Bytes, by the name of their file: which is to be their SHA-256.

  bool complete = true;  // False when some of it is there but could not be read (reported).

  bool empty() const { return documents.empty(); }
};

// Reads data/editions below `root` on `threads` threads; a folder that is not there is one without editions. Reports a
// symbolic link, what cannot be read or is no JSON, and warns of files that nobody wrote here. What a killed writer
// leaves, names that begin with '.', is passed over.
EditionFiles load_edition_files(const std::filesystem::path& root, unsigned threads, Diagnostics& diagnostics);

// True for the name of an edition's or a withdrawal's file in the folder of its period: "v1.json", "w12.json".
bool is_edition_name(std::string_view name);

// True for a SHA-256 as these files write it: 64 digits from 0 to f.
bool is_digest(std::string_view text);

}  // namespace stoplicht
