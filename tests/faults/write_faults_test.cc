// A kill at any moment and every failing system call leave the old site or the new one.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <random>
#include <set>
#include <thread>

#include "faults/faulty_calls.h"
#include "support/temp_folder.h"
#include "write/output.h"

using namespace stoplicht;

namespace {

using Tree = std::map<std::string, std::string>;
using Files = std::vector<OutputFile>;

// Every kind of change: the same, changed, gone, come, file to folder, folder to file.
const Files old_files{{"index.html", "old home"}, {"same/a.html", "a"}, {"same/b.html", "b"},
                      {"gone/page.html", "x"},    {"turns", "a file"},  {"turned/a", "a folder"},
                      {"empty.txt", ""}};
const Files new_files{{"index.html", "new home"}, {"same/a.html", "a"}, {"same/b.html", "b"}, {"come/page.html", "y"},
                      {"turns/a", "a folder"},    {"turned", "a file"}, {"empty.txt", ""}};

Tree tree_made_by(const Files& files) {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", files, 2).ok);
  return tree_of(temp / "public");
}

// A site folder in one of the states from which a build can begin.
struct Start {
  const char* name;
  bool has_old;
  bool can_exchange;
};
const Start starts[] = {
    {"a first site", false, true}, {"a new site for an old one", true, true}, {"two renames", true, false}};

// Brings `public` to where the next round begins.
void begin_round(const TempFolder& temp, const Start& start) {
  set_fault({});
  if (start.has_old) {
    REQUIRE(write_site(temp / "public", old_files, 1).failure == "");
  } else {
    std::filesystem::remove_all(temp / "public");
  }
}

// What must hold after whatever happened: the next build does its work and tidies up.
void check_next_build(const TempFolder& temp, const Tree& new_tree) {
  set_fault({});
  const WriteResult next = write_site(temp / "public", new_files, 1);
  CHECK(next.failure == "");
  CHECK(next.ok);
  CHECK(tree_of(temp / "public") == new_tree);
  CHECK(names_of(temp.path()) == "public");
}

pid_t fork_child() {
  std::fflush(nullptr);  // Or the child, at its end, may print again what is buffered.
  const pid_t child = fork();
  REQUIRE(child >= 0);
  return child;
}

// True when the process was killed.
bool run_in_child(const std::filesystem::path& output, const Files& files, const Fault& fault) {
  const pid_t child = fork_child();
  if (child == 0) {
    set_fault(fault);
    _exit(write_site(output, files, 1).ok ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  if (WIFSIGNALED(status)) {
    CHECK(WTERMSIG(status) == SIGKILL);
    return true;
  }
  CHECK(WEXITSTATUS(status) == 0);
  return false;
}

}  // namespace

TEST_CASE("faults: every system call that a build makes can be made to fail") {
  const TempFolder temp;
  set_fault({});
  REQUIRE(write_site(temp / "a/public", old_files, 1).ok);
  REQUIRE(write_site(temp / "a/public", new_files, 1).ok);
  CHECK(calls_made() ==
        "close fchmod fchmodat fdopendir flock fstat fstatat linkat mkdirat openat read readdir renameat renameat2 "
        "syncfs unlinkat write");
}

TEST_CASE("faults: a kill before any system call leaves the old site or the new one") {
  const Tree old_tree = tree_made_by(old_files);
  const Tree new_tree = tree_made_by(new_files);
  for (const Start& start : starts) {
    CAPTURE(start.name);
    const TempFolder temp;
    int old_seen = 0;
    int new_seen = 0;
    int set_aside_seen = 0;
    bool killed = true;
    for (long at = 1; killed; ++at) {
      CAPTURE(at);
      begin_round(temp, start);
      killed = run_in_child(temp / "public", new_files,
                            {.kind = Fault::Kind::kill, .at = at, .can_exchange = start.can_exchange});
      if (!std::filesystem::exists(temp / "public")) {
        if (start.has_old) {
          CHECK(tree_of(temp / ".public.stoplicht-old") == old_tree);
          ++set_aside_seen;
        } else {
          ++old_seen;
        }
      } else {
        const Tree tree = tree_of(temp / "public");
        CHECK((tree == new_tree || (start.has_old && tree == old_tree)));
        ++(tree == new_tree ? new_seen : old_seen);
      }
      check_next_build(temp, new_tree);
    }
    CHECK(old_seen > 50);
    CHECK(new_seen > 1);  // The last round is not killed.
    CHECK(set_aside_seen == (start.can_exchange ? 0 : 1));
  }
}

TEST_CASE("faults: a kill while the next build tidies up leaves the old site or the new one") {
  const Tree old_tree = tree_made_by(old_files);
  const Tree new_tree = tree_made_by(new_files);
  const TempFolder temp;
  bool killed = true;
  for (long at = 1; killed; ++at) {
    CAPTURE(at);
    set_fault({});
    REQUIRE(write_site(temp / "public", old_files, 1).ok);
    std::filesystem::rename(temp / "public", temp / ".public.stoplicht-old");  // As between two renames.
    put_file(temp / ".public.stoplicht-staging/same/a.html", "a");
    killed = run_in_child(temp / "public", new_files, {.kind = Fault::Kind::kill, .at = at, .can_exchange = false});
    const bool set_aside = !std::filesystem::exists(temp / "public");
    const Tree tree = tree_of(temp / (set_aside ? ".public.stoplicht-old" : "public"));
    CHECK((tree == old_tree || (!set_aside && tree == new_tree)));
    check_next_build(temp, new_tree);
  }
}

TEST_CASE("faults: any one failing system call leaves the old site or the new one and nothing else") {
  const Tree old_tree = tree_made_by(old_files);
  const Tree new_tree = tree_made_by(new_files);
  for (const auto& [error, reason] : {std::pair{ENOSPC, "no space left on device"},
                                      std::pair{EIO, "input/output error"}, std::pair{EACCES, "permission denied"}}) {
    for (const Start& start : starts) {
      CAPTURE(start.name);
      CAPTURE(reason);
      const TempFolder temp;
      int failures = 0;
      for (long at = 1;; ++at) {
        begin_round(temp, start);
        set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = error, .can_exchange = start.can_exchange});
        const WriteResult result = write_site(temp / "public", new_files, 1);
        const std::string call = struck_call();
        set_fault({});
        if (call.empty()) break;
        CAPTURE(at);
        CAPTURE(call);
        CAPTURE(result.failure);
        if (result.ok) {
          CHECK(result.failure == "");
          CHECK(tree_of(temp / "public") == new_tree);
        } else {
          ++failures;
          CHECK(std::filesystem::exists(temp / "public") == start.has_old);
          if (start.has_old) CHECK(tree_of(temp / "public") == old_tree);
          // The lock's own file stays when it cannot be locked: another build may be using it.
          if (result.failure.find("lock") == std::string::npos) {
            CHECK(names_of(temp.path()) == (start.has_old ? "public" : ""));
          }
          CHECK(result.failure.substr(0, 7) == "cannot ");
          CHECK(result.failure.find(temp.path().string()) != std::string::npos);
        }
        check_next_build(temp, new_tree);
      }
      CHECK(failures > 20);
    }
  }
}

