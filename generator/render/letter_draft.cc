#include "render/letter_draft.h"

#include <algorithm>

#include "base/text.h"
#include "model/placeholders.h"
#include "render/period_draft_parts.h"

namespace stoplicht {
namespace {

bool goes_to(const Letter& letter, const Organisation& council) {
  return std::find(letter.councils.begin(), letter.councils.end(), &council) != letter.councils.end();
}

}  // namespace

std::string letter_file(const LetterDraft& draft, std::string_view language, std::size_t& body_offset) {
  const DraftWords& words = draft_words(language);
  const auto asked = [&](std::string_view what) { return placeholder(words.language, what); };
  std::vector<std::string> councils, ids;
  for (const Organisation* each : draft.councils) councils.push_back(each->id);
  for (const Commitment* each : draft.named) ids.push_back(each->id);

  std::string out = "---\ntitle: " + as_yaml(draft.title.empty() ? asked(words.letter_title) : draft.title);
  out += "\nkind: " + as_yaml(draft.like != nullptr ? draft.like->kind_label : asked(words.letter_kind));
  out += "\nfrom: " + as_yaml(draft.like != nullptr ? draft.like->from : asked(words.letter_from));
  out += "\ncouncils: [" + join(councils, ", ") + "]\n";
  out += draft.date ? "date: " + to_iso(*draft.date) : "date_note: " + as_yaml(asked(words.letter_date));
  if (!ids.empty()) out += "\n# closes: [" + join(ids, ", ") + "]";
  out += "\n---\n";
  if (!ids.empty()) {
    std::string named = ids.back();
    if (ids.size() > 1) {
      ids.pop_back();
      named = join(ids, ", ") + std::string(words.and_word) + named;
    }
    out += asked(std::string(words.closes_them) + in_placeholder(named) + std::string(words.if_so)) + "\n\n";
  }
  body_offset = out.size();
  return out + draft.body;
}

const Letter* last_letter_to(const Period& period, const Organisation& council) {
  const auto find_in = [&](const Period& each) -> const Letter* {
    const Letter* newest = nullptr;
    for (const auto& letter : each.letters)
      if (letter->councils.size() == 1 && goes_to(*letter, council) &&
          (newest == nullptr || (letter->date && (!newest->date || *newest->date < *letter->date))))
        newest = letter.get();
    return newest;
  };
  for (const Period* each = period.previous; each != nullptr; each = each->previous)
    if (const Letter* letter = find_in(*each)) return letter;
  return find_in(period);
}

const Letter* letter_for(const Period& period, const Organisation& council) {
  const Letter* found = nullptr;
  for (const auto& letter : period.letters)
    if (goes_to(*letter, council) && (found == nullptr || (!is_untouched_draft(*found) && is_untouched_draft(*letter))))
      found = letter.get();
  return found;
}

bool is_untouched_draft(const Letter& letter) {
  if (letter.text.document == nullptr || find_placeholders(letter.title).empty()) return false;
  bool asks = false;
  for (const std::string_view line : split(letter.text.document->body(), '\n')) {
    if (trim(line).empty() || line.starts_with('#')) continue;
    if (find_placeholders(line).empty()) return false;
    asks = true;
  }
  return asks;
}

}  // namespace stoplicht
