#pragma once
#include "write/disk.h"

namespace stoplicht {

// A bell that one thread rings and another waits for with poll().
class Wake {
 public:
  Wake();  // Throws std::system_error.

  int descriptor() const { return descriptor_.get(); }  // Readable once it was rung, until it is cleared.
  void ring() const;
  void clear() const;

 private:
  Descriptor descriptor_;
};

}  // namespace stoplicht