TEST_CASE("faults: a disk on which everything fails from some call on still has the old site or the new one") {
  const Tree old_tree = tree_made_by(old_files);
  const Tree new_tree = tree_made_by(new_files);
  for (const Start& start : starts) {
    for (const unsigned threads : {1U, 4U}) {
      CAPTURE(start.name);
      CAPTURE(threads);
      const TempFolder temp;
      for (long at = 1;; ++at) {
        begin_round(temp, start);
        set_fault({.kind = Fault::Kind::fail_from, .at = at, .error = EIO, .can_exchange = start.can_exchange});
        const WriteResult result = write_site(temp / "public", new_files, threads);
        const std::string call = struck_call();
        set_fault({});
        if (call.empty()) break;
        CAPTURE(at);
        CAPTURE(call);
        CAPTURE(result.failure);
        if (result.ok) {
          CHECK(tree_of(temp / "public") == new_tree);
        } else if (std::filesystem::exists(temp / "public")) {
          CHECK(start.has_old);
          CHECK(tree_of(temp / "public") == old_tree);
        } else if (start.has_old) {
          CHECK_FALSE(start.can_exchange);
          CHECK(result.failure == "cannot replace " + temp.text("public") + "; the old site is in " +
                                      temp.text(".public.stoplicht-old") + " and the next build puts it back");
          CHECK(tree_of(temp / ".public.stoplicht-old") == old_tree);
        }
        check_next_build(temp, new_tree);
      }
    }
  }
}

TEST_CASE("faults: a signal that interrupts a call changes nothing") {
  const Tree new_tree = tree_made_by(new_files);
  for (const char* call : {"openat", "read", "write", "flock", "close"}) {
    CAPTURE(call);
    const TempFolder temp;
    for (long at = 1;; ++at) {
      CAPTURE(at);
      begin_round(temp, starts[1]);
      set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = EINTR, .only = call});
      CHECK(write_site(temp / "public", new_files, 1).failure == "");
      if (struck_call().empty()) break;
      CHECK(tree_of(temp / "public") == new_tree);
    }
  }
}

TEST_CASE("faults: reads and writes of a few bytes at a time change nothing") {
  const Tree new_tree = tree_made_by(new_files);
  const TempFolder temp;
  begin_round(temp, starts[1]);
  set_fault({.short_io = true});
  const WriteResult result = write_site(temp / "public", new_files, 1);
  set_fault({});
  CHECK(result.kept == 3);
  CHECK(result.written == 5);
  CHECK(tree_of(temp / "public") == new_tree);
}

