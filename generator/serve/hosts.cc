#include "serve/hosts.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"

namespace stoplicht {
namespace {

bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "" when it has no text form, or leads nowhere from another machine.
std::string text_of(const sockaddr* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address->sa_family == AF_INET) {
    const in_addr& place = reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
    return ::inet_ntop(AF_INET, &place, text.data(), text.size()) != nullptr ? text.data() : "";
  }
  if (address->sa_family != AF_INET6) return {};
  const in6_addr& place = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
  // Those of one cable need its name behind them, which browsers do not take.
  if (IN6_IS_ADDR_LINKLOCAL(&place)) return {};
  return ::inet_ntop(AF_INET6, &place, text.data(), text.size()) != nullptr ? text.data() : "";
}

}  // namespace

AllowedHosts::AllowedHosts(const std::vector<std::string>& others) : names_{"localhost", "127.0.0.1", "[::1]"} {
  for (const std::string& other : others) names_.insert(in_url(in_lower_case(other)));
}

bool AllowedHosts::allow(std::string_view host) const {
  const std::size_t end = host.starts_with('[') ? host.find(']') : 0;
  if (end == std::string_view::npos) return false;
  const std::size_t colon = host.find(':', end);
  if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return false;
  return names_.contains(in_lower_case(host.substr(0, colon)));
}

OwnHosts own_hosts() {
  OwnHosts out;
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) == 0) {
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, &::freeifaddrs);
    std::vector<std::string> newer;
    for (const ifaddrs* each = list; each != nullptr; each = each->ifa_next) {
      const bool is_up = (each->ifa_flags & IFF_UP) != 0 && (each->ifa_flags & IFF_LOOPBACK) == 0;
      if (!is_up || each->ifa_addr == nullptr) continue;
      const std::string text = text_of(each->ifa_addr);
      if (!text.empty()) (each->ifa_addr->sa_family == AF_INET ? out.addresses : newer).push_back(text);
    }
    out.addresses.insert(out.addresses.end(), newer.begin(), newer.end());
  }
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0') {
    out.names.emplace_back(name.data());
    if (out.names.back().find('.') == std::string::npos) out.names.push_back(out.names.back() + ".local");
  }
  return out;
}

std::string in_url(const std::string& address) {
  return address.find(':') == std::string::npos || address.starts_with('[') ? address : "[" + address + "]";
}

}  // namespace stoplicht
