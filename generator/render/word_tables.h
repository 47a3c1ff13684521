#pragma once
#include <functional>
#include <string>

#include "load/word_text.h"

namespace stoplicht {

// A table of a text from Word, with bars. `cell`: what a cell holds, on one line; `apart`: blocks below each other, for
// a table of one column or row, which only arranges what it holds. `was_merged`: set when cells were merged; the other
// places that they took stand empty.
std::string table_markdown(const WordBlock& table, const std::function<std::string(const WordBlocks&)>& cell,
                           const std::function<std::string(const WordBlocks&)>& apart, bool& was_merged);

}  // namespace stoplicht
