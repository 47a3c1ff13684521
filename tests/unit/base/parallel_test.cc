#include "base/parallel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace stoplicht;

TEST_CASE("parallel: every index is worked on exactly once, whatever the number of threads") {
  for (const unsigned threads : {0u, 1u, 2u, 7u, 64u}) {
    CAPTURE(threads);
    std::vector<std::atomic<int>> calls(1000);
    parallel_for(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });
    CHECK(std::all_of(calls.begin(), calls.end(), [](const std::atomic<int>& count) { return count == 1; }));
  }
}

TEST_CASE("parallel: nothing to do is nothing done") {
  bool called = false;
  parallel_for(0, 4, [&](std::size_t) { called = true; });
  CHECK_FALSE(called);
}

TEST_CASE("parallel: one thread is the caller's own, and works in order") {
  std::vector<std::size_t> order;
  const std::thread::id caller = std::this_thread::get_id();
  parallel_for(3, 1, [&](std::size_t i) {
    CHECK(std::this_thread::get_id() == caller);
    order.push_back(i);
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("parallel: an exception is thrown again here, and no further index is handed out") {
  std::atomic<int> calls = 0;
  const auto work = [&](std::size_t i) {
    ++calls;
    if (i == 5) throw std::runtime_error("index 5");
  };
  CHECK_THROWS_WITH_AS(parallel_for(1000, 1, work), "index 5", std::runtime_error);
  CHECK(calls == 6);
  CHECK_THROWS_WITH_AS(parallel_for(1000, 4, work), "index 5", std::runtime_error);
}

TEST_CASE("parallel: of several exceptions that of the lowest index comes out") {
  for (int round = 0; round < 50; ++round) {
    const auto work = [](std::size_t i) {
      if (i >= 3) throw std::runtime_error("index " + std::to_string(i));
    };
    CHECK_THROWS_WITH_AS(parallel_for(100, 4, work), "index 3", std::runtime_error);
  }
}