TEST_CASE("faults: where folders cannot be exchanged, two renames replace the site and leave nothing") {
  const Tree new_tree = tree_made_by(new_files);
  for (const int error : {EINVAL, ENOSYS, ENOTSUP}) {
    CAPTURE(error);
    const TempFolder temp;
    begin_round(temp, starts[1]);
    set_fault({.kind = Fault::Kind::fail_from, .at = 1, .error = error, .only = "renameat2"});
    const WriteResult result = write_site(temp / "public", new_files, 1);
    set_fault({});
    CHECK(result.failure == "");
    CHECK(result.kept == 3);
    CHECK(tree_of(temp / "public") == new_tree);
    CHECK(names_of(temp.path()) == "public");
  }
}

TEST_CASE("faults: a disk that is found full only when a file is closed is a failure") {
  const TempFolder temp;
  std::set<std::string> failures;
  for (long at = 1;; ++at) {
    begin_round(temp, starts[1]);
    set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = EDQUOT, .only = "close"});
    const WriteResult result = write_site(temp / "public", new_files, 1);
    if (struck_call().empty()) break;
    if (!result.ok) failures.insert(result.failure);
  }
  set_fault({});
  std::set<std::string> expected;
  for (const char* address : {"come/page.html", "index.html", "manifest.json", "turned", "turns/a"}) {
    expected.insert("cannot write " + temp.text("public/") + address + ": disk quota exceeded");
  }
  CHECK(failures == expected);
}

TEST_CASE("faults: where links are impossible, unchanged files are copied") {
  const Tree new_tree = tree_made_by(new_files);
  for (const int error : {EMLINK, EXDEV, EPERM, ENOTSUP}) {
    CAPTURE(error);
    const TempFolder temp;
    begin_round(temp, starts[1]);
    const ino_t before = status_of(temp / "public/same/a.html").st_ino;
    set_fault({.kind = Fault::Kind::fail_from, .at = 1, .error = error, .only = "linkat"});
    const WriteResult result = write_site(temp / "public", new_files, 1);
    set_fault({});
    CHECK(result.failure == "");
    CHECK(result.kept == 3);
    CHECK(result.written == 5);
    CHECK(status_of(temp / "public/same/a.html").st_ino != before);
    CHECK(tree_of(temp / "public") == new_tree);
    CHECK(names_of(temp.path()) == "public");
  }
}

TEST_CASE("faults: a file system without modes is no obstacle") {
  const Tree new_tree = tree_made_by(new_files);
  for (const char* call : {"fchmod", "fchmodat"}) {
    CAPTURE(call);
    const TempFolder temp;
    begin_round(temp, starts[1]);
    set_fault({.kind = Fault::Kind::fail_from, .at = 1, .error = EPERM, .only = call});
    const WriteResult result = write_site(temp / "public", new_files, 1);
    set_fault({});
    CHECK(result.failure == "");
    CHECK(tree_of(temp / "public") == new_tree);
  }
}

TEST_CASE("faults: the sentence names the file of the site and the reason") {
  const TempFolder temp;
  const auto failure = [&](const std::string& call, int error, bool can_exchange = true) {
    begin_round(temp, starts[1]);
    set_fault({.kind = Fault::Kind::fail_once, .at = 1, .error = error, .only = call, .can_exchange = can_exchange});
    const WriteResult result = write_site(temp / "public", new_files, 1);
    set_fault({});
    return result.failure;
  };
  const std::string site = temp.text("public");
  CHECK(failure("write", ENOSPC) == "cannot write " + site + "/come/page.html: no space left on device");
  CHECK(failure("write", EDQUOT) == "cannot write " + site + "/come/page.html: disk quota exceeded");
  CHECK(failure("fchmod", EIO) == "cannot write " + site + "/come/page.html: input/output error");
  CHECK(failure("mkdirat", EROFS) == "cannot make folder " + temp.text(".public.stoplicht-staging") + ": read-only file system");
  CHECK(failure("syncfs", EIO) == "cannot write " + site + ": input/output error");
  CHECK(failure("renameat2", EACCES) == "cannot replace " + site + ": permission denied");
  CHECK(failure("renameat2", EBUSY) ==
        "cannot replace " + site + ": it is a mount point or part of a container's image; name a folder inside it");
  CHECK(failure("renameat", EIO, false) == "cannot replace " + site + ": input/output error");
  CHECK(failure("flock", ENOLCK) == "cannot lock " + temp.text(".public.lock") + ": no locks available");
  CHECK(failure("read", EIO) == "cannot read " + site + "/manifest.json: input/output error");
  CHECK(failure("readdir", EIO) == "cannot read " + site + ": input/output error");
  CHECK(failure("linkat", EIO) == "");
}

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
