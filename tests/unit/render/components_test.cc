// The theme that comes with the program: every component and layout, with the real strings.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "base/text.h"
#include "render/site_renderer.h"
#include "render/texts.h"
#include "render/theme.h"
#include "views/pages.h"
#include "views/small_scene.h"

#ifndef STOPLICHT_SOURCE_DIR
#error "STOPLICHT_SOURCE_DIR must be the absolute path of the folder with themes/"
#endif

namespace stoplicht::test {
namespace {

namespace fs = std::filesystem;

const fs::path theme_folder = fs::path(STOPLICHT_SOURCE_DIR) / "themes" / "gemeente";

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE_MESSAGE(stream.is_open(), path.string());
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// The theme's files as load_theme reads them, but for build/: that is made from npm at set-up.
const SiteFolder& shipped_theme() {
  static const SiteFolder folder = [] {
    SiteFolder made;
    const auto add = [&](const std::string& name, std::string text) {
      const std::string path = "themes/gemeente/" + name;
      made.theme_texts[path] = std::make_shared<const SourceText>(path, std::move(text));
    };
    for (const char* name :
         {"theme.json", "strings.nl.json", "strings.en.json", "style/tokens.css", "style/base.css", "style/print.css"})
      add(name, read(theme_folder / name));
    for (const char* name : {"tokens/gemeente.css", "build/gemeente.css", "build/page.js", "build/search.js"})
      add(name, "");
    for (const char* part : {"components", "layouts"})
      for (const fs::directory_entry& entry : fs::recursive_directory_iterator(theme_folder / part))
        if (entry.path().extension() == ".mustache" || entry.path().extension() == ".css")
          add(fs::relative(entry.path(), theme_folder).generic_string(), read(entry.path()));
    return made;
  }();
  return folder;
}

Theme build_shipped_theme(const std::string& language = "nl") {
  Diagnostics diagnostics;
  Theme theme = build_theme(shipped_theme(), {"gemeente", language, "", {}}, diagnostics);
  const std::string faults = diagnostics.to_text();
  REQUIRE(faults == "");
  return theme;
}

std::set<std::string> component_names() {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(theme_folder / "components"))
    names.insert(entry.path().filename().string());
  return names;
}

TEST_CASE("components: each has a template, a README with its name, and examples") {
  for (const std::string& name : component_names()) {
    CAPTURE(name);
    const fs::path folder = theme_folder / "components" / name;
    CHECK(fs::exists(folder / "template.mustache"));
    const std::string readme = read(folder / "README.md");
    CHECK(readme.substr(0, readme.find('\n')) == "# " + name);
    const Json examples = Json::parse(read(folder / "examples.json"), nullptr, false);
    REQUIRE(examples.is_array());
    CHECK_FALSE(examples.empty());
    std::set<std::string> seen;
    for (const Json& example : examples) {
      CHECK(example.at("context").is_object());
      CHECK(seen.insert(example.at("name").get<std::string>()).second);
    }
  }
}

TEST_CASE("components: every example renders without a fault, and escaped") {
  const Theme theme = build_shipped_theme();
  const Json shared{{"strings", theme.strings->root().at("labels")}};
  for (const std::string& name : component_names()) {
    for (const Json& example : Json::parse(read(theme_folder / "components" / name / "examples.json"))) {
      CAPTURE(name);
      CAPTURE(example.at("name").get<std::string>());
      const Json* const contexts[] = {&shared, &example.at("context")};
      std::string out;
      Diagnostics diagnostics;
      theme.templates.render(name, contexts, out, diagnostics);
      CHECK(diagnostics.to_text() == "");
      CHECK(out.find("<script>") == std::string::npos);
    }
  }
}

TEST_CASE("components: every one is used by a layout or another component, or drawn in a text") {
  // What views ask for by name is drawn in a text.
  std::set<std::string> unused = component_names();
  for (const char* drawn : {"ribbon", "bullet", "matrix", "landscape"}) unused.erase(drawn);
  for (const auto& [path, source] : shipped_theme().theme_texts)
    for (const std::string& name : component_names())
      if (source->text().find("{{> " + name + "}}") != std::string_view::npos) unused.erase(name);

  const std::string names = join({unused.begin(), unused.end()}, ", ");
  CHECK(names == "");
}

TEST_CASE("theme gemeente: a whole site is drawn without a fault") {
  initialise_markdown();
  MinimalSite minimal;
  minimal.change("data/site.json", "/privacy.html", "/over.html");
  minimal.write(
      "content/periods/2020-07/summary.md",
      "---\nheadline: Op koers\n---\n## Kort\n\n```chart\nlights\n```\n\n```chart\ntarget placements\n```\n\n"
      "```chart\nmatrix\n```\n\n```chart\nbudget waw\n```\n\n```chart\nhistory ggz\nconclusion: Goed.\n```\n");
  const std::string faults_of_site = minimal.faults();
  REQUIRE(faults_of_site == "");
  const Site site = minimal.build();
  const Theme theme = build_shipped_theme();
  Diagnostics diagnostics;
  const Strings strings(*theme.strings, diagnostics);
  const Locale locale("nl");
  const Scene scene{site, locale, strings, diagnostics};
  const SiteFolder folder;
  const Json site_json = site_context(scene, {theme.stylesheet.address, "", "", ""}, theme.token_class, "Stoplicht");
  const Texts texts(scene, folder, theme.templates, site_json, {}, {}, 1);
  const std::vector<Page> pages = list_pages(scene, {});
  std::atomic<std::size_t> done = 0;

  const std::vector<OutputFile> files = render_site({scene, folder, texts}, {}, theme, pages, site_json, 1, done).files;

  CHECK(diagnostics.to_text() == "");
  CHECK(done == pages.size());
  for (const OutputFile& file : files) {
    if (!file.address.ends_with(".html")) continue;
    CAPTURE(file.address);
    CHECK(file.bytes.substr(0, 15) == "<!doctype html>");
    CHECK(file.bytes.find("{{") == std::string::npos);
    CHECK(file.bytes.ends_with("</html>\n"));
  }
}

}  // namespace
}  // namespace stoplicht::test
