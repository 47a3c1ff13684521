#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

// SHA-256 in lower-case hexadecimal.
std::string sha256(std::string_view bytes);

// `bytes` random bytes from the system's source of secrets, in lower-case hexadecimal.
std::string random_hex(std::size_t bytes);

}  // namespace stoplicht
