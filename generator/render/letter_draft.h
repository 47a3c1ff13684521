#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/site.h"

namespace stoplicht {

// A letter that was written elsewhere, on its way to a file of the site.
struct LetterDraft {
  std::string title;  // What it is about; may be empty.
  std::optional<Date> date;
  // The letter whose file it takes over: its front matter stays, whoever wrote it, but for a title and a date that it
  // asks for. Null: the file is new.
  const Letter* place_of = nullptr;
  const Letter* like = nullptr;               // The one whose kind and sender a new file has; may be null.
  std::vector<const Organisation*> councils;  // Of a new file.
  std::vector<const Commitment*> named;       // That it may close: only a person can say whether it does.
  std::string body;                           // Markdown.
};

// The file. What is not known is a placeholder (model/placeholders.h). Commitments are proposed in a comment of the
// front matter, with a placeholder that asks: so the letter closes none of them, and is not published, before somebody
// decided; where it closes others already, the placeholder alone asks. `body_offset`: where the body begins.
std::string letter_file(const LetterDraft& draft, std::string_view language, std::size_t& body_offset);

}  // namespace stoplicht
