#pragma once
#include <optional>

#include "base/diagnostics.h"
#include "load/document.h"
#include "load/word_file.h"

namespace stoplicht {

// What pandoc, which is another program, reads in a Word document: its own form of a text (`pandoc -t json`), in which
// tracked changes and remarks are marked. It reads no file but this one, and is held to a minute and 512 MB. Reports
// that it cannot, and then gives nothing; `missing` is set when pandoc is not there, which is not reported.
std::optional<Json> read_with_pandoc(const WordFile& file, bool& missing, Diagnostics& diagnostics);

}  // namespace stoplicht
