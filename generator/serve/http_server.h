#pragma once
#include <functional>
#include <string>
#include <thread>

#include "serve/http_response.h"
#include "serve/listening.h"
#include "serve/wake.h"

namespace stoplicht {

class ServerLoop;

// Serves a few browsers on one thread of its own, without ever waiting for one of them: slow ones and open event
// streams keep nobody from being served, nor the server from stopping at once.
class HttpServer {
 public:
  using Answer = std::function<HttpResponse(const HttpRequest&)>;

  // `answer` is called on the server's thread, and must not throw anything but std::bad_alloc.
  HttpServer(Listening listening, Answer answer);
  ~HttpServer();  // Stops.
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // The newest event, one line: every open stream gets it, and every one that is opened from now on. One that is
  // followed by another before it was sent may be passed over.
  void tell(const std::string& event);

  // Closes every connection.
  void stop();

 private:
  std::unique_ptr<ServerLoop> loop_;
  std::jthread thread_;  // Last: it uses the above.
};

}  // namespace stoplicht
