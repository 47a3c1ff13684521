#include "render/letter_draft.h"

#include "base/text.h"
#include "model/placeholders.h"
#include "render/period_draft_parts.h"

namespace stoplicht {

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

}  // namespace stoplicht
