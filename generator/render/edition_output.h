#pragma once
#include <string>
#include <vector>

#include "base/output_file.h"
#include "model/edition.h"

namespace stoplicht {

// What anybody needs to check the archive: every edition and withdrawal as it was written, the bytes that its digest
// and its signature are of, and the chain in one file. `schema` and `readme`: the texts that go with them; empty ones
// do not.
std::vector<OutputFile> edition_output(const Archive& archive, std::string schema, std::string readme);

// The text of edities/keten.json.
std::string chain_text(const std::vector<ChainLink>& chain);

}  // namespace stoplicht
