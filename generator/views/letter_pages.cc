#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/documents.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

// How much alike the councils of two letters are: 1 for the same ones, 0 for none in common.
double likeness(const Letter& a, const Letter& b) {
  std::size_t shared = 0;
  for (const Organisation* council : a.councils)
    if (std::any_of(b.councils.begin(), b.councils.end(),
                    [&](const Organisation* other) { return other->id == council->id; }))
      ++shared;
  const std::size_t all = a.councils.size() + b.councils.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

// The letter of another period to the councils most like this one's; null when it has none to any of them: the letter
// to another council is another subject.
const Letter* counterpart(const Letter& letter, const Period& period) {
  const Letter* best = nullptr;
  double most = 0;
  for (const auto& other : period.letters) {
    const double alike = likeness(letter, *other);
    if (alike <= most) continue;
    best = other.get();
    most = alike;
  }
  return best;
}

SearchEntry entry_of(const Scene& scene, const Letter& letter, const MarkdownSlot& text) {
  const Period& period = *letter.period;
  SearchEntry entry = search_entry(SearchKind::letter, letter.title, letter.address);
  entry.group = "letter:" + period.id + ":" + letter.id;
  entry.names = {letter.kind_label};
  set_period(scene, period, entry);
  entry.councils = facets_of(scene, letter.councils);
  if (letter.date) {
    entry.date = to_iso(*letter.date);
    entry.names.push_back(scene.locale.date(*letter.date));
  }
  add_slot(entry, "", "", text);
  std::vector<std::string> closes;
  for (const Commitment* commitment : letter.closes) closes.push_back(commitment->id + " " + commitment->title);
  add_part(entry, label(scene, "closes"), "", paragraphs(closes));
  add_part(entry, label(scene, "announces"), "", announcements_text(scene, letter.announces));
  add_part(entry, label(scene, "attachments"), "", attachments_text(letter.attachments));
  return entry;
}

PageView letter_view(const Scene& scene, const Letter& letter) {
  PageView view;
  const Period& period = *letter.period;
  Frame frame;
  frame.address = letter.address;
  frame.heading = letter.title;
  frame.short_title = letter.kind_label + " " + in_sentence(scene, period.name);
  frame.crumb_title = letter.kind_label;
  frame.kicker = letter.kind_label;
  frame.kicker_sub = scene.strings.say("kicker_period_sub", {{"period", in_sentence(scene, period.name)}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_date"), letter_date(scene, letter)},
                 {scene.strings.say("fact_from"), letter.from},
                 {scene.strings.say("fact_to"), councils_text(scene, letter.councils)}};
  frame.cite_date = letter.date ? scene.locale.date(*letter.date) : "";
  frame.print_address = print_address_of(period);
  const auto& letters = period.letters;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].get() != &letter) continue;
    if (i > 0) frame.previous = {scene.strings.say("previous_letter"), letters[i - 1]->title, letters[i - 1]->address};
    if (i + 1 < letters.size())
      frame.next = {scene.strings.say("next_letter"), letters[i + 1]->title, letters[i + 1]->address};
  }
  for (const auto& each : scene.present().periods) {
    const Letter* other = each->id == period.id ? &letter : counterpart(letter, *each);
    const char* none = each->letters.empty() ? "not_in_archive" : "no_letter_to_council";
    frame.switch_items.push_back({each->name, other != nullptr ? other->kind_label : scene.strings.say(none),
                                  other != nullptr ? other->address : address_of(*each), each->id == period.id});
  }
  tell_edition(scene, period, subject_of(letter.text, period), frame);
  view.context = frame_context(scene, frame);
  view.texts.push_back({"letter", letter.text, 1, ""});

  view.context["date_note"] = letter.date ? or_false(letter.date_note) : Json(false);
  view.context["councils"] = council_names(letter.councils);
  view.context["many_councils"] = letter.councils.size() > 3;

  std::vector<const Commitment*> closes(letter.closes.begin(), letter.closes.end());
  view.context["closes"] =
      closes.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, closes, letter.address)}};
  std::vector<const Announcement*> announces;
  for (const Announcement& announcement : letter.announces) announces.push_back(&announcement);
  view.context["announces"] =
      announces.empty() ? Json(false) : Json{{"announcements", announcement_list(scene, announces, letter.address)}};
  Json attachments = attachment_list(scene, letter.attachments, &period, letter.address);
  view.context["attachments"] = attachments.empty() ? Json(false) : Json{{"documents", std::move(attachments)}};
  view.context["period"] =
      Json{{"name", in_sentence(scene, period.name)}, {"href", relative_link(letter.address, address_of(period))}};
  view.search = entry_of(scene, letter, view.texts.back());
  return view;
}

}  // namespace

void add_letter_pages(const Scene& scene, const Period& period, std::vector<Page>& pages) {
  for (const auto& letter : period.letters)
    pages.push_back({letter->address, "letter", archive_address,
                     letter->text.document != nullptr ? letter->text.document->source().whole() : Location{},
                     [&scene, letter = letter.get()] { return letter_view(scene, *letter); }});
}

}  // namespace stoplicht
