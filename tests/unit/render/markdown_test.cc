#include <thread>

#include "parsed_markdown.h"

namespace stoplicht::test {

TEST_CASE("markdown: a paragraph with emphasis, code and breaks") {
  CHECK(html_of("Een *twee* **drie** ~~vier~~ `<vijf>`\nzes  \nzeven & \"acht\"\n") ==
        "<p class=\"nl-paragraph\">Een <em>twee</em> <strong>drie</strong> <del>vier</del> "
        "<code>&lt;vijf&gt;</code>\nzes<br>\nzeven &amp; &quot;acht&quot;</p>\n");
}

TEST_CASE("markdown: front matter is no text, and a text of nothing is empty") {
  const Parsed parsed = parse("---\ntitle: x\n---\n\n<!-- nog te schrijven -->\n");

  CHECK(parsed.text->empty());
  CHECK(parsed.html() == "");
  CHECK(parsed.faults == "");
  CHECK_FALSE(parse("a").text->empty());
}

TEST_CASE("markdown: lines that end as Windows ends them are counted once") {
  const Parsed parsed = parse("---\r\ntitle: x\r\n---\r\na\r\n\r\nb [c](geen.pdf)\r\n");

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">a</p>\n<p class=\"nl-paragraph\">b c</p>\n");
  CHECK(parsed.faults ==
        "content/pages/x.md:6:7: error: 'content/pages/geen.pdf' does not exist [link-file]\n"
        "    6 | b [c](geen.pdf)\n"
        "      |       ^~~~~~~~\n"
        "  hint: put the file beside this text, or correct its name (capitals count)\n");
}

TEST_CASE("markdown: lists, tight and loose, nested, numbered from three, and tasks") {
  CHECK(html_of("- een\n- twee\n  1. a\n") ==
        "<ul class=\"utrecht-unordered-list\">\n"
        "<li class=\"utrecht-unordered-list__item\">een</li>\n"
        "<li class=\"utrecht-unordered-list__item\">twee\n"
        "<ol class=\"utrecht-ordered-list\">\n"
        "<li class=\"utrecht-ordered-list__item\">a</li>\n"
        "</ol>\n</li>\n</ul>\n");
  CHECK(html_of("3. een\n\n4. twee\n") ==
        "<ol class=\"utrecht-ordered-list\" start=\"3\">\n"
        "<li class=\"utrecht-ordered-list__item\">\n<p class=\"nl-paragraph\">een</p>\n</li>\n"
        "<li class=\"utrecht-ordered-list__item\">\n<p class=\"nl-paragraph\">twee</p>\n</li>\n</ol>\n");
  CHECK(html_of("- [x] brief *sturen*\n- [ ] vragen\n") ==
        "<ul class=\"utrecht-unordered-list\">\n"
        "<li class=\"utrecht-unordered-list__item sl-task\"><input type=\"checkbox\" disabled checked "
        "aria-label=\"brief sturen\"> brief <em>sturen</em></li>\n"
        "<li class=\"utrecht-unordered-list__item sl-task\"><input type=\"checkbox\" disabled "
        "aria-label=\"vragen\"> vragen</li>\n</ul>\n");
}

TEST_CASE("markdown: quotes, rules and blocks of code") {
  CHECK(html_of("> citaat\n\n---\n\n```js x\na < {{ b }}\n```\n\n    ingesprongen {{ c\n") ==
        "<blockquote>\n<p class=\"nl-paragraph\">citaat</p>\n</blockquote>\n<hr>\n"
        "<pre><code class=\"language-js\">a &lt; {{ b }}\n</code></pre>\n"
        "<pre><code>ingesprongen {{ c\n</code></pre>\n");
}

