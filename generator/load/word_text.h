#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "load/document.h"

// A text from Word as its reader sees it: tracked changes accepted, remarks left out, no styles but those that carry
// meaning. Characters that only arrange lines (fixed blanks, hyphens that do not break, hidden marks) are plain ones.
namespace stoplicht {

struct WordInline {
  enum class Kind { words, line_break, link, image, note } kind = Kind::words;
  std::string text{};  // The words; where a link leads; the name of a picture ("media/image1.png").
  bool strong = false, emphasis = false, struck = false, underlined = false;
  std::vector<WordInline> inside{};  // What a link says, how a picture is described.
  std::size_t note = 0;              // Index in WordText::notes.
};
using WordWords = std::vector<WordInline>;

struct WordBlock;
using WordBlocks = std::vector<WordBlock>;

struct WordCell {
  WordBlocks blocks{};
  std::size_t columns = 1, rows = 1;  // How many it takes; more than one where cells were merged.
};

struct WordBlock {
  enum class Kind { paragraph, heading, bullets, numbers, quote, table, code } kind = Kind::paragraph;
  WordWords words{};                          // Of a paragraph or heading.
  int number = 0;                             // A heading's level; the first number of a list.
  std::vector<WordBlocks> items{};            // Of a list; a quote has one.
  std::vector<std::vector<WordCell>> rows{};  // Of a table.
  bool header = false;                        // The table's first row says what its columns are.
  std::string code{};
};

struct WordText {
  WordWords title;  // In the style Title; may be empty.
  WordBlocks blocks;
  std::vector<WordBlocks> notes;       // Footnotes and endnotes.
  std::size_t added = 0, removed = 0;  // Tracked changes that were accepted.
  std::vector<std::string> comments;   // Remarks in the margin.
};

// From what pandoc answers (load/pandoc.h). Nothing when that is not of the form that is known.
std::optional<WordText> read_word_text(const Json& document);

// Without pictures, notes and forms; a line break is '\n'.
std::string plain_words(const WordWords& words);
// A blank between blocks.
std::string plain_words(const WordBlocks& blocks);

// The same words as lines, without the line breaks.
std::vector<WordWords> lines_of(const WordWords& words);

}  // namespace stoplicht
