#include "serve/http_connection.h"

#include <sys/poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace stoplicht {
namespace {

constexpr std::size_t most_events_waiting = 64 * 1024;  // Bytes.

bool is_later() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

const char* sentence_of(int status) {
  switch (status) {
    case 414: return "The address is too long.";
    case 431: return "The request is too long.";
    case 505: return "Only HTTP/1.1 is spoken here.";
    default: return "This is no request that a browser makes.";
  }
}

}  // namespace

short HttpConnection::awaited() const {
  // A stream is read as well: only so is it known when the browser has left.
  if (state_ == State::streaming) return is_writing() ? POLLIN | POLLOUT : POLLIN;
  return is_writing() ? POLLOUT : POLLIN;
}

std::chrono::seconds HttpConnection::patience() const {
  if (state_ == State::streaming) return std::chrono::hours(24 * 365);
  return std::chrono::seconds(state_ == State::draining ? 1 : 60);
}

void HttpConnection::read() {
  std::array<char, 16 * 1024> bytes;
  const ssize_t got = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
  if (got < 0 && is_later()) return;
  if (got <= 0) return close();
  if (state_ != State::answering) return;
  last_active_ = Clock::now();
  received_.append(bytes.data(), static_cast<std::size_t>(got));
  answer_next();
}

void HttpConnection::answer_next() {
  while (state_ == State::answering && !is_writing()) {
    const std::size_t end = received_.find("\r\n\r\n");
    HttpRequest request;
    int refusal = 0;
    if ((end == std::string::npos ? received_.size() : end + 4) > longest_request)
      refusal = 431;
    else if (end == std::string::npos)
      return;
    else
      refusal = read_http_request(std::string_view(received_).substr(0, end), request);
    if (refusal != 0) return send(plain_response(refusal, sentence_of(refusal)), false, true);
    received_.erase(0, end + 4);
    const HttpResponse response = answer_(request);
    send(response, request.keep_alive && !request.has_body, request.method != "HEAD");
  }
}

void HttpConnection::send(const HttpResponse& response, bool keep_alive, bool with_body) {
  if (response.is_stream && with_body)
    state_ = State::streaming;
  else if (!keep_alive)
    state_ = State::ending;
  head_ = head_of(response, keep_alive);
  body_ = with_body ? response.body : nullptr;
  sent_ = 0;
  flush();
}

bool HttpConnection::write_some(const char* bytes, std::size_t size, bool more_follows) {
  const ssize_t done = ::send(socket_.get(), bytes, size, MSG_NOSIGNAL | (more_follows ? MSG_MORE : 0));
  if (done < 0) {
    if (!is_later()) close();
    return false;
  }
  sent_ += static_cast<std::size_t>(done);
  last_active_ = Clock::now();
  return static_cast<std::size_t>(done) == size;
}

void HttpConnection::write() {
  flush();
  answer_next();
}

void HttpConnection::flush() {
  const std::size_t in_body = body_ ? body_->size() : 0;
  if (sent_ < head_.size() && !write_some(head_.data() + sent_, head_.size() - sent_, in_body > 0)) return;
  if (is_writing()) {
    const std::size_t from = sent_ - head_.size();
    if (!write_some(body_->data() + from, in_body - from, false)) return;
  }
  head_.clear();
  body_ = nullptr;
  sent_ = 0;
  if (state_ == State::ending) {
    ::shutdown(socket_.get(), SHUT_WR);
    state_ = State::draining;
  }
}

void HttpConnection::tell(unsigned long number, const std::string& event) {
  if (state_ != State::streaming || told_ == number || event.empty()) return;
  told_ = number;
  head_.erase(0, sent_);
  sent_ = 0;
  head_ += "data: " + event + "\n\n";
  if (head_.size() > most_events_waiting) return close();
  flush();
}

}  // namespace stoplicht
