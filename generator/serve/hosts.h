#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stoplicht {

// The names by which the preview may be asked for. A page of another site can make its own name lead to this machine
// (DNS rebinding); what it then asks bears that name, and is refused.
class AllowedHosts {
 public:
  // `others`: names and addresses of this machine beyond the ones that always mean the machine itself.
  explicit AllowedHosts(const std::vector<std::string>& others = {});

  // `host`: as the header Host has it: "localhost:7890", "[::1]:7890".
  bool allow(std::string_view host) const;

 private:
  std::set<std::string, std::less<>> names_;
};

// How others on the network can reach this machine: its addresses, the old form first ("192.168.1.20",
// "fd00::12"), and its name ("balie", "balie.local").
struct OwnHosts {
  std::vector<std::string> addresses;
  std::vector<std::string> names;
};
OwnHosts own_hosts();

// An address as it is written before a port: an IPv6 one in brackets.
std::string in_url(const std::string& address);

}  // namespace stoplicht
