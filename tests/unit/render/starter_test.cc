#include "render/starter.h"

#include <doctest/doctest.h>

namespace stoplicht {
namespace {

std::vector<OutputFile> made_of(OutputFile file) {
  return first_files({std::move(file)}, "2025-q3", *time_of("2025-q3"));
}

}  // namespace

TEST_CASE("starter: the marks of the first period are filled in, wherever they stand") {
  const std::vector<OutputFile> files =
      made_of({"data/@period@.json", "@period@ @period_name@ @period_kind@ @period_from@ @period_until@ @period@"});

  REQUIRE(files.size() == 1);
  CHECK(files[0].address == "data/2025-q3.json");
  CHECK(files[0].bytes == "2025-q3 Derde kwartaal van 2025 quarter 2025-07 2025-09 2025-q3");
}

TEST_CASE("starter: a name that begins with \"dot-\" begins with a dot, in every folder and nowhere else") {
  CHECK(made_of({"dot-gitignore", "dot-x"})[0].address == ".gitignore");
  CHECK(made_of({"dot-gitignore", "dot-x"})[0].bytes == "dot-x");
  CHECK(made_of({"dot-github/workflows/dot-x.yml", ""})[0].address == ".github/workflows/.x.yml");
  CHECK(made_of({"content/polkadot-.md", ""})[0].address == "content/polkadot-.md");
}

TEST_CASE("starter: any other mark stays as it is") {
  CHECK(made_of({"a.md", "@periode@ user@period @ {{ count.projects }}"})[0].bytes ==
        "@periode@ user@period @ {{ count.projects }}");
}

}  // namespace stoplicht
