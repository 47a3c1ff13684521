#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source_text.h"

namespace stoplicht {

// Length of the byte order mark at the start of a text: 3 or 0.
std::size_t byte_order_mark_length(std::string_view text);

// Reports bytes that are not UTF-8 (the first: saving the file well mends all of them) and a byte
// order mark. False when the file is UTF-16, so that reading on would only add nonsense.
bool check_encoding(const SourceText& source, Diagnostics& diagnostics);

// The text with '?' for every byte that is not UTF-8, so that offsets stay what they were and the
// rest of the file can still be checked. `storage` is used only when there is such a byte.
std::string_view with_valid_utf8(std::string_view text, std::string& storage);

// A piece of a text for a message: its first line in single quotes, cut to so many characters.
std::string in_quotes(std::string_view piece, int longest = 40);

// Line of an offset, from 1.
int line_of(std::string_view text, std::size_t offset);

}  // namespace stoplicht
