#pragma once
#include <string>

#include "write/disk.h"

namespace stoplicht {

// Keeps other writers away until it is destroyed: an flock on a file, which is removed at the end. A
// file left by a killed process holds no lock.
class OutputLock {
 public:
  // Throws when another process, or another thread, has the lock: "another build is writing to <output>". `who`: what
  // the others are.
  OutputLock(int parent, std::string name, const std::string& shown, const std::string& output,
             const std::string& who = "build");
  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;
  ~OutputLock();

 private:
  int parent_;
  std::string name_;
  Descriptor file_;
};

}  // namespace stoplicht
