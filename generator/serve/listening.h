#pragma once
#include <vector>

#include "write/disk.h"

namespace stoplicht {

// Sockets that wait for browsers at one port.
struct Listening {
  std::vector<Descriptor> sockets;
  int port = 0;
};

// Waits at `port` of this machine alone (127.0.0.1 and, where there is one, ::1), or of all its networks. 0: a port
// that is free. Throws std::system_error: address_in_use when another program waits there.
Listening listen_at(int port, bool all_networks);

}  // namespace stoplicht
