#include "load/edition_files.h"

#include <doctest/doctest.h>

#include "support/temp_folder.h"

using namespace stoplicht;

namespace {

const std::string digest(64, 'a');

std::string keys_of(const auto& map) {
  std::string text;
  for (const auto& [key, unused] : map) text += (text.empty() ? "" : " ") + key;
  return text;
}

}  // namespace

TEST_CASE("edition files: all kinds are found, and leftovers passed over") {
  const TempFolder site;
  put_file(site / "data/editions/README.md", "# Uitgegeven edities");
  put_file(site / "data/editions/2020-07/v1.json", "{}");
  put_file(site / "data/editions/2020-07/v1.json.minisig", "handtekening");
  put_file(site / "data/editions/2020-07/v12.json", "[1]");
  put_file(site / "data/editions/2020-07/w1.json", "{}");
  put_file(site / "data/editions/2020-07/.v2.json.stoplicht-new", "{");
  put_file(site / ("data/editions/attachments/" + digest), "bijlage");
  put_file(site / "data/.editions.lock", "");
  Diagnostics diagnostics;
  const EditionFiles files = load_edition_files(site.path(), 2, diagnostics);
  CHECK(diagnostics.to_text() == "");
  CHECK(files.complete);
  CHECK(keys_of(files.documents) ==
        "data/editions/2020-07/v1.json data/editions/2020-07/v12.json data/editions/2020-07/w1.json");
  CHECK(files.documents.at("data/editions/2020-07/v12.json")->root() == Json{1});
  CHECK(files.signatures == std::map<std::string, std::string>{{"data/editions/2020-07/v1.json", "handtekening"}});
  CHECK(files.attachments == std::map<std::string, std::string>{{digest, "bijlage"}});
}

TEST_CASE("edition files: no folder is no edition") {
  const TempFolder site;
  Diagnostics diagnostics;
  CHECK(load_edition_files(site.path(), 1, diagnostics).empty());
  put_file(site / "data/site.json", "{}");
  CHECK(load_edition_files(site.path(), 1, diagnostics).empty());
  CHECK(diagnostics.to_text() == "");
}

TEST_CASE("edition files: what nobody publishes is warned of") {
  const TempFolder site;
  for (const std::string name :
       {"aantekening.txt", "2020-07/v0.json", "2020-07/v1.JSON", "2020-07/v01.json", "2020-07/x1.json",
        "2020-07/v.json", "2020-07/v1.json.minisig", "attachments/kaart.pdf", "a/b/v1.json"})
    put_file(site / ("data/editions/" + name), "{}");
  Diagnostics diagnostics;
  const EditionFiles files = load_edition_files(site.path(), 1, diagnostics);
  CHECK(files.empty());
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.warnings() == 9);
  std::string told;
  for (const Diagnostic& each : diagnostics.sorted())
    told += each.where.file.substr(14) + ": " + each.message + " [" + each.id + "]\n";
  CHECK(told ==
        "2020-07/v.json: is no part of an edition [edition-file-unknown]\n"
        "2020-07/v0.json: is no part of an edition [edition-file-unknown]\n"
        "2020-07/v01.json: is no part of an edition [edition-file-unknown]\n"
        "2020-07/v1.JSON: is no part of an edition [edition-file-unknown]\n"
        "2020-07/v1.json.minisig: is a signature of a file that is not there [edition-file-unknown]\n"
        "2020-07/x1.json: is no part of an edition [edition-file-unknown]\n"
        "a/b/v1.json: is no part of an edition [edition-file-unknown]\n"
        "aantekening.txt: is no part of an edition [edition-file-unknown]\n"
        "attachments/kaart.pdf: is no part of an edition [edition-file-unknown]\n");
}

TEST_CASE("edition files: links and what is no JSON are reported, and make the rest incomplete") {
  const TempFolder site;
  put_file(site / "elsewhere/v1.json", "{}");
  std::filesystem::create_directories(site / "data/editions/2020-07");
  std::filesystem::create_symlink(site / "elsewhere/v1.json", site / "data/editions/2020-07/v1.json");
  put_file(site / "data/editions/2020-07/v2.json", "{]");
  Diagnostics diagnostics;
  const EditionFiles files = load_edition_files(site.path(), 1, diagnostics);
  CHECK(files.empty());
  CHECK_FALSE(files.complete);
  const auto sorted = diagnostics.sorted();
  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0].id == "file-link");
  CHECK(sorted[1].id == "json-syntax");
  std::filesystem::remove_all(site / "data/editions");
  std::filesystem::create_directory_symlink(site / "elsewhere", site / "data/editions");
  Diagnostics of_link;
  CHECK(load_edition_files(site.path(), 1, of_link).empty());
  CHECK(of_link.errors() == 1);
}
