#include "three_pages.h"

using namespace stoplicht;
using namespace stoplicht::test;

TEST_CASE("output: a first site is exactly its files, the manifest and the sums") {
  const TempFolder temp;
  const WriteResult result = write_site(temp / "public", three_pages, 2);
  CHECK(result.ok);
  CHECK(result.failure == "");
  CHECK(result.written == 5);
  CHECK(result.kept == 0);
  CHECK(result.bytes ==
        4 + 6 + 9 + file_bytes(temp / "public/manifest.json").size() + file_bytes(temp / "public/SHA256SUMS").size());
  CHECK(tree_of(temp / "public") == three_pages_tree());
  CHECK(names_of(temp.path()) == "public");
}

TEST_CASE("output: the manifest lists every other file with digest and size, sorted") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 1).ok);
  CHECK(file_bytes(temp / "public/manifest.json") ==
        "{\n"
        "  \"generator\": \"stoplicht\",\n"
        "  \"format\": 1,\n"
        "  \"files\": [\n"
        "    {\"path\": \"assets/site.css\", \"sha256\": "
        "\"7c98040a541657584690ae2a1cc3b42a8b53b159cc60c5d3abbfecbaeac6c94a\", \"bytes\": 6},\n"
        "    {\"path\": \"index.html\", \"sha256\": "
        "\"4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942\", \"bytes\": 4},\n"
        "    {\"path\": \"periodes/2020-07/index.html\", \"sha256\": "
        "\"a01ee1b232c388f5c8ff03fbf6bf6562a50930840baa8151f898edc1e507031d\", \"bytes\": 9}\n"
        "  ]\n"
        "}\n");
}

TEST_CASE("output: the number of threads and the order of files change nothing") {
  const TempFolder temp;
  std::vector<OutputFile> files;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    files.push_back({"f" + std::to_string(i % 7) + "/" + number, number});
  }
  REQUIRE(write_site(temp / "one", files, 1).ok);
  REQUIRE(write_site(temp / "many", {files.rbegin(), files.rend()}, 8).ok);
  CHECK(tree_of(temp / "one") == tree_of(temp / "many"));
}

TEST_CASE("output: the sums are signed when asked, the signature stays with the same list, and goes with another") {
  const TempFolder temp;
  const auto sign = [](std::string_view sums) { return "signed: " + std::string(sums); };
  CHECK(write_site(temp / "public", three_pages, 1, sign).written == 6);
  const std::string sums = file_bytes(temp / "public/SHA256SUMS");
  CHECK(file_bytes(temp / "public/SHA256SUMS.minisig") == "signed: " + sums);
  CHECK(sums == three_pages_tree()["SHA256SUMS"]);
  CHECK(write_site(temp / "public", three_pages, 1, sign).kept == 6);
  const WriteResult same = write_site(temp / "public", three_pages, 1);
  CHECK(same.kept == 6);
  CHECK_FALSE(same.signature_lost);
  CHECK(file_bytes(temp / "public/SHA256SUMS.minisig") == "signed: " + sums);
  std::vector<OutputFile> other = three_pages;
  other.front().bytes += "!";
  CHECK(write_site(temp / "public", other, 1).signature_lost);
  CHECK_FALSE(std::filesystem::exists(temp / "public/SHA256SUMS.minisig"));
  const WriteResult without = write_site(temp / "public", three_pages, 1);
  CHECK_FALSE(without.signature_lost);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: a site without files is a manifest and its sum") {
  const TempFolder temp;
  CHECK(write_site(temp / "public", {}, 2).written == 2);
  CHECK(tree_of(temp / "public") == Tree{{"SHA256SUMS", sums_of({})}, {"manifest.json", manifest_text({})}});
}

TEST_CASE("output: unchanged files are hard links to the old ones, changed and new ones are not") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  std::filesystem::copy(temp / "public", temp / "before",
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::create_hard_links);
  const ino_t old_page = status_of(temp / "public/periodes/2020-07/index.html").st_ino;
  const ino_t old_home = status_of(temp / "public/index.html").st_ino;

  const WriteResult result =
      write_site(temp / "public",
                 {{"periodes/2020-07/index.html", "juli 2020"}, {"index.html", "nieuw"}, {"over.html", "over"}}, 2);
  CHECK(result.ok);
  CHECK(result.written == 4);
  CHECK(result.kept == 1);
  CHECK(status_of(temp / "public/periodes/2020-07/index.html").st_ino == old_page);
  CHECK(status_of(temp / "public/index.html").st_ino != old_home);
  CHECK(names_of(temp / "public") == "SHA256SUMS index.html manifest.json over.html periodes");
  CHECK(names_of(temp.path()) == "before public");
  CHECK(tree_of(temp / "before") == three_pages_tree());  // Nothing was written through a link.
}

