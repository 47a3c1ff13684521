#include "serve/http_response.h"

#include <doctest/doctest.h>

using namespace stoplicht;

namespace {

HttpResponse page() {
  HttpResponse response = plain_response(200, "Tekst.");
  response.etag = etag_of(*response.body);
  return response;
}

}  // namespace

TEST_CASE("http response: the head tells what comes, and what a browser may do with it") {
  HttpResponse response = page();
  response.etag = "\"x\"";
  CHECK(head_of(response, true) ==
        "HTTP/1.1 200 OK\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        "Content-Length: 7\r\n"
        "ETag: \"x\"\r\n"
        "Cache-Control: no-cache\r\n"
        "Content-Security-Policy: default-src 'self'; base-uri 'none'; frame-src 'none'; frame-ancestors 'none'; "
        "form-action 'self'; object-src 'none'\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "Referrer-Policy: same-origin\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Connection: keep-alive\r\n"
        "\r\n");
}

TEST_CASE("http response: a stream has no length, and nobody keeps it") {
  HttpResponse response;
  response.type = "text/event-stream";
  response.is_stream = true;
  const std::string head = head_of(response, true);
  CHECK(head.find("Content-Length") == std::string::npos);
  CHECK(head.find("Cache-Control: no-store\r\n") != std::string::npos);
}

TEST_CASE("http response: what lasts is kept for a year, and not asked for again") {
  HttpResponse response = page();
  response.is_lasting = true;
  CHECK(head_of(response, true).find("Cache-Control: max-age=31536000, immutable\r\n") != std::string::npos);
}

TEST_CASE("http response: a refused method is told which ones are not") {
  CHECK(head_of(plain_response(405, "x"), false).find("Allow: GET, HEAD\r\n") != std::string::npos);
}

TEST_CASE("http response: other bytes have another tag") {
  CHECK(etag_of("a") == etag_of("a"));
  CHECK(etag_of("a") != etag_of("b"));
  CHECK(etag_of("a") != etag_of(""));
}

TEST_CASE("http response: who has the bytes already does not get them again") {
  const std::string tag = page().etag;
  const auto status_for = [](const std::string& known) {
    HttpRequest request;
    request.if_none_match = known;
    const HttpResponse response = unless_known(page(), request);
    CHECK((response.body == nullptr) == (response.status == 304));
    return response.status;
  };
  CHECK(status_for(tag) == 304);
  CHECK(status_for("W/" + tag) == 304);
  CHECK(status_for("\"x\", " + tag) == 304);
  CHECK(status_for("*") == 304);
  CHECK(status_for("") == 200);
  CHECK(status_for("\"x\"") == 200);
}

TEST_CASE("http response: a page for a wrong address is always sent whole") {
  HttpResponse response = page();
  response.status = 404;
  HttpRequest request;
  request.if_none_match = response.etag;
  CHECK(unless_known(response, request).status == 404);
}
