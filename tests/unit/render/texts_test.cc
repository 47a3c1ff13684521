#include "render/texts.h"

#include <algorithm>

#include "views/addresses.h"
#include "views/small_scene.h"

namespace stoplicht::test {
namespace {

// The texts of a site, with templates that show what a chart is given.
class ReadTexts {
 public:
  explicit ReadTexts(MinimalSite& minimal) : small(minimal) {
    initialise_markdown();
    add("ribbon", "<figure id=\"{{id}}\">{{description}} {{site.title}}</figure>");
    add("bullet", "<figure id=\"{{id}}\">{{value}}</figure>");
    add("matrix",
        "<figure id=\"{{id}}\">{{#groups}}{{#rows}}<a href=\"{{href}}\">{{name}}</a>{{/rows}}{{/groups}}</figure>");
    folder.attachments["content/periods/2020-07/letters/monitor.pdf"] = "%PDF";
    texts.emplace(small.scene, folder, templates, site_json, FileAddresses(), std::vector<const Texts*>(), 1U);
  }

  std::string html(const Text& text, const std::string& page_address) const {
    const MarkdownText* found = texts->of(text);
    REQUIRE(found != nullptr);
    std::string out;
    found->html({page_address, 2, "", "", ""}, out);
    return out;
  }
  std::string faults() const { return small.diagnostics.to_text(); }

  SmallScene small;
  SiteFolder folder;
  Templates templates;
  Json site_json{{"site", {{"title", "Monitor"}}}};
  std::optional<Texts> texts;

 private:
  void add(const std::string& name, const std::string& text) {
    templates.add(name, std::make_shared<const SourceText>("themes/klein/" + name + ".mustache", text),
                  small.diagnostics);
  }
};

TEST_CASE("texts: every text of the model is read, an empty one is none") {
  MinimalSite minimal;
  const ReadTexts read(minimal);
  const Period& july = read.small.period("2020-07");

  CHECK(read.html(july.summary, "index.html") == "<p class=\"nl-paragraph\">De opstart is bijna voorbij.</p>\n");
  CHECK(read.html(july.letters.at(0)->text, july.letters.at(0)->address) ==
        "<p class=\"nl-paragraph\">Geachte raad,</p>\n");
  CHECK(read.html(july.pages.at(0)->text, july.pages.at(0)->address) == "<p class=\"nl-paragraph\">Krimp.</p>\n");
  CHECK(read.html(july.projects.at(0).progress, "periodes/2020-07/ggz.html") ==
        "<p class=\"nl-paragraph\">Negen trajecten zijn begonnen.</p>\n");
  CHECK(read.html(read.small.site.find_commitment("T20-27")->closure, "toezeggingen/t20-27.html") ==
        "<p class=\"nl-paragraph\">Er was een webinar.</p>\n");
  CHECK(read.html(read.small.site.pages.at(0)->text, "over.html") == "<p class=\"nl-paragraph\">Over ons.</p>\n");
  CHECK(read.texts->of(read.small.period("2021-05").summary) == nullptr);
  CHECK(read.texts->of(Text{}) == nullptr);
  CHECK(read.faults() == "");
}

TEST_CASE("texts: a figure is that of the text's own period, or else of the newest") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/economie.md",
                "---\ntitle: De economie\n---\n{{ figure.krimp }} en {{ 2021-05: total.placements.actual }}\n");
  minimal.write("content/pages/about.md", "---\ntitle: Over\nslug: over\n---\n{{ total.placements.actual }} mensen\n");
  const ReadTexts read(minimal);

  CHECK(read.html(read.small.period("2020-07").pages.at(0)->text, "periodes/2020-07/economie.html") ==
        "<p class=\"nl-paragraph\">6,5\u00a0% en 430</p>\n");
  CHECK(read.html(read.small.site.pages.at(0)->text, "over.html") == "<p class=\"nl-paragraph\">430 mensen</p>\n");
  CHECK(read.faults() == "");
}

