#include "parsed_markdown.h"

namespace stoplicht::test {

TEST_CASE("markdown: a figure in the address of a link is reported, and the words stay") {
  const Parsed parsed = parse("[hier](https://x.nl/{{ total.placements.actual }})\n");

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">hier</p>\n");
  CHECK(parsed.faults ==
        "content/pages/x.md:1:21: error: a figure cannot stand in the address of a link [markdown-figure]\n"
        "    1 | [hier](https://x.nl/{{ total.placements.actual }})\n"
        "      |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  hint: write the address itself\n");
}

TEST_CASE("markdown: links within the site become relative to the page they stand on") {
  const Parsed parsed = parse(
      "[a](/toezeggingen/t20-27.html#closure) [b](/) [c](/periodes/) [d](about.md#wie)\n"
      "[e](../periods/2020-07/summary.md) [f](#kop) [g](bijlage%201.pdf) [h](/zoeken.html?q=a&amp;b)\n\n## Kop\n");

  CHECK(parsed.faults == "");
  CHECK(parsed.html("periodes/2020-07/x.html", 1, "p-") ==
        "<p class=\"nl-paragraph\"><a class=\"nl-link\" href=\"../../toezeggingen/t20-27.html#closure\">a</a> "
        "<a class=\"nl-link\" href=\"../../index.html\">b</a> <a class=\"nl-link\" href=\"../index.html\">c</a> "
        "<a class=\"nl-link\" href=\"../../over.html#wie\">d</a>\n"
        "<a class=\"nl-link\" href=\"index.html\">e</a> <a class=\"nl-link\" href=\"#p-kop\">f</a> "
        "<a class=\"nl-link\" href=\"../../bestanden/pages/bijlage%201.pdf\">g</a> "
        "<a class=\"nl-link\" href=\"../../zoeken.html?q=a&amp;b\">h</a></p>\n"
        "<h2 class=\"nl-heading nl-heading--level-2\" id=\"p-kop\">Kop "
        "<a class=\"sl-anchor\" href=\"#p-kop\" aria-label=\"" +
            anchor_label + "Kop\">#</a></h2>\n");
}

TEST_CASE("markdown: links to pages are kept with their place, to be checked later") {
  const Parsed parsed =
      parse("é [a](/x.html#h) [b](#kop)\n\n> ja [c](about.md) [d](kaart.png) [e][r]\n\n[r]: /y.html\n");
  const auto& links = parsed.text->internal_links();

  REQUIRE(links.size() == 4);
  CHECK(links[0].address == "x.html");
  CHECK(links[0].fragment == "h");
  CHECK(links[0].where == Location{"content/pages/x.md", 1, 7, 9, "é [a](/x.html#h) [b](#kop)"});
  CHECK(links[1].address == "");
  CHECK(links[1].fragment == "kop");
  CHECK(links[1].where == Location{"content/pages/x.md", 1, 22, 4, "é [a](/x.html#h) [b](#kop)"});
  CHECK(links[2].address == "over.html");
  CHECK(links[2].where.line == 3);
  CHECK(links[2].where.column == 10);
  CHECK(links[3].address == "y.html");
  CHECK(links[3].where == Location{"content/pages/x.md", 5, 6, 7, "[r]: /y.html"});
}

TEST_CASE("markdown: links to the web stay, written or bare") {
  CHECK(
      html_of(
          "[a](https://x.nl/?a=1&b=é \"titel\") www.y.nl <https://z.nl> i@x.nl [t](tel:+31355) [m](MAILTO:a@b.nl)\n") ==
      "<p class=\"nl-paragraph\"><a class=\"nl-link\" href=\"https://x.nl/?a=1&amp;b=%C3%A9\">a</a> "
      "<a class=\"nl-link\" href=\"http://www.y.nl\">www.y.nl</a> "
      "<a class=\"nl-link\" href=\"https://z.nl\">https://z.nl</a> "
      "<a class=\"nl-link\" href=\"mailto:i@x.nl\">i@x.nl</a> <a class=\"nl-link\" href=\"tel:+31355\">t</a> "
      "<a class=\"nl-link\" href=\"MAILTO:a@b.nl\">m</a></p>\n");
}

