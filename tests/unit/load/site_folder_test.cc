#include "load/site_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

namespace stoplicht {
namespace {

namespace fs = std::filesystem;

// A folder of its own for a test, gone afterwards.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "stoplicht-load-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

  void write(const std::string& file, const std::string& bytes) const {
    fs::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file, std::ios::binary) << bytes;
  }

 private:
  fs::path path_;
};

template <typename Map>
std::vector<std::string> keys_of(const Map& map) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : map) keys.push_back(key);
  return keys;
}

using Names = std::vector<std::string>;

TEST_CASE("site folder: data, texts and attachments are read under their paths") {
  const TemporaryFolder site;
  site.write("data/site.json", R"({"theme": "gemeente"})");
  site.write("data/periods/2020-07.json", R"({"id": "2020-07"})");
  site.write("data/notes.txt", "not data");
  site.write("content/pages/about.md", "---\ntitle: Over\n---\nHallo");
  site.write("content/pages/kaart 1.png", std::string("\x89PNG\0", 5));
  site.write("other/x.json", "{");
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 2, diagnostics);

  CHECK(diagnostics.to_text() == "");
  CHECK(folder.root == site.path());
  CHECK(keys_of(folder.data) == Names{"data/periods/2020-07.json", "data/site.json"});
  CHECK(folder.data.at("data/periods/2020-07.json")->source().path() == "data/periods/2020-07.json");
  CHECK(folder.data.at("data/site.json")->root()["theme"] == "gemeente");
  CHECK(keys_of(folder.content) == Names{"content/pages/about.md"});
  CHECK(folder.content.at("content/pages/about.md")->body() == "Hallo");
  CHECK(keys_of(folder.attachments) == Names{"content/pages/kaart 1.png"});
  CHECK(folder.attachments.at("content/pages/kaart 1.png") == std::string("\x89PNG\0", 5));
}

TEST_CASE("site folder: hidden files, backups, read-me files and what other commands own are passed over") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  for (const std::string file :
       {"data/.x.json", "data/~x.json", "data/_x.json", "data/x.json~", "data/x.json.bak", "data/.git/x.json",
        "data/_old/x.json", "data/sources.json", "data/editions/2020-07-1.json", "content/README.md",
        "content/pages/README.md", "content/pages/.DS_Store", "content/pages/~$over.docx"}) {
    site.write(file, "{ no");
  }
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  CHECK(diagnostics.to_text() == "");
  CHECK(keys_of(folder.data) == Names{"data/site.json"});
  CHECK(folder.content.empty());
  CHECK(folder.attachments.empty());
}

TEST_CASE("site folder: a missing data folder is reported") {
  const TemporaryFolder site;
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  CHECK(folder.data.empty());
  CHECK(diagnostics.to_text() ==
        "data: error: there is no folder data/ here [folder-missing]\n"
        "  hint: name a site folder with --site; it holds data/site.json\n");
}

TEST_CASE("site folder: symbolic links are reported and not followed") {
  const TemporaryFolder site;
  const TemporaryFolder elsewhere;
  elsewhere.write("secret.json", "{}");
  site.write("data/site.json", "{}");
  fs::create_symlink(elsewhere.path() / "secret.json", site.path() / "data/link.json");
  fs::create_symlink(site.path() / "data", site.path() / "data/again");
  fs::create_directory_symlink(elsewhere.path(), site.path() / "content");
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  CHECK(keys_of(folder.data) == Names{"data/site.json"});
  CHECK(folder.attachments.empty());
  CHECK(diagnostics.to_text() ==
        "content: error: is a symbolic link [file-link]\n"
        "  hint: put the file or folder itself here; links are not followed\n"
        "data/again: error: is a symbolic link [file-link]\n"
        "  hint: put the file or folder itself here; links are not followed\n"
        "data/link.json: error: is a symbolic link [file-link]\n"
        "  hint: put the file or folder itself here; links are not followed\n");
}

TEST_CASE("site folder: names that are not safe, or differ only by case, are reported") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  site.write("content/pages/a:b.png", "x");
  site.write("content/pages/Over.md", "groot");
  site.write("content/pages/over.md", "klein");
  site.write("content/pages/brief.MD", "x");
  site.write("data/T.Json", "{}");
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  CHECK(keys_of(folder.content) == Names{"content/pages/Over.md"});
  CHECK(folder.attachments.empty());
  CHECK(diagnostics.to_text() ==
        "content/pages/a:b.png: error: the name contains ':' [file-name]\n"
        "  hint: rename it; lower-case letters, digits and hyphens are safe everywhere\n"
        "content/pages/brief.MD: error: the name ends with '.MD' [file-name]\n"
        "  hint: rename it: '.md' in lower-case letters\n"
        "content/pages/over.md: error: differs only by case from 'content/pages/Over.md' [file-name]\n"
        "  hint: rename one of the two; Windows and macOS take them for the same file\n"
        "data/T.Json: error: the name ends with '.Json' [file-name]\n"
        "  hint: rename it: '.json' in lower-case letters\n");
}

TEST_CASE("site folder: a pipe is reported and never waited for") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  REQUIRE(::mkfifo((site.path() / "data/pipe.json").c_str(), 0600) == 0);
  Diagnostics diagnostics;

  load_site_folder(site.path(), 1, diagnostics);

  CHECK(diagnostics.to_text() ==
        "data/pipe.json: error: is neither a file nor a folder [file-unreadable]\n"
        "  hint: remove it\n");
}

