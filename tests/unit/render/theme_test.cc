#include "render/theme.h"

#include <doctest/doctest.h>

#include <map>

namespace stoplicht {
namespace {

const std::string settings =
    "{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\", \"stylesheets\": [\"style/base.css\"] }\n";

// A theme that is complete, by file name inside it.
std::map<std::string, std::string> small_theme() {
  std::map<std::string, std::string> files{{"theme.json", settings},
                                           {"strings.nl.json", "{ \"labels\": {}, \"sentences\": {} }\n"},
                                           {"tokens/klein.css", ".klein-theme { --ink: black; --unused: 1 }\n"},
                                           {"build/klein.css", ".klein-theme { --ink: black; }\n"},
                                           {"style/base.css", "body { color: var(--ink); }\n"}};
  for (const char* layout : {"archive", "commitment", "commitments", "home", "letter", "not-found", "period",
                             "programme", "programmes", "project", "report", "search", "text"})
    files["layouts/" + std::string(layout) + ".mustache"] = "";
  for (const char* component : {"ribbon", "bullet", "matrix"})
    files["components/" + std::string(component) + "/template.mustache"] = "";
  return files;
}

struct Built {
  Theme theme;
  std::string faults;
};

Built build(const std::map<std::string, std::string>& files, const std::string& language = "nl",
            const std::string& house_style = "") {
  SiteFolder folder;
  for (const auto& [name, text] : files) {
    const std::string path = "themes/klein/" + name;
    folder.theme_texts[path] = std::make_shared<const SourceText>(path, text);
  }
  folder.theme_texts["themes/ander/style/base.css"] =
      std::make_shared<const SourceText>("themes/ander/style/base.css", "b{}");
  folder.theme_assets["themes/klein/assets/logo.svg"] = "<svg/>";
  folder.theme_assets["themes/ander/assets/logo.svg"] = "<svg></svg>";
  Diagnostics diagnostics;
  const Location in_site{"data/site.json", 7, 18, 7, ""};
  Theme theme = build_theme(folder, {"klein", language, house_style, in_site}, diagnostics);
  return {std::move(theme), diagnostics.to_text()};
}

TEST_CASE("theme: one stylesheet of tokens, base and components, named after its bytes") {
  std::map<std::string, std::string> files = small_theme();
  files["components/badge/style.css"] = ".badge { margin: 0 }\n";
  files["components/alert/style.css"] = ".alert { margin: 1px }\n";

  const Built built = build(files);

  CHECK(built.faults == "");
  CHECK(built.theme.complete);
  CHECK(built.theme.token_class == "klein-theme");
  CHECK(built.theme.stylesheet.bytes ==
        ".klein-theme{--ink: black}body{color: var(--ink)}.alert{margin: 1px}.badge{margin: 0}");
  CHECK(built.theme.stylesheet.address == "assets/klein.d762c9bc.css");
}

TEST_CASE("theme: scripts are named after their bytes, and one that is not made yet is told") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"].insert(1, "\"page_script\": \"build/page.js\", \"search_script\": \"build/search.js\",");
  files["build/page.js"] = "focus();\n";
  const Built built = build(files);
  CHECK(built.theme.page_script.bytes == "focus();\n");
  CHECK(built.theme.page_script.address == "assets/klein-page.ead2a648.js");
  CHECK(built.faults ==
        "themes/klein/theme.json:1:51: error: the theme has no file 'build/search.js' [theme-file]\n"
        "    1 | …pt\": \"build/page.js\", \"search_script\": \"build/search.js\", \"token_class\": \"klein-theme\", "
        "\"house_sty…\n"
        "      |                                         ^~~~~~~~~~~~~~~~~\n"
        "  hint: ./generator/run makes the files in build/: run it once\n");
  CHECK_FALSE(built.theme.complete);
  CHECK(build(small_theme()).theme.page_script.address == "");
}

TEST_CASE("theme: styles of what only the search page has are in a stylesheet of their own") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"].insert(1, "\"first_page\": \"home\",");
  files["layouts/search.mustache"] = "{{> results}}{{> matrix}}";
  files["layouts/archive.mustache"] = "{{> matrix}}";
  files["components/results/template.mustache"] = "";
  files["components/results/style.css"] = ".results { margin: 0 }\n";
  files["components/matrix/style.css"] = ".matrix { margin: 1px }\n";
  const Built built = build(files);
  CHECK(built.theme.search_stylesheet.bytes == ".results{margin: 0}");
  CHECK(built.theme.further_stylesheet.bytes == ".matrix{margin: 1px}");
  CHECK(build(small_theme()).theme.search_stylesheet.address == "");
}

