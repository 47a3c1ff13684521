// A kill at any moment and every failing system call leave the old editions or the new ones, and the same command, run
// again, completes.
#include <cerrno>

#include "faults/rounds.h"
#include "write/editions.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

const EditionWrite publication{.before = {{"attachments/abc", "bijlage"}, {"2020-07/v1.json.minisig", "handtekening"}},
                               .commit = {"2020-07/v1.json", "editie 1, met brief"}};
const EditionWrite correction{
    .standing = {"2020-07/v1.json"},
    .before = {{"attachments/def", "andere bijlage"}, {"2020-07/v2.json.minisig", "handtekening 2"}},
    .commit = {"2020-07/v2.json", "editie 2, met brief"}};
const EditionWrite withdrawal{.standing = {"2020-07/v1.json", "2020-07/v2.json"},
                              .before = {{"2020-07/w1.json.minisig", "handtekening 3"}},
                              .commit = {"2020-07/w1.json", "intrekking"},
                              .after = {{"2020-07/v1.json", "editie 1"}, {"2020-07/v2.json", "editie 2"}},
                              .remove_after = {"attachments/abc"}};

// What is written, and what stands there before.
struct Case {
  const char* name;
  std::vector<const EditionWrite*> earlier;
  const EditionWrite* write;
};
const Case cases[] = {{"a first publication", {}, &publication},
                      {"a correction", {&publication}, &correction},
                      {"a withdrawal", {&publication, &correction}, &withdrawal}};

void begin(const TempFolder& site, const Case& what) {
  set_fault({});
  std::filesystem::remove_all(site / "data");
  std::filesystem::create_directory(site / "data");
  for (const EditionWrite* write : what.earlier) REQUIRE(write_editions(site.path(), *write).failure == "");
}

struct States {
  Tree before, after;
};

States states_of(const Case& what) {
  const TempFolder site;
  States states;
  begin(site, what);
  states.before = tree_of(site / "data");
  REQUIRE(write_editions(site.path(), *what.write).failure == "");
  states.after = tree_of(site / "data");
  return states;
}

bool is_hidden(const std::string& path) { return path.substr(path.rfind('/') + 1).starts_with('.'); }

// What a reader of the editions sees: not what is hidden, nor folders, nor attachments and signatures that belong to
// nothing yet.
Tree editions_in(const TempFolder& site, const Tree& known) {
  Tree seen = tree_of(site / "data");
  std::erase_if(seen, [&](const auto& file) {
    const std::string& path = file.first;
    const bool belongs_to_nothing =
        !known.contains(path) && (path.find("attachments/") != std::string::npos || path.ends_with(".minisig"));
    return is_hidden(path) || path.ends_with('/') || path.ends_with("README.md") || belongs_to_nothing;
  });
  return seen;
}

// Everything that was published stands there as it was; nothing of the new has come to count.
void check_old(const TempFolder& site, const States& states) {
  Tree old = states.before;
  std::erase_if(old, [](const auto& file) { return file.first.ends_with('/') || file.first.ends_with("README.md"); });
  CHECK(editions_in(site, states.before) == old);
}

// The commit is there with all that it needs; of what follows from it, each file is as it was or as it will be.
void check_new(const TempFolder& site, const States& states) {
  Tree now = tree_of(site / "data");
  std::erase_if(now, [](const auto& file) { return is_hidden(file.first); });
  for (const auto& [path, bytes] : states.after) {
    CAPTURE(path);
    REQUIRE(now.contains(path));
    const auto before = states.before.find(path);
    const bool fits = now[path] == bytes || (before != states.before.end() && now[path] == before->second);
    CHECK(fits);
  }
  for (const auto& [path, bytes] : now) {
    CAPTURE(path);
    const bool is_known = states.after.contains(path) || states.before.contains(path);
    CHECK(is_known);
  }
}

bool is_committed(const TempFolder& site, const Case& what) {
  const auto file = site / ("data/editions/" + what.write->commit.address);
  if (!std::filesystem::exists(file)) return false;
  CHECK(file_bytes(file) == what.write->commit.bytes);
  return true;
}

// The same command again completes, and tidies up.
void check_rerun(const TempFolder& site, const Case& what, const States& states) {
  set_fault({});
  CHECK(write_editions(site.path(), *what.write).failure == "");
  CHECK(tree_of(site / "data") == states.after);
}

