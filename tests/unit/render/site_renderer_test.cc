#include "render/site_renderer.h"

#include "views/small_scene.h"

#include <optional>

namespace stoplicht::test {
namespace {

// Two pages: the overview at "index.html" and the text of content/pages/about.md at "over.html".
class RenderedSite {
 public:
  explicit RenderedSite(MinimalSite& minimal, unsigned threads = 1) : small(minimal) {
    initialise_markdown();
    add("layout-start", "<h1 id=\"start\">{{heading}}</h1>{{#nav}}{{#current}}{{label}}{{/current}}{{/nav}} {{site.title}}");
    add("layout-text", "{{root}}{{#page}}{{{html}}}{{/page}}");
    theme.stylesheet = {"assets/klein.css", "a{}"};
    theme.assets.push_back({"assets/logo.svg", "<svg/>"});
    folder.attachments["content/pages/kaart.png"] = "PNG";
    pages.push_back({"index.html", "start", "index.html", Location{}, [] {
                       PageView view;
                       view.context = Json{{"heading", "Op <koers>"}};
                       view.files.push_back({"lichten.csv", "Nr\r\n"});
                       return view;
                     }});
    pages.push_back({"over.html", "text", "", Location{}, [this] {
                       PageView view;
                       view.context = Json{{"root", ""}};
                       view.texts.push_back({"page", small.site.pages.at(0)->text, 2, "p-"});
                       return view;
                     }});
    texts.emplace(small.scene, folder, theme.templates, site_json, threads);
    files = render_site(small.scene, folder, theme, *texts, pages, site_json, threads, done);
  }

  std::string at(const std::string& address) const {
    for (const OutputFile& file : files)
      if (file.address == address) return file.bytes;
    return "no file at " + address;
  }
  std::string faults() const { return small.diagnostics.to_text(); }

  SmallScene small;
  SiteFolder folder;
  Theme theme;
  Json site_json{{"site", {{"title", "Monitor"}}}};
  std::vector<Page> pages;
  std::optional<Texts> texts;
  std::atomic<std::size_t> done = 0;
  std::vector<OutputFile> files;

 private:
  void add(const std::string& name, const std::string& text) {
    theme.templates.add(name, std::make_shared<const SourceText>("themes/klein/" + name + ".mustache", text), small.diagnostics);
  }
};

MinimalSite& with_text(MinimalSite& minimal, const std::string& text) {
  minimal.write("content/pages/about.md", "---\ntitle: Over\nslug: over\n---\n" + text);
  return minimal;
}

TEST_CASE("site renderer: pages, what goes with them, the theme's files and those beside the texts") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "## Waarom\n\nDaarom.\n"));

  std::vector<std::string> addresses;
  for (const OutputFile& file : site.files) addresses.push_back(file.address);
  CHECK(addresses == std::vector<std::string>{"index.html", "lichten.csv", "over.html", "assets/klein.css", "assets/logo.svg",
                                              "bestanden/pages/kaart.png"});
  CHECK(site.at("index.html") == "<h1 id=\"start\">Op &lt;koers&gt;</h1>Nieuwste Monitor");
  CHECK(site.at("lichten.csv") == "Nr\r\n");
  CHECK(site.at("bestanden/pages/kaart.png") == "PNG");
  CHECK(site.done == 2);
  CHECK(site.faults() == "");
}

TEST_CASE("site renderer: a text stands in its slot, with its ids told apart") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "## Waarom\n\nDaarom.\n"));

  CHECK(site.at("over.html").find("<h3 id=\"p-waarom\">") != std::string::npos);
  CHECK(site.at("over.html").find("<p>Daarom.</p>") != std::string::npos);
}

TEST_CASE("site renderer: a slot without a text is empty, not missing") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, ""));

  CHECK(site.at("over.html") == "");
  CHECK(site.faults() == "");
}

TEST_CASE("site renderer: any number of threads gives the same files in the same order") {
  MinimalSite minimal;
  with_text(minimal, "## Waarom\n\n[weg](/weg.html)\n");
  const RenderedSite one(minimal, 1);
  const RenderedSite four(minimal, 4);

  REQUIRE(one.files.size() == four.files.size());
  for (std::size_t i = 0; i < one.files.size(); ++i) {
    CHECK(one.files[i].address == four.files[i].address);
    CHECK(one.files[i].bytes == four.files[i].bytes);
  }
  CHECK(one.faults() == four.faults());
}

TEST_CASE("site renderer: of two pages at one address the first stays") {
  MinimalSite minimal;
  RenderedSite site(minimal);
  site.pages.push_back(site.pages.front());
  site.pages.back().view = [] {
    PageView view;
    view.context = Json{{"heading", "Tweede"}};
    return view;
  };

  const std::vector<OutputFile> files =
      render_site(site.small.scene, site.folder, site.theme, *site.texts, site.pages, site.site_json, 1, site.done);

  CHECK(files.size() == site.files.size());
  CHECK(files[0].bytes == site.at("index.html"));
}

TEST_CASE("site renderer: links to pages, files and headings that are there are fine") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal,
                                    "## Waarom\n\n[a](/index.html), [b](/index.html#start), [c](#waarom), [d](/lichten.csv), "
                                    "[e](/), [f](kaart.png), [g](/over.html#p-waarom)\n"));

  CHECK(site.faults() == "");
}

TEST_CASE("site renderer: a link to a page that is not there is reported with the nearest that is") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "Zie [over](/ovr.html) en [elders](/heel/ergens/anders.html).\n"));

  CHECK(site.faults() ==
        "content/pages/about.md:5:12: error: no page at /ovr.html [link-page]\n"
        "    5 | Zie [over](/ovr.html) en [elders](/heel/ergens/anders.html).\n"
        "      |            ^~~~~~~~~\n"
        "  hint: did you mean '/over.html'?\n"
        "content/pages/about.md:5:35: error: no page at /heel/ergens/anders.html [link-page]\n"
        "    5 | Zie [over](/ovr.html) en [elders](/heel/ergens/anders.html).\n"
        "      |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: open the page in a browser and copy what stands after the site's own address\n");
}

TEST_CASE("site renderer: a link to a heading that is not there is reported with the nearest that is") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "[a](/index.html#strat) [b](/index.html#financiering)\n"));

  CHECK(site.faults() ==
        "content/pages/about.md:5:5: error: page /index.html has no heading '#strat' [link-heading]\n"
        "    5 | [a](/index.html#strat) [b](/index.html#financiering)\n"
        "      |     ^~~~~~~~~~~~~~~~~\n"
        "  hint: did you mean '#start'?\n"
        "content/pages/about.md:5:28: error: page /index.html has no heading '#financiering' [link-heading]\n"
        "    5 | [a](/index.html#strat) [b](/index.html#financiering)\n"
        "      |                            ^~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: open the page in a browser and copy the link of the heading\n");
}

TEST_CASE("site renderer: a layout that the theme lacks, and a name that no view gives") {
  MinimalSite minimal;
  RenderedSite site(minimal);
  site.pages[0].layout = "weg";
  site.pages[1].view = [] { return PageView{Json{{"page", false}}, {}, {}}; };

  render_site(site.small.scene, site.folder, site.theme, *site.texts, site.pages, site.site_json, 1, site.done);

  CHECK(site.faults() ==
        "error: no template 'layout-weg' [template-missing]\n"
        "themes/klein/layout-text.mustache:1:1: error: unknown variable 'root' [template-variable]\n"
        "    1 | {{root}}{{#page}}{{{html}}}{{/page}}\n"
        "      | ^~~~~~~~\n");
}

}  // namespace
}  // namespace stoplicht::test
