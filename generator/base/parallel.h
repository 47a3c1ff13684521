#pragma once
#include <cstddef>
#include <functional>

namespace stoplicht {

inline constexpr unsigned all_cores = 0;

// Calls work(i) once for every i in [0, count), on `threads` threads (all_cores: one per core). Returns
// when all are done. An exception in work stops handing out further i and is rethrown here.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace stoplicht
