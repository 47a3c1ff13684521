#include "parsed_markdown.h"

namespace stoplicht::test {
namespace {

const std::vector<Term>& glossary() {
  static const std::vector<Term> terms = [] {
    std::vector<Term> made(3);
    made[0].id = "begrip_uitstroom";
    made[0].term = "Uitstroom";
    made[0].also = {"uitgestroomd"};
    made[1].id = "begrip_werk";
    made[1].term = "van werk naar werk";
    made[2].id = "begrip_430";
    made[2].term = "430";
    return made;
  }();
  return terms;
}

// The HTML of a text with every link to an explanation as "[words]".
std::string with_terms(std::string markdown) {
  static const TermFinder finder(glossary());
  const Parsed parsed = parse(std::move(markdown), &finder);
  CHECK(parsed.faults == "");
  std::string out = parsed.html();
  for (const Term& term : glossary()) {
    const std::string start = "<a class=\"sl-term\" href=\"#" + term.id + "\">";
    const std::size_t at = out.find(start);
    if (at == std::string::npos) continue;
    out.replace(at, start.size(), "[");
    out.replace(out.find("</a>", at), 4, "]");
  }
  return out;
}

std::string paragraph(const std::string& html) { return "<p class=\"nl-paragraph\">" + html + "</p>\n"; }

}  // namespace

TEST_CASE("markdown terms: the first use of a word links to its explanation, later ones do not") {
  CHECK(with_terms("De uitstroom stijgt. Uitstroom is werk.\n\nUitgestroomd.\n") ==
        paragraph("De [uitstroom] stijgt. Uitstroom is werk.") + paragraph("Uitgestroomd."));
}

TEST_CASE("markdown terms: in emphasis, lists and tables, and over the end of a line") {
  CHECK(with_terms("De **uitstroom**\n") == paragraph("De <strong>[uitstroom]</strong>"));
  CHECK(with_terms("Van\nwerk naar\nwerk\n") == paragraph("[Van\nwerk naar\nwerk]"));
  CHECK(with_terms("- uitstroom\n").find("<li class=\"utrecht-unordered-list__item\">[uitstroom]</li>") !=
        std::string::npos);
  CHECK(with_terms("| A |\n| - |\n| uitstroom |\n").find("<td class=\"utrecht-table__cell\">[uitstroom]</td>") !=
        std::string::npos);
}

TEST_CASE("markdown terms: not in headings, links, code and alternative texts") {
  const std::string html =
      with_terms("## Uitstroom\n\n[uitstroom](about.md) `uitstroom` ![uitstroom](kaart.png)\n\n```\nuitstroom\n```\n");
  CHECK(html.find('[') == std::string::npos);
}

TEST_CASE("markdown terms: emphasis inside a word does not make a word of its parts") {
  CHECK(with_terms("**uitstroom**cijfer, door*uitstroom* en (*uitstroom*)\n") ==
        paragraph("<strong>uitstroom</strong>cijfer, door<em>uitstroom</em> en (<em>[uitstroom]</em>)"));
  CHECK(with_terms("`door`uitstroom\n") == paragraph("<code>door</code>uitstroom"));
}

TEST_CASE("markdown terms: found in the value of a figure too, and escaped as all words are") {
  CHECK(with_terms("{{ total.placements.actual }} & uitstroom\n") == paragraph("[430] &amp; [uitstroom]"));
}

TEST_CASE("markdown terms: the text tells which it uses, in the order of their first use") {
  const TermFinder finder(glossary());
  const Parsed parsed = parse("Van werk naar werk en uitstroom en van werk naar werk.\n", &finder);

  CHECK(parsed.text->terms() == std::vector<const Term*>{&glossary()[1], &glossary()[0]});
  CHECK(parse("uitstroom").text->terms().empty());
}

TEST_CASE("markdown terms: several texts on a page link to explanations of their own, or to those that they share") {
  const TermFinder finder(glossary());
  const Parsed parsed = parse("uitstroom", &finder);

  CHECK(parsed.html("over.html", 1, "brief_") ==
        paragraph("<a class=\"sl-term\" href=\"#brief_begrip_uitstroom\">uitstroom</a>"));
  std::string shared;
  parsed.text->html({"over.html", 1, "brief_", "", ""}, shared);
  CHECK(shared == paragraph("<a class=\"sl-term\" href=\"#begrip_uitstroom\">uitstroom</a>"));
}

TEST_CASE("markdown: for paper, links to the site are written with its base URL, and pictures stay where they are") {
  const Parsed parsed =
      parse("[over](about.md#waarom) [verder](#hier) ![Kaart](kaart.png) [plan](bijlage%201.pdf)\n\n## Hier\n");
  std::string html;
  parsed.text->html({"periodes/2020-07/afdruk.html", 1, "p_", "https://monitor.example.nl/", ""}, html);

  CHECK(html.find("<a class=\"nl-link\" href=\"https://monitor.example.nl/over.html#waarom\">over</a>") !=
        std::string::npos);
  CHECK(html.find("<a class=\"nl-link\" href=\"#p_hier\">verder</a>") != std::string::npos);
  CHECK(html.find("<img src=\"../../bestanden/pages/kaart.png\"") != std::string::npos);
  CHECK(html.find("href=\"https://monitor.example.nl/bestanden/pages/bijlage%201.pdf\"") != std::string::npos);
}

TEST_CASE("markdown: a chart has the text's prefix in its ids, and its further lines have their figures filled in") {
  const Parsed parsed =
      parse("```chart\nlights\n```\n\n```chart\nlights\nconclusion: Al {{ total.placements.actual }} mensen\n```\n");
  CHECK(parsed.faults == "");
  CHECK(parsed.html("x.html", 1, "brief_") ==
        "<figure>brief_lights on x.html</figure>\n<figure>with a conclusion</figure>\n");
}

TEST_CASE("markdown: a chart that does not exist is named by its first line") {
  CHECK(faults_of("```chart\nlicht\nconclusion: Goed\n```\n") ==
        "content/pages/x.md:2:1: error: there is no chart 'licht' [chart-unknown]\n"
        "    2 | licht\n"
        "      | ^~~~~\n"
        "  hint: use one of: lights, matrix\n");
}

}  // namespace stoplicht::test
