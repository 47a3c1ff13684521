#include "write/editions.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include "support/temp_folder.h"
#include "write/disk.h"
#include "write/lock.h"

using namespace stoplicht;

namespace {

const EditionWrite first{.before = {{"attachments/abc", "bijlage"}, {"2020-07/v1.json.minisig", "handtekening"}},
                         .commit = {"2020-07/v1.json", "editie 1, met brief"}};

const EditionWrite withdrawal{.standing = {"2020-07/v1.json"},
                              .commit = {"2020-07/w1.json", "intrekking"},
                              .after = {{"2020-07/v1.json", "editie 1"}},
                              .remove_after = {"attachments/abc"}};

class SiteOnDisk : public TempFolder {
 public:
  SiteOnDisk() { std::filesystem::create_directory(*this / "data"); }

  std::string write(const EditionWrite& what) const {
    const EditionResult result = write_editions(path(), what);
    CHECK(result.ok == result.failure.empty());
    if (result.ok) CHECK(result.committed);
    return result.failure;
  }

  // Of data/editions, without README.md.
  std::map<std::string, std::string> tree() const {
    auto tree = tree_of(*this / "data/editions");
    CHECK(tree.erase("README.md") == 1);
    return tree;
  }
};

}  // namespace

TEST_CASE("editions: a publication is all of its files") {
  const SiteOnDisk site;
  CHECK(site.write(first) == "");
  CHECK(site.tree() == std::map<std::string, std::string>{{"2020-07/", ""},
                                                          {"2020-07/v1.json", "editie 1, met brief"},
                                                          {"2020-07/v1.json.minisig", "handtekening"},
                                                          {"attachments/", ""},
                                                          {"attachments/abc", "bijlage"}});
  CHECK(file_bytes(site / "data/editions/README.md").starts_with("# Uitgegeven edities\n"));
  CHECK(names_of(site / "data") == "editions");
  CHECK(mode_of(site / "data/editions/2020-07/v1.json") == "644");
  CHECK(mode_of(site / "data/editions/2020-07") == "755");
}

TEST_CASE("editions: a withdrawal takes out what it names") {
  const SiteOnDisk site;
  REQUIRE(site.write(first) == "");
  CHECK(site.write(withdrawal) == "");
  CHECK(site.tree() == std::map<std::string, std::string>{{"2020-07/", ""},
                                                          {"2020-07/v1.json", "editie 1"},
                                                          {"2020-07/v1.json.minisig", "handtekening"},
                                                          {"2020-07/w1.json", "intrekking"},
                                                          {"attachments/", ""}});
  const auto before = status_of(site / "data/editions/2020-07/v1.json").st_mtim.tv_nsec;
  CHECK(site.write(withdrawal) == "");  // Again, as after a kill.
  CHECK(status_of(site / "data/editions/2020-07/v1.json").st_mtim.tv_nsec == before);
}

TEST_CASE("editions: what was published is never overwritten") {
  const SiteOnDisk site;
  REQUIRE(site.write(first) == "");
  EditionWrite other = first;
  other.commit.bytes = "iets anders";
  other.before.clear();
  CHECK(site.write(other) == site.text("data/editions/2020-07/v1.json") +
                                 " is there already, with other contents; what was published is never overwritten");
  CHECK(file_bytes(site / "data/editions/2020-07/v1.json") == "editie 1, met brief");
  std::filesystem::permissions(site / "data/editions/2020-07/v1.json", std::filesystem::perms(0664));
  CHECK(site.write(first) == "");  // The very same, whatever its mode.
}

TEST_CASE("editions: what came since they were read stops the writing") {
  const SiteOnDisk site;
  REQUIRE(site.write(first) == "");
  const EditionWrite second{.standing = {}, .commit = {"2021-05/v1.json", "x"}};
  CHECK(site.write(second) ==
        "another command changed " + site.text("data/editions") + " meanwhile (2020-07/v1.json); run this one again");
  EditionWrite of_gone = second;
  of_gone.standing = {"2020-07/v1.json", "2020-07/v2.json"};
  CHECK(site.write(of_gone) ==
        "another command changed " + site.text("data/editions") + " meanwhile (2020-07/v2.json); run this one again");
  CHECK(names_of(site / "data/editions") == "2020-07 README.md attachments");
}

TEST_CASE("editions: a second writer is refused") {
  const SiteOnDisk site;
  {
    const Descriptor data = open_folder(AT_FDCWD, site.text("data"), "data");
    const OutputLock lock(data.get(), ".editions.lock", "lock", "output");
    CHECK(site.write(first) == "another command is writing to " + site.text("data/editions"));
    CHECK(names_of(site / "data") == ".editions.lock");
  }
  CHECK(site.write(first) == "");
}

