#include "model/letter_frame.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/edition_parts.h"

namespace stoplicht {
namespace {

// Of two or three letters, two that say the same may be the two that must go.
constexpr std::size_t enough_letters = 4;

bool has_one_of(const std::string& line, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return line.find(word) != std::string::npos; });
}

bool greets_a_council(std::string_view text) {
  constexpr std::array<std::string_view, 5> starts{"geachte ", "geacht ", "hooggeachte ", "beste ", "dear "};
  constexpr std::array<std::string_view, 5> councils{"raad", "leden", "council", "members", "college"};
  constexpr std::array<std::string_view, 6> people{"heer", "mevrouw", "mr", "mrs", "mw", "dhr"};
  const std::string line = in_lower_case(trim(text));
  if (!line.ends_with(',') || !has_one_of(line, councils)) return false;
  for (const std::string_view word : split(line, ' '))
    if (std::find(people.begin(), people.end(), word.substr(0, word.find('.'))) != people.end()) return false;
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return line.starts_with(start); });
}

}  // namespace

bool is_letter_part(std::string_view part) {
  constexpr std::string_view periods = "content/periods/";
  if (!part.starts_with(text_part) || !part.substr(text_part.size()).starts_with(periods)) return false;
  const std::string_view path = part.substr(text_part.size() + periods.size());
  return path.substr(std::min(path.find('/'), path.size())).starts_with("/letters/");
}

void leave_out_frame(Json& letter) {
  if (const auto front = letter.find("front_matter"); front != letter.end() && front->is_object())
    for (const char* key : {"title", "kind", "from", "councils"}) front->erase(key);
  const auto text = letter.find("text");
  if (text == letter.end() || !text->is_string()) return;
  std::string kept;
  for (const std::string_view line : split(text->get_ref<const std::string&>(), '\n'))
    if (!greets_a_council(line)) kept += std::string(line) + "\n";
  *text = kept;
}

ArchivedLetters::ArchivedLetters(const Archive& archive) {
  for (const auto& edition : archive.editions)
    for (const auto& [part, content] : edition->document->root().at("parts").items()) {
      if (!is_letter_part(part)) continue;
      const Json& letter = content.at("content");
      if (const auto text = letter.find("text"); text != letter.end() && text->is_string())
        words_[part] += text->get_ref<const std::string&>() + "\n";
    }
}

bool ArchivedLetters::most_say(const std::string& sentence) const {
  const auto saying = std::count_if(words_.begin(), words_.end(), [&](const auto& letter) {
    return letter.second.find(sentence) != std::string::npos;
  });
  return words_.size() >= enough_letters && static_cast<std::size_t>(saying) * 2 > words_.size();
}

}  // namespace stoplicht
