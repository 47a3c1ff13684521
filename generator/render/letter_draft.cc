#include "render/letter_draft.h"

#include "base/text.h"
#include "model/placeholders.h"
#include "render/period_draft_parts.h"

namespace stoplicht {

namespace {

// Proposes commitments; what follows the colon is a list of them.
constexpr std::string_view proposal = "# closes: ";

std::string new_front_matter(const LetterDraft& draft, const DraftWords& words) {
  const auto asked = [&](std::string_view what) { return placeholder(words.language, what); };
  std::vector<std::string> councils;
  for (const Organisation* each : draft.councils) councils.push_back(each->id);
  std::string out = "title: " + as_yaml(draft.title.empty() ? asked(words.letter_title) : draft.title);
  out += "\nkind: " + as_yaml(draft.like != nullptr ? draft.like->kind_label : asked(words.letter_kind));
  out += "\nfrom: " + as_yaml(draft.like != nullptr ? draft.like->from : asked(words.letter_from));
  out += "\ncouncils: [" + join(councils, ", ") + "]\n";
  return out + (draft.date ? "date: " + to_iso(*draft.date) : "date_note: " + as_yaml(asked(words.letter_date))) + "\n";
}

// What stands between the fences of the file, but for a proposal of before.
std::string kept_front_matter(const LetterDraft& draft) {
  const Letter& letter = *draft.place_of;
  const MarkdownDocument& document = *letter.text.document;
  const auto line_of_key = [&](const char* pointer) {
    const Location key = document.at_key(pointer);
    return key.column == 1 ? key.line : 0;  // Elsewhere it shares its line with others.
  };
  const bool asks_title = !draft.title.empty() && !find_placeholders(letter.title).empty();
  const bool asks_date = draft.date && !letter.date && !find_placeholders(letter.date_note).empty();
  const int title = asks_title ? line_of_key("/title") : 0;
  const int date = asks_date ? line_of_key("/date_note") : 0;
  const int end = document.body_line() - 1;

  std::string out;
  int number = 0;
  bool is_replaced = false;
  for (std::string_view line : split(document.source().text(), '\n')) {
    if (++number >= end) break;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (number == 1 || (is_replaced && goes_on) || line.starts_with(proposal)) continue;
    is_replaced = number == title || number == date;
    if (number == title)
      out += "title: " + as_yaml(draft.title);
    else if (number == date)
      out += "date: " + to_iso(*draft.date);
    else
      out += line;
    out += '\n';
  }
  return out;
}

}  // namespace

std::string letter_file(const LetterDraft& draft, std::string_view language, std::size_t& body_offset) {
  const DraftWords& words = draft_words(language);
  const bool closes_others = draft.place_of != nullptr && draft.place_of->text.document->root().contains("closes");
  std::string out = "---\n" + (draft.place_of != nullptr ? kept_front_matter(draft) : new_front_matter(draft, words));
  std::vector<std::string> ids;
  for (const Commitment* each : draft.named) ids.push_back(each->id);
  if (!ids.empty() && !closes_others) out += std::string(proposal) + "[" + join(ids, ", ") + "]\n";
  out += "---\n";
  if (!ids.empty()) {
    std::string named = ids.back();
    if (ids.size() > 1) {
      ids.pop_back();
      named = join(ids, ", ") + std::string(words.and_word) + named;
    }
    out += placeholder(words.language, std::string(words.closes_them) + in_placeholder(named) +
                                           std::string(closes_others ? words.if_so_too : words.if_so)) +
           "\n\n";
  }
  body_offset = out.size();
  return out + draft.body;
}

}  // namespace stoplicht
