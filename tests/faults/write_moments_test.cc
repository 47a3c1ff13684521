// What a reader finds, and what is left, at moments that nobody chose.
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <random>
#include <thread>

#include "faults/rounds.h"

using namespace stoplicht;
using namespace stoplicht::test;

TEST_CASE("faults: a file that grows past the limit of the process is a plain failure") {
  const Tree old_tree = tree_made_by(old_files);
  const TempFolder temp;
  begin_round(temp, starts[1]);
  rlimit before = {};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit small{4096, before.rlim_max};
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const WriteResult result = write_site(temp / "public", {{"big.pdf", std::string(100'000, 'x')}}, 2);
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, old_handler);
  CHECK(result.failure == "cannot write " + temp.text("public") + "/big.pdf: file too large");
  CHECK(tree_of(temp / "public") == old_tree);
  CHECK(names_of(temp.path()) == "public");
}

TEST_CASE("faults: a reader finds the old page or the new one in every moment of many swaps") {
  const TempFolder temp;
  begin_round(temp, starts[1]);
  std::atomic<bool> done{false};
  std::atomic<int> missing{0};
  std::thread reader([&] {
    while (!done) {
      const std::string page = file_bytes(temp / "public/index.html");
      if (page != "old home" && page != "new home") ++missing;
    }
  });
  for (int i = 0; i < 200; ++i) write_site(temp / "public", i % 2 == 0 ? new_files : old_files, 1);
  done = true;
  reader.join();
  CHECK(missing == 0);
}

TEST_CASE("faults: kills at random moments of a large site leave the old site or the new one") {
  set_fault({});
  const auto files_of = [](const std::string& word, int first) {
    Files files;
    for (int i = first; i < first + 150; ++i) {
      const std::string number = std::to_string(i);
      std::string bytes = i % 3 == 0 ? "always" : word;
      for (int j = 0; j < i % 40; ++j) bytes += " " + number + std::string(100, 'x');
      files.push_back({"f" + std::to_string(i % 10) + "/" + number + ".html", bytes});
    }
    return files;
  };
  Files from = files_of("one", 0);
  Files to = files_of("two", 30);
  Tree from_tree = tree_made_by(from);
  Tree to_tree = tree_made_by(to);
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", to, 2).ok);
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(write_site(temp / "public", from, 2).ok);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);

  std::mt19937 random(20200718);
  for (int round = 0; round < 120; ++round) {
    CAPTURE(round);
    const std::chrono::microseconds delay(whole.count() * static_cast<long>(random() % 1200) / 1000);
    const pid_t child = fork_child();
    if (child == 0) _exit(write_site(temp / "public", to, 2).ok ? 0 : 1);
    std::this_thread::sleep_for(delay);
    kill(child, SIGKILL);
    REQUIRE(waitpid(child, nullptr, 0) == child);

    const Tree tree = tree_of(temp / "public");
    CHECK((tree == from_tree || tree == to_tree));
    CHECK(write_site(temp / "public", to, 2).failure == "");
    CHECK(names_of(temp.path()) == "public");
    std::swap(from, to);
    std::swap(from_tree, to_tree);
  }
}
