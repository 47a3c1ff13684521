#include "serve/listening.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace stoplicht {
namespace {

constexpr int waiting_line = 128;

[[noreturn]] void fail() { throw std::system_error(errno, std::generic_category(), "cannot wait for browsers"); }

void set(const Descriptor& socket, int level, int option, int value) {
  ::setsockopt(socket.get(), level, option, &value, sizeof value);
}

// Not open when it fails; errno says why.
template <typename Address>
Descriptor listen_to(const Address& address, int family, bool both_families) {
  Descriptor socket(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!socket.is_open()) return socket;
  // A preview that was just stopped leaves its port taken for a minute otherwise.
  set(socket, SOL_SOCKET, SO_REUSEADDR, 1);
  if (family == AF_INET6) set(socket, IPPROTO_IPV6, IPV6_V6ONLY, both_families ? 0 : 1);
  if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
      ::listen(socket.get(), waiting_line) != 0) {
    const int reason = errno;
    socket = Descriptor();
    errno = reason;
  }
  return socket;
}

Descriptor listen_to_old(in_addr_t place, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(place);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return listen_to(address, AF_INET, false);
}

Descriptor listen_to_new(const in6_addr& place, int port, bool both_families) {
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_addr = place;
  address.sin6_port = htons(static_cast<std::uint16_t>(port));
  return listen_to(address, AF_INET6, both_families);
}

int port_of(const Descriptor& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) fail();
  if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

}  // namespace

Listening listen_at(int port, bool all_networks) {
  Descriptor first;
  if (all_networks) {
    first = listen_to_new(in6addr_any, port, true);
    if (!first.is_open() && errno != EADDRINUSE) first = listen_to_old(INADDR_ANY, port);  // A machine without IPv6.
  } else {
    first = listen_to_old(INADDR_LOOPBACK, port);
  }
  if (!first.is_open()) fail();

  Listening out;
  out.port = port_of(first);
  out.sockets.push_back(std::move(first));
  if (!all_networks) {
    // Browsers that take "localhost" for ::1 find it at once; others do without.
    Descriptor second = listen_to_new(in6addr_loopback, out.port, false);
    if (second.is_open()) out.sockets.push_back(std::move(second));
  }
  return out;
}

}  // namespace stoplicht
