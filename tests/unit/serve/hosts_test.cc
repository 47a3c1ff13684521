#include "serve/hosts.h"

#include <doctest/doctest.h>

using namespace stoplicht;

TEST_CASE("hosts: the names of the machine itself are allowed, with any port and in any case") {
  const AllowedHosts hosts;
  for (const char* host :
       {"localhost", "localhost:7890", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:7890", "[::1]", "[::1]:7890"}) {
    CAPTURE(host);
    CHECK(hosts.allow(host));
  }
}

TEST_CASE("hosts: every other name is refused, however much it looks like one of them") {
  const AllowedHosts hosts;
  for (const char* host : {"",
                           ":7890",
                           "evil.example",
                           "evil.example:7890",
                           "localhost.evil.example",
                           "evil-localhost",
                           "localhost.",
                           "127.0.0.1.evil.example",
                           "127.0.0.2",
                           "0.0.0.0:7890",
                           "2130706433",
                           "127.1",
                           "::1",
                           "[::1",
                           "[::1]evil",
                           "[::1].evil.example:7890",
                           "[::ffff:127.0.0.1]",
                           "localhost:evil",
                           "localhost:7890:7890",
                           "localhost:123456",
                           "localhost@evil.example",
                           " localhost",
                           "localhost/evil",
                           "192.168.1.20:7890",
                           "balie"}) {
    CAPTURE(host);
    CHECK_FALSE(hosts.allow(host));
  }
}

TEST_CASE("hosts: names and addresses of the machine are allowed when it is open to the network") {
  const AllowedHosts hosts({"192.168.1.20", "fd00::12", "Balie", "balie.local"});
  for (const char* host : {"192.168.1.20:7890", "[fd00::12]:7890", "balie:7890", "BALIE.LOCAL", "localhost:7890"}) {
    CAPTURE(host);
    CHECK(hosts.allow(host));
  }
  CHECK_FALSE(hosts.allow("192.168.1.21:7890"));
  CHECK_FALSE(hosts.allow("balie.evil.example"));
}

TEST_CASE("hosts: an address of the new form stands in brackets before a port") {
  CHECK(in_url("192.168.1.20") == "192.168.1.20");
  CHECK(in_url("fd00::12") == "[fd00::12]");
  CHECK(in_url("[fd00::12]") == "[fd00::12]");
  CHECK(in_url("balie") == "balie");
}