TEST_CASE("texts: an unknown figure is reported where it stands, in a headline too") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/summary.md",
                "---\nheadline: Krimp van {{ figure.groei }}\n---\nDat is {{ count.project }}.\n");
  const ReadTexts read(minimal);

  CHECK(read.faults() ==
        "content/periods/2020-07/summary.md:2:21: error: there is no figure 'figure.groei' [figure-unknown]\n"
        "    2 | headline: Krimp van {{ figure.groei }}\n"
        "      |                     ^~~~~~~~~~~~~~~~~~\n"
        "  hint: figure has no 'groei'; use 'krimp'\n"
        "content/periods/2020-07/summary.md:4:8: error: there is no figure 'count.project' [figure-unknown]\n"
        "    4 | Dat is {{ count.project }}.\n"
        "      |        ^~~~~~~~~~~~~~~~~~~\n"
        "  hint: count has no 'project'; use one of: projects, attention, on-track, at-risk, off-track, not-reported, "
        "waw (did you "
        "mean 'projects'?)\n");
}

TEST_CASE("texts: a chart is drawn by its component, with links that fit the page") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/summary.md",
                "---\nheadline: Op koers\n---\n```chart\nlights\n```\n\n```chart\ntarget "
                "placements\n```\n\n```chart\nmatrix\n```\n");
  const ReadTexts read(minimal);
  const Text& text = read.small.period("2020-07").summary;

  CHECK(read.html(text, "periodes/2020-07/index.html") ==
        "<figure id=\"chart_lights-2020-07\">1 op koers en 1 risico. Eén is afgeleid uit de tekst. Monitor</figure>\n"
        "<figure id=\"chart_target-placements-2020-07\">niet bekend</figure>\n"
        "<figure id=\"chart_matrix-2020-07\"><a href=\"../../deelprojecten/ggz.html\">Aanpak GGZ</a>"
        "<a href=\"../../deelprojecten/taal.html\">Taalvaardigheid</a></figure>\n");
  CHECK(read.html(text, "index.html").find("<a href=\"deelprojecten/ggz.html\">") != std::string::npos);
  CHECK(read.faults() == "");
}

TEST_CASE("texts: a chart that does not exist is reported where it is asked for") {
  MinimalSite minimal;
  minimal.write("content/pages/about.md", "---\ntitle: Over\nslug: over\n---\n```chart\nlights\n```\n");
  const ReadTexts read(minimal);

  CHECK(read.faults() ==
        "content/pages/about.md:6:1: error: there is no chart 'lights' [chart-unknown]\n"
        "    6 | lights\n"
        "      | ^~~~~~\n"
        "  hint: period 2021-05 has no lights per project to show\n");
}

TEST_CASE(
    "texts: a link to a file of texts leads to the page it makes, one to another file to where that is published") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/economie.md",
                "---\ntitle: De economie\n---\n[samenvatting](summary.md), [brief](letters/hilversum.md#kop), "
                "[over](../../pages/about.md),\n"
                "[webinar](../../commitments/T20-27.md), [ggz](progress/ggz.md), [pdf](letters/monitor.pdf)\n");
  const ReadTexts read(minimal);

  CHECK(read.html(read.small.period("2020-07").pages.at(0)->text, "periodes/2020-07/economie.html") ==
        "<p class=\"nl-paragraph\"><a class=\"nl-link\" href=\"index.html\">samenvatting</a>, <a class=\"nl-link\" "
        "href=\"brieven/hilversum.html#kop\">brief</a>, "
        "<a class=\"nl-link\" href=\"../../over.html\">over</a>,\n"
        "<a class=\"nl-link\" href=\"../../toezeggingen/t20-27.html\">webinar</a>, <a class=\"nl-link\" "
        "href=\"ggz.html\">ggz</a>, "
        "<a class=\"nl-link\" href=\"../../bestanden/periods/2020-07/letters/monitor.pdf\">pdf</a></p>\n");
  std::vector<std::string> links;
  for (const MarkdownLink& link : read.texts->links()) links.push_back(link.address + "#" + link.fragment);
  std::sort(links.begin(), links.end());
  CHECK(links == std::vector<std::string>{"over.html#", "periodes/2020-07/brieven/hilversum.html#kop",
                                          "periodes/2020-07/ggz.html#", "periodes/2020-07/index.html#",
                                          "toezeggingen/t20-27.html#"});
  CHECK(read.faults() == "");
}

