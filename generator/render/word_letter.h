#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "load/word_file.h"
#include "load/word_text.h"

namespace stoplicht {

// A text from Word, read as the letter that it is.
struct WordLetter {
  std::string subject;  // What it is about, or its title; may be empty.
  std::optional<Date> date;
  WordBlocks blocks;                    // From the salutation on, with everything that is no letterhead.
  std::vector<std::string> letterhead;  // The lines that are left out: address, reference, subject, date.
  std::string subject_line, date_line;  // Those of them that say subject and date; "" when they come from elsewhere.
  std::size_t headings = 0;             // Made of lines that are bold or underlined as a whole.
  std::size_t signatures = 0;           // Pictures below the closing: left out.
};

// What a letter's headings, lists and quotes are, however they were made: a line in bold is a heading, lines with a
// dash are a list, a paragraph that is only moved to the right is no quote. Headings go from the second level down.
WordLetter read_word_letter(const WordText& text);

// Paragraphs of the file that are not in the text: pandoc does not read text boxes. The first words of each.
std::vector<std::string> left_behind(const WordFile& file, const WordText& text);

// What stands at the top and bottom of the pages: in no text. Each line once.
std::vector<std::string> page_margins(const WordFile& file);

}  // namespace stoplicht
