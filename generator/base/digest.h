#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace stoplicht