TEST_CASE("site folder: a file of more than 32 MiB is reported and not read") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  site.write("content/film.mp4", "");
  fs::resize_file(site.path() / "content/film.mp4", 32 * 1024 * 1024 + 1);
  Diagnostics diagnostics;

  const SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  CHECK(folder.attachments.empty());
  CHECK(diagnostics.to_text() ==
        "content/film.mp4: error: is larger than 32 MiB [file-large]\n"
        "  hint: make it smaller, or link to it\n");
}

TEST_CASE("site folder: faults come out the same on any number of threads") {
  const TemporaryFolder site;
  for (int i = 0; i < 40; ++i) {
    site.write("data/periods/" + std::to_string(i) + ".json", i % 3 == 0 ? "{\"a\": 1,}" : "{\"a\": 1}");
    site.write("content/" + std::to_string(i) + ".md", i % 4 == 0 ? "---\na: b: c\n---\n" : "---\na: b\n---\n");
  }
  Diagnostics one;
  Diagnostics four;

  const SiteFolder first = load_site_folder(site.path(), 1, one);
  const SiteFolder second = load_site_folder(site.path(), 4, four);

  CHECK(one.errors() == 24);
  CHECK(one.to_text() == four.to_text());
  CHECK(keys_of(first.data) == keys_of(second.data));
  CHECK(first.data.size() == 26);
  CHECK(first.content.size() == 30);
}

TEST_CASE("theme: only its templates, styles, texts and assets are read") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  for (const std::string file :
       {"theme.json", "strings.nl.json", "strings.en.json", "extra.css", "layouts/page.mustache",
        "layouts/parts/head.mustache", "components/card/template.mustache", "components/card/style.css",
        "components/card/README.md", "components/card/examples.json", "components/card/other.mustache", "package.json",
        "node_modules/x/style.css", "assets/logo.svg", "assets/fonts/a.woff2", ".cache/x.css", "assets/.hidden",
        "layouts/notes.txt"}) {
    site.write("themes/gemeente/" + file, file);
  }
  Diagnostics diagnostics;
  SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  load_theme(folder, "gemeente", "", diagnostics);

  CHECK(diagnostics.to_text() == "");
  CHECK(keys_of(folder.theme_texts) ==
        Names{"themes/gemeente/components/card/style.css", "themes/gemeente/components/card/template.mustache",
              "themes/gemeente/extra.css", "themes/gemeente/layouts/page.mustache",
              "themes/gemeente/layouts/parts/head.mustache", "themes/gemeente/strings.en.json",
              "themes/gemeente/strings.nl.json", "themes/gemeente/theme.json"});
  CHECK(folder.theme_texts.at("themes/gemeente/layouts/page.mustache")->text() == "layouts/page.mustache");
  CHECK(keys_of(folder.theme_assets) ==
        Names{"themes/gemeente/assets/fonts/a.woff2", "themes/gemeente/assets/logo.svg"});
}

TEST_CASE("theme: the site folder's own theme goes before the one that came with the program") {
  const TemporaryFolder site;
  const TemporaryFolder program;
  site.write("data/site.json", "{}");
  site.write("themes/rijk/theme.json", "own");
  program.write("themes/rijk/theme.json", "shipped");
  program.write("themes/gemeente/theme.json", "shipped");
  Diagnostics diagnostics;
  SiteFolder own = load_site_folder(site.path(), 1, diagnostics);
  SiteFolder shipped = load_site_folder(site.path(), 1, diagnostics);

  load_theme(own, "rijk", program.path() / "themes", diagnostics);
  load_theme(shipped, "gemeente", program.path() / "themes", diagnostics);

  CHECK(diagnostics.to_text() == "");
  CHECK(own.theme_texts.at("themes/rijk/theme.json")->text() == "own");
  CHECK(shipped.theme_texts.at("themes/gemeente/theme.json")->text() == "shipped");
}

TEST_CASE("theme: a missing theme is reported where the site names it") {
  const TemporaryFolder site;
  site.write("data/site.json", "{\n  \"theme\": \"gemente\"\n}");
  site.write("themes/gemeente/theme.json", "{}");
  site.write("themes/rijk/theme.json", "{}");
  Diagnostics diagnostics;
  SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);

  load_theme(folder, "gemente", "", diagnostics);

  CHECK(folder.theme_texts.empty());
  CHECK(diagnostics.to_text() ==
        "data/site.json:2:12: error: there is no theme 'gemente' [theme-missing]\n"
        "    2 |   \"theme\": \"gemente\"\n"
        "      |            ^~~~~~~~~\n"
        "  hint: use one of: gemeente, rijk (did you mean 'gemeente'?)\n");
}

TEST_CASE("theme: a name that leads out of the themes folder is a missing theme") {
  const TemporaryFolder site;
  site.write("data/site.json", "{}");
  site.write("themes/gemeente/theme.json", "{}");
  for (const std::string name : {"..", "../data", "", "/", "gemeente/assets", "."}) {
    CAPTURE(name);
    Diagnostics diagnostics;
    SiteFolder folder = load_site_folder(site.path(), 1, diagnostics);
    load_theme(folder, name, "", diagnostics);
    CHECK(folder.theme_texts.empty());
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted()[0].id == "theme-missing");
  }
}

}  // namespace
}  // namespace stoplicht
