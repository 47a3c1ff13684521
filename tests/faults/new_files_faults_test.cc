// A kill at any moment leaves whole files, the first so many of them; any one failing system call leaves none or all.
#include <cerrno>
#include <set>

#include "faults/rounds.h"
#include "write/new_files.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

const Files added{{"content/periods/x/summary.md", "tekst"}, {"content/periods/x/y.md", "meer"}, {"data/x.json", "{}"}};

void begin(const TempFolder& site) {
  set_fault({});
  std::filesystem::remove_all(site / "content");
  std::filesystem::remove_all(site / "data");
  put_file(site / "data/kept.json", "blijft");
}

Tree without_folders(const TempFolder& site) {
  Tree tree = tree_of(site.path());
  std::erase_if(tree, [](const auto& file) { return file.first.ends_with('/'); });
  return tree;
}

const Tree none{{"data/kept.json", "blijft"}};

Tree all() {
  Tree tree = none;
  for (const OutputFile& file : added) tree[file.address] = file.bytes;
  return tree;
}

}  // namespace

TEST_CASE("new files faults: every system call that they make can be made to fail") {
  const TempFolder site;
  begin(site);
  REQUIRE(write_new_files(site.path(), added) == "");
  CHECK(calls_made() == "close fchmod fchmodat fsync mkdirat openat renameat2 unlinkat write");
}

TEST_CASE("new files faults: a kill before any system call leaves the first of them, whole") {
  const TempFolder site;
  std::set<std::size_t> seen;
  bool killed = true;
  for (long at = 1; killed; ++at) {
    CAPTURE(at);
    begin(site);
    const pid_t child = fork_child();
    if (child == 0) {
      set_fault({.kind = Fault::Kind::kill, .at = at});
      _exit(write_new_files(site.path(), added).empty() ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    killed = WIFSIGNALED(status);
    Tree tree = without_folders(site);
    std::erase_if(tree, [](const auto& file) { return file.first.find("/.") != std::string::npos; });
    Tree expected = none;
    for (const OutputFile& file : added) {
      if (tree.size() == expected.size()) break;
      expected[file.address] = file.bytes;
    }
    CHECK(tree == expected);
    seen.insert(tree.size());

    // The rest of them, as the same command again writes it.
    Files rest;
    for (const OutputFile& file : added)
      if (!tree.contains(file.address)) rest.push_back(file);
    CHECK(write_new_files(site.path(), rest) == "");
    CHECK(without_folders(site) == all());
  }
  CHECK(seen.size() == added.size() + 1);
}

TEST_CASE("new files faults: any one failing system call leaves nothing behind, or all of them") {
  for (const bool can_promise : {true, false}) {
    const TempFolder site;
    int failures = 0;
    for (long at = 1;; ++at) {
      CAPTURE(at);
      begin(site);
      set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = ENOSPC, .can_exchange = can_promise});
      const std::string failure = write_new_files(site.path(), added);
      const std::string call = struck_call();
      set_fault({});
      if (call.empty()) break;
      CAPTURE(call);
      CAPTURE(failure);
      const Tree tree = without_folders(site);
      if (failure.empty()) {
        CHECK(tree == all());
        continue;
      }
      ++failures;
      CHECK(failure.ends_with(": no space left on device"));
      CHECK(tree == none);
      CHECK_FALSE(std::filesystem::exists(site / "content"));
    }
    CHECK(failures > 20);
  }
}
