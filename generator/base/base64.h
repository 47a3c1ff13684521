#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// RFC 4648, section 4: with padding, on one line.
std::string to_base64(std::string_view bytes);

// The other way. Only what to_base64 writes: other readers pass over the bits that are left at the end. "" for anything
// else.
std::string from_base64(std::string_view text);

}  // namespace stoplicht
