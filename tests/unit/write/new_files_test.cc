#include "write/new_files.h"

#include <doctest/doctest.h>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

using Tree = std::map<std::string, std::string>;
const std::vector<OutputFile> files{{"content/periods/x/summary.md", "tekst"}, {"data/periods/x.json", "{}"}};

}  // namespace

TEST_CASE("new files: they stand there whole, with the folders that they need") {
  const TempFolder site;
  CHECK(write_new_files(site.path(), files) == "");
  CHECK(tree_of(site.path()) == Tree{{"content/", ""},
                                     {"content/periods/", ""},
                                     {"content/periods/x/", ""},
                                     {"content/periods/x/summary.md", "tekst"},
                                     {"data/", ""},
                                     {"data/periods/", ""},
                                     {"data/periods/x.json", "{}"}});
  CHECK(mode_of(site / "data/periods/x.json") == "644");
}

TEST_CASE("new files: a name that is taken is never written over, and nothing else is left behind") {
  const TempFolder site;
  put_file(site / "data/periods/x.json", "van een ander");
  const Tree before = tree_of(site.path());
  CHECK(write_new_files(site.path(), files) ==
        site.text("data/periods/x.json") + " is there already; it was not touched");
  CHECK(tree_of(site.path()) == before);
}

TEST_CASE("new files: a link in the place of a file is a name that is taken") {
  const TempFolder site;
  std::filesystem::create_directories(site / "data/periods");
  std::filesystem::create_symlink("elders.json", site / "data/periods/x.json");
  CHECK(write_new_files(site.path(), files) ==
        site.text("data/periods/x.json") + " is there already; it was not touched");
  CHECK_FALSE(std::filesystem::exists(site / "data/periods/elders.json"));
}

TEST_CASE("new files: an address that leads outside is refused") {
  const TempFolder site;
  CHECK(write_new_files(site / "inner", {{"../x.md", "x"}}) == "'../x.md' is not a safe address for a file");
  CHECK(tree_of(site.path()) == Tree{});
}

TEST_CASE("new files: what a killed run left is written anew") {
  const TempFolder site;
  put_file(site / "data/periods/.x.json.stoplicht-new", "{");
  CHECK(write_new_files(site.path(), {files[1]}) == "");
  CHECK(tree_of(site.path()) == Tree{{"data/", ""}, {"data/periods/", ""}, {"data/periods/x.json", "{}"}});
}

TEST_CASE("new files: names that are taken are told, whatever stands there") {
  const TempFolder site;
  std::filesystem::create_directories(site / "data/periods/x.json");
  std::string failure;
  CHECK(taken_names(site.path(), files, failure) == std::vector<std::string>{"data/periods/x.json"});
  CHECK(failure == "");
}
