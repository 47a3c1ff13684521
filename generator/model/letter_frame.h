#pragma once
#include <map>
#include <string>
#include <string_view>

#include "model/edition.h"

// What letters have in common because they are letters. It is no trace of one of them in another.
namespace stoplicht {

bool is_letter_part(std::string_view part);  // "text:content/periods/2020-07/letters/hilversum.md"

// Takes out of the content of a letter's part: title, kind, sender and councils, and the line that greets a council.
// A greeting with somebody's name stays, and so does what a letter announces.
void leave_out_frame(Json& letter);

// The letters of an archive, those of corrected editions as one.
class ArchivedLetters {
 public:
  explicit ArchivedLetters(const Archive& archive);
  // More than half of them, where there are enough to say so: "Deze brief staat ook op onze website."
  bool most_say(const std::string& sentence) const;

 private:
  std::map<std::string, std::string> words_;  // By part.
};

}  // namespace stoplicht
