#pragma once
#include <string_view>

namespace stoplicht {

// Whether OpenTaal's list of Dutch words has a form of four letters or more, folded as search_words folds. The list is
// part of the program, so that every machine makes the same index.
bool is_dutch_word(std::string_view form);

}  // namespace stoplicht
