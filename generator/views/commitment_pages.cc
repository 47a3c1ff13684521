#include <algorithm>

#include "base/paths.h"
#include "views/addresses.h"
#include "views/edition_notes.h"
#include "views/lists.h"
#include "views/pages.h"
#include "views/search_parts.h"

namespace stoplicht {
namespace {

Json event(const std::string& when, const std::string& title, const std::string& text, const std::string& href,
           const std::string& link_label, const char* shape, const char* light) {
  return Json{{"when", when},   {"title", title}, {"text", or_false(text)}, {"href", href}, {"link_label", link_label},
              {"shape", shape}, {"light", light}};
}

// The newest edition that tells of the commitment: it was closed in its period. Null when it was never published as
// closed.
const Edition* edition_of(const Scene& scene, const Commitment& commitment) {
  if (scene.archive == nullptr) return nullptr;
  for (const auto& edition : scene.archive->editions)
    if (edition->is_newest() && edition->period != nullptr &&
        edition->document->root().at("seal").at("parts").contains("commitment:" + commitment.id))
      return edition.get();
  return nullptr;
}

// A letter that closed it and was taken out of view: that it was closed stays told.
Json closed_by_withdrawn_letter(const Scene& scene, const Commitment& commitment, const Edition& edition) {
  const std::string letters = "text:content/periods/" + edition.period_id + "/letters/";
  std::vector<Stone> stones = stones_of(scene, *edition.period);
  std::erase_if(stones, [&](const Stone& stone) { return !stone.part->part.starts_with(letters); });
  const std::string text =
      scene.strings.say("kicker_period", {{"period", in_sentence(scene, edition.period->name)}}) + ".";
  // Of several nobody can say which one it was.
  if (stones.size() != 1)
    return event("", scene.strings.say("event_closed"), text,
                 relative_link(commitment.address, address_of(*edition.period)), scene.strings.say("newer_link_period"),
                 "check", "green");
  return event("", scene.strings.say("event_closed"), text + " " + withdrawn_text(scene, *stones.front().part),
               relative_link(commitment.address, stones.front().address), stones.front().name, "check", "green");
}

// From the promise to what came of it.
Json life_of(const Scene& scene, const Commitment& commitment) {
  const Strings& strings = scene.strings;
  Json events = Json::array();
  events.push_back(event(scene.locale.date(commitment.made_on), strings.say("event_made"),
                         strings.say("event_made_text", {{"by", commitment.by}, {"meeting", commitment.meeting}}), "",
                         "", "ring", "grey"));
  const bool running =
      commitment.status == CommitmentStatus::open || commitment.status == CommitmentStatus::in_progress;
  const auto add_state = [&] {
    events.push_back(event(judged_on(scene),
                           strings.say("event_state", {{"status", in_sentence(scene, status_text(scene, commitment))}}),
                           commitment.due ? "" : strings.say("event_no_due"), "", "", "ring", "grey"));
  };
  // What is still to come stands below how things are now.
  if (running && !commitment.overdue) add_state();
  if (commitment.due)
    events.push_back(event(scene.locale.date(*commitment.due), strings.say("event_due"),
                           commitment.overdue ? strings.say("event_overdue", {{"date", judged_on(scene)}}) : "", "", "",
                           commitment.overdue ? "warning" : "ring", commitment.overdue ? "amber" : "grey"));
  if (commitment.overdue) add_state();
  if (const Letter* letter = commitment.closed_by)
    events.push_back(event(letter_date(scene, *letter), strings.say("event_closed"), "",
                           relative_link(commitment.address, letter->address),
                           letter->kind_label + ": " + letter->title, "check", "green"));
  else if (const Edition* edition = edition_of(scene, commitment);
           edition != nullptr && commitment.status == CommitmentStatus::closed)
    events.push_back(closed_by_withdrawn_letter(scene, commitment, *edition));
  else if (commitment.status == CommitmentStatus::lapsed)
    events.push_back(event("", strings.say("event_lapsed"), commitment.lapsed_reason, "", "", "cross", "grey"));
  return events;
}

// Which statuses the register tells apart: one that is late is another than one that is not.
SearchFacet status_facet(const Scene& scene, const Commitment& commitment) {
  std::string id;
  switch (commitment.status) {
    case CommitmentStatus::open: id = "commitment-open"; break;
    case CommitmentStatus::in_progress: id = "commitment-in-progress"; break;
    case CommitmentStatus::closed: id = "commitment-closed"; break;
    case CommitmentStatus::lapsed: id = "commitment-lapsed"; break;
  }
  return {commitment.overdue ? id + "-overdue" : id, status_text(scene, commitment)};
}

// Its life in words: who promised it, by when, and what closed it.
std::string life_text(const Scene& scene, const Commitment& commitment) {
  const Strings& strings = scene.strings;
  const Letter* letter = commitment.closed_by;
  return paragraphs(
      {strings.say("event_made_text", {{"by", commitment.by}, {"meeting", commitment.meeting}}),
       commitment.due ? labelled(scene, strings.say("event_due"), scene.locale.date(*commitment.due)) : std::string(),
       letter != nullptr
           ? labelled(scene, strings.say("event_closed"), labelled(scene, letter->kind_label, letter->title))
           : std::string(),
       commitment.lapsed_reason.empty() ? std::string()
                                        : labelled(scene, strings.say("event_lapsed"), commitment.lapsed_reason)});
}

SearchEntry entry_of(const Scene& scene, const Commitment& commitment, const MarkdownSlot& closure) {
  SearchEntry entry = search_entry(SearchKind::commitment, commitment.title, commitment.address);
  entry.identifiers = {commitment.id};
  entry.summary = commitment.text;
  if (!commitment.projects.empty()) set_project(scene, *commitment.projects.front(), entry);
  if (!commitment.programmes.empty() && commitment.projects.empty())
    entry.programme = facet_of(scene, *commitment.programmes.front());
  entry.councils.clear();
  if (commitment.council != nullptr) entry.councils = facets_of(scene, {commitment.council});
  entry.status = status_facet(scene, commitment);
  entry.date = to_iso(commitment.made_on);
  add_part(entry, label(scene, "life"), "", life_text(scene, commitment));
  add_slot(entry, label(scene, "closure"), "tekst_afdoening", closure);
  return entry;
}

PageView commitment_view(const Scene& scene, std::size_t index) {
  PageView view;
  const auto& all = scene.site.commitments;
  const Commitment& commitment = *all[index];
  Frame frame;
  frame.address = commitment.address;
  frame.heading = commitment.title;
  frame.short_title = commitment.id + " " + commitment.title;
  frame.crumb_title = commitment.id;
  frame.description = commitment.text;
  frame.kicker = scene.strings.say("kicker_commitment", {{"id", commitment.id}});
  frame.crumbs = {{scene.strings.say("menu_commitments"), commitments_address}};
  frame.facts = {{scene.strings.say("fact_status"), status_text(scene, commitment)},
                 {scene.strings.say("made_on"), scene.locale.date(commitment.made_on)},
                 {scene.strings.say("made_by"), commitment.by}};
  if (commitment.council != nullptr) frame.facts.push_back({scene.strings.say("council"), commitment.council->name});
  if (const Edition* edition = edition_of(scene, commitment); edition != nullptr)
    tell_withdrawn_where(
        scene, *edition->period,
        [&](const std::string& part) { return part == "text:content/commitments/" + commitment.id + ".md"; }, frame);
  // The list is newest first; "previous" is the earlier one, as it is of periods.
  const auto neighbour = [&](const char* kicker, const Commitment& other) {
    return Neighbour{scene.strings.say(kicker), other.id + " " + other.title, other.address};
  };
  if (index + 1 < all.size()) frame.previous = neighbour("previous_commitment", *all[index + 1]);
  if (index > 0) frame.next = neighbour("next_commitment", *all[index - 1]);
  view.context = frame_context(scene, frame);

  view.context["id"] = commitment.id;
  view.context["text"] = commitment.text;
  view.context["meeting"] = commitment.meeting;
  view.context["timeline"] = Json{{"events", life_of(scene, commitment)}};
  view.context["has_closure"] = !commitment.closure.empty();
  view.texts.push_back({"closure", commitment.closure, 2, ""});
  Json about = Json::array();
  for (const Programme* programme : commitment.programmes)
    about.push_back(Json{{"title", programme->name},
                         {"href", relative_link(commitment.address, address_of(*programme))},
                         {"meta", scene.strings.say("kicker_programme")}});
  for (const Project* project : commitment.projects)
    about.push_back(Json{{"title", project->name},
                         {"href", relative_link(commitment.address, address_of(*project))},
                         {"meta", scene.strings.say("kicker_project")}});
  view.context["about"] = about.empty() ? Json(false) : Json{{"documents", std::move(about)}};
  view.search = entry_of(scene, commitment, view.texts.back());
  return view;
}

PageView register_view(const Scene& scene) {
  PageView view;
  std::vector<const Commitment*> running, settled;
  for (const auto& commitment : scene.site.commitments) {
    const bool open =
        commitment->status == CommitmentStatus::open || commitment->status == CommitmentStatus::in_progress;
    (open ? running : settled).push_back(commitment.get());
  }
  std::stable_partition(running.begin(), running.end(),
                        [](const Commitment* commitment) { return commitment->overdue; });
  Frame frame;
  frame.address = commitments_address;
  frame.heading = commitments_summary(scene);
  frame.short_title = scene.strings.say("menu_commitments");
  frame.kicker = scene.strings.say("register_kicker");
  frame.lead = scene.strings.say("register_lead");
  frame.facts = {{scene.strings.say("fact_judged"), judged_on(scene)}};
  view.context = frame_context(scene, frame);
  view.context["running"] = Json{{"commitments", commitment_list(scene, running, commitments_address)}};
  view.context["has_running"] = !running.empty();
  view.context["settled"] = Json{{"commitments", commitment_list(scene, settled, commitments_address)}};
  view.context["has_settled"] = !settled.empty();
  const auto announcements = all_announcements(scene.site);
  view.context["announcements"] =
      announcements.empty() ? Json(false)
                            : Json{{"announcements", announcement_list(scene, announcements, commitments_address)}};
  view.search = register_entry(frame.short_title, frame.lead, frame.address);
  return view;
}

}  // namespace

void add_commitment_pages(const Scene& scene, std::vector<Page>& pages) {
  pages.push_back(
      {commitments_address, "commitments", commitments_address, Location{}, [&scene] { return register_view(scene); }});
  for (std::size_t i = 0; i < scene.site.commitments.size(); ++i)
    pages.push_back({scene.site.commitments[i]->address, "commitment", commitments_address,
                     Location{"data/commitments.json", 0, 0, 1, ""}, [&scene, i] { return commitment_view(scene, i); },
                     "commitment '" + scene.site.commitments[i]->id + "'"});
}

}  // namespace stoplicht