TEST_CASE("theme: styles of what only the rehearsal has are in no file of a site") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"].insert(1, "\"first_page\": \"home\",");
  files["layouts/rehearsal.mustache"] = "{{> todo}}{{> matrix}}";
  files["layouts/archive.mustache"] = "{{> matrix}}";
  files["components/todo/template.mustache"] = "";
  files["components/todo/style.css"] = ".todo { margin: 0 }\n";
  files["components/matrix/style.css"] = ".matrix { margin: 1px }\n";
  const Built built = build(files);
  CHECK(built.theme.rehearsal_css == ".todo{margin: 0}");
  CHECK(built.theme.further_stylesheet.bytes == ".matrix{margin: 1px}");
}

TEST_CASE(
    "theme: styles of what the first page does not have are in a further stylesheet, for the templates that need it") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"] =
      "{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\", \"stylesheets\": [\"style/base.css\"], "
      "\"first_page\": \"home\" }\n";
  files["layouts/home.mustache"] = "{{> ribbon}}";
  files["layouts/archive.mustache"] = "{{> ribbon}}{{> grid}}";
  files["components/ribbon/template.mustache"] = "{{#deep}}{{> ribbon}}{{> badge}}{{/deep}}";
  files["components/badge/template.mustache"] = "";
  files["components/grid/template.mustache"] = "{{> matrix}}";
  files["components/badge/style.css"] = ".badge { margin: 0 }\n";
  files["components/matrix/style.css"] = ".matrix { margin: 1px }\n";

  const Built built = build(files);

  CHECK(built.faults == "");
  CHECK(built.theme.stylesheet.bytes == ".klein-theme{--ink: black}body{color: var(--ink)}.badge{margin: 0}");
  CHECK(built.theme.further_stylesheet.bytes == ".matrix{margin: 1px}");
  CHECK(built.theme.further_stylesheet.address == "assets/klein-further.e5f2e2c3.css");
  CHECK(built.theme.further == std::set<std::string, std::less<>>{"grid", "layout-archive", "matrix"});
  CHECK(build(small_theme()).theme.further_stylesheet.address == "");
}

TEST_CASE("theme: a first page that is no layout is reported where it is named") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"] =
      "{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\", \"stylesheets\": [],\n  \"first_page\": "
      "\"thuis\" }\n";

  CHECK(build(files).faults ==
        "themes/klein/theme.json:2:17: error: the theme has no layout 'thuis' [theme-form]\n"
        "    2 |   \"first_page\": \"thuis\" }\n"
        "      |                 ^~~~~~~\n"
        "  hint: name a file of layouts/ without its ending\n");
}

TEST_CASE("theme: another byte of style gives another address, so that no browser keeps the old one") {
  std::map<std::string, std::string> files = small_theme();
  files["style/base.css"] = "body { color: var(--ink2); }\n";

  CHECK(build(files).theme.stylesheet.address != build(small_theme()).theme.stylesheet.address);
}

TEST_CASE("theme: a site may choose another house style than the one that theme.json names") {
  std::map<std::string, std::string> files = small_theme();
  files["tokens/groot.css"] = ".groot-theme { --ink: navy; }\n";
  files["build/groot.css"] = ".klein-theme { --ink: navy; }\n";

  const Built built = build(files, "nl", "groot");

  CHECK(built.faults == "");
  CHECK(built.theme.stylesheet.bytes == ".klein-theme{--ink: navy}body{color: var(--ink)}");
}

TEST_CASE("theme: a house style that is not there is reported where the site names it, or the theme") {
  std::map<std::string, std::string> files = small_theme();
  files["tokens/groot.css"] = ".groot-theme { --ink: navy; }\n";
  const Built chosen = build(files, "nl", "kleyn");
  files["theme.json"] = "{ \"token_class\": \"klein-theme\", \"house_style\": \"goot\", \"stylesheets\": [] }\n";
  const Built own = build(files);

  CHECK(chosen.faults ==
        "data/site.json:7:18: error: the theme has no house style 'kleyn' [house-style-unknown]\n"
        "  hint: use one of: groot, klein (did you mean 'klein'?)\n");
  CHECK(own.faults ==
        "themes/klein/theme.json:1:48: error: the theme has no house style 'goot' [house-style-unknown]\n"
        "    1 | { \"token_class\": \"klein-theme\", \"house_style\": \"goot\", \"stylesheets\": [] }\n"
        "      |                                                ^~~~~~\n"
        "  hint: use one of: groot, klein (did you mean 'groot'?)\n");
  // The faults of its templates can still be found.
  CHECK(chosen.theme.complete);
}

