// A kill at any moment leaves every file whole, as it was or as it is to be; any one failing system call leaves all as
// it was; and what cannot be put back is told, and kept.
#include <cerrno>

#include "faults/rounds.h"
#include "write/changed_files.h"

using namespace stoplicht;
using namespace stoplicht::test;

namespace {

const std::vector<ChangedFile> changed{{"content/new/a.md", "", "nieuw", true},
                                       {"data/x.json", "oud", "ander", false},
                                       {"data/y.json", "ook oud", "ook ander", false}};

void begin_with_old(const TempFolder& site) {
  set_fault({});
  std::filesystem::remove_all(site / "content");
  std::filesystem::remove_all(site / "data");
  for (const ChangedFile& file : changed)
    if (!file.is_new) put_file(site / file.address, file.before);
}

// The first so many files in their new form, the others in their old one.
Tree with_changed(std::size_t count) {
  Tree tree{{"data/", ""}};
  if (count > 0) tree["content/"] = tree["content/new/"] = "";
  for (std::size_t i = 0; i < changed.size(); ++i) {
    if (i < count)
      tree[changed[i].address] = changed[i].after;
    else if (!changed[i].is_new)
      tree[changed[i].address] = changed[i].before;
  }
  return tree;
}

}  // namespace

TEST_CASE("changed files faults: a kill before any system call leaves every file whole, in order") {
  for (const bool can_exchange : {true, false}) {
    const TempFolder site;
    std::size_t most = 0;
    bool killed = true;
    for (long at = 1; killed; ++at) {
      CAPTURE(can_exchange);
      CAPTURE(at);
      begin_with_old(site);
      const pid_t child = fork_child();
      if (child == 0) {
        set_fault({.kind = Fault::Kind::kill, .at = at, .can_exchange = can_exchange});
        _exit(write_changed_files(site.path(), changed).empty() ? 0 : 1);
      }
      int status = 0;
      REQUIRE(waitpid(child, &status, 0) == child);
      killed = WIFSIGNALED(status);
      Tree tree = tree_of(site.path());
      std::erase_if(tree, [](const auto& file) { return file.first.find("/.") != std::string::npos; });
      std::size_t count = 0;
      while (count < changed.size() && tree[changed[count].address] == changed[count].after) ++count;
      Tree expected = with_changed(count);
      for (const char* folder : {"content/", "content/new/"})  // Made before anything is staged.
        if (tree.contains(folder)) expected[folder] = "";
      std::erase_if(tree, [](const auto& file) { return file.second.empty() && !file.first.ends_with('/'); });
      CHECK(tree == expected);
      most = std::max(most, count);
    }
    CHECK(most == changed.size());
  }
}

TEST_CASE("changed files faults: any one failing system call leaves all as it was, or all changed") {
  for (const bool can_exchange : {true, false}) {
    const TempFolder site;
    int failures = 0;
    for (long at = 1;; ++at) {
      CAPTURE(at);
      begin_with_old(site);
      set_fault({.kind = Fault::Kind::fail_once, .at = at, .error = ENOSPC, .can_exchange = can_exchange});
      const std::string failure = write_changed_files(site.path(), changed);
      const std::string call = struck_call();
      set_fault({});
      if (call.empty()) break;
      CAPTURE(call);
      CAPTURE(failure);
      Tree tree = tree_of(site.path());
      if (failure.empty()) {
        // What is no longer needed may stay beside its place.
        std::erase_if(tree, [](const auto& file) { return file.first.find("/.") != std::string::npos; });
        CHECK(tree == with_changed(changed.size()));
        continue;
      }
      ++failures;
      CHECK(tree == with_changed(0));
    }
    CHECK(failures > 20);
  }
}

TEST_CASE("changed files faults: what somebody saves at the last moment is not lost, and stops all of it") {
  for (const bool can_exchange : {true, false}) {
    CAPTURE(can_exchange);
    const TempFolder site;
    begin_with_old(site);
    const auto save = [&] { put_file(site / "data/y.json", "van een ander"); };
    set_fault({.kind = Fault::Kind::meanwhile,
               .at = 3,
               .only = "renameat2",
               .meanwhile = save,
               .can_exchange = can_exchange});
    const std::string failure = write_changed_files(site.path(), changed);
    set_fault({});
    CHECK(failure == site.text("data/y.json") + " was changed in the meantime; nothing was written");
    Tree expected = with_changed(0);
    expected["data/y.json"] = "van een ander";
    CHECK(tree_of(site.path()) == expected);
  }
}

TEST_CASE("changed files faults: what somebody saves over a new text stays, and the old one is kept and named") {
  for (const bool can_exchange : {true, false}) {
    CAPTURE(can_exchange);
    const TempFolder site;
    begin_with_old(site);
    const auto save = [&] {
      put_file(site / "data/x.json", "van een derde");
      put_file(site / "data/y.json", "van een ander");
    };
    set_fault({.kind = Fault::Kind::meanwhile,
               .at = 3,
               .only = "renameat2",
               .meanwhile = save,
               .can_exchange = can_exchange});
    const std::string failure = write_changed_files(site.path(), changed);
    set_fault({});
    const std::string aside = std::string("data/.x.json.stoplicht-") + (can_exchange ? "new" : "old");
    CHECK(failure == site.text("data/y.json") +
                         " was changed in the meantime; what was there before could not be put back, and is in " +
                         site.text(aside));
    Tree expected = with_changed(0);
    expected["data/x.json"] = "van een derde";
    expected["data/y.json"] = "van een ander";
    expected[aside] = "oud";
    CHECK(tree_of(site.path()) == expected);

    set_fault({.can_exchange = can_exchange});
    CHECK(write_changed_files(site.path(), {{"data/x.json", "van een derde", "nieuwer", false}}) == "");
    set_fault({});
    expected["data/x.json"] = "nieuwer";
    CHECK(tree_of(site.path()) == expected);
  }
}

TEST_CASE("changed files faults: where the disk fails again while all is put back, the old text is kept and named") {
  const TempFolder site;
  begin_with_old(site);
  set_fault({.kind = Fault::Kind::fail_from, .at = 2, .error = EIO, .only = "renameat", .can_exchange = false});
  const std::string failure = write_changed_files(site.path(), changed);
  set_fault({});
  CHECK(failure == "cannot write " + site.text("data/y.json") +
                       ": input/output error; what was there before could not be put back, and is in " +
                       site.text("data/.x.json.stoplicht-old"));
  Tree expected = with_changed(0);
  expected["data/x.json"] = "ander";
  expected["data/.x.json.stoplicht-old"] = "oud";
  CHECK(tree_of(site.path()) == expected);
}
