#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/source_text.h"
#include "model/commitment_mentions.h"
#include "model/figure_mentions.h"
#include "render/letter_draft.h"
#include "render/word_markdown.h"

namespace stoplicht {

// What is found in the words of a letter that is taken over, and how it is told.
class LetterFindings {
 public:
  // `language`: of the terminal.
  LetterFindings(const Site& site, const Period& period, const Organisation& council, MessageLanguage language)
      : site_(site), period_(period), council_(council), language_(language) {}

  // Finds the commitments that the letter names; those that it may close become part of the draft. Asks on a terminal
  // whether a number has the mark of a note pressed against it, and then sets the two apart in the text.
  void read_commitments(WordMarkdown& markdown, LetterDraft& draft);
  void read_figures(const std::string& markdown);

  // `file`: the letter as it is written without figures; its body begins at `body_offset`.
  void warn(const SourceText& file, std::size_t body_offset, const WordMarkdown& markdown,
            Diagnostics& diagnostics) const;
  void tell(const SourceText& file, std::size_t body_offset, bool written) const;

  std::string with_figures(const std::string& markdown) const;

 private:
  std::string told_of(const Commitment& commitment) const;
  void say(const std::string& line) const;

  const Site& site_;
  const Period& period_;
  const Organisation& council_;
  const MessageLanguage language_;
  std::vector<CommitmentMention> mentions_;
  FigureMentions figures_;
};

}  // namespace stoplicht