TEST_CASE("output: a site that did not change is left untouched") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  const ino_t folder = status_of(temp / "public").st_ino;
  const WriteResult result = write_site(temp / "public", three_pages, 2);
  CHECK(result.ok);
  CHECK(result.written == 0);
  CHECK(result.kept == 5);
  CHECK(result.bytes ==
        4 + 6 + 9 + file_bytes(temp / "public/manifest.json").size() + file_bytes(temp / "public/SHA256SUMS").size());
  CHECK(status_of(temp / "public").st_ino == folder);
  CHECK(names_of(temp.path()) == "public");
}

TEST_CASE("output: an old file is kept for its bytes, not for what the manifest says of it") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  put_file(temp / "public/index.html", "HOME");  // By hand, of the same length.
  const WriteResult result = write_site(temp / "public", three_pages, 2);
  CHECK(result.written == 1);
  CHECK(result.kept == 4);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: a listed file that was removed by hand comes back") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  std::filesystem::remove_all(temp / "public/periodes");
  CHECK(write_site(temp / "public", three_pages, 2).written == 1);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: wrong modes are put right") {
  const TempFolder temp;
  const mode_t before = umask(0077);
  const bool ok = write_site(temp / "public", three_pages, 2).ok;
  umask(before);
  REQUIRE(ok);
  const auto modes = [&] {
    return mode_of(temp / "public") + " " + mode_of(temp / "public/periodes") + " " +
           mode_of(temp / "public/periodes/2020-07") + " " + mode_of(temp / "public/index.html") + " " +
           mode_of(temp / "public/manifest.json");
  };
  CHECK(modes() == "755 755 755 644 644");
  chmod((temp / "public").c_str(), 0700);
  CHECK(write_site(temp / "public", three_pages, 2).kept == 5);
  CHECK(modes() == "755 755 755 644 644");
  chmod((temp / "public/periodes").c_str(), 02775);
  CHECK(write_site(temp / "public", three_pages, 2).kept == 5);
  CHECK(modes() == "755 755 755 644 644");
  chmod((temp / "public/index.html").c_str(), 0600);
  CHECK(write_site(temp / "public", three_pages, 2).written == 1);
  CHECK(modes() == "755 755 755 644 644");
}

TEST_CASE("output: links inside the old site are neither followed nor kept") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  put_file(temp / "elsewhere", "home");  // The very bytes of the page.
  std::filesystem::remove(temp / "public/index.html");
  std::filesystem::create_symlink(temp / "elsewhere", temp / "public/index.html");
  CHECK(write_site(temp / "public", three_pages, 2).written == 1);
  CHECK(tree_of(temp / "public") == three_pages_tree());
  CHECK(file_bytes(temp / "elsewhere") == "home");
}

TEST_CASE("output: a linked folder inside the old site is the user's") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  std::filesystem::rename(temp / "public/assets", temp / "elsewhere");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / "public/assets");
  CHECK(failure_of(temp / "public", three_pages) == "a new site in " + temp.text("public") +
                                                        " would destroy files that a build did not make: assets; "
                                                        "move them away or put them in content/, then build again");
  CHECK(file_bytes(temp / "elsewhere/site.css") == "body{}");
}

TEST_CASE("output: a file behind a linked folder is not an old file") {
  const TempFolder temp;
  const std::vector<OutputFile> files{{"._a/page.html", "page"}};  // A name that is not refused as the user's.
  REQUIRE(write_site(temp / "public", files, 2).ok);
  std::filesystem::rename(temp / "public/._a", temp / "elsewhere");
  std::filesystem::create_directory_symlink(temp / "elsewhere", temp / "public/._a");
  const WriteResult result = write_site(temp / "public", files, 2);
  CHECK(result.written == 1);
  CHECK(result.kept == 2);
  CHECK(tree_of(temp / "public") == Tree{{"._a/", ""},
                                         {"._a/page.html", "page"},
                                         {"SHA256SUMS", sums_of(files)},
                                         {"manifest.json", manifest_of(files)}});
  CHECK(file_bytes(temp / "elsewhere/page.html") == "page");
}

