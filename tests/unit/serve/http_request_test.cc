#include "serve/http_request.h"

#include <doctest/doctest.h>

#include <string>

using namespace stoplicht;
using namespace std::string_literals;

namespace {

int refusal_of(const std::string& head) {
  HttpRequest request;
  return read_http_request(head, request);
}

}  // namespace

TEST_CASE("http request: what a browser sends is read") {
  HttpRequest request;
  REQUIRE(
      read_http_request("GET /periodes/?x=1 HTTP/1.1\r\nHOST: localhost:7890 \r\nAccept: */*\r\nIf-None-Match:\t\"a\"",
                        request) == 0);
  CHECK(request.method == "GET");
  CHECK(request.target == "/periodes/?x=1");
  CHECK(request.host == "localhost:7890");
  CHECK(request.if_none_match == "\"a\"");
  CHECK(request.keep_alive);
  CHECK_FALSE(request.has_body);
}

TEST_CASE("http request: a connection is kept as the browser wishes, or else as its version has it") {
  const auto is_kept = [](const std::string& head) {
    HttpRequest request;
    REQUIRE(read_http_request(head, request) == 0);
    return request.keep_alive;
  };
  CHECK(is_kept("GET / HTTP/1.1\r\nHost: x"));
  CHECK_FALSE(is_kept("GET / HTTP/1.1\r\nHost: x\r\nConnection: Close"));
  CHECK_FALSE(is_kept("GET / HTTP/1.0\r\nHost: x"));
  CHECK(is_kept("GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive"));
}

TEST_CASE("http request: what follows a request is noticed") {
  const auto has_body = [](const std::string& headers) {
    HttpRequest request;
    REQUIRE(read_http_request("POST / HTTP/1.1\r\nHost: x\r\n" + headers, request) == 0);
    return request.has_body;
  };
  CHECK(has_body("Content-Length: 5"));
  CHECK(has_body("Transfer-Encoding: chunked"));
  CHECK_FALSE(has_body("Content-Length: 0"));
}

TEST_CASE("http request: what names no host, or several, is refused") {
  CHECK(refusal_of("GET / HTTP/1.1") == 400);
  CHECK(refusal_of("GET / HTTP/1.1\r\nHost:") == 400);
  CHECK(refusal_of("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example") == 400);
}

TEST_CASE("http request: what is no request of a browser to a site is refused") {
  for (const std::string line :
       {"", "GET", "GET /", "/ HTTP/1.1", "GET / HTTP/1.1 ", "GET  HTTP/1.1", "GET / x HTTP/1.1", "G(T / HTTP/1.1",
        "GET index.html HTTP/1.1", "GET http://localhost/ HTTP/1.1", "GET * HTTP/1.1",
        "CONNECT evil.example:80 HTTP/1.1", "GET /\t HTTP/1.1", "GET / http/1.1", "GET / HTTP/11"}) {
    CAPTURE(line);
    CHECK(refusal_of(line + "\r\nHost: localhost") == 400);
  }
  CHECK(refusal_of("GET /\x01 HTTP/1.1\r\nHost: localhost") == 400);
  CHECK(refusal_of("GET /\0 HTTP/1.1\r\nHost: localhost"s) == 400);
  CHECK(refusal_of("GET / HTTP/2.0\r\nHost: localhost") == 505);
  CHECK(refusal_of("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: localhost") == 414);
}

TEST_CASE("http request: a header that is none, or that goes on in the next line, is refused") {
  for (const char* header : {"no colon", " folded: x", "na me: x", "name : x", ": x", "x: a\x01", "x: a\rb"}) {
    CAPTURE(header);
    CHECK(refusal_of("GET / HTTP/1.1\r\nHost: localhost\r\n" + std::string(header)) == 400);
  }
}
