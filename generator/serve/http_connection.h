#pragma once
#include <chrono>
#include <functional>
#include <string>

#include "serve/http_response.h"
#include "write/disk.h"

namespace stoplicht {

// One browser's connection. Its socket never blocks: it is told when there may be something to read or room to write.
class HttpConnection {
 public:
  using Clock = std::chrono::steady_clock;
  using Answer = std::function<HttpResponse(const HttpRequest&)>;

  HttpConnection(Descriptor socket, const Answer& answer) : socket_(std::move(socket)), answer_(answer) {}

  int descriptor() const { return socket_.get(); }
  short awaited() const;  // The events of poll() that it waits for.

  void read();
  void write();
  void close() { state_ = State::closed; }

  bool is_closed() const { return state_ == State::closed; }
  bool is_stream() const { return state_ == State::streaming; }
  Clock::time_point last_active() const { return last_active_; }
  std::chrono::seconds patience() const;  // How long it may do nothing.

  // Of a stream: sends the event unless it was sent before. A browser that takes none for long is given up.
  void tell(unsigned long number, const std::string& event);

 private:
  enum class State {
    answering,  // Reads a request, or writes what it is answered with.
    streaming,  // Events only.
    ending,     // Writes the last answer.
    draining,   // Has closed its side: what still comes is thrown away, so that the answer is not lost.
    closed,
  };

  void answer_next();
  void flush();
  void send(const HttpResponse& response, bool keep_alive, bool with_body);
  bool is_writing() const { return sent_ < head_.size() + (body_ ? body_->size() : 0); }
  bool write_some(const char* bytes, std::size_t size, bool more_follows);

  Descriptor socket_;
  const Answer& answer_;
  State state_ = State::answering;
  std::string received_;  // Of requests that were not answered yet.
  std::string head_;      // What is being sent: head_ and body_, of which the first sent_ bytes are gone.
  SharedBytes body_;
  std::size_t sent_ = 0;
  unsigned long told_ = 0;  // Number of the last event.
  Clock::time_point last_active_ = Clock::now();
};

}  // namespace stoplicht
