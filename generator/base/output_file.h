#pragma once
#include <string>

namespace stoplicht {

// One file of the built site, in memory.
struct OutputFile {
  std::string address;  // "periodes/2020-07/index.html": a safe relative path.
  std::string bytes;
};

}  // namespace stoplicht