TEST_CASE("markdown: headings get an id, a link to themselves and a level that the page chooses") {
  const Parsed parsed = parse("## Coördinatie & *GGZ*\n\n### Coördinatie, GGZ\n\n###### ¿\n");

  CHECK(parsed.text->heading_ids() == std::vector<std::string>{"coordinatie-ggz", "coordinatie-ggz-2", "h"});
  CHECK(parsed.html("x.html", 2, "brief-") ==
        "<h3 class=\"nl-heading nl-heading--level-3\" id=\"brief-coordinatie-ggz\">Coördinatie &amp; <em>GGZ</em> "
        "<a class=\"sl-anchor\" href=\"#brief-coordinatie-ggz\" aria-label=\"" +
            anchor_label +
            "Coördinatie &amp; GGZ\">#</a></h3>\n"
            "<h4 class=\"nl-heading nl-heading--level-4\" id=\"brief-coordinatie-ggz-2\">Coördinatie, GGZ "
            "<a class=\"sl-anchor\" href=\"#brief-coordinatie-ggz-2\" aria-label=\"" +
            anchor_label +
            "Coördinatie, GGZ\">#</a></h4>\n"
            "<h6 class=\"nl-heading nl-heading--level-6\" id=\"brief-h\">¿ "
            "<a class=\"sl-anchor\" href=\"#brief-h\" aria-label=\"" +
            anchor_label + "¿\">#</a></h6>\n");
}

TEST_CASE("markdown: an id made unique does not meet the id of a later heading or of a footnote") {
  const Parsed parsed = parse("## a\n\n## a\n\n## a 2\n\n## a\n\n## fn 1\n");

  CHECK(parsed.text->heading_ids() == std::vector<std::string>{"a", "a-2", "a-2-2", "a-3", "h-fn-1"});
}

TEST_CASE("markdown: headings of the first level, skipped levels and headings of nothing are warnings") {
  CHECK(faults_of("# Titel\n\n### Derde\n\n## Tweede\n\n##\n") ==
        "content/pages/x.md:1:1: warning: a heading of level 1, which is for the title of the page [heading-level]\n"
        "    1 | # Titel\n"
        "      | ^~~~~~~\n"
        "  hint: begin the heading with ##\n"
        "content/pages/x.md:3:1: warning: a heading of level 3 below one of level 1 [heading-level]\n"
        "    3 | ### Derde\n"
        "      | ^~~~~~~~~\n"
        "  hint: begin the heading with ##\n"
        "content/pages/x.md:7:1: warning: a heading without words is left out [heading-empty]\n"
        "    7 | ##\n"
        "      | ^~\n"
        "  hint: write the heading's words behind the '#' signs, or take them away\n");
}

TEST_CASE("markdown: a table scrolls in a named region, with its columns' alignment as classes") {
  CHECK(
      html_of("|  | Aantal | Mid |\n|---|--:|:-:|\n| a | 1 | b |\n| kort |\n\n| x |\n|---|\n") ==
      "<div class=\"utrecht-table-container utrecht-table-container--overflow-inline\" tabindex=\"0\" "
      "role=\"region\" aria-label=\"Tabel 1: Aantal, Mid\">\n<table class=\"utrecht-table\">\n"
      "<thead class=\"utrecht-table__header\">\n<tr class=\"utrecht-table__row\">\n"
      "<td class=\"utrecht-table__header-cell\"></td>\n"
      "<th scope=\"col\" class=\"utrecht-table__header-cell utrecht-table__header-cell--numeric-column\">Aantal</th>\n"
      "<th scope=\"col\" class=\"utrecht-table__header-cell sl-center\">Mid</th>\n</tr>\n</thead>\n"
      "<tbody class=\"utrecht-table__body\">\n<tr class=\"utrecht-table__row\">\n"
      "<td class=\"utrecht-table__cell\">a</td>\n"
      "<td class=\"utrecht-table__cell utrecht-table__cell--numeric-column\">1</td>\n"
      "<td class=\"utrecht-table__cell sl-center\">b</td>\n</tr>\n"
      "<tr class=\"utrecht-table__row\">\n<td class=\"utrecht-table__cell\">kort</td>\n"
      "<td class=\"utrecht-table__cell utrecht-table__cell--numeric-column\"></td>\n"
      "<td class=\"utrecht-table__cell sl-center\"></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
      "<div class=\"utrecht-table-container utrecht-table-container--overflow-inline\" tabindex=\"0\" "
      "role=\"region\" aria-label=\"Tabel 2: x\">\n<table class=\"utrecht-table\">\n"
      "<thead class=\"utrecht-table__header\">\n<tr class=\"utrecht-table__row\">\n"
      "<th scope=\"col\" class=\"utrecht-table__header-cell\">x</th>\n</tr>\n</thead>\n</table>\n</div>\n");
}

