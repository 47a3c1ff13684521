#pragma once
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "faults/faulty_calls.h"
#include "support/temp_folder.h"
#include "write/output.h"

// One round of a test: a site folder, something that goes wrong, and the next build.
namespace stoplicht::test {

using Tree = std::map<std::string, std::string>;
using Files = std::vector<OutputFile>;

// Every kind of change: the same, changed, gone, come, file to folder, folder to file.
inline const Files old_files{{"index.html", "old home"}, {"same/a.html", "a"}, {"same/b.html", "b"},
                             {"gone/page.html", "x"},    {"turns", "a file"},  {"turned/a", "a folder"},
                             {"empty.txt", ""}};
inline const Files new_files{{"index.html", "new home"}, {"same/a.html", "a"},    {"same/b.html", "b"},
                             {"come/page.html", "y"},    {"turns/a", "a folder"}, {"turned", "a file"},
                             {"empty.txt", ""}};

inline Tree tree_made_by(const Files& files) {
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
inline const Start starts[] = {
    {"a first site", false, true}, {"a new site for an old one", true, true}, {"two renames", true, false}};

// Brings `public` to where the next round begins.
inline void begin_round(const TempFolder& temp, const Start& start) {
  set_fault({});
  if (start.has_old) {
    REQUIRE(write_site(temp / "public", old_files, 1).failure == "");
  } else {
    std::filesystem::remove_all(temp / "public");
  }
}

// What must hold after whatever happened: the next build does its work and tidies up.
inline void check_next_build(const TempFolder& temp, const Tree& new_tree) {
  set_fault({});
  const WriteResult next = write_site(temp / "public", new_files, 1);
  CHECK(next.failure == "");
  CHECK(next.ok);
  CHECK(tree_of(temp / "public") == new_tree);
  CHECK(names_of(temp.path()) == "public");
}

inline pid_t fork_child() {
  std::fflush(nullptr);  // Or the child, at its end, may print again what is buffered.
  const pid_t child = fork();
  REQUIRE(child >= 0);
  return child;
}

// True when the process was killed.
inline bool run_in_child(const std::filesystem::path& output, const Files& files, const Fault& fault) {
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

}  // namespace stoplicht::test