TEST_CASE("markdown: unsafe addresses never become a link") {
  for (const std::string_view destination :
       {"javascript:alert(1)", "JaVaScRiPt:x", "javascript&colon;x", "<java&Tab;script:x>", "&#1;javascript:x",
        "vbscript:x", "data:text/html,x", "file:///etc/passwd", "ftp://x.nl", "//x.nl", "https:x.nl", "https:///x",
        "mailto:", "/\\\\x.nl", "\\\\\\\\x.nl", "&#92;&#92;x.nl", "blob:x", "http://"}) {
    CAPTURE(destination);
    const Parsed parsed = parse("[woord](" + std::string(destination) + ")\n");
    CHECK(parsed.html() == "<p class=\"nl-paragraph\">woord</p>\n");
    CHECK(parsed.faults.find("[link-scheme]") != std::string::npos);
  }
  CHECK(parse("<javascript:alert(1)>\n").html() == "<p class=\"nl-paragraph\">javascript:alert(1)</p>\n");
}

TEST_CASE("markdown: a link with an unknown scheme is reported where it is written") {
  CHECK(faults_of("Zie\n[dit](ftp://x.nl/a).\n") ==
        "content/pages/x.md:2:7: error: a link cannot begin with 'ftp:' [link-scheme]\n"
        "    2 | [dit](ftp://x.nl/a).\n"
        "      |       ^~~~~~~~~~~~\n"
        "  hint: write an address such as https://example.nl, mailto:… or tel:…, an address of this site such as "
        "/toezeggingen/index.html, or a file beside this text such as bijlage.pdf\n");
}

TEST_CASE("markdown: files that are missing, outside, or no page are reported") {
  CHECK(faults_of(
            "[a](geen.pdf)\n[b](../../../x.pdf)\n[c](geen.md#x)\n[d](over.html)\n[e](/../x)\n[f]()\n[](about.md)\n") ==
        "content/pages/x.md:1:5: error: 'content/pages/geen.pdf' does not exist [link-file]\n"
        "    1 | [a](geen.pdf)\n"
        "      |     ^~~~~~~~\n"
        "  hint: put the file beside this text, or correct its name (capitals count)\n"
        "content/pages/x.md:2:5: error: '../../../x.pdf' leads outside the site folder [link-outside]\n"
        "    2 | [b](../../../x.pdf)\n"
        "      |     ^~~~~~~~~~~~~~\n"
        "  hint: put the file beside this text, and name it relative to this text\n"
        "content/pages/x.md:3:5: error: no page is made from 'content/pages/geen.md' [link-file]\n"
        "    3 | [c](geen.md#x)\n"
        "      |     ^~~~~~~~~\n"
        "  hint: name a Markdown file of content/ relative to this text\n"
        "content/pages/x.md:4:5: error: 'content/pages/over.html' does not exist [link-file]\n"
        "    4 | [d](over.html)\n"
        "      |     ^~~~~~~~~\n"
        "  hint: a page is named by its address from the site's own front, such as /toezeggingen/index.html, or by its "
        "Markdown file\n"
        "content/pages/x.md:5:5: error: '/../x' cannot be an address of this site [link-outside]\n"
        "    5 | [e](/../x)\n"
        "      |     ^~~~~\n"
        "  hint: write it from the site's own front, without '..', such as /toezeggingen/index.html\n"
        "content/pages/x.md:6:3: error: a link that leads nowhere [link-empty]\n"
        "    6 | [f]()\n"
        "      |   ^~~\n"
        "  hint: write an address such as https://example.nl, mailto:… or tel:…, an address of this site such as "
        "/toezeggingen/index.html, or a file beside this text such as bijlage.pdf\n"
        "content/pages/x.md:7:4: error: a link without words [link-text]\n"
        "    7 | [](about.md)\n"
        "      |    ^~~~~~~~\n"
        "  hint: write between the square brackets where the link leads to\n");
}

