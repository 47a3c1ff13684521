#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "load/word_file.h"
#include "load/word_text.h"

namespace stoplicht {

// A picture of a letter, and the file beside the letter that it becomes.
struct LetterPicture {
  std::string part;  // "word/media/image1.png"
  std::string file;  // "hilversum-1.png"
};

// What somebody should look at.
struct LetterRemark {
  std::string id;  // Of the warning.
  std::string message, hint;
  std::size_t offset = 0, length = 0;  // In the Markdown; length 0: of no place in it.
};

struct WordMarkdown {
  std::string text;
  std::vector<LetterPicture> pictures;  // Each once, in the order of the text.
  std::vector<LetterRemark> remarks;
};

// The blocks of a text from Word as the Markdown that this program reads: a paragraph is one line, tables have bars,
// notes stand at the end, no HTML. A picture becomes a file `picture_name`-1.png and so on; the text that describes it,
// where Word has none, a placeholder in `language`, and so is a picture that no browser shows. `file`: has the
// pictures.
WordMarkdown word_markdown(const WordBlocks& blocks, const WordText& text, const WordFile& file,
                           const std::string& picture_name, std::string_view language);

}  // namespace stoplicht
