#include "render/word_markdown.h"

#include <doctest/doctest.h>

#include <random>

#include "base/text.h"
#include "render/markdown_tree.h"

namespace stoplicht::test {
namespace {

WordInline words(std::string text) { return {.text = std::move(text)}; }
WordInline strong(std::string text) { return {.text = std::move(text), .strong = true}; }
WordInline emphasis(std::string text) { return {.text = std::move(text), .emphasis = true}; }
WordInline link_to(std::string address, std::string text) {
  return {.kind = WordInline::Kind::link, .text = std::move(address), .inside = {words(std::move(text))}};
}
WordInline picture(std::string part, std::string described = "") {
  WordInline out{.kind = WordInline::Kind::image, .text = std::move(part)};
  if (!described.empty()) out.inside = {words(std::move(described))};
  return out;
}
const WordInline line_break{.kind = WordInline::Kind::line_break};

WordBlock one_paragraph(WordWords all) { return {.words = std::move(all)}; }
WordBlock one_paragraph(std::string text) { return one_paragraph({words(std::move(text))}); }
WordBlock list(WordBlock::Kind kind, std::vector<WordBlocks> items, int number = 1) {
  return {.kind = kind, .number = number, .items = std::move(items)};
}
WordCell cell(std::string text) { return {.blocks = {one_paragraph(std::move(text))}}; }

// A file with two pictures that browsers show, and one that they do not.
WordFile file_with_pictures() {
  WordFile file;
  file.name = "brief.docx";
  file.parts["word/media/image1.png"] = "\x89PNG...";
  file.parts["word/media/image2.jpeg"] = "\xFF\xD8\xFF...";
  file.parts["word/media/image3.emf"] = "EMF";
  file.parts["word/media/image4.png"] = "<html>";
  return file;
}

WordMarkdown written(const WordBlocks& blocks, const WordText& text = {}) {
  return word_markdown(blocks, text, file_with_pictures(), "brief", "nl");
}
std::string markdown(const WordBlocks& blocks, const WordText& text = {}) { return written(blocks, text).text; }
std::string markdown(WordWords all) { return markdown({one_paragraph(std::move(all))}); }
std::string markdown(std::string text) { return markdown(WordBlocks{one_paragraph(std::move(text))}); }

// What a reader of the Markdown sees, without blanks; "!" before what is no plain text.
std::string seen(std::string_view text) {
  register_markdown_extensions();
  std::string out;
  for (const MarkdownNode& node : parse_markdown_tree(text).nodes) {
    const bool is_plain = node.kind == MarkdownKind::text || node.kind == MarkdownKind::paragraph ||
                          node.kind == MarkdownKind::document || node.kind == MarkdownKind::link ||
                          node.kind == MarkdownKind::strong || node.kind == MarkdownKind::emphasis ||
                          node.kind == MarkdownKind::deleted || node.kind == MarkdownKind::soft_break;
    if (!is_plain) out += '!';
    if (node.kind == MarkdownKind::text || node.kind == MarkdownKind::code) out += node.text;
  }
  std::erase(out, ' ');
  return out;
}

// "\\{{" stands for braces until figures are filled in.
std::string without_escaped_braces(std::string text) {
  for (std::size_t at = text.find("\\{{"); at != std::string::npos; at = text.find("\\{{", at)) text.erase(at, 1);
  return text;
}

}  // namespace

TEST_CASE("word markdown: signs that mean something in Markdown are signs of the text") {
  CHECK(markdown("a*b* [c] <d> `e` ~f~ \\* g_h _i_") == "a\\*b\\* \\[c\\] \\<d> \\`e\\` \\~f\\~ \\\\\\* g_h \\_i\\_\n");
  CHECK(markdown("AT&T en &amp; en {{ x }}") == "AT&T en \\&amp; en \\{{ x }}\n");
  CHECK(markdown("# geen kop") == "\\# geen kop\n");
  CHECK(markdown("1. geen lijst") == "1\\. geen lijst\n");
  CHECK(markdown("- 2 -") == "\\- 2 -\n");
  CHECK(markdown("> geen citaat") == "\\> geen citaat\n");
  CHECK(markdown("2020 was een jaar") == "2020 was een jaar\n");
  CHECK(markdown("---") == "\\---\n");
}

TEST_CASE("word markdown: blanks are single, and none stands at an end") {
  CHECK(markdown("  een   twee  ") == "een twee\n");
  CHECK(markdown(WordBlocks{one_paragraph("een"), one_paragraph("   "), one_paragraph("twee")}) == "een\n\ntwee\n");
  CHECK(markdown(WordBlocks{}) == "");
}

TEST_CASE("word markdown: forms stand tight around their words") {
  CHECK(markdown({words("een"), strong(" twee "), words("drie")}) == "een **twee** drie\n");
  CHECK(markdown({strong("een "), strong("twee"), emphasis(" drie")}) == "**een twee** *drie*\n");
  CHECK(markdown({strong(" ")}) == "");
  CHECK(markdown({words("a"), strong(" "), words("b")}) == "a b\n");
}

TEST_CASE("word markdown: a form whose marks would not be read is left out, and its words stay") {
  CHECK(markdown({strong("Let op:"), words("dit")}) == "Let op:dit\n");
  CHECK(markdown({strong("een"), emphasis("twee")}) == "**een**twee\n");
  CHECK(markdown({strong("Let op:"), words(" dit")}) == "**Let op:** dit\n");
}

TEST_CASE("word markdown: line breaks") {
  CHECK(markdown({words("een "), line_break, words(" twee"), line_break}) == "een\\\ntwee\n");
  CHECK(markdown({line_break, words("een"), line_break, words("# twee")}) == "een\\\n\\# twee\n");
}

TEST_CASE("word markdown: links to the web stay, others leave their words and a remark") {
  CHECK(markdown({link_to("https://x.nl/a (b)", "de site"), words(".")}) == "[de site](https://x.nl/a%20%28b%29).\n");
  CHECK(markdown({link_to("https://x.nl/a", "https://x.nl/a")}) == "<https://x.nl/a>\n");
  CHECK(markdown("zie https://x.nl/a_b_c, of www.x.nl, ja") == "zie <https://x.nl/a_b_c>, of www.x.nl, ja\n");
  CHECK(markdown({strong("www.x.nl")}) == "**[www.x.nl](http://www.x.nl)**\n");
  CHECK(markdown({link_to("#_Toc1", "Kop")}) == "Kop\n");
  const WordMarkdown local =
      written({one_paragraph("Eerst"), one_paragraph({words("Zie "), link_to("file:///S:/x.docx", "het plan")})});
  CHECK(local.text == "Eerst\n\nZie het plan\n");
  REQUIRE(local.remarks.size() == 1);
  CHECK(local.remarks[0].id == "letter-link");
  CHECK(local.remarks[0].offset == 11);
  CHECK(local.remarks[0].length == 8);
}

TEST_CASE("word markdown: headings and quotes") {
  WordBlock heading{
      .kind = WordBlock::Kind::heading, .words = {words("Kop"), line_break, words("twee #")}, .number = 3};
  CHECK(markdown(WordBlocks{heading}) == "### Kop twee # #\n");
  CHECK(markdown(WordBlocks{list(WordBlock::Kind::quote, {{one_paragraph("een"), one_paragraph("twee")}})}) ==
        "> een\n>\n> twee\n");
}

TEST_CASE("word markdown: lists, inside each other and beside each other") {
  const WordBlock inner = list(WordBlock::Kind::bullets, {{one_paragraph("b")}, {one_paragraph("c")}});
  CHECK(markdown(WordBlocks{list(WordBlock::Kind::numbers, {{one_paragraph("a"), inner}, {one_paragraph("d")}}, 9)}) ==
        "9. a\n   - b\n   - c\n10. d\n");
  CHECK(markdown(WordBlocks{list(WordBlock::Kind::bullets, {{one_paragraph("a"), one_paragraph("b")},
                                                            {one_paragraph("c")}})}) == "- a\n\n  b\n\n- c\n");
  CHECK(markdown(WordBlocks{inner, inner, inner}) == "- b\n- c\n\n+ b\n+ c\n\n- b\n- c\n");
}

TEST_CASE("word markdown: a table has bars, and a cell is one line") {
  WordBlock table{.kind = WordBlock::Kind::table};
  table.rows = {{cell("Maatregel"), cell("2020")}, {cell("a|b"), {}}, {cell("x")}};
  table.rows[1][1].blocks = {one_paragraph("een."), one_paragraph("twee"),
                             list(WordBlock::Kind::bullets, {{one_paragraph("drie")}})};
  CHECK(markdown(WordBlocks{table}) == "| Maatregel | 2020 |\n| --- | --- |\n| a\\|b | een. twee; drie |\n| x | |\n");
  CHECK(written({table}).remarks.empty());
}

TEST_CASE("word markdown: merged cells stay in their columns, and are told") {
  WordBlock table{.kind = WordBlock::Kind::table};
  WordCell wide = cell("breed"), high = cell("hoog");
  wide.columns = 2;
  high.rows = 2;
  table.rows = {{cell("1"), cell("2"), cell("3")}, {high, wide}, {cell("4"), cell("5")}};
  const WordMarkdown all = written({table});
  CHECK(all.text == "| 1 | 2 | 3 |\n| --- | --- | --- |\n| hoog | breed | |\n| | 4 | 5 |\n");
  REQUIRE(all.remarks.size() == 1);
  CHECK(all.remarks[0].id == "letter-table");
}

TEST_CASE("word markdown: a table of one column or row only arranges") {
  WordBlock table{.kind = WordBlock::Kind::table};
  table.rows = {{cell("een")}, {cell("twee")}};
  CHECK(markdown(WordBlocks{table}) == "een\n\ntwee\n");
  table.rows = {{cell("een"), cell("twee")}};
  CHECK(markdown(WordBlocks{table}) == "een\n\ntwee\n");
}

TEST_CASE("word markdown: notes are numbered as they come and stand at the end") {
  WordText text;
  text.notes = {{one_paragraph("eerste")}, {one_paragraph("tweede"), one_paragraph("meer")}, {}};
  const auto note = [](std::size_t index) { return WordInline{.kind = WordInline::Kind::note, .note = index}; };
  CHECK(markdown(WordBlocks{one_paragraph({words("a"), note(1), words(" b"), note(0), words("."), note(2)})}, text) ==
        "a[^1] b[^2].[^3]\n\n[^1]: tweede\n\n    meer\n[^2]: eerste\n[^3]: [vul in: de tekst van deze noot]\n");
}

TEST_CASE("word markdown: pictures become files, each once, and ask for what they show") {
  const WordMarkdown all = written(
      {one_paragraph({picture("media/image1.png"), picture("media/image2.jpeg", "Een kaart")}),
       one_paragraph({picture("media/image1.png", "Afbeelding met tekst\nAutomatisch gegenereerde beschrijving")})});
  CHECK(all.text ==
        "![vul in: wat er op deze afbeelding te zien is](brief-1.png)![Een kaart](brief-2.jpeg)\n\n"
        "![vul in: wat er op deze afbeelding te zien is](brief-1.png)\n");
  REQUIRE(all.pictures.size() == 2);
  CHECK(all.pictures[1].part == "word/media/image2.jpeg");
  CHECK(all.remarks.empty());
}

TEST_CASE("word markdown: a picture that no browser shows leaves a placeholder and a remark") {
  for (const char* const part : {"media/image3.emf", "media/image4.png", "https://x.nl/a.png", "../../etc/passwd"}) {
    const WordMarkdown all = written({one_paragraph({words("a "), picture(part)})});
    CHECK(all.text == "a [vul in: hier stond in Word een afbeelding (1)]\n");
    CHECK(all.pictures.empty());
    REQUIRE(all.remarks.size() == 1);
    CHECK(all.remarks[0].id == "letter-picture");
    CHECK(all.remarks[0].offset == 2);
  }
}

TEST_CASE("word markdown: a placeholder that was typed in Word is one") {
  CHECK(markdown("de [vul in: datum] en [1]") == "de [vul in: datum] en \\[1\\]\n");
}

TEST_CASE("word markdown: whatever the words are, a reader sees them all and nothing else") {
  const std::vector<std::string> pieces{"a", "één", " ", "*", "**",    "_",  "`",   "[",        "](",
                                        ")", "~",   "#", "-", "1.",    "|",  "<b>", "&lt;",     "\\",
                                        "!", "“",   ":", ".", "€",     "{{", "}}",  "www.x.nl", "https://x.nl/a_b",
                                        "^", "+",   ">", "=", "x@y.nl"};
  std::mt19937 random(6);
  const auto below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  for (int round = 0; round < 3000; ++round) {
    WordWords line;
    std::string plain;
    for (std::size_t count = 1 + below(8); count > 0; --count) {
      const std::string& piece = pieces[below(pieces.size())];
      plain += piece;
      line.push_back({.text = piece, .strong = below(4) == 0, .emphasis = below(6) == 0, .struck = below(12) == 0});
    }
    std::erase(plain, ' ');
    const std::string text = markdown(line);
    CHECK_MESSAGE(without_escaped_braces(seen(text)) == without_escaped_braces(plain), text);
  }
}

}  // namespace stoplicht::test
