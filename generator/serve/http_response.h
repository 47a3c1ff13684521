#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "serve/http_request.h"

namespace stoplicht {

using SharedBytes = std::shared_ptr<const std::string>;

struct HttpResponse {
  int status = 200;
  std::string type;         // Content-Type.
  SharedBytes body;         // Null: empty.
  std::string etag{};       // With its quotes; empty: none.
  std::string location{};   // Of a redirect.
  bool is_stream = false;   // Of events (text/event-stream): the connection stays open for them.
  bool is_lasting = false;  // Its address tells its bytes, so that a browser that has it need not ask again.
};

// A sentence, as plain text.
HttpResponse plain_response(int status, std::string_view sentence);

// A tag for these bytes: other bytes have another one.
std::string etag_of(std::string_view bytes);

// What the request is answered with when it says that it has those bytes: 304, without them.
HttpResponse unless_known(HttpResponse response, const HttpRequest& request);

// Status line and headers, up to and with the empty line. All of what is served runs nothing and asks no other host, is
// in no frame, and is asked for anew each time unless it is lasting.
std::string head_of(const HttpResponse& response, bool keep_alive);

}  // namespace stoplicht
