#include "render/site_renderer.h"

#include <map>
#include <optional>

#include "views/small_scene.h"

namespace stoplicht::test {
namespace {

// Two pages: the overview at "index.html" and the text of content/pages/about.md at "over.html".
class RenderedSite {
 public:
  explicit RenderedSite(MinimalSite& minimal, unsigned threads = 1, std::map<std::string, std::string> attachments = {})
      : small(minimal) {
    initialise_markdown();
    add("layout-start",
        "<h1 id=\"start\">{{heading}}</h1>{{#nav}}{{#current}}{{label}}{{/current}}{{/nav}} {{site.title}}");
    add("layout-text", "{{root}}{{#page}}{{{html}}}{{/page}}{{#further_stylesheet}}{{.}}{{/further_stylesheet}}");
    add("matrix", "<table></table>");
    theme.stylesheet = {"assets/klein.css", "a{}"};
    theme.further_stylesheet = {"assets/klein-further.css", "b{}"};
    theme.further = {"matrix"};
    theme.assets.push_back({"assets/logo.svg", "<svg/>"});
    folder.attachments = std::move(attachments);
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
    texts.emplace(small.scene, folder, theme.templates, site_json, FileAddresses(), std::vector<const Texts*>(),
                  threads);
    files = render_site({small.scene, folder, *texts}, {}, theme, pages, site_json, threads, done).files;
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
    theme.templates.add(name, std::make_shared<const SourceText>("themes/klein/" + name + ".mustache", text),
                        small.diagnostics);
  }
};

// The text of content/pages/about.md, in a site without further links.
MinimalSite& with_text(MinimalSite& minimal, const std::string& text = "Over ons.\n") {
  minimal.change("data/site.json", "\"links\": { \"privacy\": \"/privacy.html\" },", "");
  minimal.write("content/pages/about.md", "---\ntitle: Over\nslug: over\n---\n" + text);
  return minimal;
}

TEST_CASE("site renderer: pages, what goes with them, the theme's files and those beside the texts") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "## Waarom\n\n![Waar het is](kaart.png)\n"), 1,
                          {{"content/pages/kaart.png", "PNG"}});

  std::vector<std::string> addresses;
  for (const OutputFile& file : site.files) addresses.push_back(file.address);
  CHECK(addresses == std::vector<std::string>{"index.html", "lichten.csv", "over.html", "assets/klein.css",
                                              "assets/klein-further.css", "assets/logo.svg",
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

  CHECK(site.at("over.html").find("<h3 class=\"nl-heading nl-heading--level-3\" id=\"p-waarom\"") != std::string::npos);
  CHECK(site.at("over.html").find("<p class=\"nl-paragraph\">Daarom.</p>") != std::string::npos);
}

TEST_CASE("site renderer: a page asks for the further stylesheet when a chart in its text needs it") {
  MinimalSite minimal;
  const RenderedSite site(with_text(minimal, "```chart\nmatrix\n```\n"));

  CHECK(site.at("over.html") == "<table></table>\nassets/klein-further.css");
  CHECK(site.faults() == "");
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
  RenderedSite site(with_text(minimal));
  site.pages.push_back(site.pages.front());
  site.pages.back().view = [] {
    PageView view;
    view.context = Json{{"heading", "Tweede"}};
    return view;
  };

  const std::vector<OutputFile> files = render_site({site.small.scene, site.folder, *site.texts}, {}, site.theme,
                                                    site.pages, site.site_json, 1, site.done)
                                            .files;

  CHECK(files.size() == site.files.size());
  CHECK(files[0].bytes == site.at("index.html"));
}

TEST_CASE("site renderer: links to pages, files and headings that are there are fine") {
  MinimalSite minimal;
  with_text(
      minimal,
      "## Waarom\n\n[a](/index.html), [b](/index.html#start), [c](#waarom), [d](/lichten.csv), [e](/), [f](kaart.png), "
      "[g](/over.html#p-waarom)\n");
  const RenderedSite site(minimal, 1, {{"content/pages/kaart.png", "PNG"}});

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
        "      |                                   ^~~~~~~~~~~~~~~~~~~~~~~~\n"
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
  RenderedSite site(with_text(minimal));
  site.pages[0].layout = "weg";
  site.pages[1].view = [] { return PageView{Json{{"page", false}}, {}, {}}; };

  render_site({site.small.scene, site.folder, *site.texts}, {}, site.theme, site.pages, site.site_json, 1, site.done);

  CHECK(site.faults() ==
        "error: unknown template 'layout-weg' [template-missing]\n"
        "  hint: use one of: layout-start, layout-text, matrix (did you mean 'layout-text'?)\n"
        "themes/klein/layout-text.mustache:1:1: error: unknown name 'root' [template-variable]\n"
        "    1 | {{root}}{{#page}}{{{html}}}{{/page}}{{#further_stylesheet}}{{.}}{{/further_stylesheet}}\n"
        "      | ^~~~~~~~\n"
        "  hint: use one of: further_stylesheet, nav, page, site\n");
}

TEST_CASE("site renderer: a file that no text and no letter names is not published") {
  MinimalSite minimal;
  const RenderedSite site(
      with_text(minimal), 1,
      {{"content/pages/kaart.png", "PNG"}, {"content/periods/2020-07/letters/monitor.pdf", "%PDF"}});

  CHECK(site.at("bestanden/pages/kaart.png") == "no file at bestanden/pages/kaart.png");
  CHECK(site.at("bestanden/periods/2020-07/letters/monitor.pdf") == "%PDF");
  CHECK(site.faults() ==
        "content/pages/kaart.png: warning: no text or letter names this file; it is not published [attachment-unused]\n"
        "  hint: link to it, or take it out of content/\n");
}

TEST_CASE("site renderer: a file that a browser would run is refused") {
  const auto faults_of = [](const std::string& file, const std::string& bytes) {
    MinimalSite minimal;
    return RenderedSite(with_text(minimal, "[bijlage](" + file + ")\n"), 1, {{"content/pages/" + file, bytes}})
        .faults();
  };
  const auto fault = [](const std::string& file) {
    return "content/pages/" + file +
           ": error: a browser would run this file [attachment-active]\n"
           "  hint: publish it as a PDF or a picture, or write it as a Markdown page\n";
  };

  CHECK(faults_of("pagina.HTML", "<p>") == fault("pagina.HTML"));
  CHECK(faults_of("kaart.svg", "<svg><script>x()</script></svg>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg><a href='javascript:x()'/></svg>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg><SCRIPT href='x'/></svg>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg/onload=x()>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg a=''OnLoad = 'x()'>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg><a href='java&#115;cript:x()'/></svg>") == fault("kaart.svg"));
  CHECK(faults_of("kaart.svg", "<svg><text font-style='italic' y='1'>op de horizon = ver, on line</text></svg>") == "");
  CHECK(faults_of("bijlage.pdf", "%PDF <script") == "");
}

TEST_CASE("site renderer: two different files at one address are reported, the same file twice is not") {
  const auto faults_of = [](const std::string& second) {
    MinimalSite minimal;
    RenderedSite site(with_text(minimal));
    site.theme.assets.push_back({"lichten.csv", second});
    render_site({site.small.scene, site.folder, *site.texts}, {}, site.theme, site.pages, site.site_json, 1, site.done);
    return site.faults();
  };

  CHECK(faults_of("Nr\r\n") == "");
  CHECK(faults_of("Anders\r\n") ==
        "error: two files at one address: lichten.csv [address-collision]\n"
        "  hint: give one of the two another name or id\n");
}

TEST_CASE("site renderer: links of data/site.json must lead somewhere too") {
  MinimalSite minimal;
  minimal.change("data/site.json", "\"privacy\": \"/privacy.html\"",
                 "\"privacy\": \"/over.html#cookies\", \"accessibility\": \"/ovr.html\"");
  const RenderedSite site(minimal);

  CHECK(site.faults() ==
        "data/site.json: error: no page at /ovr.html [link-page]\n"
        "  hint: did you mean '/over.html'?\n"
        "data/site.json: error: page /over.html has no heading '#cookies' [link-heading]\n"
        "  hint: open the page in a browser and copy the link of the heading\n");
}

// Two texts that use words of a glossary, on one page.
class SiteWithTerms {
 public:
  explicit SiteWithTerms(bool together) : small(with_glossary(minimal)) {
    initialise_markdown();
    const auto add = [&](const std::string& name, const std::string& text) {
      theme.templates.add(name, std::make_shared<const SourceText>("themes/klein/" + name + ".mustache", text),
                          small.diagnostics);
    };
    add("words", "{{#items}}({{id}}: {{term}} = {{meaning}} {{href}}){{/items}}");
    add("layout-terms",
        "{{#a}}{{{html}}}{{#terms}}{{> words}}{{/terms}}{{/a}}"
        "{{#list}}{{#b}}{{{html}}}{{#terms}}{{> words}}{{/terms}}{{/b}}{{/list}}"
        "{{#together}}{{> words}}{{/together}}");
    pages.push_back({"periodes/2020-07/afdruk.html", "terms", "", Location{}, [this, together] {
                       const Period& period = small.period("2020-07");
                       PageView view;
                       view.context = Json{{"list", Json::array({Json{{"b", Json::object()}}})}, {"together", false}};
                       view.texts.push_back({"a", period.summary, 2, "a_"});
                       view.texts.push_back({"list/0/b", period.projects.at(0).progress, 2, "b_"});
                       for (MarkdownSlot& slot : view.texts) {
                         slot.absolute = together;
                         if (together) slot.terms_key = "together";
                       }
                       return view;
                     }});
    texts.emplace(small.scene, folder, theme.templates, site_json, FileAddresses(), std::vector<const Texts*>(), 1U);
    files = render_site({small.scene, folder, *texts}, {}, theme, pages, site_json, 1, done).files;
  }

  MinimalSite minimal;
  SmallScene small;
  SiteFolder folder;
  Theme theme;
  Json site_json = Json::object();
  std::vector<Page> pages;
  std::optional<Texts> texts;
  std::atomic<std::size_t> done = 0;
  std::vector<OutputFile> files;

 private:
  static MinimalSite& with_glossary(MinimalSite& minimal) {
    with_text(minimal);
    minimal.write("content/pages/about.md",
                  "---\ntitle: Begrippen\nslug: begrippen\nterms:\n  - term: trajecten\n    meaning: Hulp.\n"
                  "  - term: Opstart\n    meaning: Begin <b>.\n  - term: Weg\n    meaning: Nergens.\n---\n");
    minimal.write("content/periods/2020-07/summary.md", "---\nheadline: Op koers\n---\nOpstart van trajecten\n");
    return minimal;
  }
};

TEST_CASE("site renderer: the words that a text uses are explained in its slot, also of one in a list") {
  const SiteWithTerms site(false);

  CHECK(site.files.at(0).bytes ==
        "<p class=\"nl-paragraph\"><a class=\"sl-term\" href=\"#a_begrip_opstart\">Opstart</a> van "
        "<a class=\"sl-term\" href=\"#a_begrip_trajecten\">trajecten</a></p>\n"
        "(a_begrip_opstart: Opstart = Begin &lt;b&gt;. ../../begrippen.html#begrip_opstart)"
        "(a_begrip_trajecten: trajecten = Hulp. ../../begrippen.html#begrip_trajecten)"
        "<p class=\"nl-paragraph\">Negen <a class=\"sl-term\" href=\"#b_begrip_trajecten\">trajecten</a> zijn "
        "begonnen.</p>\n"
        "(b_begrip_trajecten: trajecten = Hulp. ../../begrippen.html#begrip_trajecten)");
}

TEST_CASE("site renderer: texts that share their words link to one list, with whole addresses on paper") {
  const SiteWithTerms site(true);

  CHECK(site.files.at(0).bytes ==
        "<p class=\"nl-paragraph\"><a class=\"sl-term\" href=\"#begrip_opstart\">Opstart</a> van "
        "<a class=\"sl-term\" href=\"#begrip_trajecten\">trajecten</a></p>\n"
        "<p class=\"nl-paragraph\">Negen <a class=\"sl-term\" href=\"#begrip_trajecten\">trajecten</a> zijn "
        "begonnen.</p>\n"
        "(begrip_opstart: Opstart = Begin &lt;b&gt;. https://monitor.example.nl/begrippen.html#begrip_opstart)"
        "(begrip_trajecten: trajecten = Hulp. https://monitor.example.nl/begrippen.html#begrip_trajecten)");
}

}  // namespace
}  // namespace stoplicht::test
