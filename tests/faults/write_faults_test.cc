// A kill at any moment and every failing system call leave the old site or the new one.
#include <set>

#include "faults/rounds.h"

using namespace stoplicht;
using namespace stoplicht::test;

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
  CHECK(result.written == 6);
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
  for (const char* address : {"SHA256SUMS", "come/page.html", "index.html", "manifest.json", "turned", "turns/a"}) {
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
    CHECK(result.written == 6);
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
  CHECK(failure("write", ENOSPC) == "cannot write " + site + "/index.html: no space left on device");
  CHECK(failure("write", EDQUOT) == "cannot write " + site + "/index.html: disk quota exceeded");
  CHECK(failure("fchmod", EIO) == "cannot write " + site + "/index.html: input/output error");
  CHECK(failure("mkdirat", EROFS) ==
        "cannot make folder " + temp.text(".public.stoplicht-staging") + ": read-only file system");
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
