#pragma once
#include <string>
#include <string_view>

namespace stoplicht {

// Raw deflate (RFC 1951), which browsers read as "deflate-raw". The same bytes every time.
std::string deflated(std::string_view bytes);

}  // namespace stoplicht
