#include "write/changed_files.h"

#include <doctest/doctest.h>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

using Bytes = std::map<std::string, std::string>;

const std::vector<ChangedFile> changes{
    {"content/new/a.md", "", "nieuw", true}, {"data/x.json", "oud", "ander", false}, {"data/y.json", "y", "", false}};

void put_old_files(const TempFolder& site) {
  put_file(site / "data/x.json", "oud");
  put_file(site / "data/y.json", "y");
}

}  // namespace

TEST_CASE("changed files: all have their new bytes, and nothing else is left") {
  const TempFolder site;
  put_old_files(site);
  CHECK(write_changed_files(site.path(), changes) == "");
  CHECK(tree_of(site.path()) == Bytes{{"content/", ""},
                                      {"content/new/", ""},
                                      {"content/new/a.md", "nieuw"},
                                      {"data/", ""},
                                      {"data/x.json", "ander"},
                                      {"data/y.json", ""}});
}

TEST_CASE("changed files: a file keeps its mode, so that who could write in it still can") {
  const TempFolder site;
  put_old_files(site);
  std::filesystem::permissions(site / "data/x.json", std::filesystem::perms{0664});
  std::filesystem::permissions(site / "data/y.json", std::filesystem::perms{0600});
  CHECK(write_changed_files(site.path(), changes) == "");
  CHECK(mode_of(site / "data/x.json") == "664");
  CHECK(mode_of(site / "data/y.json") == "600");
  CHECK(mode_of(site / "content/new/a.md") == "644");
}

TEST_CASE("changed files: one that was saved in the meantime stops all of it") {
  const TempFolder site;
  put_old_files(site);
  put_file(site / "data/y.json", "van een ander");
  const Bytes before = tree_of(site.path());
  CHECK(write_changed_files(site.path(), changes) ==
        site.text("data/y.json") + " was changed in the meantime; nothing was written");
  CHECK(tree_of(site.path()) == before);
}

TEST_CASE("changed files: a new one never comes over another") {
  const TempFolder site;
  put_old_files(site);
  put_file(site / "content/new/a.md", "is er al");
  const Bytes before = tree_of(site.path());
  CHECK(write_changed_files(site.path(), changes) ==
        site.text("content/new/a.md") + " was changed in the meantime; nothing was written");
  CHECK(tree_of(site.path()) == before);
}

TEST_CASE("changed files: an address that leads outside, or to nothing, changes nothing") {
  const TempFolder site;
  put_old_files(site);
  const Bytes before = tree_of(site.path());
  CHECK(write_changed_files(site.path(), {changes[1], {"../x.json", "", "x", true}}) ==
        "'../x.json' is not a safe address for a file");
  CHECK(write_changed_files(site.path(), {changes[1], {"data/gone.json", "oud", "x", false}}) ==
        site.text("data/gone.json") + " was changed in the meantime; nothing was written");
  CHECK(tree_of(site.path()) == before);
}

TEST_CASE("changed files: what an earlier run left beside a file goes away only when it holds the same bytes") {
  const TempFolder site;
  put_old_files(site);
  put_file(site / "data/.x.json.stoplicht-new", "ander");
  put_file(site / "data/.y.json.stoplicht-new", "van een ander");
  CHECK(write_changed_files(site.path(), {changes[1], changes[2]}) == "");
  CHECK(tree_of(site.path()) == Bytes{{"data/", ""},
                                      {"data/.y.json.stoplicht-new", "van een ander"},
                                      {"data/x.json", "ander"},
                                      {"data/y.json", ""}});
}
