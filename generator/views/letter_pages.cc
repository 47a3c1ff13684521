#include "base/paths.h"
#include "base/text.h"
#include "views/addresses.h"
#include "views/lists.h"
#include "views/pages.h"

namespace stoplicht {
namespace {

Json attachment_list(const Letter& letter, const std::string& address) {
  Json out = Json::array();
  for (const Attachment& attachment : letter.attachments)
    out.push_back(Json{{"title", attachment.title},
                       {"href", !attachment.file.empty() ? percent_encode(relative_link(address, attachment_address(attachment.file))) : attachment.url},
                       {"meta", attachment.note}});
  return out;
}

PageView letter_view(const Scene& scene, const Letter& letter) {
  PageView view;
  const Period& period = *letter.period;
  Frame frame;
  frame.address = letter.address;
  frame.heading = letter.title;
  frame.short_title = letter.kind_label + " " + in_sentence(period.name);
  frame.crumb_title = letter.kind_label;
  frame.kicker = letter.kind_label;
  frame.kicker_sub = scene.strings.say("kicker_period_sub", {{"period", in_sentence(period.name)}});
  frame.crumbs = {{scene.strings.say("menu_periods"), archive_address}, {period.name, address_of(period)}};
  frame.facts = {{scene.strings.say("fact_date"), letter_date(scene, letter)},
                 {scene.strings.say("fact_from"), letter.from},
                 {scene.strings.say("fact_to"), councils_text(scene, letter.councils)}};
  const auto& letters = period.letters;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].get() != &letter) continue;
    if (i > 0) frame.previous = {scene.strings.say("previous_letter"), letters[i - 1]->title, letters[i - 1]->address};
    if (i + 1 < letters.size()) frame.next = {scene.strings.say("next_letter"), letters[i + 1]->title, letters[i + 1]->address};
  }
  for (const auto& each : scene.site.periods) {
    const bool has = !each->letters.empty();
    const Letter* other = each.get() == &period ? &letter : has ? each->letters.front().get() : nullptr;
    frame.switch_items.push_back({each->name, other != nullptr ? other->kind_label : scene.strings.say("not_in_archive"),
                                  other != nullptr ? other->address : address_of(*each), each.get() == &period});
  }
  view.context = frame_context(scene, frame);
  view.texts.push_back({"letter", letter.text, 1, ""});

  std::string councils;
  for (const Organisation* council : letter.councils) councils += (councils.empty() ? "" : ", ") + council->name;
  view.context["date_note"] = letter.date ? or_false(letter.date_note) : Json(false);
  view.context["councils"] = councils;
  view.context["many_councils"] = letter.councils.size() > 3;

  std::vector<const Commitment*> closes(letter.closes.begin(), letter.closes.end());
  view.context["closes"] = closes.empty() ? Json(false) : Json{{"commitments", commitment_list(scene, closes, letter.address)}};
  std::vector<const Announcement*> announces;
  for (const Announcement& announcement : letter.announces) announces.push_back(&announcement);
  view.context["announces"] =
      announces.empty() ? Json(false) : Json{{"announcements", announcement_list(scene, announces, letter.address)}};
  Json attachments = attachment_list(letter, letter.address);
  view.context["attachments"] = attachments.empty() ? Json(false) : Json{{"documents", std::move(attachments)}};
  view.context["period"] = Json{{"name", in_sentence(period.name)}, {"href", relative_link(letter.address, address_of(period))}};
  return view;
}

}  // namespace

void add_letter_pages(const Scene& scene, std::vector<Page>& pages) {
  for (const auto& period : scene.site.periods)
    for (const auto& letter : period->letters)
      pages.push_back({letter->address, "letter", archive_address,
                       letter->text.document != nullptr ? letter->text.document->source().whole() : Location{},
                       [&scene, letter = letter.get()] { return letter_view(scene, *letter); }});
}

}  // namespace stoplicht
