#include "serve/http_request.h"

#include <algorithm>

#include "base/text.h"

namespace stoplicht {
namespace {

constexpr std::size_t longest_target = 8 * 1024;

bool is_token(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           others.find(c) != std::string_view::npos;
  });
}

bool is_control(char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }

int read_request_line(std::string_view line, HttpRequest& request) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || last == first) return 400;
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method) || version.size() != 8 || !version.starts_with("HTTP/")) return 400;
  if (version != "HTTP/1.1" && version != "HTTP/1.0") return 505;
  if (target.size() > longest_target) return 414;
  // The forms for a proxy and for OPTIONS are not for a site.
  if (!target.starts_with('/')) return 400;
  if (std::any_of(target.begin(), target.end(), [](char c) { return is_control(c) || c == ' '; })) return 400;
  request.method = method;
  request.target = target;
  request.keep_alive = version == "HTTP/1.1";
  return 0;
}

}  // namespace

int read_http_request(std::string_view head, HttpRequest& request) {
  std::size_t hosts = 0;
  bool is_first = true;
  for (std::string_view line : split(head, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_first) {
      is_first = false;
      if (const int refusal = read_request_line(line, request); refusal != 0) return refusal;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return 400;
    const std::string name = in_lower_case(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (std::any_of(value.begin(), value.end(), [](char c) { return is_control(c) && c != '\t'; })) return 400;
    if (name == "host") {
      request.host = value;
      ++hosts;
    } else if (name == "if-none-match") {
      request.if_none_match = value;
    } else if (name == "connection") {
      const std::string wish = in_lower_case(value);
      if (wish == "close") request.keep_alive = false;
      if (wish == "keep-alive") request.keep_alive = true;
    } else if (name == "transfer-encoding" || (name == "content-length" && value != "0")) {
      request.has_body = true;
    }
  }
  return hosts == 1 && !request.host.empty() ? 0 : 400;
}

}  // namespace stoplicht