TEST_CASE("output: empty folders of the old site go") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  std::filesystem::create_directories(temp / "public/empty/more");
  CHECK(write_site(temp / "public", three_pages, 2).kept == 5);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: a file may become a folder and a folder a file") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", {{"a", "1"}, {"b/c", "2"}}, 2).ok);
  const std::vector<OutputFile> turned{{"a/x", "1"}, {"b", "2"}};
  REQUIRE(write_site(temp / "public", turned, 2).ok);
  CHECK(tree_of(temp / "public") == Tree{{"SHA256SUMS", sums_of(turned)},
                                         {"a/", ""},
                                         {"a/x", "1"},
                                         {"b", "2"},
                                         {"manifest.json", manifest_of(turned)}});
}

TEST_CASE("output: an empty folder may become a site") {
  const TempFolder temp;
  std::filesystem::create_directory(temp / "public");
  put_file(temp / "public/.DS_Store", "");
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: a folder with other files is refused") {
  const TempFolder temp;
  put_file(temp / "home/thesis.txt", "years of work");
  const std::string sentence =
      temp.text("home") +
      " holds files, but no manifest.json of an earlier build; name another output folder, or empty this one";
  CHECK(failure_of(temp / "home", three_pages) == sentence);
  for (const char* manifest : {"", "garbage", "{}", "{\"generator\": \"hugo\", \"format\": 1, \"files\": []}"}) {
    put_file(temp / "home/manifest.json", manifest);
    CHECK(failure_of(temp / "home", three_pages) == sentence);
  }
  CHECK(file_bytes(temp / "home/thesis.txt") == "years of work");
  std::filesystem::remove(temp / "home/manifest.json");
  put_file(temp / "ours.json", manifest_text({{"thesis.txt", "x", 1}}));
  std::filesystem::create_symlink(temp / "ours.json", temp / "home/manifest.json");
  CHECK(failure_of(temp / "home", three_pages) == sentence);
  CHECK(names_of(temp.path()) == "home ours.json");
}

TEST_CASE("output: files that no build made are named, three at most") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  const auto sentence = [&](const std::string& names) {
    return "a new site in " + temp.text("public") + " would destroy files that a build did not make: " + names +
           "; move them away or put them in content/, then build again";
  };
  put_file(temp / "public/periodes/verslag.pdf", "pdf");
  CHECK(failure_of(temp / "public", three_pages) == sentence("periodes/verslag.pdf"));
  std::filesystem::create_symlink("index.html", temp / "public/a\nb");
  CHECK(failure_of(temp / "public", three_pages) == sentence("a?b, periodes/verslag.pdf"));
  put_file(temp / "public/CNAME", "");
  CHECK(failure_of(temp / "public", three_pages) == sentence("CNAME, a?b, periodes/verslag.pdf"));
  put_file(temp / "public/z", "");
  put_file(temp / "public/zz", "");
  CHECK(failure_of(temp / "public", three_pages) == sentence("CNAME, a?b, periodes/verslag.pdf and 2 more"));
  CHECK(file_bytes(temp / "public/periodes/verslag.pdf") == "pdf");
  CHECK(names_of(temp.path()) == "public");
}

TEST_CASE("output: what file managers leave behind does not stop a build") {
  const TempFolder temp;
  REQUIRE(write_site(temp / "public", three_pages, 2).ok);
  for (const char* name : {".DS_Store", "assets/._site.css", "periodes/Thumbs.db", "desktop.ini", ".directory"}) {
    put_file(temp / "public" / name, "x");
  }
  CHECK(write_site(temp / "public", three_pages, 2).kept == 5);
  CHECK(tree_of(temp / "public") == three_pages_tree());
}