TEST_CASE("markdown: a table of 41 columns is reported and dropped, one of 40 is not") {
  const auto table = [](std::size_t columns) {
    return "voor\n\n" + repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n|kort|\n\nna\n";
  };
  const Parsed parsed = parse(table(41));

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">voor</p>\n<p class=\"nl-paragraph\">na</p>\n");
  CHECK(parsed.faults == "content/pages/x.md:4:1: error: a table wider than 40 columns [table-wide]\n    4 | " +
                             repeated("|-", 41) + "|\n      | ^" + repeated("~", 82) +
                             "\n  hint: split it into several tables, or publish it as a file beside this text\n");
  CHECK(faults_of(table(40)) == "");
  CHECK(html_of("```\n" + repeated("|-", 41) + "|\n```\n") ==
        "<pre><code>" + repeated("|-", 41) + "|\n</code></pre>\n");
}

TEST_CASE("markdown: a table whose short rows would be filled up without end is reported and dropped") {
  const Parsed parsed = parse(repeated("|a", 40) + "|\n" + repeated("|-", 40) + "|\n" + repeated("x\n", 5001));

  CHECK(parsed.text->empty());
  CHECK(parsed.faults == "content/pages/x.md:2:1: error: a table of more than 200,000 cells [table-large]\n    2 | " +
                             repeated("|-", 40) + "|\n      | ^" + repeated("~", 80) +
                             "\n  hint: publish it as a file beside this text\n");
}

TEST_CASE("markdown: footnotes stand at the end, with a link back for each reference") {
  const Parsed parsed = parse("A[^b] B[^a] C[^b]\n\n[^a]: Bron *x*\n[^b]: Zie ook[^a]\n\n    - punt\n");

  CHECK(parsed.faults == "");
  CHECK(parsed.html("x.html", 1, "p-") ==
        "<p class=\"nl-paragraph\">A<sup><a href=\"#p-fn-1\" id=\"p-fnref-1\" class=\"nl-link\" "
        "aria-label=\"Voetnoten: 1\">1</a></sup> "
        "B<sup><a href=\"#p-fn-2\" id=\"p-fnref-2\" class=\"nl-link\" aria-label=\"Voetnoten: 2\">2</a></sup> "
        "C<sup><a href=\"#p-fn-1\" id=\"p-fnref-1-2\" class=\"nl-link\" aria-label=\"Voetnoten: 1\">1</a></sup></p>\n"
        "<section class=\"sl-footnotes\" aria-label=\"Voetnoten\">\n<ol>\n"
        "<li id=\"p-fn-1\">\n<p class=\"nl-paragraph\">Zie ook<sup><a href=\"#p-fn-2\" id=\"p-fnref-2-2\" "
        "class=\"nl-link\" aria-label=\"Voetnoten: 2\">2</a></sup></p>\n"
        "<ul class=\"utrecht-unordered-list\">\n<li class=\"utrecht-unordered-list__item\">punt</li>\n</ul>\n"
        "<p class=\"nl-paragraph\"> <a href=\"#p-fnref-1\" class=\"nl-link\" "
        "aria-label=\"Terug naar de tekst bij noot 1\">↩\xEF\xB8\x8E</a>"
        " <a href=\"#p-fnref-1-2\" class=\"nl-link\" "
        "aria-label=\"Terug naar de tekst bij noot 1 (2)\">↩\xEF\xB8\x8E</a></p>\n</li>\n"
        "<li id=\"p-fn-2\">\n<p class=\"nl-paragraph\">Bron <em>x</em> <a href=\"#p-fnref-2\" class=\"nl-link\" "
        "aria-label=\"Terug naar de tekst bij noot 2\">↩\xEF\xB8\x8E</a>"
        " <a href=\"#p-fnref-2-2\" class=\"nl-link\" "
        "aria-label=\"Terug naar de tekst bij noot 2 (2)\">↩\xEF\xB8\x8E</a></p>\n</li>\n"
        "</ol>\n</section>\n");
}