TEST_CASE("texts: what a council tells of its own stands on the council's page") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/councils/hilversum.md", "Hier {{ figure.krimp }}.\n");
  minimal.write("content/pages/about.md",
                "---\ntitle: Over\nslug: over\n---\n[hier](../periods/2020-07/councils/hilversum.md)\n");
  const ReadTexts read(minimal);

  CHECK(read.html(read.small.period("2020-07").local_texts.at(0).text, "gemeenten/hilversum.html") ==
        "<p class=\"nl-paragraph\">Hier 6,5\u00a0%.</p>\n");
  CHECK(read.html(read.small.site.pages.at(0)->text, "over.html") ==
        "<p class=\"nl-paragraph\"><a class=\"nl-link\" href=\"gemeenten/hilversum.html\">hier</a></p>\n");
  CHECK(read.faults() == "");
}

TEST_CASE("texts: the files of a document are published as those of a letter are") {
  MinimalSite minimal;
  minimal.write(
      "content/periods/2020-07/economie.md",
      "---\ntitle: De economie\nkind: Notitie\nattachments:\n  - title: Monitor\n    file: letters/monitor.pdf\n---\n");
  minimal.change("content/periods/2020-07/letters/hilversum.md", "    file: monitor.pdf\n", "");
  const ReadTexts read(minimal);

  CHECK(read.texts->attachments() == std::set<std::string>{"content/periods/2020-07/letters/monitor.pdf"});
}

const char* const glossary_page =
    "---\ntitle: Begrippen\nslug: begrippen\nterms:\n  - term: trajecten\n    meaning: \"Nu {{ total.placements.actual "
    "}}.\"\n"
    "    link: /periodes/index.html#lijst\n  - term: Krimp\n    meaning: Minder.\n---\nKrimp en trajecten.\n";

TEST_CASE("texts: terms are found in every text but that of the glossary, and explained with their figures") {
  MinimalSite minimal;
  minimal.write("content/pages/about.md", glossary_page);
  const ReadTexts read(minimal);
  const Term* const first = &read.small.site.glossary()->terms[0];
  const Term* const second = &read.small.site.glossary()->terms[1];

  CHECK(read.texts->of(read.small.site.pages.at(0)->text)->terms().empty());
  CHECK(read.texts->of(read.small.period("2020-07").projects.at(0).progress)->terms() ==
        std::vector<const Term*>{first});
  REQUIRE(read.texts->words().size() == 2);
  CHECK(read.texts->words()[0].term == second);
  CHECK(read.texts->words()[0].meaning == "Minder.");
  CHECK(read.texts->words()[1].term == first);
  CHECK(read.texts->words()[1].meaning == "Nu 430.");
  CHECK(read.faults() == "");
}

TEST_CASE("texts: the link of a term is one to check, at its place") {
  MinimalSite minimal;
  minimal.write("content/pages/about.md", glossary_page);
  const ReadTexts read(minimal);
  const std::vector<MarkdownLink> links = read.texts->links();

  REQUIRE(links.size() == 1);
  CHECK(links[0].address == "periodes/index.html");
  CHECK(links[0].fragment == "lijst");
  CHECK(links[0].where.line == 7);
  CHECK(links[0].where.column == 11);
}

TEST_CASE("texts: an unknown figure in a meaning is reported once, where it stands") {
  MinimalSite minimal;
  minimal.write("content/pages/about.md",
                "---\ntitle: Begrippen\nslug: begrippen\nterms:\n  - term: krimp\n    meaning: \"Nu {{ figure.groei "
                "}}.\"\n---\n");
  const ReadTexts read(minimal);

  CHECK(read.faults() ==
        "content/pages/about.md:6:18: error: there is no figure 'figure.groei' [figure-unknown]\n"
        "    6 |     meaning: \"Nu {{ figure.groei }}.\"\n"
        "      |                  ^~~~~~~~~~~~~~~~~~\n"
        "  hint: period 2021-05 has no 'figures'\n");
}

TEST_CASE("texts: any number of threads reads the same") {
  MinimalSite minimal;
  minimal.write("content/periods/2020-07/summary.md", "---\nheadline: Op koers\n---\n[weg](weg.md) {{ figure.weg }}\n");
  const ReadTexts one(minimal);
  SmallScene small(minimal);
  const Templates templates;
  const SiteFolder folder;
  const Json site_json = Json::object();

  const Texts four(small.scene, folder, templates, site_json, {}, {}, 4);

  CHECK(four.links().size() == one.texts->links().size());
  CHECK(small.diagnostics.to_text() == one.faults());
}

}  // namespace
}  // namespace stoplicht::test
