#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/message_pattern.h"

namespace stoplicht {

// The program's sentences in another language. They are written in English where they are said, and looked up when they
// are shown: so a fault is one thing, in whatever language it is told. Immutable once made.
class MessageCatalogue {
 public:
  // `files`: texts of JSON, each {"<subject>": {"<English pattern>": "<pattern in the other language>"}}. A subject is
  // the id of a diagnostic, or "terminal" for sentences that have none; what follows a colon in it is for who reads the
  // file. "shared" holds for all subjects. What fills a hole that is "nl:…" in the other language is looked up itself:
  // in its own subject, in "phrase" and in "shared"; a pattern fits only when all of those are known. Throws
  // std::invalid_argument for what is no such text, and for two patterns with other holes.
  explicit MessageCatalogue(const std::vector<std::string_view>& files);

  // Nothing when no pattern knows the sentence.
  std::optional<std::string> translated(std::string_view subject, std::string_view sentence) const;

 private:
  struct Entry {
    MessagePattern from, to;
  };
  using Entries = std::vector<Entry>;  // The longest first.
  std::optional<std::string> look_up(std::string_view subject, std::string_view sentence, int depth) const;
  std::optional<std::string> look_in(std::string_view group, std::string_view subject, std::string_view sentence,
                                     int depth) const;

  std::map<std::string, Entries, std::less<>> subjects_;
};

// The Dutch one, a part of the program (messages/nl/).
const MessageCatalogue& dutch_messages();

// A sentence, and the language that it came out in: English when the one asked for has no words for it, so that nothing
// is lost.
struct Said {
  std::string text;
  MessageLanguage language = MessageLanguage::english;
};
Said said(MessageLanguage language, std::string_view subject, std::string_view sentence);

// Only the text of it.
std::string in_language(MessageLanguage language, std::string_view subject, std::string_view sentence);

}  // namespace stoplicht