bool is_killed(const TempFolder& site, const Case& what, const Fault& fault) {
  const pid_t child = fork_child();
  if (child == 0) {
    set_fault(fault);
    _exit(write_editions(site.path(), *what.write).ok ? 0 : 1);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  if (!WIFSIGNALED(status)) CHECK(WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

}  // namespace

TEST_CASE("edition faults: every system call that a publication makes can be made to fail") {
  const TempFolder site;
  begin(site, cases[2]);
  REQUIRE(write_editions(site.path(), withdrawal).ok);
  REQUIRE(write_editions(site.path(), withdrawal).ok);
  CHECK(
      calls_made() ==
      "close fchmod fchmodat fdopendir flock fstat fstatat fsync mkdirat openat read readdir renameat unlinkat write");
}

TEST_CASE("edition faults: a kill before any system call leaves the old editions or the new ones") {
  for (const Case& what : cases) {
    CAPTURE(what.name);
    const States states = states_of(what);
    const TempFolder site;
    int old_seen = 0;
    int new_seen = 0;
    bool killed = true;
    for (long at = 1; killed; ++at) {
      CAPTURE(at);
      begin(site, what);
      killed = is_killed(site, what, {.kind = Fault::Kind::kill, .at = at});
      if (is_committed(site, what)) {
        check_new(site, states);
        ++new_seen;
      } else {
        check_old(site, states);
        ++old_seen;
      }
      check_rerun(site, what, states);
    }
    CHECK(old_seen > 50);
    CHECK(new_seen > 1);  // The last round is not killed.
  }
}

TEST_CASE("edition faults: a kill while the next command tidies up loses nothing either") {
  for (const Case& what : cases) {
    CAPTURE(what.name);
    const States states = states_of(what);
    const TempFolder site;
    bool killed = true;
    for (long at = 1; killed; ++at) {
      CAPTURE(at);
      begin(site, what);
      put_file(site / "data/editions/.README.md.stoplicht-new", "# Uit");
      put_file(site / "data/editions/2020-07/.v9.json.stoplicht-new", "{");
      put_file(site / "data/editions/2020-07/v9.json.minisig", "x");
      killed = is_killed(site, what, {.kind = Fault::Kind::kill, .at = at});
      if (!is_committed(site, what)) check_old(site, states);
      check_rerun(site, what, states);
    }
  }
}

TEST_CASE("edition faults: any one failing system call leaves the old editions and nothing else, or the new ones") {
  for (const auto& [error, reason] : {std::pair{ENOSPC, "no space left on device"},
                                      std::pair{EIO, "input/output error"}, std::pair{EACCES, "permission denied"}}) {
    for (const Case& what : cases) {
      CAPTURE(what.name);
      CAPTURE(reason);
      const States states = states_of(what);
      const TempFolder site;
      int failures = 0;
      for (long at = 1;; ++at) {
        begin(site, what);
        set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = error});
        const EditionResult result = write_editions(site.path(), *what.write);
        const std::string call = struck_call();
        set_fault({});
        if (call.empty()) break;
        CAPTURE(at);
        CAPTURE(call);
        CAPTURE(result.failure);
        CHECK(result.ok == result.failure.empty());
        CHECK(result.committed == is_committed(site, what));
        if (result.ok) {
          Tree now = tree_of(site / "data");
          // When these could not be removed.
          for (const char* left : {".editions.lock", "editions/.pending.stoplicht-new"}) now.erase(left);
          CHECK(now == states.after);
        } else {
          ++failures;
          CHECK(result.failure.find(site.path().string()) != std::string::npos);
          CHECK(result.failure.find(reason) != std::string::npos);
          if (result.committed) {
            check_new(site, states);
          } else if (call != "unlinkat" && result.failure.find("lock") == std::string::npos) {
            CHECK(tree_of(site / "data") == states.before);
          } else {
            check_old(site, states);
          }
        }
        check_rerun(site, what, states);
      }
      CHECK(failures > 20);
    }
  }
}

TEST_CASE(
    "edition faults: a disk on which everything fails from some call on still has the old editions or the new ones") {
  for (const Case& what : cases) {
    CAPTURE(what.name);
    const States states = states_of(what);
    const TempFolder site;
    for (long at = 1;; ++at) {
      begin(site, what);
      set_fault({.kind = Fault::Kind::fail_from, .at = at, .error = EIO});
      const EditionResult result = write_editions(site.path(), *what.write);
      const std::string call = struck_call();
      set_fault({});
      if (call.empty()) break;
      CAPTURE(at);
      CAPTURE(call);
      if (is_committed(site, what)) {
        check_new(site, states);
      } else {
        CHECK_FALSE(result.ok);
        check_old(site, states);
      }
      check_rerun(site, what, states);
    }
  }
}

TEST_CASE("edition faults: a disk that gives and takes three bytes at a time") {
  for (const Case& what : cases) {
    const States states = states_of(what);
    const TempFolder site;
    begin(site, what);
    set_fault({.short_io = true});
    CHECK(write_editions(site.path(), *what.write).failure == "");
    set_fault({});
    CHECK(tree_of(site / "data") == states.after);
  }
}
