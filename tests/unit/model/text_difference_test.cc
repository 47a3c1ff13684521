#include <doctest/doctest.h>

#include <random>
#include <string>

#include "model/changes.h"

namespace stoplicht::test {
namespace {

std::string marked(std::string_view before, std::string_view after) {
  std::string out;
  for (const TextPiece& piece : text_difference(before, after)) {
    if (piece.kind == TextPiece::Kind::same) out += piece.text;
    if (piece.kind == TextPiece::Kind::removed) out += "[-" + piece.text + "-]";
    if (piece.kind == TextPiece::Kind::added) out += "{+" + piece.text + "+}";
  }
  return out;
}

// One side of a difference, put together from its pieces.
std::string side(const std::vector<TextPiece>& pieces, TextPiece::Kind kind) {
  std::string out;
  for (const TextPiece& piece : pieces)
    if (piece.kind == TextPiece::Kind::same || piece.kind == kind) out += piece.text;
  return out;
}

void check_pieces(const std::string& before, const std::string& after) {
  const std::vector<TextPiece> pieces = text_difference(before, after);
  CHECK(side(pieces, TextPiece::Kind::removed) == before);
  CHECK(side(pieces, TextPiece::Kind::added) == after);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    CHECK_FALSE(pieces[i].text.empty());
    if (i > 0) CHECK(pieces[i].kind != pieces[i - 1].kind);
  }
  if (before == after) CHECK(pieces.size() <= 1);
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

// Few words, so that the same ones come back in other places.
std::string random_text(Random& random, std::size_t words, std::size_t vocabulary) {
  static const char* const spaces[] = {" ", " ", " ", " ", " ", "\n", "\n\n", "  ", ". ", ".\n\n", "\t"};
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    out += "w" + std::to_string(below(random, vocabulary));
    out += spaces[below(random, std::size(spaces))];
  }
  return out;
}

std::string edited(Random& random, std::string text, std::size_t edits) {
  for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
    const std::size_t at = below(random, text.size());
    const std::size_t length = below(random, 20);
    switch (below(random, 3)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, random_text(random, below(random, 4), 30)); break;
      default: text.replace(at, length, random_text(random, 2, 30)); break;
    }
  }
  return text;
}

TEST_CASE("text difference: words that differ within a sentence") {
  CHECK(marked("Er zijn 12 trajecten gestart.", "Er zijn 15 trajecten gestart.") ==
        "Er zijn [-12-]{+15+} trajecten gestart.");
  CHECK(marked("De start is goed.", "De start is heel goed.") == "De start is {+heel +}goed.");
  CHECK(marked("a b c", "a c") == "a [-b -]c");
}

TEST_CASE("text difference: the same text is one piece, and nothing is none") {
  CHECK(marked("Gelijk.\n\nGebleven.\n", "Gelijk.\n\nGebleven.\n") == "Gelijk.\n\nGebleven.\n");
  CHECK(text_difference("Gelijk.", "Gelijk.").size() == 1);
  CHECK(text_difference("", "").empty());
}

TEST_CASE("text difference: a text that is new or gone is one piece") {
  CHECK(marked("", "Nieuw.\n") == "{+Nieuw.\n+}");
  CHECK(marked("Oud.\n", "") == "[-Oud.\n-]");
}

TEST_CASE("text difference: a paragraph that is put between others leaves these alone") {
  CHECK(marked("Eerste alinea.\n\nTweede alinea.\n", "Eerste alinea.\n\nEr is een alinea bij.\n\nTweede alinea.\n") ==
        "Eerste alinea.\n\n{+Er is een alinea bij.\n\n+}Tweede alinea.\n");
}

TEST_CASE("text difference: a sentence that stays holds its place between sentences that differ") {
  CHECK(marked("Het kost 5 euro. Dat is bekend. Wij gaan door.", "Het kost 6 euro. Dat is bekend. Wij stoppen.") ==
        "Het kost [-5-]{+6+} euro. Dat is bekend. Wij [-gaan door.-]{+stoppen.+}");
}

TEST_CASE("text difference: a sentence written anew is not picked apart around a word that stayed by chance") {
  CHECK(marked("Corona legde de scholing stil.", "Volgend jaar begint de tweede groep.") ==
        "[-Corona legde de scholing stil.-]{+Volgend jaar begint de tweede groep.+}");
}

TEST_CASE("text difference: white space that differs is told") {
  CHECK(marked("een twee", "een\ntwee") == "een[- -]{+\n+}twee");
  CHECK(marked("een twee\n", "een twee") == "een twee[-\n-]");
}

TEST_CASE("text difference: its pieces give both texts back, byte for byte") {
  Random random(20240418);
  for (int i = 0; i < 3000; ++i) {
    const std::string before = random_text(random, below(random, 60), 1 + below(random, 30));
    check_pieces(before, edited(random, before, below(random, 6)));
    check_pieces(before, random_text(random, below(random, 60), 1 + below(random, 30)));
  }
  // Any bytes.
  for (int i = 0; i < 2000; ++i) {
    const auto bytes = [&] {
      std::string out;
      for (std::size_t n = below(random, 40); n > 0; --n) out += "ab .\n\t\xC3\xA9\xFF"[below(random, 9)];
      return out;
    };
    check_pieces(bytes(), bytes());
  }
}

TEST_CASE("text difference: two texts of a megabyte are compared whatever they hold") {
  Random random(7);
  const std::string large = random_text(random, 250'000, 5'000);
  check_pieces(large, edited(random, large, 400));
  check_pieces(large, random_text(random, 250'000, 5'000));
  check_pieces(std::string(1'000'000, '\n'), std::string(900'000, ' '));
  std::string lines, words;
  for (int i = 0; i < 250'000; ++i) {
    lines += i % 2 == 0 ? "a\n\n" : "b\n\n";
    words += i % 3 == 0 ? "b " : "a ";
  }
  check_pieces(lines, words);
  check_pieces(words, words + "a b");
  check_pieces(lines, "b\n\n" + lines);
}

}  // namespace
}  // namespace stoplicht::test
