#pragma once
#include <string>

namespace stoplicht {

// A file of a site folder with other bytes than it had, in memory.
struct ChangedFile {
  std::string address;  // Relative to the site folder.
  std::string before;   // What stands there.
  std::string after;
  bool is_new = false;  // Nothing stands there.
};

}  // namespace stoplicht
