#include "serve/http_server.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <list>
#include <mutex>
#include <vector>

#include "serve/http_connection.h"

namespace stoplicht {

// What the server's thread works with. Only the event and the bell are for other threads as well.
class ServerLoop {
 public:
  ServerLoop(Listening listening, HttpServer::Answer answer)
      : listening_(std::move(listening)), answer_(std::move(answer)) {}

  void tell(const std::string& event) {
    {
      const std::lock_guard lock(mutex_);
      event_ = event;
      ++number_;
    }
    wake_.ring();
  }

  const Wake& wake() const { return wake_; }

  void run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const std::vector<pollfd> ready = wait();
      auto socket = ready.begin();
      if ((socket++)->revents != 0) wake_.clear();
      auto connection = connections_.begin();
      const auto first_of_connections = socket + static_cast<std::ptrdiff_t>(listening_.sockets.size());
      for (auto each = first_of_connections; each != ready.end(); ++each, ++connection)
        serve(*connection, each->revents);
      for (; socket != first_of_connections; ++socket)
        if (socket->revents != 0) accept(socket->fd);
      tell_streams();
      close_idle();
    }
    connections_.clear();
    listening_.sockets.clear();
  }

 private:
  // All of a browser's tabs, several times over.
  static constexpr std::size_t most_connections = 256;

  std::vector<pollfd> wait() const {
    constexpr int longest_ms = 1000;  // Then the idle ones are looked for.
    std::vector<pollfd> sockets{{wake_.descriptor(), POLLIN, 0}};
    for (const Descriptor& socket : listening_.sockets) sockets.push_back({socket.get(), POLLIN, 0});
    for (const HttpConnection& each : connections_) sockets.push_back({each.descriptor(), each.awaited(), 0});
    if (::poll(sockets.data(), sockets.size(), longest_ms) < 0)
      for (pollfd& socket : sockets) socket.revents = 0;
    return sockets;
  }

  static void serve(HttpConnection& connection, short events) {
    if ((events & POLLIN) != 0)
      connection.read();
    else if ((events & (POLLERR | POLLHUP | POLLNVAL)) != 0)
      connection.close();
    if ((events & POLLOUT) != 0 && !connection.is_closed()) connection.write();
  }

  void accept(int listener) {
    while (true) {
      if (connections_.size() >= most_connections) close_idlest();
      Descriptor socket(::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
      if (!socket.is_open()) {
        if (errno == EMFILE || errno == ENFILE) close_idlest();
        return;
      }
      const int on = 1;
      ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      connections_.emplace_back(std::move(socket), answer_);
    }
  }

  // Room for a new one. Browsers open their connection again when they need it.
  void close_idlest() {
    const auto idlest = std::min_element(
        connections_.begin(), connections_.end(), [](const HttpConnection& a, const HttpConnection& b) {
          return a.is_stream() != b.is_stream() ? b.is_stream() : a.last_active() < b.last_active();
        });
    if (idlest != connections_.end()) connections_.erase(idlest);
  }

  void tell_streams() {
    const std::lock_guard lock(mutex_);
    for (HttpConnection& each : connections_) each.tell(number_, event_);
  }

  void close_idle() {
    const auto now = HttpConnection::Clock::now();
    connections_.remove_if(
        [&](const HttpConnection& each) { return each.is_closed() || now - each.last_active() > each.patience(); });
  }

  Listening listening_;
  HttpServer::Answer answer_;
  Wake wake_;
  std::list<HttpConnection> connections_;
  std::mutex mutex_;  // Of the two below.
  std::string event_;
  unsigned long number_ = 0;
};

HttpServer::HttpServer(Listening listening, Answer answer)
    : loop_(std::make_unique<ServerLoop>(std::move(listening), std::move(answer))),
      thread_([loop = loop_.get()](const std::stop_token& stop) { loop->run(stop); }) {}

HttpServer::~HttpServer() { stop(); }

void HttpServer::tell(const std::string& event) { loop_->tell(event); }

void HttpServer::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  loop_->wake().ring();
  thread_.join();
}

}  // namespace stoplicht
