#pragma once
#include <cstddef>
#include <functional>

namespace stoplicht {

// Calls work(i) once for every i in [0, count), on `threads` threads (0: one per core). Returns
// when all are done. An exception in work stops handing out further i and is rethrown here.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace stoplicht