TEST_CASE("markdown: footnotes without a text, without a reference and with two texts are reported") {
  CHECK(
      faults_of("Een [^x] en \\[^y] en [^1].\n\n[^1]: eerste\n[^1]: tweede\n[^los]: niets\n\n```\n[^z]: code\n```\n") ==
      "content/pages/x.md:1:5: error: footnote 'x' has no text [footnote-missing]\n"
      "    1 | Een [^x] en \\[^y] en [^1].\n"
      "      |     ^~~~\n"
      "  hint: write its text on a line of its own that begins with [^x]:\n"
      "content/pages/x.md:4:1: warning: footnote '1' has a text already, so this one is not shown [footnote-unused]\n"
      "    4 | [^1]: tweede\n"
      "      | ^~~~~~~~~~~~\n"
      "  hint: give this one another name\n"
      "content/pages/x.md:5:1: warning: nothing refers to footnote 'los', so it is not shown [footnote-unused]\n"
      "    5 | [^los]: niets\n"
      "      | ^~~~~~~~~~~~~\n"
      "  hint: write [^los] in the text, or take the footnote away\n");
  CHECK(faults_of("Een[^leeg]\n\n[^leeg]:\n") ==
        "content/pages/x.md:3:1: error: footnote 'leeg' has no text [footnote-empty]\n"
        "    3 | [^leeg]:\n"
        "      | ^~~~~~~~\n"
        "  hint: write its text behind the ':'\n");
}

TEST_CASE("markdown: raw HTML is dropped with a warning, its words stay, comments are quiet") {
  const Parsed parsed =
      parse("---\ntitle: x\n---\nEen <b>vet</b> woord <!-- stil -->\n\n<script>\nalert(1)\n</script>\n");

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">Een vet woord </p>\n");
  CHECK(parsed.faults ==
        "content/pages/x.md:4:5: warning: raw HTML is left out of the page [markdown-html]\n"
        "    4 | Een <b>vet</b> woord <!-- stil -->\n"
        "      |     ^~~\n"
        "  hint: write it in Markdown; for a '<' itself, write \\<\n"
        "content/pages/x.md:6:1: warning: raw HTML is left out of the page [markdown-html]\n"
        "    6 | <script>\n"
        "      | ^~~~~~~~\n"
        "  hint: write it in Markdown; for a '<' itself, write \\<\n");
}

TEST_CASE("markdown: a figure's value is text, whatever it holds, wherever it stands") {
  CHECK(html_of("**{{ total.placements.actual }}** en {{figure.danger}}\n") ==
        "<p class=\"nl-paragraph\"><strong>430</strong> en "
        "&lt;b&gt;*niet vet*&lt;/b&gt; &amp; [x](y) | `z`</p>\n");
  CHECK(html_of("![{{ figure.danger }}](kaart.png)\n") ==
        "<p class=\"nl-paragraph\"><img src=\"bestanden/pages/kaart.png\" "
        "alt=\"&lt;b&gt;*niet vet*&lt;/b&gt; &amp; [x](y) | `z`\" loading=\"lazy\"></p>\n");
  CHECK(
      html_of("## Al {{ total.placements.actual }} mensen\n") ==
      "<h2 class=\"nl-heading nl-heading--level-2\" id=\"al-430-mensen\">Al 430 mensen "
      "<a class=\"sl-anchor\" href=\"#al-430-mensen\" aria-label=\"Link naar dit kopje: Al 430 mensen\">#</a></h2>\n");
}

TEST_CASE("markdown: the bar in a figure does not split a table's cell, with a backslash or without") {
  const std::string html =
      html_of("| a |\n|---|\n| {{ budget.pow.total|rounded }} {{ budget.pow.total\\|rounded }} |\n");

  CHECK(html.find("<td class=\"utrecht-table__cell\">€ 5,6 miljoen € 5,6 miljoen</td>\n") != std::string::npos);
}

TEST_CASE("markdown: figures in code and behind a backslash stay as they are written") {
  CHECK(html_of("`{{ x }}` en `{{` tot `}}` en \\{{ y }}\n") ==
        "<p class=\"nl-paragraph\"><code>{{ x }}</code> en <code>{{</code> tot <code>}}</code> en {{ y }}</p>\n");
}