TEST_CASE("theme: a house style that was not made from its token file yet") {
  std::map<std::string, std::string> files = small_theme();
  files["tokens/groot.css"] = ".groot-theme { --ink: navy; }\n";

  CHECK(build(files, "nl", "groot").faults ==
        "data/site.json:7:18: error: the theme has no file 'build/groot.css' [theme-file]\n"
        "  hint: ./generator/run makes the files in build/: run it once\n");
}

TEST_CASE("theme: layouts and components are templates, by name") {
  std::map<std::string, std::string> files = small_theme();
  files["layouts/home.mustache"] = "{{> badge}} thuis";
  files["components/badge/template.mustache"] = "[{{label}}]";
  const Built built = build(files);
  const Json context{{"label", "Open"}};
  const Json* const contexts[] = {&context};
  std::string out;
  Diagnostics diagnostics;

  built.theme.templates.render("layout-home", contexts, out, diagnostics);

  CHECK(out == "[Open] thuis");
  CHECK(diagnostics.to_text() == "");
  CHECK(built.theme.templates.has("badge"));
  CHECK_FALSE(built.theme.templates.has("home"));
}

TEST_CASE("theme: assets of this theme are published as they are") {
  const Built built = build(small_theme());

  REQUIRE(built.theme.assets.size() == 1);
  CHECK(built.theme.assets[0].address == "assets/logo.svg");
  CHECK(built.theme.assets[0].bytes == "<svg/>");
}

TEST_CASE("theme: a theme without files lacks all it needs") {
  const Built built = build({});

  CHECK_FALSE(built.theme.complete);
  CHECK(built.theme.strings == nullptr);
  const std::string start =
      "themes/klein/components/bullet/template.mustache: error: the theme has no component 'bullet' "
      "[template-missing]\n"
      "  hint: copy it from the theme gemeente\n";
  const std::string end =
      "themes/klein/strings.nl.json: error: the theme has no strings in the site's language [theme-strings-missing]\n"
      "  hint: copy the strings of the theme gemeente and translate them, or choose another language in "
      "data/site.json\n"
      "themes/klein/theme.json: error: the theme has no theme.json [theme-missing]\n"
      "  hint: see the README of the theme gemeente\n";
  REQUIRE(built.faults.size() > start.size() + end.size());
  CHECK(built.faults.substr(0, start.size()) == start);
  CHECK(built.faults.substr(built.faults.size() - end.size()) == end);
}

TEST_CASE("theme: strings in another language are missing strings") {
  const Built built = build(small_theme(), "en");

  CHECK_FALSE(built.theme.complete);
  CHECK(built.faults ==
        "themes/klein/strings.en.json: error: the theme has no strings in the site's language [theme-strings-missing]\n"
        "  hint: copy the strings of the theme gemeente and translate them, or choose another language in "
        "data/site.json\n");
}

TEST_CASE("theme: a file that theme.json names and that is not there") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"] =
      "{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\",\n"
      "  \"stylesheets\": [\"build/nlds.css\", \"style/druk.css\"] }\n";

  const Built built = build(files);

  CHECK_FALSE(built.theme.complete);
  CHECK(built.faults ==
        "themes/klein/theme.json:2:19: error: the theme has no file 'build/nlds.css' [theme-file]\n"
        "    2 |   \"stylesheets\": [\"build/nlds.css\", \"style/druk.css\"] }\n"
        "      |                   ^~~~~~~~~~~~~~~~\n"
        "  hint: ./generator/run makes the files in build/: run it once\n"
        "themes/klein/theme.json:2:37: error: the theme has no file 'style/druk.css' [theme-file]\n"
        "    2 |   \"stylesheets\": [\"build/nlds.css\", \"style/druk.css\"] }\n"
        "      |                                     ^~~~~~~~~~~~~~~~\n"
        "  hint: correct the name here, or add the file to the theme\n");
}

