#include "render/word_letter.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "render/word_markdown.h"

namespace stoplicht::test {
namespace {

WordInline plain(std::string text) { return {.text = std::move(text)}; }
WordInline bold(std::string text) { return {.text = std::move(text), .strong = true}; }
const WordInline line_end{.kind = WordInline::Kind::line_break};

WordBlock lines(WordWords all) { return {.words = std::move(all)}; }
WordBlock lines(std::string text) { return lines(WordWords{plain(std::move(text))}); }
WordBlock title(int level, std::string text) {
  return {.kind = WordBlock::Kind::heading, .words = {plain(std::move(text))}, .number = level};
}

WordLetter letter_of(WordBlocks blocks) {
  WordText text;
  text.blocks = std::move(blocks);
  return read_word_letter(text);
}

std::string markdown_of(WordBlocks blocks) {
  const WordLetter letter = letter_of(std::move(blocks));
  return word_markdown(letter.blocks, {}, {}, "brief", "nl").text;
}

}  // namespace

TEST_CASE("word letter: what stands above the salutation is letterhead, and tells subject and date") {
  WordBlock table{.kind = WordBlock::Kind::table};
  table.rows = {{{.blocks = {lines("Ons kenmerk")}}, {.blocks = {lines("2024.1234")}}},
                {{.blocks = {lines("Betreft:")}}, {.blocks = {lines("De voortgang")}}}};
  const WordLetter letter = letter_of({lines(WordWords{plain("Aan de raad"), line_end, plain("Postbus 1")}), table,
                                       lines("Uw brief van 2 mei 2023"), lines("Hilversum, 18 april 2024"),
                                       lines("Geachte raad,"), lines("Tekst.")});
  CHECK(letter.subject == "De voortgang");
  REQUIRE(letter.date);
  CHECK(to_iso(*letter.date) == "2024-04-18");
  CHECK(join(letter.letterhead, " | ") ==
        "Aan de raad | Postbus 1 | Ons kenmerk 2024.1234 | Betreft: De voortgang | Uw brief van 2 mei 2023 | "
        "Hilversum, 18 april 2024");
  CHECK(letter.subject_line == "Betreft: De voortgang");
  CHECK(letter.date_line == "Hilversum, 18 april 2024");
  CHECK(letter.blocks.size() == 2);
}

TEST_CASE("word letter: what is no letterhead stays above the salutation") {
  const std::string summary(200, 'x');
  CHECK(markdown_of({title(1, "Kop"), lines(summary), lines("Adres"), lines("Beste raadsleden,")}) ==
        "## Kop\n\n" + summary + "\n\nBeste raadsleden,\n");
}

TEST_CASE("word letter: without a salutation nothing is left out") {
  const WordLetter letter = letter_of({lines("Onderwerp: de haven"), lines("Datum: 1 mei 2024"), lines("Tekst.")});
  CHECK(letter.subject == "de haven");
  CHECK(to_iso(*letter.date) == "2024-05-01");
  CHECK(letter.blocks.size() == 3);
  CHECK(letter.letterhead.empty());
}

TEST_CASE("word letter: a line in bold is a heading, with or without its text in one paragraph") {
  const WordBlocks blocks{lines("Geachte raad,"),
                          lines(WordWords{bold("Aanleiding: ")}),
                          lines("Tekst."),
                          lines(WordWords{bold("Gevolg"), line_end, plain("Meer tekst.")}),
                          lines(WordWords{bold("Let op, dit is een zin.")}),
                          lines(WordWords{bold("Deels"), plain(" vet")}),
                          lines(WordWords{plain("Hoogachtend,")}),
                          lines(WordWords{bold("mr. A. Voorbeeld")}),
                          lines("burgemeester")};
  CHECK(markdown_of(blocks) ==
        "Geachte raad,\n\n## Aanleiding\n\nTekst.\n\n## Gevolg\n\nMeer tekst.\n\n**Let op, dit is een zin.**\n\n"
        "**Deels** vet\n\nHoogachtend,\n\n**mr. A. Voorbeeld**\n\nburgemeester\n");
  CHECK(letter_of(blocks).headings == 2);
}

TEST_CASE("word letter: headings begin at the second level and skip none") {
  CHECK(markdown_of({title(3, "a"), lines("x"), title(1, "b"), title(4, "c"), lines(WordWords{bold("dd")}),
                     lines("x")}) == "## a\n\nx\n\n## b\n\n### c\n\n#### dd\n\nx\n");
}

TEST_CASE("word letter: lines that begin with a mark are a list") {
  CHECK(markdown_of({lines("Dit:"), lines("- een"), lines("- twee"), lines("Klaar.")}) ==
        "Dit:\n\n- een\n- twee\n\nKlaar.\n");
  CHECK(markdown_of({lines(WordWords{plain("Dit:"), line_end, plain("• een"), line_end, plain("• twee")})}) ==
        "Dit:\n\n- een\n- twee\n");
  CHECK(markdown_of({lines("• één punt")}) == "- één punt\n");
  CHECK(markdown_of({lines("- geen lijst")}) == "\\- geen lijst\n");
}

TEST_CASE("word letter: a paragraph that was only moved to the right is no quote") {
  const auto quote = [](std::string text) {
    return WordBlock{.kind = WordBlock::Kind::quote, .items = {{lines(std::move(text))}}};
  };
  CHECK(markdown_of({quote("Ingesprongen."), quote("“Geciteerd.”")}) == "Ingesprongen.\n\n> “Geciteerd.”\n");
}

TEST_CASE("word letter: pictures below the closing are left out") {
  const WordBlock picture = lines(WordWords{{.kind = WordInline::Kind::image, .text = "media/image1.png"}});
  const WordLetter letter = letter_of({lines("Geachte raad,"), picture, lines("Met vriendelijke groet,"), picture});
  CHECK(letter.signatures == 1);
  CHECK(letter.blocks[1].words.size() == 1);
}

TEST_CASE("word letter: a sentence or a heading is no salutation or closing, and who signs may be the closing") {
  const WordBlock picture = lines(WordWords{{.kind = WordInline::Kind::image, .text = "media/image1.png"}});
  const auto signatures = [&](WordBlocks blocks) { return letter_of(std::move(blocks)).signatures; };
  const WordBlock salutation = lines("Geachte raad,");
  CHECK(signatures({salutation, lines("Namens het college informeer ik u over de haven."), picture}) == 0);
  CHECK(signatures({salutation, title(2, "Met groet"), picture}) == 0);
  CHECK(signatures({salutation, picture, lines("Met groet,"), picture}) == 1);
  CHECK(signatures({salutation, picture, lines("Burgemeester en wethouders van Zandwijk,"), picture}) == 1);
  CHECK(signatures({salutation, lines("Hoogachtend,"), picture, lines("namens het college van Zandwijk,"), picture}) ==
        2);
  CHECK(markdown_of({title(1, "Beste praktijken"), lines("Adres"), lines("Beste raadsleden,")}) ==
        "## Beste praktijken\n\nBeste raadsleden,\n");
  CHECK(letter_of({lines("Beste praktijken uit de regio staan hieronder."), lines("Tekst.")}).letterhead.empty());
}

TEST_CASE("word letter: paragraphs of the file that are in no text are told, each once") {
  WordFile file;
  file.parts["word/document.xml"] =
      "<w:p><w:t>In de tekst, T20-27</w:t></w:p><w:p><w:t>In een kader</w:t></w:p><w:p><w:t>In een kader</w:t></w:p>";
  file.parts["word/header1.xml"] = "<w:p><w:t>Gemeente</w:t></w:p>";
  file.parts["word/footer2.xml"] = "<w:p><w:t>Gemeente</w:t></w:p><w:p><w:t>Pagina 1</w:t></w:p>";
  WordText text;
  text.blocks = {lines(WordWords{plain("In de "), bold("tekst"), plain(", T20-27")})};
  CHECK(join(left_behind(file, text), " | ") == "In een kader");
  CHECK(join(page_margins(file), " | ") == "Gemeente | Pagina 1");
}

}  // namespace stoplicht::test