TEST_CASE("markdown: unknown, empty and unclosed figures are reported where they stand") {
  const Parsed parsed = parse("---\ntitle: x\n---\n\nDé *{{ total.x }}* mensen {{ }}\nén {{ open\n");

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">Dé <em></em> mensen \nén  open</p>\n");
  CHECK(parsed.faults ==
        "content/pages/x.md:5:5: error: there is no figure 'total.x' [figure-unknown]\n"
        "    5 | Dé *{{ total.x }}* mensen {{ }}\n"
        "      |     ^~~~~~~~~~~~~\n"
        "  hint: use one of: total, figure\n"
        "content/pages/x.md:5:27: error: nothing stands between '{{' and '}}' [figure-unknown]\n"
        "    5 | Dé *{{ total.x }}* mensen {{ }}\n"
        "      |                           ^~~~~\n"
        "  hint: name a figure, as in {{ figure.krimp }}\n"
        "content/pages/x.md:6:4: error: this '{{' has no '}}' on its line [figure-unclosed]\n"
        "    6 | én {{ open\n"
        "      |    ^~\n"
        "  hint: close it, as in {{ figure.krimp }}, or write \\{{ for the braces themselves\n");
}

TEST_CASE("markdown: a writer's private characters and entities cannot forge a figure") {
  CHECK(html_of("a\xEE\x80\x80"
                "0\xEE\x80\x81"
                "b &#xE000;7&#xE001; &#xE000;x\n") ==
        "<p class=\"nl-paragraph\">a0b \xEE\x80\x80"
        "7\xEE\x80\x81 \xEE\x80\x80x</p>\n");
}

TEST_CASE("markdown: a chart is made for the page on which the text stands") {
  const Parsed parsed = parse("voor\n\n```chart\nlights\n```\n\nna\n");

  CHECK(parsed.faults == "");
  CHECK(parsed.html("a/b.html") ==
        "<p class=\"nl-paragraph\">voor</p>\n<figure>lights on a/b.html</figure>\n<p class=\"nl-paragraph\">na</p>\n");
}

TEST_CASE("markdown: a chart that does not exist is reported at its name") {
  const Parsed parsed = parse("```chart\nlampjes\n```\n");

  CHECK(parsed.text->empty());
  CHECK(parsed.faults ==
        "content/pages/x.md:2:1: error: there is no chart 'lampjes' [chart-unknown]\n"
        "    2 | lampjes\n"
        "      | ^~~~~~~\n"
        "  hint: use one of: lights, matrix\n");
}

TEST_CASE("markdown: quotes inside quotes beyond all reason are reported and dropped") {
  const Parsed parsed = parse(repeated(">", 5000) + " a\n\nb\n");

  CHECK(parsed.html() == "<p class=\"nl-paragraph\">b</p>\n");
  CHECK(parsed.faults.find("content/pages/x.md:1:1: error: more than 100 quotes and lists inside each other "
                           "[markdown-depth]\n") == 0);
  CHECK(html_of(repeated("- ", 120) + "\n") == "<hr>\n");
}

TEST_CASE("markdown: emphasis and lists beyond all reason are cut off at a hundred") {
  std::string markdown;
  for (std::size_t i = 0; i < 150; ++i) markdown += repeated("  ", i) + "- a\n";
  const Parsed parsed = parse(markdown);

  CHECK(parsed.faults.find("[markdown-depth]") != std::string::npos);
  CHECK_FALSE(parsed.text->empty());
  CHECK(parse(repeated("*a **b ", 3000) + repeated("c** d*", 3000)).faults.find("[markdown-depth]") !=
        std::string::npos);
  CHECK(parse(repeated("[", 20000)).html() == "<p class=\"nl-paragraph\">" + repeated("[", 20000) + "</p>\n");
}

TEST_CASE("markdown: many threads parse the same text to the same HTML") {
  const std::string markdown = "~~weg~~ www.x.nl [a](/b.html) {{ total.placements.actual }}\n\n- [x] klaar\n";
  const std::string expected = html_of(markdown);
  std::vector<std::string> results(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& result : results) {
      threads.emplace_back([&result, &markdown] {
        const auto source = std::make_shared<const SourceText>("content/pages/x.md", markdown);
        for (int i = 0; i < 50; ++i) {
          Diagnostics diagnostics;
          const auto document = load_markdown(source, diagnostics);
          std::string html;
          parse_markdown(*document, surroundings(), diagnostics)->html({"over.html", 1, "", "", ""}, html);
          result = i == 0 || html == result ? html : "differs";
        }
      });
    }
  }
  for (const std::string& result : results) CHECK(result == expected);
}

}  // namespace stoplicht::test
