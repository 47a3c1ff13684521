#include "write/report_file.h"

#include <doctest/doctest.h>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

bool is_ours(std::string_view text) { return text.starts_with("ours"); }

}  // namespace

TEST_CASE("report file: it is written, and put in the place of a former one") {
  const TempFolder folder;
  CHECK(write_report(folder / "r.html", "ours 1", is_ours) == "");
  CHECK(write_report(folder / "r.html", "ours 2", is_ours) == "");
  CHECK(tree_of(folder.path()) == std::map<std::string, std::string>{{"r.html", "ours 2"}});
}

TEST_CASE("report file: what is no former report stays, be it a file, a folder or a link") {
  const TempFolder folder;
  put_file(folder / "r.html", "theirs");
  std::filesystem::create_directories(folder / "map");
  std::filesystem::create_symlink("nergens", folder / "link");
  const auto before = tree_of(folder.path());
  for (const char* name : {"r.html", "map", "link"})
    CHECK(write_report(folder / name, "ours", is_ours) ==
          folder.text(name) + " is there already, and no report of ours; it was not touched");
  CHECK(tree_of(folder.path()) == before);
}

TEST_CASE("report file: a folder that is not there is told, and a name is needed") {
  const TempFolder folder;
  CHECK(write_report(folder / "geen/r.html", "ours", is_ours) ==
        "cannot open " + folder.text("geen") + ": no such file or directory");
  CHECK(write_report(folder / "", "ours", is_ours) == folder.text("") + " is no name for a file");
}
