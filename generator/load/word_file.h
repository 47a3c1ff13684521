#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace stoplicht {

// A text that was written with Word, as it lies on the disk: a zip archive, all of whose files were unpacked.
struct WordFile {
  std::string name;                          // As messages name it.
  std::string bytes;                         // Of the archive.
  std::map<std::string, std::string> parts;  // "word/document.xml", "word/media/image1.png"
};

// Reads a .docx of at most 64 MB that unpacks to at most 128 MB, in at most 4,096 parts. Reports, with what to do about
// it, a file that cannot be read or is none: an older .doc, one that is locked with a password, another program's, one
// with macros, one whose parts could do harm.
std::optional<WordFile> read_word_file(const std::filesystem::path& path, Diagnostics& diagnostics);

// The words of every paragraph of a part ("word/document.xml"), the inner ones of text boxes apart, in order; empty
// ones are left out, and so is what was deleted while changes were tracked. Of boxes within boxes without end, the
// words of the innermost are one paragraph.
std::vector<std::string> paragraphs_of(std::string_view xml);

}  // namespace stoplicht