TEST_CASE("theme: theme.json in another form") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"] = "{ \"token_class\": 3,\n  \"stylesheets\": [7] }\n";

  const Built built = build(files);

  CHECK_FALSE(built.theme.complete);
  CHECK(built.faults ==
        "themes/klein/theme.json:1:1: error: the theme does not give its \"house_style\" [theme-form]\n"
        "    1 | { \"token_class\": 3,\n"
        "      | ^\n"
        "  hint: see the README of the theme gemeente\n"
        "themes/klein/theme.json:1:18: error: \"token_class\" of a theme is a text [theme-form]\n"
        "    1 | { \"token_class\": 3,\n"
        "      |                  ^\n"
        "  hint: see the README of the theme gemeente\n"
        "themes/klein/theme.json:2:19: error: a file of \"stylesheets\" is a text [theme-form]\n"
        "    2 |   \"stylesheets\": [7] }\n"
        "      |                   ^\n"
        "  hint: write its path in the theme's folder\n");
}

TEST_CASE("theme: theme.json that is no object, or without stylesheets") {
  std::map<std::string, std::string> files = small_theme();
  files["theme.json"] = "[]\n";
  const std::string of_list = build(files).faults;
  files["theme.json"] = "{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\" }\n";
  const std::string without = build(files).faults;

  const auto fault = [](const char* line, const char* key) {
    return "themes/klein/theme.json:1:1: error: the theme does not give its " + std::string(key) +
           " [theme-form]\n    1 | " + line + "\n      | ^\n  hint: see the README of the theme gemeente\n";
  };
  CHECK(of_list ==
        fault("[]", "\"house_style\"") + fault("[]", "\"token_class\"") + fault("[]", "list of \"stylesheets\""));
  CHECK(without ==
        fault("{ \"token_class\": \"klein-theme\", \"house_style\": \"klein\" }", "list of \"stylesheets\""));
}

TEST_CASE("theme: a template that can't be read is reported in its file") {
  std::map<std::string, std::string> files = small_theme();
  files["layouts/home.mustache"] = "{{#open}}";

  CHECK(build(files).faults.substr(0, 41) == "themes/klein/layouts/home.mustache:1:1: e");
}

TEST_CASE("compact css: comments and needless white space go") {
  CHECK(compact_css("") == "");
  CHECK(compact_css("  \n") == "");
  CHECK(compact_css("/* a */ body {\n  color: red;\n  margin: 0 1px;\n}\n") == "body{color: red;margin: 0 1px}");
  CHECK(compact_css("a > b , c:hover{x:y;;}") == "a > b,c:hover{x:y;}");
  CHECK(compact_css("@media (min-width: 1px) { a { b: c } }") == "@media (min-width: 1px){a{b: c}}");
  CHECK(compact_css("a/* between */b{}") == "a b{}");
  CHECK(compact_css("a{width:calc(1px + 2px)}") == "a{width:calc(1px + 2px)}");
  CHECK(compact_css("a{b:c/**/}/*/ no end") == "a{b:c}");
}

TEST_CASE("compact css: what stands between quotes stays as it is") {
  CHECK(compact_css("a::before { content: \" ;  } /* x */ \"; }") == "a::before{content: \" ;  } /* x */ \"}");
  CHECK(compact_css("a { content: 'it\\'s  { '; b: 'c' }") == "a{content: 'it\\'s  { ';b: 'c'}");
  CHECK(compact_css("a { content: \"open") == "a{content: \"open");
  CHECK(compact_css("a { content: \"open\\") == "a{content: \"open\\");
}

TEST_CASE("compact css: an escaped quote in a name opens no string") {
  CHECK(compact_css(".x\\' > a { b:  c }  .y { }") == ".x\\' > a{b: c}.y{}");
  CHECK(compact_css("a\\") == "a\\");
}

TEST_CASE("compact css: a licence's notice stays, whole and on lines of its own") {
  CHECK(
      compact_css("/*! Copyright (c)\n   NL  Design System */\n\n.a { b: c; }\n/* gone */\n/*! Other */ .d { e: f }") ==
      "/*! Copyright (c)\n   NL  Design System */\n.a{b: c}/*! Other */\n.d{e: f}");
  CHECK(compact_css("/*!*/a{}") == "/*!*/\na{}");
  CHECK(compact_css("/*! no end") == "");
}

}  // namespace
}  // namespace stoplicht