TEST_CASE("markdown: images need words, a file, and a place on this site") {
  const Parsed parsed =
      parse("![ ](kaart.png)\n![a](geen.png)\n![b](https://x.nl/y.png)\n![c](/kaart.png)\n![d](data:image/png,x)\n");

  CHECK(
      parsed.html() ==
      "<p class=\"nl-paragraph\"><img src=\"bestanden/pages/kaart.png\" alt=\"\" loading=\"lazy\">\na\nb\nc\nd</p>\n");
  CHECK(parsed.faults ==
        "content/pages/x.md:1:6: error: an image without alternative text [image-alt]\n"
        "    1 | ![ ](kaart.png)\n"
        "      |      ^~~~~~~~~\n"
        "  hint: write between the square brackets what the picture tells\n"
        "content/pages/x.md:2:6: error: 'content/pages/geen.png' does not exist [image-file]\n"
        "    2 | ![a](geen.png)\n"
        "      |      ^~~~~~~~\n"
        "  hint: put the picture beside this text, or correct its name (capitals count)\n"
        "content/pages/x.md:3:6: error: an image of another site: 'https://x.nl/y.png' [image-external]\n"
        "    3 | ![b](https://x.nl/y.png)\n"
        "      |      ^~~~~~~~~~~~~~~~~~\n"
        "  hint: put the picture beside this text: a page loads nothing from elsewhere\n"
        "content/pages/x.md:4:6: error: '/kaart.png' is not a file beside this text [image-file]\n"
        "    4 | ![c](/kaart.png)\n"
        "      |      ^~~~~~~~~~\n"
        "  hint: put the picture beside this text, and write its file name\n"
        "content/pages/x.md:5:6: error: an image cannot begin with 'data:' [link-scheme]\n"
        "    5 | ![d](data:image/png,x)\n"
        "      |      ^~~~~~~~~~~~~~~~\n"
        "  hint: put the picture beside this text, and write its file name\n");
}

TEST_CASE("markdown: a link to a heading that the text does not have is reported") {
  CHECK(faults_of("## Wat u ziet\n\n[a](#wat-u-ziet) [b](#wat-u-zag) [c](#iets-anders)\n") ==
        "content/pages/x.md:3:22: error: this text has no heading '#wat-u-zag' [link-heading]\n"
        "    3 | [a](#wat-u-ziet) [b](#wat-u-zag) [c](#iets-anders)\n"
        "      |                      ^~~~~~~~~~\n"
        "  hint: did you mean '#wat-u-ziet'?\n"
        "content/pages/x.md:3:38: error: this text has no heading '#iets-anders' [link-heading]\n"
        "    3 | [a](#wat-u-ziet) [b](#wat-u-zag) [c](#iets-anders)\n"
        "      |                                      ^~~~~~~~~~~~\n"
        "  hint: write the words of the heading in lower case, with hyphens between them\n");
}

TEST_CASE("markdown: a link to a file with a fault of its own is no second fault") {
  CHECK(html_of("[a](faulty.md#kop) [b](faulty.pdf) ![c](faulty.png)\n").find(">a</a>") != std::string::npos);
}

TEST_CASE("markdown: a place on one computer and an address without https are told apart from files") {
  CHECK(faults_of("[a](C:\\\\map\\\\kaart.pdf) [b](www.x.nl)\n") ==
        "content/pages/x.md:1:5: error: 'C:\\map\\kaart.pdf' is a place on one computer [link-scheme]\n"
        "    1 | [a](C:\\\\map\\\\kaart.pdf) [b](www.x.nl)\n"
        "      |     ^~~~~~~~~~~~~~~~~~\n"
        "  hint: put the file beside this text, and write its name: kaart.pdf\n"
        "content/pages/x.md:1:29: error: 'content/pages/www.x.nl' does not exist [link-file]\n"
        "    1 | [a](C:\\\\map\\\\kaart.pdf) [b](www.x.nl)\n"
        "      |                             ^~~~~~~~\n"
        "  hint: for another site, write https:// before it\n");
}

TEST_CASE("markdown: an image without alternative text is shown at its brackets") {
  CHECK(faults_of("![a](kaart.png) ![](kaart.png)\n") ==
        "content/pages/x.md:1:17: error: an image without alternative text [image-alt]\n"
        "    1 | ![a](kaart.png) ![](kaart.png)\n"
        "      |                 ^~~\n"
        "  hint: write between the square brackets what the picture tells\n");
}

}  // namespace stoplicht::test