TEST_CASE("editions: what a killed run left is removed, and what others left stays") {
  const SiteOnDisk site;
  REQUIRE(site.write(first) == "");
  put_file(site / "data/editions/.README.md.stoplicht-new", "x");
  put_file(site / "data/editions/2020-07/.v2.json.stoplicht-new", "x");
  put_file(site / "data/editions/2020-07/v2.json.minisig", "x");
  put_file(site / "data/editions/2020-07/aantekening.txt", "x");
  put_file(site / "data/editions/attachments/.abc.stoplicht-new", "x");
  CHECK(site.write(withdrawal) == "");
  CHECK(names_of(site / "data/editions") == "2020-07 README.md attachments");
  CHECK(names_of(site / "data/editions/2020-07") == "aantekening.txt v1.json v1.json.minisig w1.json");
  CHECK(names_of(site / "data/editions/attachments") == "");
}

TEST_CASE("editions: attachments of a publication that was killed before it counted are removed by the next one") {
  const std::string digest(64, 'a');
  const std::string left = "data/editions/attachments/" + digest;
  const std::string pending = "data/editions/.pending.stoplicht-new";
  const SiteOnDisk site;
  REQUIRE(site.write(first) == "");
  put_file(site / left, "x");
  put_file(site / pending, "2020-07/v2.json\nattachments/" + digest + "\nattachments/abc\n../README.md\n");
  CHECK(site.write(withdrawal) == "");
  CHECK_FALSE(std::filesystem::exists(site / left));
  CHECK_FALSE(std::filesystem::exists(site / pending));
  CHECK(std::filesystem::exists(site / "data/editions/README.md"));

  // The commit came, and only what told of it stayed: then they are of an edition.
  put_file(site / left, "x");
  put_file(site / pending, "2020-07/v1.json\nattachments/" + digest + "\n");
  CHECK(site.write({.standing = {"2020-07/v1.json", "2020-07/w1.json"},
                    .commit = {"2021-05/v1.json", "editie " + digest}}) == "");
  CHECK(std::filesystem::exists(site / left));
  CHECK_FALSE(std::filesystem::exists(site / pending));

  // The commit never came, but another edition that stands names the same bytes.
  put_file(site / pending, "2020-07/v2.json\nattachments/" + digest + "\n");
  CHECK(site.write({.standing = {"2020-07/v1.json", "2020-07/w1.json", "2021-05/v1.json"},
                    .commit = {"2021-05/w1.json", "intrekking"}}) == "");
  CHECK(std::filesystem::exists(site / left));
}

TEST_CASE("editions: the README of colleagues stays") {
  const SiteOnDisk site;
  put_file(site / "data/editions/README.md", "van ons");
  CHECK(site.write(first) == "");
  CHECK(file_bytes(site / "data/editions/README.md") == "van ons");
}

TEST_CASE("editions: links are not followed") {
  const SiteOnDisk site;
  std::filesystem::create_directory(site / "elsewhere");
  std::filesystem::create_directory_symlink(site / "elsewhere", site / "data/editions");
  CHECK(site.write(first) == "cannot open " + site.text("data/editions") + ": not a directory");
  std::filesystem::remove(site / "data/editions");
  std::filesystem::create_directory(site / "data/editions");
  std::filesystem::create_directory_symlink(site / "elsewhere", site / "data/editions/2020-07");
  CHECK(site.write(first) == "cannot open " + site.text("data/editions/2020-07") + ": not a directory");
  CHECK(names_of(site / "elsewhere") == "");
  CHECK(names_of(site / "data/editions") == "2020-07");
}

TEST_CASE("editions: addresses that are not of an edition are refused") {
  const SiteOnDisk site;
  for (const std::string address : {"v1.json", "../v1.json", "a/b/v1.json", "/x/v1.json", "", "a\n/../b"}) {
    std::string shown = address;
    if (const std::size_t at = shown.find('\n'); at != std::string::npos) shown[at] = '?';
    CHECK(site.write({.commit = {address, "x"}}) == "'" + shown + "' is not a safe address for a file");
    CHECK(site.write({.before = {{address, "x"}}, .commit = {"a/v1.json", "x"}}) ==
          "'" + shown + "' is not a safe address for a file");
  }
  CHECK(names_of(site / "data") == "");
  CHECK(site.write({.commit = {"attachments/v1.json", "x"}}) ==
        "'attachments/v1.json' would stand among the attachments");
}

TEST_CASE("editions: a site folder without data/ is said") {
  const TempFolder temp;
  const EditionResult result = write_editions(temp.path(), first);
  CHECK_FALSE(result.ok);
  CHECK_FALSE(result.committed);
  CHECK(result.failure == "cannot open " + temp.text("data") + ": no such file or directory");
}