TEST_CASE("output: addresses that cannot stand side by side are refused") {
  const TempFolder temp;
  const auto failure = [&](const std::vector<OutputFile>& files) { return failure_of(temp / "public", files); };
  CHECK(failure({{"a.html", "1"}, {"b", "2"}, {"a.html", "1"}}) == "two files have the address a.html");
  CHECK(failure({{"manifest.json", "{}"}}) == "two files have the address manifest.json");
  CHECK(failure({{"SHA256SUMS", ""}}) == "two files have the address SHA256SUMS");
  CHECK(failure({{"a", "1"}, {"a-b", "2"}, {"a/b", "3"}}) == "a is the address of a file and a folder (of a/b)");
  CHECK(failure({{"x/a/b/c", "1"}, {"x/a", "2"}}) == "x/a is the address of a file and a folder (of x/a/b/c)");
  CHECK(failure({{"manifest.json/a", "1"}}) ==
        "manifest.json is the address of a file and a folder (of manifest.json/a)");
  CHECK(failure({{"../a", "1"}}) == "'../a' is not a safe address for a file");
  CHECK(failure({{"/etc/a", "1"}}) == "'/etc/a' is not a safe address for a file");
  CHECK(failure({{"", "1"}}) == "'' is not a safe address for a file");
  CHECK(failure({{"a\n", "1"}}) == "'a?' is not a safe address for a file");
  CHECK(failure({{"a\xff", "1"}}) == "'a\xff' is not a safe address for a file");
  CHECK(names_of(temp.path()) == "");
}

TEST_CASE("output: folders above it are made, and taken away when the site cannot be written") {
  const TempFolder temp;
  CHECK(failure_of(temp / "a/b/public", {{std::string(300, 'x'), ""}}) ==
        "cannot write " + temp.text("a/b/public/") + std::string(300, 'x') + ": file name too long");
  CHECK(names_of(temp.path()) == "");
  REQUIRE(write_site(temp / "a/b/public", three_pages, 2).ok);
  CHECK(tree_of(temp / "a/b/public") == three_pages_tree());
  CHECK(mode_of(temp / "a") + mode_of(temp / "a/b") == "755755");
}

TEST_CASE("output: however the folder is written, it is the same one") {
  const TempFolder temp;
  for (const char* name : {"public", "public/", "public/.", "x/../public", "./public//"}) {
    CAPTURE(name);
    CHECK(write_site(temp / name, three_pages, 2).ok);
    CHECK(names_of(temp.path()) == "public");
  }
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(temp.path());
  const bool ok = write_site("relative/public", three_pages, 2).ok;
  const WriteResult refused = write_site("relative", three_pages, 2);
  std::filesystem::current_path(before);
  CHECK(ok);
  CHECK(refused.failure ==
        "relative holds files, but no manifest.json of an earlier build; name another output folder, or empty this "
        "one");
  CHECK(tree_of(temp / "relative/public") == three_pages_tree());
}

TEST_CASE("output: what cannot be a site folder is refused") {
  const TempFolder temp;
  put_file(temp / "file", "text");
  std::filesystem::create_symlink("nowhere", temp / "dangling");
  std::filesystem::create_symlink("loop", temp / "loop");
  CHECK(failure_of("", three_pages) == "cannot find the output folder: invalid argument");
  CHECK(failure_of("/", three_pages) == "cannot write to /: name a folder inside it");
  CHECK(failure_of(temp / "file", three_pages) == "cannot write to " + temp.text("file") + ": it is not a folder");
  CHECK(failure_of(temp / "dangling", three_pages) ==
        "cannot write to " + temp.text("dangling") + ": it is not a folder");
  CHECK(failure_of(temp / "loop", three_pages) ==
        "cannot find " + temp.text("loop") + ": too many levels of symbolic links");
  CHECK(failure_of(temp / "file/public", three_pages) == "cannot open " + temp.text("file") + ": not a directory");
  CHECK(file_bytes(temp / "file") == "text");
  CHECK(names_of(temp.path()) == "dangling file loop");
}

TEST_CASE("output: a link to a folder stays and the folder behind it is replaced") {
  const TempFolder temp;
  std::filesystem::create_directories(temp / "disk");
  std::filesystem::create_directories(temp / "real/site");
  std::filesystem::create_directory_symlink("../real/site", temp / "disk/public");
  REQUIRE(write_site(temp / "disk/public", {{"old.html", "old"}}, 2).ok);
  REQUIRE(write_site(temp / "disk/public", three_pages, 2).ok);
  CHECK(std::filesystem::read_symlink(temp / "disk/public") == "../real/site");
  CHECK(tree_of(temp / "real/site") == three_pages_tree());
  CHECK(names_of(temp / "disk") == "public");
  CHECK(names_of(temp / "real") == "site");
}
