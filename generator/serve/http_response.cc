#include "serve/http_response.h"

#include <cstdint>
#include <cstdio>
#include <functional>

#include "base/text.h"

namespace stoplicht {
namespace {

const char* reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 414: return "URI Too Long";
    case 431: return "Request Header Fields Too Large";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Unknown";
  }
}

void add(std::string& head, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

HttpResponse plain_response(int status, std::string_view sentence) {
  return {status, "text/plain; charset=utf-8", std::make_shared<const std::string>(std::string(sentence) + "\n")};
}

std::string etag_of(std::string_view bytes) {
  char text[48];
  std::snprintf(text, sizeof text, "\"%016llx-%llx\"",
                static_cast<unsigned long long>(std::hash<std::string_view>()(bytes)),
                static_cast<unsigned long long>(bytes.size()));
  return text;
}

HttpResponse unless_known(HttpResponse response, const HttpRequest& request) {
  if (response.status != 200 || response.etag.empty()) return response;
  for (std::string_view tag : split(request.if_none_match, ',')) {
    tag = trim(tag);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (tag != response.etag && tag != "*") continue;
    response.status = 304;
    response.body = nullptr;
    break;
  }
  return response;
}

std::string head_of(const HttpResponse& response, bool keep_alive) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " " + reason_of(response.status) + "\r\n";
  add(head, "Content-Type", response.type);
  if (!response.is_stream && response.status != 304)
    add(head, "Content-Length", std::to_string(response.body ? response.body->size() : 0));
  add(head, "ETag", response.etag);
  add(head, "Location", response.location);
  if (response.status == 405) add(head, "Allow", "GET, HEAD");
  const char* lasting = "max-age=31536000, immutable";
  add(head, "Cache-Control", response.is_stream ? "no-store" : response.is_lasting ? lasting : "no-cache");
  add(head, "Content-Security-Policy",
      "default-src 'self'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; form-action 'self'; "
      "object-src 'none'");
  add(head, "Cross-Origin-Resource-Policy", "same-origin");
  add(head, "Referrer-Policy", "same-origin");
  add(head, "X-Content-Type-Options", "nosniff");
  add(head, "Connection", keep_alive ? "keep-alive" : "close");
  return head + "\r\n";
}

}  // namespace stoplicht
