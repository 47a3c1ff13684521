#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace stoplicht {

// What a browser asks, as far as the preview needs it.
struct HttpRequest {
  std::string method;         // "GET"
  std::string target;         // "/periodes/index.html?x=1", as it was sent: begins with '/'.
  std::string host;           // The header Host: "localhost:7890".
  std::string if_none_match;  // Empty when it was not sent.
  bool keep_alive = true;     // Another request may follow on the same connection.
  bool has_body = false;      // Something follows that is no request.
};

inline constexpr std::size_t longest_request = 16 * 1024;  // Bytes up to and with the empty line.

// Reads the head of a request, up to its empty line and without it. Gives 0, or the status to refuse it with: 400 what
// is not HTTP/1 or names no host, or several; 414 too long a target; 505 another version.
int read_http_request(std::string_view head, HttpRequest& request);

}  // namespace stoplicht
